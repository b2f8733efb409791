//! Messages are rendered as Node's `util.format` renders them.

use kuzzle_errors::{Prop, render};
use serde_json::Value;
use xshell::Shell;

use super::cases::{self, NumberForm, list, text};
use super::differences::Differences;

/// Renders generated templates with generated arguments, numbers in every form that the core takes.
pub(super) fn compare(shell: &Shell) -> anyhow::Result<Differences> {
    let cases = cases::generate(shell, "rendering", &[])?;
    let mut differences = Differences::new("rendering of messages");
    for case in &cases {
        for form in NumberForm::ALL {
            compare_case(case, form, &mut differences);
        }
    }
    let arguments: usize = cases.iter().map(|case| list(case, "args").len()).sum();
    println!("rendering: {} templates with {arguments} arguments", cases.len());
    differences.print();
    Ok(differences)
}

fn compare_case(case: &Value, form: NumberForm, differences: &mut Differences) {
    let props: Vec<Prop<'_>> = list(case, "args").iter().map(|value| cases::prop(value, form)).collect();
    let (template, expected) = (text(case, "template"), text(case, "expected"));
    let rendered = render(template, &props);
    if rendered != expected {
        differences.add(format!("{template:?} with {props:?}: Node says {expected:?}, we say {rendered:?}"));
    }
}
