use kuzzle_errors::definitions::{api, cluster, core, network, plugin, protocol, security, services, validation};
use kuzzle_errors::{Definition, by_id};

#[test]
fn constants_are_the_definitions_they_are_named_after() {
    let constants: [(Definition<'static>, &str, u32); 17] = [
        (core::fatal::UNEXPECTED_ERROR, "core.fatal.unexpected_error", 0x0000_0001),
        (core::debugger::METHOD_NOT_FOUND, "core.debugger.method_not_found", 0x0005_0005),
        (services::storage::UNKNOWN_INDEX, "services.storage.unknown_index", 0x0101_0001),
        (services::storage::INCOMPLETE_FETCH, "services.storage.incomplete_fetch", 0x0101_0008),
        (services::storage::INDEX_RESERVED, "services.storage.index_reserved", 0x0101_0016),
        (services::storage::COLLECTION_RESERVED, "services.storage.collection_reserved", 0x0101_0016),
        (services::storage::NO_MAPPING_FOUND, "services.storage.no_mapping_found", 0x0101_0025),
        (services::koncorde::ELASTIC_TRANSLATION_ERROR, "services.koncorde.elastic_translation_error", 0x0105_0001),
        (api::process::TOO_MANY_REQUESTS, "api.process.too_many_requests", 0x0202_0008),
        (network::websocket::RATELIMIT_EXCEEDED, "network.websocket.ratelimit_exceeded", 0x0303_0002),
        (plugin::assert::INVALID_PLUGINS_DIR, "plugin.assert.invalid_plugins_dir", 0x0401_0001),
        (plugin::strategy::MISSING_OPTIONAL_METHOD, "plugin.strategy.missing_optional_method", 0x0403_0015),
        (validation::assert::INCORRECT_VALIDATION_FORMAT, "validation.assert.incorrect_validation_format", 0x0501_000e),
        (protocol::runtime::INVALID_CONNECTION, "protocol.runtime.invalid_connection", 0x0601_0001),
        (security::token::EXPIRED, "security.token.expired", 0x0701_0006),
        (security::cookie::UNSUPPORTED, "security.cookie.unsupported", 0x0707_0002),
        (cluster::fatal::DESYNC, "cluster.fatal.desync", 0x0800_0001),
    ];
    for (constant, id, code) in constants {
        assert_eq!(constant.id(), id);
        assert_eq!(constant.code().get(), code, "{id}");
        assert_eq!(by_id(id), Some(constant));
    }
}

#[test]
fn constants_are_usable_at_compile_time() {
    const ASKED: Definition<'static> = security::token::EXPIRED;
    assert_eq!(ASKED.status(), 401);
}
