//! How to mend what is complained of.

use kuzzle_errors::{Audience, Class, Complaint, Retry, Rule};

use crate::closest::closest;

/// How alike a text and a name have to be for "did you mean", from 0 to 1.
const ALIKE: f64 = 0.8;

/// The hint of the rule, behind the name that was probably meant.
pub(super) fn hint(complaint: &Complaint) -> String {
    let hint = complaint.rule().hint();
    match probably_meant(complaint) {
        Some(name) => format!("Did you mean {name}? {hint}"),
        None => hint.to_owned(),
    }
}

/// The known name that is closest to a value, where names are what is expected.
fn probably_meant(complaint: &Complaint) -> Option<&'static str> {
    let value: String = serde_json::from_str(complaint.value()?).ok()?;
    match complaint.rule() {
        Rule::ClassKnown => closest_name(&value, &Class::ALL.map(Class::name)),
        Rule::RetryKnown => closest_name(&value, &Retry::ALL.map(Retry::name)),
        Rule::AudienceKnown => closest_name(&value, &Audience::ALL.map(Audience::name)),
        _ => None,
    }
}

fn closest_name(value: &str, names: &[&'static str]) -> Option<&'static str> {
    let value = value.to_lowercase();
    closest(names.iter().copied(), ALIKE, |name| strsim::jaro(&name.to_lowercase(), &value))
}
