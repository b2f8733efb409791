use kuzzle_errors::definitions::core::fatal::UNEXPECTED_ERROR;
use kuzzle_errors::definitions::services::storage::{INDEX_RESERVED, UNKNOWN_INDEX};
use kuzzle_errors::{Code, CodeConflict, Conflict, Registry, Resolution, ResolvedBy, StatusConflict};

const NOTHING: Resolution<'static> = Resolution { definition: None, by: None, conflict: None };

fn resolve(id: Option<&str>, code: Option<u32>, status: Option<u16>) -> Resolution<'static> {
    Registry::kuzzle().resolve(id, code.map(Code::from), status)
}

#[test]
fn the_id_decides() {
    let found = Resolution { definition: Some(UNKNOWN_INDEX), by: Some(ResolvedBy::Id), conflict: None };
    assert_eq!(resolve(Some("services.storage.unknown_index"), None, None), found);
    assert_eq!(resolve(Some("services.storage.unknown_index"), Some(0x0101_0001), Some(412)), found);
    let code = CodeConflict {
        received: Code::from(1),
        expected: Some(Code::from(0x0101_0001)),
        belongs_to: Some(UNEXPECTED_ERROR),
    };
    let status = StatusConflict { received: 500, expected: 412 };
    let conflict = Conflict { code: Some(code), status: Some(status) };
    let contradicted = Resolution { conflict: Some(conflict), ..found };
    assert_eq!(resolve(Some("services.storage.unknown_index"), Some(1), Some(500)), contradicted);
}

#[test]
fn the_code_decides_without_an_id() {
    let found = Resolution { definition: Some(UNKNOWN_INDEX), by: Some(ResolvedBy::Code), conflict: None };
    assert_eq!(resolve(None, Some(0x0101_0001), Some(412)), found);
    assert_eq!(resolve(Some("No such index"), Some(0x0101_0001), None), found);
    let code = CodeConflict { received: Code::from(0x0101_0001), expected: None, belongs_to: Some(UNKNOWN_INDEX) };
    let status = StatusConflict { received: 404, expected: 412 };
    let conflict = Conflict { code: Some(code), status: Some(status) };
    assert_eq!(resolve(None, Some(0x0101_0001), Some(404)), Resolution { conflict: Some(conflict), ..NOTHING });
}

#[test]
fn an_unknown_id_is_nobody_of_ours() {
    assert_eq!(resolve(Some("app.orders.too_late"), None, Some(400)), NOTHING);
    assert_eq!(resolve(Some("app.orders.too_late"), Some(0xc801_0005), Some(400)), NOTHING);
    assert_eq!(resolve(None, None, None), NOTHING);
}

#[test]
fn a_narrowed_registry_resolves_as_its_release() {
    let registry = Registry::kuzzle().at("1.12.0").unwrap();
    let resolution = registry.resolve(None, Some(Code::from(0x0101_0016)), Some(400));
    assert_eq!(resolution.definition, Some(INDEX_RESERVED));
}

#[test]
fn names_of_what_decided() {
    assert_eq!([ResolvedBy::Id, ResolvedBy::Code].map(ResolvedBy::name), ["id", "code"]);
}
