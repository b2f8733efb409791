use kuzzle_errors::{InvalidRelease, Release, ReleaseRange, by_id, releases};

fn release(text: &str) -> Release {
    Release::parse(text).unwrap()
}

#[test]
fn the_parts_of_a_release() {
    let release = release("v2.14.16-beta.1");
    assert_eq!((release.major(), release.minor(), release.patch()), (2, 14, 16));
    assert_eq!(release.to_string(), "2.14.16");
    assert_eq!(format!("{release:?}"), "Release(2.14.16)");
    assert_eq!("2.14".parse(), Ok(release));
}

#[test]
fn releases_order_as_numbers() {
    assert!(release("2.9.3") < release("2.10.0"));
    assert!(release("2.14.9") < release("2.14.10"));
    assert!(release("1.12.0") < release("2.0.0"));
    assert!(release("1.8.2") < release("1.9.0"));
}

#[test]
fn the_days_of_publication() {
    assert_eq!(release("1.9.0").date(), Some("2019-08-01"));
    assert_eq!(release("1.10.5").date(), Some("2019-11-05"));
    assert_eq!(release("1.12.0").date(), Some("2020-12-18"));
    assert_eq!(release("2.0.0").date(), Some("2019-11-21"));
    assert_eq!(Release::NEWEST.date(), Some("2026-06-23"));
    assert_eq!(release("1.8.2").date(), None);
}

#[test]
fn every_release_is_listed_once_and_means_itself() {
    let all: Vec<Release> = releases().collect();
    assert_eq!((all.len(), releases().len()), (191, 191));
    assert!(all.is_sorted_by(|one, other| one < other));
    assert_eq!(all[0].to_string(), "1.9.0");
    assert_eq!(releases().next_back(), Some(Release::NEWEST));
    assert_eq!(Release::NEWEST.to_string(), "2.56.0");
    for release in all {
        assert_eq!(Release::parse(&release.to_string()), Ok(release));
    }
}

#[test]
fn a_line_contains_the_releases_from_its_first_to_its_last() {
    let lines: Vec<ReleaseRange> = by_id("core.fatal.unexpected_error").unwrap().releases().collect();
    let [line_1, line_2] = lines[..] else { panic!("two lines: {lines:?}") };
    assert_eq!((line_1.major(), line_2.major()), (1, 2));
    assert_eq!((line_1.first(), line_1.last()), (release("1.10.5"), Some(release("1.12.0"))));
    assert_eq!((line_2.first(), line_2.last()), (release("2.0.0"), None));
    let contained =
        |line: ReleaseRange| ["1.10.4", "1.10.5", "1.12.0", "2.0.0", "2"].map(|text| line.contains(release(text)));
    assert_eq!(contained(line_1), [false, true, true, false, false]);
    assert_eq!(contained(line_2), [false, false, false, true, true]);
}

#[test]
fn what_is_expected_is_said() {
    assert_eq!("latest".parse::<Release>(), Err(InvalidRelease));
    assert_eq!(InvalidRelease.to_string(), "not a release of Kuzzle: expected for example 2, 2.4 or 2.4.1");
}
