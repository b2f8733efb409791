use kuzzle_errors::{Audience, Retry, by_id};

#[test]
fn names_of_retry_are_those_of_the_data() {
    let names = [("never", Retry::Never), ("later", Retry::Later), ("check", Retry::Check), ("login", Retry::Login)];
    for (name, retry) in names {
        assert_eq!(Retry::from_name(name), Some(retry));
        assert_eq!(retry.name(), name);
        assert_eq!(retry.to_string(), name);
        assert_eq!(format!("{retry:>6}|"), format!(" {name}|"));
    }
    assert_eq!(Retry::ALL, names.map(|(_, retry)| retry));
}

#[test]
fn names_of_audience_are_those_of_the_data() {
    let names = [("client", Audience::Client), ("plugin", Audience::Plugin), ("operator", Audience::Operator)];
    for (name, audience) in names {
        assert_eq!(Audience::from_name(name), Some(audience));
        assert_eq!(audience.name(), name);
        assert_eq!(audience.to_string(), name);
        assert_eq!(format!("{audience:9}|").len(), 10);
    }
    assert_eq!(Audience::ALL, names.map(|(_, audience)| audience));
}

#[test]
fn other_names_are_unknown() {
    for name in ["", "Never", "NEVER", "never ", "always", "client"] {
        assert_eq!(Retry::from_name(name), None, "{name}");
    }
    for name in ["", "Client", "clients", " client", "never"] {
        assert_eq!(Audience::from_name(name), None, "{name}");
    }
}

#[test]
fn sentences_say_what_the_values_mean() {
    let retry = Retry::ALL.map(Retry::sentence);
    assert_eq!(retry.map(|sentence| sentence.ends_with('.')), [true; 4]);
    assert!(retry[0].contains("fails again"));
    assert!(retry[1].contains("may work later"));
    assert!(retry[2].contains("look before"));
    assert!(retry[3].starts_with("Log in again"));
    let audience = Audience::ALL.map(Audience::sentence);
    assert!(audience[0].contains("client"));
    assert!(audience[1].contains("plugin"));
    assert!(audience[2].contains("operates Kuzzle"));
}

#[test]
fn definitions_carry_the_judgement() {
    let advice = |id| by_id(id).map(|definition| (definition.retry(), definition.audience())).unwrap();
    assert_eq!(advice("security.token.expired").0, Some(Retry::Login));
    assert_eq!(advice("api.process.too_many_requests").0, Some(Retry::Later));
    assert_eq!(advice("services.storage.unknown_index"), (Some(Retry::Never), Some(Audience::Client)));
    assert_eq!(advice("services.cache.not_connected"), (Some(Retry::Later), Some(Audience::Operator)));
    assert_eq!(advice("plugin.assert.not_a_constructor"), (Some(Retry::Never), Some(Audience::Plugin)));
}
