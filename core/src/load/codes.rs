//! The numbers of siblings: of domains, of the subdomains of one domain, of the errors of one subdomain.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::RegistryKind;
use super::complaint::Complaint;
use super::file::{Node, Object, quote};
use super::rule::Rule;

/// What is numbered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Domain,
    Subdomain,
    Error,
}

/// The codes of siblings, read one after the other.
pub(super) struct Codes {
    level: Level,
    /// How many siblings there were: what Kuzzle gives an application's next one without a code.
    count: u32,
    /// Who has which code.
    taken: BTreeMap<u32, String>,
}

impl Codes {
    pub(super) const fn new(level: Level) -> Self {
        Self { level, count: 0, taken: BTreeMap::new() }
    }

    /// Reads the code of the next sibling; `None` where a complaint tells why.
    pub(super) fn read(
        &mut self,
        name: &str,
        object: &Object<'_>,
        kind: RegistryKind,
        complaints: &mut Vec<Complaint>,
    ) -> Option<u32> {
        let by_order = self.count;
        self.count += 1;
        let range = self.level.range(kind);
        let code = match object.get("code") {
            Some(node) => written(&node, &range, complaints)?,
            None if kind == RegistryKind::App => unwritten(object, by_order, &range, complaints)?,
            None if (kind, self.level) == (RegistryKind::Plugin, Level::Subdomain) => 0,
            None => {
                object.required("code", complaints);
                return None;
            }
        };
        if code == 0 && self.level == Level::Error {
            complaints.push(about_code(object, Rule::NumberZero, "Kuzzle's own errors are numbered from 1".to_owned()));
        }
        let is_shared = code == 0 && (kind, self.level) == (RegistryKind::Plugin, Level::Subdomain);
        if is_shared { Some(code) } else { self.take(code, name, object, complaints) }
    }

    fn take(&mut self, code: u32, name: &str, object: &Object<'_>, complaints: &mut Vec<Complaint>) -> Option<u32> {
        if let Some(holder) = self.taken.get(&code) {
            let message = format!("`{}` has the code {code} already", quote(holder));
            complaints.push(about_code(object, Rule::CodeUnique, message));
            return None;
        }
        self.taken.insert(code, name.to_owned());
        Some(code)
    }
}

impl Level {
    const fn range(self, kind: RegistryKind) -> RangeInclusive<u32> {
        match (self, kind) {
            (Self::Error, RegistryKind::App) => 0..=0xffff,
            (Self::Error, _) => 1..=0xffff,
            (Self::Domain | Self::Subdomain, _) => 0..=0xff,
        }
    }
}

fn written(node: &Node<'_>, range: &RangeInclusive<u32>, complaints: &mut Vec<Complaint>) -> Option<u32> {
    let code = node.value.as_integer().filter(|code| range.contains(code));
    if code.is_none() {
        let rule = if is_integer(node) { Rule::CodeRange } else { Rule::CodeInteger };
        let message = format!("expected an integer from {} to {}", range.start(), range.end());
        complaints.push(node.complaint(rule, message));
    }
    code
}

/// The code that Kuzzle gives: how many siblings an application has registered before.
fn unwritten(
    object: &Object<'_>,
    by_order: u32,
    range: &RangeInclusive<u32>,
    complaints: &mut Vec<Complaint>,
) -> Option<u32> {
    if range.contains(&by_order) {
        let message = format!("no code is written; Kuzzle gives {by_order} if it registers in this order");
        complaints.push(object.without("code", Rule::CodeByOrder, message));
        return Some(by_order);
    }
    let message = format!("no code is written, and {by_order}, the next in order, is above {}", range.end());
    complaints.push(object.without("code", Rule::CodeRange, message));
    None
}

/// Whether it is an integer, of whatever size.
fn is_integer(node: &Node<'_>) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    node.value.text().bytes().all(digit) || node.value.as_integer::<i128>().is_some()
}

/// A complaint about the code of an object, written or not.
fn about_code(object: &Object<'_>, rule: Rule, message: String) -> Complaint {
    match object.get("code") {
        Some(node) => node.complaint(rule, message),
        None => object.without("code", rule, message),
    }
}
