//! What Kuzzle's checker rejects is rejected.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::ensure;
use kuzzle_errors::{InvalidRegistry, LoadOptions, RegistryKind, Rule, Severity};
use serde_json::Value;
use xshell::Shell;

use super::cases::{self, text};
use super::differences::Differences;

/// How often the two agree, and by which rules we are stricter.
#[derive(Default)]
struct Tally {
    both_accept: usize,
    both_reject: usize,
    stricter: BTreeMap<&'static str, usize>,
}

/// Loads generated registries, most of them with mistakes.
pub(super) fn compare(shell: &Shell, kuzzle: &Path) -> anyhow::Result<Differences> {
    let cases = cases::generate(shell, "checking", &[kuzzle])?;
    let mut differences = Differences::new("checking of registries");
    let mut tally = Tally::default();
    for case in &cases {
        compare_case(case, &mut tally, &mut differences);
    }
    ensure!(tally.both_accept > 0 && tally.both_reject > 0, "the registries are all valid, or all invalid");
    tally.print(cases.len());
    differences.print();
    Ok(differences)
}

fn compare_case(case: &Value, tally: &mut Tally, differences: &mut Differences) {
    let (kind, registry) = (text(case, "kind"), text(case, "text"));
    let kind = RegistryKind::from_name(kind).unwrap_or(RegistryKind::Kuzzle);
    let options = LoadOptions::new().kind(kind);
    let options = case["file"].as_str().map_or(options.clone(), |name| options.file_name(name));
    match (case["rejection"].as_str(), options.load_str(registry)) {
        (None, Ok(_)) => tally.both_accept += 1,
        (Some(_), Err(_)) => tally.both_reject += 1,
        (None, Err(invalid)) => *tally.stricter.entry(first_rule(&invalid)).or_default() += 1,
        (Some(rejection), Ok(_)) => differences.add(format!("{} {registry}: Kuzzle says {rejection:?}", kind.name())),
    }
}

/// The rule of the first complaint that is no warning.
fn first_rule(invalid: &InvalidRegistry) -> &'static str {
    let first = invalid.complaints().iter().find(|complaint| complaint.severity() == Severity::Error);
    first.map_or("none", |complaint| Rule::name(complaint.rule()))
}

impl Tally {
    fn print(&self, cases: usize) {
        let stricter: usize = self.stricter.values().sum();
        println!(
            "checking: {cases} registries; {} accepted and {} rejected by both, {stricter} by us alone:",
            self.both_accept, self.both_reject
        );
        for (rule, count) in &self.stricter {
            println!("  {rule:<16} {count:>6}");
        }
    }
}
