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
#[derive(Clone, Copy)]
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
    /// Reads the table.
    pub(super) fn read(shell: &Shell) -> anyhow::Result<Self> {
        let file = "vectors/differences.json";
        let table = serde_json::from_str(&shell.read_file(file)?).with_context(|| format!("{file} is no JSON"))?;
        Ok(Self::new(&table))
    }

    fn new(table: &Value) -> Self {
        Self { rows: list(table, "differences").to_vec(), needed: BTreeSet::new() }
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

    /// Prints what the rows are about.
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table() -> Allowed {
        Allowed::new(&json!({ "differences": [
            { "what": "loud", "in": ["2"], "class": "NotFoundError", "members": ["message"], "kuzzle_appends": "!" },
            { "what": "left out", "in": ["1", "2"], "members": ["stack"], "only": "kuzzle" },
            { "what": "other", "in": ["2"], "case": "odd", "members": ["code"], "kuzzle": 1, "ours": 2 },
        ] }))
    }

    /// Whether the table allows a difference of an error in Kuzzle 2.
    fn allows(class: &str, member: &str, kuzzle: Option<&Value>, ours: Option<&Value>) -> bool {
        table().allows(&Difference { registry: "2", case: "odd", class, member, kuzzle, ours })
    }

    #[test]
    fn a_row_allows_what_it_describes_and_nothing_else() {
        let (plain, loud, louder) = (json!("No"), json!("No!"), json!("No!!"));
        assert!(allows("NotFoundError", "message", Some(&loud), Some(&plain)));
        assert!(!allows("NotFoundError", "message", Some(&louder), Some(&plain)));
        assert!(!allows("NotFoundError", "message", Some(&plain), Some(&loud)));
        assert!(!allows("NotFoundError", "message", None, Some(&plain)));
        assert!(!allows("ForbiddenError", "message", Some(&loud), Some(&plain)));
        assert!(allows("ForbiddenError", "stack", Some(&plain), None));
        assert!(!allows("ForbiddenError", "stack", None, Some(&plain)));
        assert!(!allows("ForbiddenError", "stack", Some(&plain), Some(&loud)));
        assert!(allows("ForbiddenError", "code", Some(&json!(1)), Some(&json!(2))));
        assert!(!allows("ForbiddenError", "code", Some(&json!(2)), Some(&json!(1))));
    }

    #[test]
    fn a_row_is_for_its_releases_and_its_case() {
        let (one, two) = (json!(1), json!(2));
        let difference =
            Difference { registry: "2", case: "odd", class: "", member: "code", kuzzle: Some(&one), ours: Some(&two) };
        assert!(table().allows(&difference));
        assert!(!table().allows(&Difference { case: "even", ..difference }));
        assert!(!table().allows(&Difference { registry: "1", ..difference }));
    }

    #[test]
    fn rows_that_nothing_needs_are_differences() {
        let mut table = table();
        let (one, two) = (json!(1), json!(2));
        let other =
            Difference { registry: "2", case: "odd", class: "", member: "code", kuzzle: Some(&one), ours: Some(&two) };
        let stack = Difference { member: "stack", ours: None, ..other };
        assert!(table.allows(&other) && table.allows(&stack));
        let mut differences = Differences::new("rows");
        table.add_needless(&mut differences);
        assert_eq!(differences.list(), ["nothing needs this row of the table: loud"]);
    }
}
