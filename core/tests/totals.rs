//! How many definitions there are of each kind, counted by hand in Kuzzle's code files.

use std::collections::BTreeMap;

use kuzzle_errors::{Audience, Definition, Legacy, Registry, Retry, iter, legacy, releases};

/// Releases with their day and the number of errors in Kuzzle's code files.
const RELEASES: &str = include_str!("../registry/releases.tsv");

fn count<'r, K: Ord>(
    definitions: impl Iterator<Item = Definition<'r>>,
    key: impl Fn(Definition<'r>) -> K,
) -> Vec<(K, usize)> {
    let mut counts = BTreeMap::new();
    for definition in definitions {
        *counts.entry(key(definition)).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

#[test]
fn all_together() {
    assert_eq!(iter().count(), 277);
    assert_eq!(iter().len(), 277);
    assert_eq!(iter().filter(|definition| definition.releases().any(|line| line.last().is_none())).count(), 274);
    assert_eq!(iter().filter(|definition| definition.releases().all(|line| line.major() == 1)).count(), 3);
    assert_eq!(iter().filter(|definition| definition.releases().any(|line| line.major() == 1)).count(), 209);
    assert_eq!(iter().filter(|definition| definition.releases().all(|line| line.major() == 2)).count(), 68);
    assert_eq!(iter().filter(|definition| definition.deprecated().is_some()).count(), 9);
    assert_eq!(iter().filter(|definition| definition.params_1x().is_some()).count(), 13);
}

#[test]
fn by_domain() {
    let expected = [
        ("api", 30),
        ("cluster", 1),
        ("core", 26),
        ("network", 21),
        ("plugin", 76),
        ("protocol", 3),
        ("security", 40),
        ("services", 57),
        ("validation", 23),
    ];
    assert_eq!(count(iter(), Definition::domain), expected);
}

#[test]
fn by_domain_in_1_12_0() {
    let expected = [
        ("api", 17),
        ("core", 19),
        ("network", 17),
        ("plugin", 60),
        ("protocol", 3),
        ("security", 31),
        ("services", 40),
        ("validation", 22),
    ];
    let registry = Registry::kuzzle().at("1.12.0").unwrap();
    assert_eq!(count(registry.iter(), Definition::domain), expected);
}

#[test]
fn by_class() {
    let expected = [
        ("BadRequestError", 79),
        ("ExternalServiceError", 5),
        ("ForbiddenError", 2),
        ("GatewayTimeoutError", 2),
        ("InternalError", 38),
        ("MultipleErrorsError", 2),
        ("NotFoundError", 15),
        ("PartialError", 4),
        ("PluginImplementationError", 78),
        ("PreconditionError", 30),
        ("ServiceUnavailableError", 6),
        ("SizeLimitError", 6),
        ("TooManyRequestsError", 3),
        ("UnauthorizedError", 7),
    ];
    assert_eq!(count(iter(), |definition| definition.class().name()), expected);
}

#[test]
fn by_status() {
    let expected = [
        (206, 4),
        (400, 81),
        (401, 7),
        (403, 2),
        (404, 15),
        (412, 30),
        (413, 6),
        (429, 3),
        (500, 121),
        (503, 6),
        (504, 2),
    ];
    assert_eq!(count(iter(), Definition::status), expected);
}

#[test]
fn by_retry() {
    let expected = [(Retry::Never, 237), (Retry::Later, 22), (Retry::Check, 15), (Retry::Login, 3)];
    assert_eq!(count(iter(), |definition| definition.retry().unwrap()), expected);
}

#[test]
fn by_audience() {
    let expected = [(Audience::Client, 138), (Audience::Plugin, 89), (Audience::Operator, 50)];
    assert_eq!(count(iter(), |definition| definition.audience().unwrap()), expected);
}

#[test]
fn by_number_of_params() {
    assert_eq!(
        count(iter(), |definition| definition.params().len()),
        [(0, 66), (1, 130), (2, 58), (3, 20), (4, 2), (6, 1)]
    );
}

#[test]
fn by_release() {
    let expected = [
        ("1.9.0", 0),
        ("1.10.4", 0),
        ("1.10.5", 208),
        ("1.11.2", 208),
        ("1.12.0", 209),
        ("2.0.0", 212),
        ("2.0.1", 216),
        ("2.4.0", 231),
        ("2.11.0", 246),
        ("2.17.0", 265),
        ("2.20.0", 273),
        ("2.25.0", 274),
        ("2.56.0", 274),
    ];
    for (release, total) in expected {
        assert_eq!(Registry::kuzzle().at(release).unwrap().iter().count(), total, "{release}");
    }
}

/// Before 1.10.5 the numbers of that time are counted, from then on the definitions.
#[test]
fn every_release_has_as_many_errors_as_its_code_files() {
    let old = old_numbers();
    let rows: Vec<&str> = RELEASES.lines().skip(1).collect();
    assert_eq!(rows.len(), 191);
    for (row, release) in rows.iter().zip(releases()) {
        let old = old.iter().filter(|legacy| (legacy.first()..=legacy.last()).contains(&release)).count();
        let today = Registry::kuzzle().at(&release.to_string()).unwrap().iter().count();
        assert_eq!(*row, format!("{release}\t{}\t{}", release.date().unwrap(), old + today));
    }
}

/// Every error of before 1.10.5: none was numbered beyond domain 7, subdomain 15, number 255.
fn old_numbers() -> Vec<Legacy> {
    let subdomains = (0..8_u32).flat_map(|domain| (0..16).map(move |subdomain| domain << 24 | subdomain << 16));
    let codes = subdomains.flat_map(|first| first..first + 0x100);
    codes.flat_map(|code| legacy(code, None).unwrap()).collect()
}

/// `docs/guide/why.md` tells it.
#[test]
fn many_numbers_of_today_were_other_errors_before_1_10_5() {
    let today = Registry::kuzzle().at("2.56.0").unwrap();
    let was_another =
        |error: &Definition<'_>| legacy(error.code(), None).unwrap().any(|meaning| meaning.id() != error.id());
    assert_eq!((today.iter().filter(was_another).count(), today.iter().count()), (102, 274));
}
