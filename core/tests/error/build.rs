use core::error::Error;

use kuzzle_errors::definitions::security::token::EXPIRED;
use kuzzle_errors::definitions::services::storage::{IMPORT_FAILED, NOT_CONNECTED, NOT_FOUND, UNKNOWN_INDEX};
use kuzzle_errors::{Class, Code, KuzzleError, NO_PROPS, Prop, Registry, Retry, error};

#[test]
fn an_error_is_one_pointer_that_may_go_to_other_threads() {
    fn assert_send_and_sync<T: Send + Sync + 'static>() {}
    assert_send_and_sync::<KuzzleError>();
    assert_eq!(size_of::<Result<(), KuzzleError>>(), size_of::<usize>());
}

#[test]
fn a_built_error_has_all_of_its_definition() {
    let error = UNKNOWN_INDEX.error(["nyc"]);
    assert_eq!(error.id(), Some("services.storage.unknown_index"));
    assert_eq!(error.code(), Some(Code::from(0x0101_0001)));
    assert_eq!((error.class(), error.status()), (Class::Precondition, 412));
    assert_eq!(error.message(), "There is no index named \"nyc\"");
    assert_eq!(error.props(), ["nyc".into()]);
    assert_eq!(error.definition(), Some(UNKNOWN_INDEX));
    assert_eq!(error.conflict(), None);
    assert_eq!(error.retry(), Some(Retry::Never));
    assert!(error.errors().is_empty());
    assert_eq!(error.count(), 0);
    assert!(error.source().is_none());
}

#[test]
fn an_error_tells_whether_the_request_may_work_later_or_after_a_login() {
    let advice = |error: KuzzleError| (error.is_retryable(), error.needs_login());
    assert_eq!(advice(UNKNOWN_INDEX.error(["nyc"])), (false, false));
    assert_eq!(advice(IMPORT_FAILED.error(NO_PROPS)), (false, false));
    assert_eq!(advice(NOT_CONNECTED.error(NO_PROPS)), (true, false));
    assert_eq!(advice(EXPIRED.error(NO_PROPS)), (false, true));
}

#[test]
fn an_error_is_told_from_others_by_its_id() {
    let error = UNKNOWN_INDEX.error(["nyc"]);
    assert!(error.is(UNKNOWN_INDEX) && error.is("services.storage.unknown_index"));
    assert!(!error.is(NOT_FOUND) && !error.is("services.storage.Unknown_index"));
}

#[test]
fn args_may_be_of_one_type_or_of_many() {
    let expected = NOT_FOUND.error(["1", "nyc", "taxi"]).message().to_owned();
    assert_eq!(NOT_FOUND.error(vec!["1".to_owned(), "nyc".to_owned(), "taxi".to_owned()]).message(), expected);
    assert_eq!(NOT_FOUND.error([Prop::from(1), "nyc".into(), String::from("taxi").into()]).message(), expected);
    assert_eq!(NOT_FOUND.error("1 nyc taxi".split(' ')).message(), expected);
    assert_eq!(NOT_FOUND.error(NO_PROPS).message(), NOT_FOUND.message());
}

#[test]
fn params_given_twice_have_the_last_value() {
    let error = UNKNOWN_INDEX.error_named([("index", "paris"), ("index", "nyc")]);
    assert_eq!(error.props(), ["nyc".into()]);
    assert_eq!(error.message(), "There is no index named \"nyc\"");
}

#[test]
fn what_is_changed_of_a_clone_leaves_the_original() {
    let error = IMPORT_FAILED.error(NO_PROPS);
    let changed = error.clone().with_message("changed").with_errors(["doc-1"]);
    assert_eq!(error.message(), "Failed to import some or all documents");
    assert_eq!((error.count(), changed.count()), (0, 1));
    assert_eq!(changed.errors(), ["doc-1".into()]);
    assert_eq!(changed.message(), "changed");
}

#[test]
fn an_unknown_id_gives_an_error_all_the_same() {
    let unknown = error("no.such.id", ["nyc"]);
    assert_eq!(unknown.id(), Some("core.fatal.unexpected_error"));
    assert_eq!(unknown.message(), "Kuzzle raised an error whose identifier is not declared: no.such.id");
    let before_2_0 = Registry::kuzzle().at("1.12.0").unwrap();
    let collection_reserved = before_2_0.error("services.storage.collection_reserved", ["users"]);
    assert_eq!(collection_reserved.id(), Some("core.fatal.unexpected_error"));
    assert_eq!(collection_reserved.props(), ["services.storage.collection_reserved".into()]);
}

#[test]
fn an_error_shows_its_message() {
    let error = UNKNOWN_INDEX.error(["nyc"]);
    assert_eq!(error.to_string(), "There is no index named \"nyc\"");
    assert_eq!(format!("{error:>30}|"), " There is no index named \"nyc\"|");
    assert_eq!(error.clone().with_message("").to_string(), "PreconditionError, status 412");
    let expected = r#"KuzzleError { id: Some("services.storage.unknown_index"), code: Some(Code(0x01010001)), class: Precondition, status: 412, message: "gone", .. }"#;
    assert_eq!(format!("{:?}", error.with_message("gone")), expected);
}

#[test]
fn a_report_has_cause_and_fix() {
    let report = UNKNOWN_INDEX.error(["nyc"]).report().to_string();
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines[0], "services.storage.unknown_index (0x01010001, PreconditionError, status 412)");
    assert_eq!(lines[1], "There is no index named \"nyc\"");
    assert_eq!(lines[2].strip_prefix("Cause: "), UNKNOWN_INDEX.cause());
    assert_eq!(lines[3].strip_prefix("Fix: "), UNKNOWN_INDEX.fix());
    assert_eq!(lines.len(), 4);
}

#[cfg(feature = "json")]
#[test]
fn a_report_leaves_out_what_is_unknown() {
    let manifest =
        r#"{"name": "shop", "errors": {"late": {"code": 1, "class": "BadRequestError", "message": "Late"}}}"#;
    let shop = Registry::load_str(manifest).unwrap();
    let late = shop.error("plugin.shop.late", NO_PROPS);
    assert_eq!(late.report().to_string(), "plugin.shop.late (0x04000001, BadRequestError, status 400)\nLate");
    let unknown = kuzzle_errors::parse(r#"{"error":{"message":"","status":404}}"#, None).unwrap().unwrap();
    let told = "unknown error (NotFoundError, status 404)\nNotFoundError, status 404";
    assert_eq!(unknown.report().to_string(), told);
}

#[test]
fn the_source_is_given_back() {
    let cause = Code::parse("nyc").unwrap_err();
    let error = UNKNOWN_INDEX.error(["nyc"]).with_source(cause);
    assert_eq!(error.source().unwrap().to_string(), cause.to_string());
    assert_eq!(error.source().unwrap().downcast_ref(), Some(&cause));
}

#[test]
fn props_of_every_kind_are_kept() {
    let props = [
        Prop::Undefined,
        Prop::Null,
        true.into(),
        7.into(),
        1.5.into(),
        u64::MAX.into(),
        std::borrow::Cow::from("nyc").into(),
        Prop::Json("{ \"a\": 1 }".into()),
    ];
    let error = IMPORT_FAILED.error(props.clone());
    assert_eq!(error.props(), props);
    let shown: Vec<String> = props.iter().map(Prop::to_string).collect();
    assert_eq!(shown, ["undefined", "null", "true", "7", "1.5", "18446744073709551615n", "nyc", "{\"a\":1}"]);
}

#[test]
fn props_are_kept_beyond_the_texts_they_were_made_from() {
    let error = {
        let text = String::from("nyc");
        UNKNOWN_INDEX.error([&text])
    };
    assert_eq!(error.props(), ["nyc".into()]);
}

#[test]
fn options_of_values_are_null_where_they_are_none() {
    assert_eq!(Prop::from(Some("nyc")), Prop::from("nyc"));
    assert_eq!(Prop::from(None::<&str>), Prop::Null);
    assert_eq!(UNKNOWN_INDEX.error([None::<&str>]).message(), "There is no index named \"null\"");
}
