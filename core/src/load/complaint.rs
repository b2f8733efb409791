//! What is wrong with registry files, and where.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::value::RawValue;

use super::rule::{Rule, Severity};
use crate::json::Position;
use crate::loaded::{LoadedDefinition, Origin};

/// One finding about a registry file: which [`Rule`] is broken, where, and by which value.
///
/// ```
/// use kuzzle_errors::{LoadOptions, Rule};
///
/// let manifest = r#"{"name": "shop", "errors": {"too_late": {"code": 70000, "class": "BadRequestError", "message": "Too late"}}}"#;
/// let invalid = LoadOptions::new().file_name("manifest.json").load_str(manifest).unwrap_err();
/// let complaint = &invalid.complaints()[0];
/// assert_eq!(complaint.rule(), Rule::CodeRange);
/// assert_eq!(complaint.path(), "$.errors.too_late.code");
/// assert_eq!(complaint.value(), Some("70000"));
/// assert_eq!((complaint.line(), complaint.column()), (Some(1), Some(50)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    pub(super) rule: Rule,
    pub(super) message: String,
    pub(super) path: Box<str>,
    pub(super) value: Option<Box<str>>,
    pub(super) file: Option<Arc<str>>,
    pub(super) position: Option<Position>,
}

impl Complaint {
    /// The rule that is broken.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// Whether the registry was loaded all the same.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// What was expected and what was found, in English, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The file: its path as it was reached, or the name it was given; `None` for text without a name.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The place in the file as a JSONPath, for example `$.errors.too_late.code`; `$` is the whole file.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The offending value as JSON text; `None` where a member is missing or the file as a whole is meant.
    ///
    /// Of values longer than 256 bytes it is a JSON string with their beginning.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// The line of the value (of the object that lacks a member), from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.position.map(|position| position.line)
    }

    /// The column in characters (Unicode scalar values), from 1; a byte order mark doesn't count.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.position.map(|position| position.column)
    }
}

impl Complaint {
    /// A complaint about a file as a whole.
    pub(crate) fn about_file(file: Option<Arc<str>>, rule: Rule, message: String) -> Self {
        Self { rule, message, path: "$".into(), value: None, file, position: None }
    }

    /// A complaint about a definition as a whole.
    pub(crate) fn about_definition(row: &LoadedDefinition, rule: Rule, message: String) -> Self {
        let Origin { file, path, position, .. } = &row.origin;
        Self { rule, message, path: path.clone(), value: None, file: file.clone(), position: Some(*position) }
    }

    /// A complaint about the code of a definition, written or not.
    pub(crate) fn about_code(row: &LoadedDefinition, rule: Rule, message: String) -> Self {
        let Origin { path, position, code, .. } = &row.origin;
        Self {
            path: format!("{path}.code").into(),
            value: code.map(|_| format!("{}", row.code.number()).into()),
            position: Some(code.unwrap_or(*position)),
            ..Self::about_definition(row, rule, message)
        }
    }

    /// A complaint about the class of a definition.
    pub(crate) fn about_class(row: &LoadedDefinition, rule: Rule, message: String) -> Self {
        let Origin { path, class, .. } = &row.origin;
        Self {
            path: format!("{path}.class").into(),
            value: Some(format!("\"{}\"", row.class).into()),
            position: Some(*class),
            ..Self::about_definition(row, rule, message)
        }
    }
}

/// One line: `manifest.json:12:15: error: $.errors.too_late.code: message (code-range, value 70000)`.
impl fmt::Display for Complaint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(formatter, "{file}:")?;
        }
        if let Some(Position { line, column }) = self.position {
            write!(formatter, "{line}:{column}:")?;
        }
        if self.file.is_some() || self.position.is_some() {
            formatter.write_str(" ")?;
        }
        write!(formatter, "{}: {}: {} ({}", self.severity(), self.path, self.message, self.rule)?;
        // A whole object would bury the sentence.
        match self.value().filter(|value| value.len() <= LONGEST_SHOWN_VALUE) {
            Some(value) => write!(formatter, ", value {value})"),
            None => formatter.write_str(")"),
        }
    }
}

/// How much of a value the text of a complaint shows, in bytes; longer ones are left out.
const LONGEST_SHOWN_VALUE: usize = 80;

/// `{"file", "path", "value", "rule", "message", "severity", "line", "column"}`; what is unknown is `null`.
impl Serialize for Complaint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value().and_then(|text| serde_json::from_str::<&RawValue>(text).ok());
        let mut object = serializer.serialize_struct("Complaint", 8)?;
        object.serialize_field("file", &self.file())?;
        object.serialize_field("path", self.path())?;
        object.serialize_field("value", &value)?;
        object.serialize_field("rule", self.rule.name())?;
        object.serialize_field("message", self.message())?;
        object.serialize_field("severity", self.severity().name())?;
        object.serialize_field("line", &self.line())?;
        object.serialize_field("column", &self.column())?;
        object.end()
    }
}

/// Files are no valid registry, or registries don't fit together: every complaint at once.
///
/// ```
/// use kuzzle_errors::Registry;
///
/// let invalid = Registry::load_str(r#"{"name": "shop", "errors": {"late": {"code": 0, "message": ""}}}"#).unwrap_err();
/// let rules: Vec<_> = invalid.complaints().iter().map(|complaint| complaint.rule().name()).collect();
/// assert_eq!(rules, ["missing-member", "code-range", "non-empty-text"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidRegistry {
    complaints: Vec<Complaint>,
}

impl InvalidRegistry {
    pub(super) const fn new(complaints: Vec<Complaint>) -> Self {
        Self { complaints }
    }

    /// Every complaint, warnings included, file by file in the order of their places; one at least is an error.
    #[must_use]
    pub fn complaints(&self) -> &[Complaint] {
        &self.complaints
    }
}

/// One line for each complaint, after a line that counts the errors.
impl fmt::Display for InvalidRegistry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = self.complaints.iter().filter(|complaint| complaint.severity() == Severity::Error).count();
        let plural = if errors == 1 { "" } else { "s" };
        write!(formatter, "invalid registry: {errors} error{plural}")?;
        self.complaints.iter().try_for_each(|complaint| write!(formatter, "\n{complaint}"))
    }
}

impl core::error::Error for InvalidRegistry {}
