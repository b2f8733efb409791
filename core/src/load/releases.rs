//! The releases of a definition, as our format writes them.

use alloc::vec::Vec;

use super::complaint::Complaint;
use super::file::{Node, Object};
use super::rule::Rule;
use crate::release::{Release, ReleaseRange};

/// Reads `{"1": ["1.10.5", "1.12.0"], "2": ["2.0.0", null]}`.
///
/// Releases are taken exactly as they are written, known to this crate or not.
pub(super) fn read(node: &Node<'_>, complaints: &mut Vec<Complaint>) -> Option<[Option<ReleaseRange>; 2]> {
    let object = Object::read(*node, complaints)?;
    let before = complaints.len();
    let mut lines = [None; 2];
    for (name, line) in object.iter() {
        let (slot, major) = match name {
            "1" => (&mut lines[0], 1),
            "2" => (&mut lines[1], 2),
            _ => {
                complaints.push(line.complaint(Rule::Releases, "expected the lines \"1\" and \"2\" only"));
                continue;
            }
        };
        *slot = range(&line, major);
        if slot.is_none() {
            let message = "expected [first, last], two releases of this line in order; last is null while still there";
            complaints.push(line.complaint(Rule::Releases, message));
        }
    }
    if lines == [None; 2] && complaints.len() == before {
        complaints.push(node.complaint(Rule::Releases, "expected one line of releases at least"));
    }
    (complaints.len() == before).then_some(lines)
}

fn range(node: &Node<'_>, major: u16) -> Option<ReleaseRange> {
    let [first, last] = node.value.elements().try_into().ok()?;
    let in_line = |release: &Release| release.major() == major;
    let first = exact(&first.as_text()?).filter(in_line)?;
    if last.is_null() {
        return Some(ReleaseRange { first, last: None });
    }
    let last = exact(&last.as_text()?).filter(in_line)?;
    (first <= last).then_some(ReleaseRange { first, last: Some(last) })
}

/// Three numbers with dots between them.
fn exact(text: &str) -> Option<Release> {
    let mut parts = text.split('.').map(part);
    let mut next = || parts.next().flatten();
    let release = Release::new(next()?, next()?, next()?);
    parts.next().is_none().then_some(release)
}

fn part(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}
