/* The built-in registry: look-ups, the whole table, the header's constants and macros. */

#include <stddef.h>
#include <string.h>

#include "check.h"
#include "kuzzle_errors.h"

static void check_unknown_index(const kuzzle_definition *definition) {
  CHECK(definition != NULL);
  if (definition == NULL) {
    return;
  }
  CHECK(same(definition->id, "services.storage.unknown_index"));
  CHECK(same(definition->domain, "services"));
  CHECK(same(definition->subdomain, "storage"));
  CHECK(same(definition->name, "unknown_index"));
  CHECK(definition->code == 0x01010001);
  CHECK(definition->error_class == KUZZLE_CLASS_PRECONDITION);
  CHECK(same(definition->class_name, "PreconditionError"));
  CHECK(definition->status == 412);
  CHECK(definition->retry == KUZZLE_RETRY_NEVER);
  CHECK(definition->audience == KUZZLE_AUDIENCE_CLIENT);
  CHECK(strstr(definition->message, "%s") != NULL);
  CHECK(same(definition->description, "The provided data index does not exist"));
  CHECK(definition->deprecated == NULL);
  CHECK(same(definition->url, "https://docs.kuzzle.io/core/2/api/errors/error-codes/services/"));
  CHECK(definition->param_count == 1);
  CHECK(same(definition->params[0], "index"));
  CHECK(definition->params[1] == NULL);
  CHECK(strstr(kuzzle_definition_cause(definition), "index") != NULL);
  CHECK(strstr(kuzzle_definition_fix(definition), "index:create") != NULL);
}

static void look_ups(void) {
  check_unknown_index(kuzzle_errors_by_code(0x01010001));
  check_unknown_index(kuzzle_errors_by_code(KUZZLE_SERVICES_STORAGE_UNKNOWN_INDEX));
  check_unknown_index(kuzzle_errors_by_id("services.storage.unknown_index"));

  CHECK(kuzzle_errors_by_code(0) == NULL);
  CHECK(kuzzle_errors_by_code(0xffffffff) == NULL);
  CHECK(kuzzle_errors_by_id("services.storage.Unknown_index") == NULL);
  CHECK(kuzzle_errors_by_id("services.storage.unknown_index ") == NULL);
}

static void all_definitions(void) {
  size_t count = 0;
  const kuzzle_definition *const *all = kuzzle_errors_all(&count);
  size_t index;

  CHECK(count == 277);
  CHECK(kuzzle_errors_all(NULL) == all);
  for (index = 0; index < count; index++) {
    CHECK(kuzzle_errors_by_id(all[index]->id) == all[index]);
    CHECK(index == 0 || all[index - 1]->code <= all[index]->code);
  }
}

static void releases(void) {
  const kuzzle_definition *reserved = kuzzle_errors_by_id("services.storage.index_reserved");
  const kuzzle_release_range *line = kuzzle_definition_releases(reserved, 1);

  CHECK(line != NULL && line->first.major == 1 && line->first.minor == 10 &&
        line->first.patch == 5);
  CHECK(line != NULL && line->last.major == 1 && line->last.minor == 12 && line->last.patch == 0);
  CHECK(kuzzle_definition_releases(reserved, 2) == NULL);
  line = kuzzle_definition_releases(kuzzle_errors_by_code(KUZZLE_CORE_FATAL_UNEXPECTED_ERROR), 2);
  CHECK(line != NULL && line->first.major == 2 && line->last.major == 0);
}

static void legacy(void) {
  kuzzle_fault fault;

  CHECK(
      same(kuzzle_errors_legacy_id(0x01010001, "1.9.2", &fault), "api.server.elasticsearch_down"));
  CHECK(fault.kind == KUZZLE_FAULT_NONE);
  CHECK(kuzzle_errors_legacy_id(0x01010001, "2", &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_NONE);
  CHECK(kuzzle_errors_legacy_id(0x01010001, "latest", &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_RELEASE && strstr(fault.text, "release") != NULL);
  CHECK(kuzzle_errors_legacy(0x01010001, NULL, 0, NULL) != NULL);
  CHECK(kuzzle_errors_legacy(0x01010001, NULL, 1, NULL) != NULL);
  CHECK(kuzzle_errors_legacy(0x01010001, NULL, 2, NULL) == NULL);
}

#define CHECK_ROW(name, row_code, row_id, row_class, row_status, row_retry, row_audience,          \
                  row_message, row_description)                                                    \
  definition = kuzzle_errors_by_id(row_id);                                                        \
  CHECK(definition != NULL && definition->code == (row_code) && KUZZLE_##name == (row_code) &&     \
        definition->error_class == (row_class) && definition->status == (row_status) &&            \
        definition->retry == (row_retry) && definition->audience == (row_audience) &&              \
        same(definition->message, row_message) && same(definition->description, row_description)); \
  rows++;

#define CASE(name, row_code, row_id, row_class, row_status, row_retry, row_audience, row_message,  \
             row_description)                                                                      \
  case row_code:                                                                                   \
    return row_id;

/* Compiles only if no code comes twice. */
static const char *newest_holder(uint32_t code) {
  switch (code) {
    KUZZLE_ERRORS_BY_CODE(CASE)
  default:
    return NULL;
  }
}

static void header(void) {
  const kuzzle_definition *definition;
  int rows = 0;

  KUZZLE_ERRORS(CHECK_ROW)
  CHECK(rows == 277);
  CHECK(KUZZLE_SERVICES_STORAGE_INDEX_RESERVED == KUZZLE_SERVICES_STORAGE_COLLECTION_RESERVED);
  CHECK(same(newest_holder(KUZZLE_SERVICES_STORAGE_INDEX_RESERVED),
             "services.storage.collection_reserved"));
  CHECK(newest_holder(0) == NULL);

  CHECK(KUZZLE_CODE_DOMAIN(0xc8010005) == 0xc8);
  CHECK(KUZZLE_CODE_SUBDOMAIN(0xc8010005) == 1);
  CHECK(KUZZLE_CODE_NUMBER(0xc8010005) == 5);
  CHECK(KUZZLE_CODE_DOMAIN(-939458555) == 0xc8);

  CHECK(same(kuzzle_errors_version(), KUZZLE_ERRORS_VERSION));
  CHECK(KUZZLE_ERRORS_VERSION_MAJOR == 0 && KUZZLE_ERRORS_VERSION_MINOR == 1 &&
        KUZZLE_ERRORS_VERSION_PATCH == 0);
}

int main(void) {
  look_ups();
  all_definitions();
  releases();
  legacy();
  header();
  return checked();
}
