//! The cases of the files in `vectors/`, whose README describes the forms of inputs.

use std::collections::BTreeMap;

use anyhow::Context as _;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::Value;
use serde_json::value::RawValue;

/// One case of a file.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) input: Input,
    pub(crate) output: Input,
}

/// A JSON value with its text.
pub(crate) struct Input {
    json: String,
}

/// Bytes that are given so many times, one behind the other.
pub(crate) struct Repeated {
    pub(crate) piece: Vec<u8>,
    pub(crate) count: u64,
}

/// The cases of a file, in order.
pub(crate) fn cases(json: &str) -> anyhow::Result<Vec<Case>> {
    let file = members(json)?;
    let cases: Vec<&RawValue> = serde_json::from_str(file.get("cases").context("no cases")?.get())?;
    cases
        .into_iter()
        .map(|case| {
            let case = members(case.get())?;
            let member =
                |name: &str| case.get(name).map(|value| Input::from(value.get())).context("no name, in or out");
            let name = member("name")?.to_value()?.as_str().context("a name is a text")?.to_owned();
            Ok(Case { name, input: member("in")?, output: member("out")? })
        })
        .collect()
}

/// The members of an object, with their texts.
pub(crate) fn members(json: &str) -> anyhow::Result<BTreeMap<String, &RawValue>> {
    Ok(serde_json::from_str(json)?)
}

/// JSON without the blanks between its tokens.
pub(crate) fn compact(json: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let kept = json.chars().filter(|&character| {
        let is_blank = !in_string && character.is_ascii_whitespace();
        (in_string, escaped) = match character {
            _ if escaped => (in_string, false),
            '"' => (!in_string, false),
            _ => (in_string, in_string && character == '\\'),
        };
        !is_blank
    });
    kept.collect()
}

impl Case {
    /// A member of the input.
    pub(crate) fn member(&self, name: &str) -> Option<Input> {
        Some(Input::from(members(&self.input.json).ok()?.get(name)?.get()))
    }

    /// A member that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        Some(self.member(name)?.to_value().ok()?.as_str()?.to_owned())
    }

    /// A member that is an integer.
    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.member(name)?.to_value().ok()?.as_i64()
    }

    /// A member that is a code, unsigned or as an int32.
    pub(crate) fn code(&self, name: &str) -> Option<i64> {
        let code = kuzzle_errors::Code::try_from(self.integer(name)?).ok()?;
        Some(code.get().into())
    }
}

impl Input {
    pub(crate) fn from(json: &str) -> Self {
        Self { json: json.to_owned() }
    }

    /// The text of the value.
    pub(crate) fn get(&self) -> &str {
        &self.json
    }

    pub(crate) fn to_value(&self) -> anyhow::Result<Value> {
        Ok(serde_json::from_str(&self.json)?)
    }

    /// Whether it is a text, written out or repeated.
    pub(crate) fn is_text(&self) -> bool {
        self.to_value().is_ok_and(|value| value.is_string() || value.get("repeat").is_some())
    }

    pub(crate) fn has_nul(&self) -> anyhow::Result<bool> {
        Ok(self.repeated()?.piece.contains(&0))
    }

    /// The bytes that it stands for.
    pub(crate) fn bytes(&self) -> anyhow::Result<Vec<u8>> {
        let Repeated { piece, count } = self.repeated()?;
        Ok(piece.repeat(usize::try_from(count)?))
    }

    /// The bytes that it stands for: a string for its text, the forms `{"text"}`, `{"base64"}` and `{"repeat"}` for what
    /// they say, anything else for its compact JSON.
    pub(crate) fn repeated(&self) -> anyhow::Result<Repeated> {
        let value = self.to_value().unwrap_or_default();
        let once = |piece: Vec<u8>| Ok(Repeated { piece, count: 1 });
        if let Some(text) = value.as_str().or(value["text"].as_str()) {
            return once(text.into());
        }
        if let Some(text) = value["base64"].as_str() {
            return once(BASE64_STANDARD.decode(text)?);
        }
        match (value["repeat"][0].as_str(), value["repeat"][1].as_u64()) {
            (Some(piece), Some(count)) => Ok(Repeated { piece: piece.into(), count }),
            _ => once(compact(&self.json).into()),
        }
    }
}
