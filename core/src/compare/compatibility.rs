//! What an older registry promised: ids, codes and classes are for ever.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Change, Difference, Entry};
use crate::definition::Source;
use crate::loaded::LoadedDefinition;
use crate::{Complaint, Definition, Registry, Rule};

impl Registry {
    /// How this registry breaks what users of an older one rely on: a complaint for each id that is gone, for each that
    /// has another code or class (a `KuzzleError`: another status), and a warning where a message takes other values.
    ///
    /// What is added, deprecated or said in other words breaks nothing. Complaints have the place in this registry's
    /// files, those about an id that is gone the place in the older one's; they come file by file in the order of their
    /// places. Built-in definitions have no place.
    ///
    /// ```
    /// use kuzzle_errors::{Registry, Rule};
    ///
    /// let load = |code: u16| Registry::load_str(&format!(
    ///     r#"{{"name": "shop", "errors": {{"late": {{"code": {code}, "class": "BadRequestError", "message": "Late"}}}}}}"#
    /// ));
    /// let (older, newer) = (load(1)?, load(2)?);
    /// assert!(newer.check_against(&newer).is_empty());
    /// let complaint = &newer.check_against(&older)[0];
    /// assert_eq!((complaint.rule(), complaint.path()), (Rule::CodeChanged, "$.errors.late.code"));
    /// # Ok::<(), kuzzle_errors::InvalidRegistry>(())
    /// ```
    #[must_use]
    pub fn check_against(&self, older: &Self) -> Vec<Complaint> {
        let comparison = older.compare(self);
        let changed = comparison.changed.iter().flat_map(broken_promises);
        let mut complaints: Vec<_> = changed.chain(comparison.removed.iter().map(removed)).collect();
        complaints
            .sort_by_cached_key(|complaint| (complaint.file().map(String::from), complaint.line(), complaint.column()));
        complaints
    }
}

fn removed(entry: &Entry<'_>) -> Complaint {
    let message = format!("`{}` ({}) is gone in the newer registry", entry.id(), entry.code());
    complaint(entry, Rule::IdRemoved, message, Complaint::about_definition)
}

fn broken_promises(difference: &Difference<'_>) -> impl Iterator<Item = Complaint> {
    let (id, to) = (difference.id(), &difference.to);
    let code = difference.code.map(|Change { from, to: code }| {
        let message = format!("`{id}` had the code {from}, here it has {code}");
        complaint(to, Rule::CodeChanged, message, Complaint::about_code)
    });
    let class = difference.class.map(|Change { from, to: class }| {
        let message = format!("`{id}` was {from}, here it is {class}");
        complaint(to, Rule::ClassChanged, message, Complaint::about_class)
    });
    let status = difference.status.filter(|_| difference.class.is_none()).map(|Change { from, to: status }| {
        let message = format!("`{id}` had the status {from}, here it has {status}");
        complaint(to, Rule::StatusChanged, message, Complaint::about_definition)
    });
    let params = difference.params.as_ref().map(|Change { from, to: params }| {
        let message = format!("`{id}` took {}, here it takes {}", list(from), list(params));
        complaint(to, Rule::ParamsChanged, message, Complaint::about_definition)
    });
    [code, class, status, params].into_iter().flatten()
}

/// `no value`, `1 value (index)`, `2 values (index, collection)`; without names only how many.
fn list(params: &[Option<&str>]) -> String {
    let count = match params.len() {
        0 => return "no value".into(),
        1 => "1 value".into(),
        count => format!("{count} values"),
    };
    let names: Option<Vec<&str>> = params.iter().copied().collect();
    names.map_or(count.clone(), |names| format!("{count} ({})", names.join(", ")))
}

fn complaint(
    entry: &Entry<'_>,
    rule: Rule,
    message: String,
    about: impl Fn(&LoadedDefinition, Rule, String) -> Complaint,
) -> Complaint {
    match entry.definition().map(Definition::source) {
        Some(Source::Loaded(row)) => about(row, rule, message),
        Some(Source::BuiltIn(..)) | None => Complaint::about_file(None, rule, message),
    }
}
