use kuzzle_errors::{Class, InvalidRelease, Legacy, legacy, legacy_by_id, releases};

fn ids(code: u32, release: &str) -> Vec<&'static str> {
    legacy(code, release).unwrap().map(Legacy::id).collect()
}

#[test]
fn the_columns_of_one_meaning() {
    let meanings: Vec<Legacy> = legacy(0x0001_0001, None).unwrap().collect();
    let [newest, oldest] = meanings[..] else { panic!("two meanings: {meanings:?}") };
    assert_eq!(newest.id(), "internal.external_services.service_unavailable");
    assert_eq!(newest.code().get(), 0x0001_0001);
    assert_eq!(newest.class(), Class::ServiceUnavailable);
    assert_eq!((newest.first().to_string(), newest.last().to_string()), ("1.10.0".into(), "1.10.4".into()));
    assert_eq!(oldest.class(), Class::ExternalService);
    assert_eq!((oldest.first().to_string(), oldest.last().to_string()), ("1.9.0".into(), "1.9.2".into()));
}

#[test]
fn a_release_chooses_the_meaning() {
    assert_eq!(ids(0x0101_0001, "1.9.2"), ["api.server.elasticsearch_down"]);
    assert_eq!(ids(0x0101_0001, "1.10.0"), ["external.elasticsearch.wrong_elasticsearch_version"]);
    assert_eq!(ids(0x0101_0001, "1.10.5"), [""; 0]);
    assert_eq!(
        ids(0x0202_0001, "1.9"),
        ["external.internal_engine.lock_wait_timeout", "external.internal_engine.plugin_bootstrap_lock_wait_timeout"]
    );
    assert_eq!(legacy(0x0202_0001, None).unwrap().count(), 3);
}

#[test]
fn an_id_is_found_under_each_of_its_codes() {
    let columns = |old: Legacy| (old.code().get(), old.first().to_string(), old.last().to_string());
    let meanings: Vec<_> = legacy_by_id("api.server.elasticsearch_down", None).unwrap().map(columns).collect();
    let expected = [(0x0101_0001, "1.9.0", "1.9.2"), (0x0202_0001, "1.10.0", "1.10.4")];
    assert_eq!(meanings, expected.map(|(code, first, last)| (code, first.to_owned(), last.to_owned())));

    let codes = |id: &str, release: &str| -> Vec<u32> {
        legacy_by_id(id, release).unwrap().map(|old| old.code().get()).collect()
    };
    assert_eq!(codes("api.server.elasticsearch_down", "1.9.2"), [0x0101_0001]);
    assert_eq!(codes("api.server.elasticsearch_down", "1.10.4"), [0x0202_0001]);
    assert_eq!(codes("api.server.elasticsearch_down", "1.10.5"), [0; 0]);
    for unknown in ["API.server.elasticsearch_down", "api.server", "", "services.storage.unknown_index"] {
        assert_eq!(legacy_by_id(unknown, None).unwrap().count(), 0, "{unknown}");
    }
    assert_eq!(legacy_by_id("api.server.elasticsearch_down", "latest").err(), Some(InvalidRelease));
}

#[test]
fn every_old_error_is_found() {
    let old = |release: Option<&str>| -> usize {
        let subdomains = (0..8_u32).flat_map(|domain| (0..16).map(move |subdomain| domain << 24 | subdomain << 16));
        let codes = subdomains.flat_map(|first| first..first + 0x100);
        codes.map(|code| legacy(code, release).unwrap().count()).sum()
    };
    assert_eq!(old(None), 412);
    assert_eq!(old(Some("1.9.1")), 61);
    assert_eq!(old(Some("1.10.3")), 369);
    assert_eq!(old(Some("1.10.5")), 0);
}

#[test]
fn signed_codes_and_unknown_ones_are_no_failure() {
    assert_eq!(legacy(-1, None).unwrap().count(), 0);
    assert_eq!(legacy(u32::MAX, "1.9.0").unwrap().count(), 0);
    for release in releases() {
        assert_eq!(legacy(0, release.to_string().as_str()).unwrap().count(), 0);
    }
}

#[test]
fn a_text_that_is_no_release_is_an_error() {
    assert_eq!(legacy(1, "latest").err(), Some(InvalidRelease));
    assert_eq!(legacy(1, Some("")).err(), Some(InvalidRelease));
}
