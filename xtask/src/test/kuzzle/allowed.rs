//! The table of the differences from Kuzzle that are meant: `vectors/differences.json`.

use std::collections::BTreeSet;
use std::fmt;

use anyhow::Context as _;
use serde_json::Value;
use xshell::Shell;

use super::cases::{list, text};
use super::differences::Differences;

/// The rows of the table, and those that something needed.
pub(super) struct Allowed {
    rows: Vec<Value>,
    needed: BTreeSet<usize>,
}

/// A member that Kuzzle and we have with different values, or only one of us has.
pub(super) struct Difference<'d> {
    /// Where the definition comes from: a release of Kuzzle, or `application`.
    pub(super) registry: &'d str,
    /// The name of the case.
    pub(super) case: &'d str,
    pub(super) class: &'d str,
    pub(super) member: &'d str,
    pub(super) kuzzle: Option<&'d Value>,
    pub(super) ours: Option<&'d Value>,
}

impl Allowed {
    pub(super) fn read(shell: &Shell) -> anyhow::Result<Self> {
        let file = "vectors/differences.json";
        let table: Value =
            serde_json::from_str(&shell.read_file(file)?).with_context(|| format!("{file} is no JSON"))?;
        Ok(Self { rows: list(&table, "differences").to_vec(), needed: BTreeSet::new() })
    }

    /// Whether a row allows the difference; that row is needed, then.
    pub(super) fn allows(&mut self, difference: &Difference<'_>) -> bool {
        let row = self.rows.iter().position(|row| difference.is_in(row) && difference.is_as(row));
        self.needed.extend(row);
        row.is_some()
    }

    /// Adds the rows that nothing needed.
    pub(super) fn add_needless(&self, differences: &mut Differences) {
        for (_, row) in self.rows.iter().enumerate().filter(|(position, _)| !self.needed.contains(position)) {
            differences.add(format!("nothing needs this row of the table: {}", text(row, "what")));
        }
    }

    pub(super) fn print(&self) {
        println!("differences that are meant:");
        for row in &self.rows {
            println!("  {}", text(row, "what"));
        }
    }
}

impl Difference<'_> {
    /// Whether a row is about this place.
    fn is_in(&self, row: &Value) -> bool {
        let is_or_any = |name, value| row[name].as_str().is_none_or(|expected| expected == value);
        list(row, "in").iter().any(|registry| registry == self.registry)
            && list(row, "members").iter().any(|member| member == self.member)
            && is_or_any("class", self.class)
            && is_or_any("case", self.case)
    }

    /// Whether the two differ as a row says.
    fn is_as(&self, row: &Value) -> bool {
        match (self.kuzzle, self.ours) {
            (Some(_), None) => row["only"] == "kuzzle",
            (None, Some(_)) => row["only"] == "ours",
            (Some(Value::String(kuzzle)), Some(Value::String(ours))) if row["kuzzle_appends"].is_string() => {
                kuzzle.strip_prefix(ours) == row["kuzzle_appends"].as_str()
            }
            (kuzzle, ours) => row.get("kuzzle") == kuzzle && row.get("ours") == ours,
        }
    }
}

impl fmt::Display for Difference<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { registry, case, member, .. } = self;
        let shown = |value: Option<&Value>| value.map_or_else(|| "nothing".to_owned(), Value::to_string);
        let (kuzzle, ours) = (shown(self.kuzzle), shown(self.ours));
        write!(formatter, "{registry} {case} {member}: Kuzzle says {kuzzle}, we say {ours}")
    }
}
