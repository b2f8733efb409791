//! A comparison as people read it: one section for each kind of difference, what breaks most first.

use std::fmt::Display;

use kuzzle_errors::compare::{Change, Comparison, Difference, Entry};
use kuzzle_errors::{Audience, Code, Retry};

use crate::cards::deprecation as deprecation_in_words;
use crate::text::counted;

/// One kind of difference.
pub(super) struct Section {
    pub(super) title: &'static str,
    /// What a migration must look at.
    pub(super) advice: &'static str,
    /// What stands in the details.
    pub(super) column: &'static str,
    pub(super) rows: Vec<Row>,
    pub(super) weight: Weight,
}

/// How much a difference breaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Programs that were right are wrong now.
    Breaking,
    /// Programs should be looked at.
    Notable,
    /// Nothing that worked stops working.
    Harmless,
}

/// One id, and what about it differs: a line for each thing.
pub(super) struct Row {
    pub(super) code: Code,
    pub(super) id: String,
    pub(super) details: Vec<String>,
}

/// The sections of a comparison that have rows.
pub(super) fn sections(comparison: &Comparison<'_>) -> Vec<Section> {
    let changes = |details: fn(&Difference<'_>) -> Vec<String>| -> Vec<Row> {
        let row = |difference: &Difference<'_>| Row::new(difference.to, details(difference));
        comparison.changed.iter().map(row).filter(|row| !row.details.is_empty()).collect()
    };
    let reused = comparison.reused.iter().map(|reuse| Row {
        code: reuse.code,
        id: reuse.from.to_owned(),
        details: vec![format!("now {}", reuse.to)],
    });
    let removed = comparison.removed.iter().map(|entry| Row::new(*entry, vec![kind(entry)]));
    let added = comparison.added.iter().map(|entry| Row::new(*entry, summary(entry)));
    let sections = [
        Section {
            title: "Reused codes",
            advice: "The number means another error now: compare ids, or ask for the release first.",
            column: "Means",
            rows: reused.collect(),
            weight: Weight::Breaking,
        },
        Section {
            title: "Removed",
            advice: "Nobody sends these any more: whoever waits for one waits in vain.",
            column: "Was",
            rows: removed.collect(),
            weight: Weight::Breaking,
        },
        Section {
            title: "Renumbered",
            advice: "The same error under another number: compare ids, or both numbers.",
            column: "Change",
            rows: changes(|difference| change(difference.code.as_ref(), Code::to_string)),
            weight: Weight::Breaking,
        },
        Section {
            title: "Another class or status",
            advice: "What branches on the class or on the HTTP status takes another way.",
            column: "Class and status",
            rows: changes(class_and_status),
            weight: Weight::Breaking,
        },
        Section {
            title: "Other params",
            advice: "Messages and props carry other values: look at what reads props, and at what builds these errors.",
            column: "Params",
            rows: changes(|difference| change(difference.params.as_ref(), |params| list(params))),
            weight: Weight::Notable,
        },
        Section {
            title: "Deprecation",
            advice: "Deprecated errors may still be sent: go on handling them, and raise others.",
            column: "Deprecated",
            rows: changes(deprecation),
            weight: Weight::Notable,
        },
        Section {
            title: "Other texts",
            advice: "Only what compares messages is concerned: compare ids instead.",
            column: "Text",
            rows: changes(texts),
            weight: Weight::Harmless,
        },
        Section {
            title: "Added",
            advice: "What doesn't know them handles them by their class, or by their status.",
            column: "Class and description",
            rows: added.collect(),
            weight: Weight::Harmless,
        },
    ];
    sections.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

/// `209 and 212 errors; 7 added, 4 removed, 14 changed, 1 code reused`.
pub(super) fn counts(comparison: &Comparison<'_>) -> String {
    let Comparison { from, to, added, removed, changed, reused, .. } = comparison;
    let counts = [(added.len(), "added"), (removed.len(), "removed"), (changed.len(), "changed")];
    let mut parts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(n, what)| format!("{n} {what}")).collect();
    if !reused.is_empty() {
        parts.push(format!("{} reused", counted(reused.len(), "code")));
    }
    let difference = if parts.is_empty() { "no difference".to_owned() } else { parts.join(", ") };
    format!("{} and {}: {difference}", from.definitions, counted(to.definitions, "error"))
}

impl Row {
    fn new(entry: Entry<'_>, details: Vec<String>) -> Self {
        Self { code: entry.code(), id: entry.id().to_owned(), details }
    }
}

/// `NotFoundError (404)`.
fn kind(entry: &Entry<'_>) -> String {
    format!("{} ({})", entry.class(), entry.status())
}

fn summary(entry: &Entry<'_>) -> Vec<String> {
    let description = entry.definition().map(|definition| definition.description().to_owned());
    [Some(kind(entry)), description].into_iter().flatten().collect()
}

fn class_and_status(difference: &Difference<'_>) -> Vec<String> {
    let differs = difference.class.is_some() || difference.status.is_some();
    differs.then(|| arrow(kind(&difference.from), kind(&difference.to))).into_iter().collect()
}

fn deprecation(difference: &Difference<'_>) -> Vec<String> {
    let Some(Change { from, to }) = difference.deprecated else { return Vec::new() };
    vec![match (from, to) {
        (Some(from), None) => format!("no longer (was {from})"),
        (None, to) => deprecation_in_words(to.unwrap_or_default()),
        (Some(from), Some(to)) => arrow(from, to),
    }]
}

fn texts(difference: &Difference<'_>) -> Vec<String> {
    let message = difference.message.map(|Change { from, to }| Change { from: Some(from), to: Some(to) });
    let retry = difference.retry.map(|change| named(change, Retry::name));
    let audience = difference.audience.map(|change| named(change, Audience::name));
    let texts = [
        ("message", message),
        ("description", difference.description),
        ("cause", difference.cause),
        ("fix", difference.fix),
        ("retry", retry),
        ("audience", audience),
    ];
    let lines = texts.into_iter().filter_map(|(label, change)| Some((label, change?)));
    lines.flat_map(|(label, Change { from, to })| before_and_after(label, from, to)).collect()
}

fn named<T>(Change { from, to }: Change<Option<T>>, name: fn(T) -> &'static str) -> Change<Option<&'static str>> {
    Change { from: from.map(name), to: to.map(name) }
}

fn before_and_after(label: &str, from: Option<&str>, to: Option<&str>) -> impl Iterator<Item = String> {
    let line = |sign: &str, text: &str| format!("{sign} {label}: {text}");
    [from.map(|text| line("-", text)), to.map(|text| line("+", text))].into_iter().flatten()
}

fn change<T>(change: Option<&Change<T>>, show: impl Fn(&T) -> String) -> Vec<String> {
    change.map(|Change { from, to }| arrow(show(from), show(to))).into_iter().collect()
}

fn arrow(from: impl Display, to: impl Display) -> String {
    format!("{from} → {to}")
}

/// `index, collection`; `%s` for what has no name.
fn list(params: &[Option<&str>]) -> String {
    let names: Vec<&str> = params.iter().map(|name| name.unwrap_or("%s")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
