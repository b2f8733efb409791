/* What no caller should give: NULL, text that is not UTF-8, overlong text, NUL inside. */

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "kuzzle_errors.h"

static void null_look_ups(void) {
  kuzzle_fault fault;
  kuzzle_resolution resolution;
  size_t count = 0;

  CHECK(kuzzle_errors_by_id(NULL) == NULL);
  CHECK(kuzzle_errors_all(NULL) != NULL);
  CHECK(kuzzle_errors_legacy_id(1, NULL, NULL) != NULL);
  CHECK(kuzzle_errors_legacy(1, NULL, SIZE_MAX, NULL) == NULL);
  CHECK(kuzzle_definition_cause(NULL) == NULL);
  CHECK(kuzzle_definition_fix(NULL) == NULL);
  CHECK(kuzzle_definition_releases(NULL, 2) == NULL);
  CHECK(kuzzle_registry_by_id(NULL, NULL) == NULL);
  CHECK(kuzzle_registry_by_code(NULL, 0x01010001) == kuzzle_errors_by_code(0x01010001));
  CHECK(kuzzle_registry_all(NULL, &count) == kuzzle_errors_all(NULL) && count == 277);
  CHECK(kuzzle_registry_release(NULL).major == 0);
  CHECK(kuzzle_registry_at(NULL, NULL, &fault) == NULL && fault.kind == KUZZLE_FAULT_RELEASE);
  CHECK(kuzzle_registry_at(NULL, NULL, NULL) == NULL);
  kuzzle_registry_resolve(NULL, NULL, NULL, NULL, NULL);
  kuzzle_registry_resolve(NULL, NULL, NULL, NULL, &resolution);
  CHECK(resolution.definition == NULL);
}

static void null_registries(void) {
  kuzzle_complaints *complaints = (kuzzle_complaints *)&complaints;
  kuzzle_fault fault;
  kuzzle_registry *registry;

  CHECK(kuzzle_registry_load(NULL, KUZZLE_REGISTRY_KIND_ANY, &complaints, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_ARGUMENT && complaints == NULL);
  CHECK(kuzzle_registry_load("x", 4, NULL, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_ARGUMENT);
  CHECK(kuzzle_registry_load(NULL, 0, NULL, NULL) == NULL);
  CHECK(kuzzle_registry_load_text(NULL, 0, NULL, 0, NULL, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_REGISTRY);
  CHECK(kuzzle_registry_load_text(NULL, 5, NULL, 0, NULL, NULL) == NULL);
  CHECK(kuzzle_complaints_count(NULL) == 0 && kuzzle_complaints_at(NULL, 0) == NULL);

  registry = kuzzle_registry_with(NULL, NULL, NULL, &fault);
  CHECK(registry != NULL && fault.kind == KUZZLE_FAULT_NONE);
  CHECK(kuzzle_registry_by_code(registry, 1) == kuzzle_errors_by_code(1));
  kuzzle_registry_free(registry);
}

static void null_errors(void) {
  kuzzle_fault fault;
  uint32_t code = 5;
  size_t length = 5;
  char buffer[4] = "xyz";

  CHECK(kuzzle_error_parse(NULL, NULL, 5, 0, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_ARGUMENT);
  CHECK(kuzzle_error_parse(NULL, NULL, 0, 0, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_JSON);
  CHECK(kuzzle_error_parse(NULL, NULL, 0, 200, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_NONE);
  CHECK(kuzzle_error_parse(NULL, "{", 1, 0, NULL) == NULL);

  CHECK(kuzzle_error_definition(NULL) == NULL);
  CHECK(kuzzle_error_id(NULL, &length) == NULL && length == 0);
  CHECK(!kuzzle_error_code(NULL, &code) && code == 5);
  CHECK(kuzzle_error_class(NULL) == KUZZLE_CLASS_UNKNOWN && kuzzle_error_class_name(NULL) == NULL);
  CHECK(kuzzle_error_status(NULL) == 0);
  CHECK(kuzzle_error_message(NULL, NULL) == NULL && kuzzle_error_report(NULL, NULL) == NULL);
  CHECK(kuzzle_error_stack(NULL, NULL) == NULL && kuzzle_error_context(NULL, NULL) == NULL);
  CHECK(kuzzle_error_context_text(NULL, "index", NULL) == NULL);
  CHECK(kuzzle_error_prop_count(NULL) == 0 && kuzzle_error_prop(NULL, 0) == NULL);
  CHECK(kuzzle_error_failure_count(NULL) == 0 && kuzzle_error_failure(NULL, 0) == NULL);
  CHECK(kuzzle_error_conflict(NULL) == NULL && kuzzle_error_received(NULL, NULL) == NULL);
  CHECK(!kuzzle_error_is(NULL, "x") && kuzzle_error_retry(NULL) == KUZZLE_RETRY_UNKNOWN);
  CHECK(!kuzzle_error_is_retryable(NULL) && !kuzzle_error_needs_login(NULL));
  CHECK(kuzzle_error_to_json(NULL, buffer, sizeof buffer) == 0 && buffer[0] == '\0');
  CHECK(kuzzle_error_to_problem_json(NULL, NULL, 0) == 0);
  CHECK(kuzzle_error_to_attributes_json(NULL, NULL, 0) == 0);
  CHECK(kuzzle_error_to_explanation_json(NULL, NULL, 0) == 0);
  CHECK(kuzzle_error_to_json_text(NULL) == NULL);
  CHECK(kuzzle_failures_count(NULL) == 0 && kuzzle_failures_at(NULL, 0) == NULL);
  CHECK(kuzzle_failures_read(NULL, 0, NULL) == NULL);
  kuzzle_error_set_message(NULL, "x");
  kuzzle_error_set_errors(NULL, NULL, 1);
}

static void null_args(void) {
  kuzzle_error *error = kuzzle_error_new(NULL, NULL, NULL, 3);
  kuzzle_prop no_error = kuzzle_prop_error(NULL);
  kuzzle_prop unknown_kind = {99, 0, 0, NULL, 0, NULL};
  kuzzle_prop no_text = {KUZZLE_PROP_STRING, 0, 0, NULL, 3, NULL};
  const char *no_name = NULL;

  CHECK(kuzzle_error_is(error, "core.fatal.unexpected_error"));
  CHECK(!kuzzle_error_is(error, NULL) && kuzzle_error_context_text(error, NULL, NULL) == NULL);
  kuzzle_error_set_message(error, NULL);
  CHECK(same(kuzzle_error_message(error, NULL), ""));
  kuzzle_error_set_errors(error, NULL, 3);
  kuzzle_error_set_errors(error, &no_error, 1);
  CHECK(kuzzle_error_failure_count(error) == 1);
  kuzzle_error_free(error);

  error = kuzzle_error_new(NULL, "services.storage.unknown_index", &unknown_kind, 1);
  CHECK(same(kuzzle_error_message(error, NULL), "There is no index named \"undefined\""));
  kuzzle_error_free(error);
  error = kuzzle_error_new(NULL, "services.storage.unknown_index", &no_text, 1);
  CHECK(same(kuzzle_error_message(error, NULL), "There is no index named \"\""));
  kuzzle_error_free(error);
  error = kuzzle_error_new_named(NULL, "services.storage.unknown_index", &no_name, &no_text, 1);
  CHECK(same(kuzzle_error_message(error, NULL), "There is no index named \"%s\""));
  kuzzle_error_free(error);
  error = kuzzle_error_new_named(NULL, NULL, NULL, NULL, 2);
  CHECK(kuzzle_error_is(error, "core.fatal.unexpected_error"));
  kuzzle_error_free(error);
}

/* Overlong UTF-8, surrogates, stray bytes: no id, and U+FFFD in texts. */
static void not_utf8(void) {
  static const char *const TEXTS[] = {"\xff", "\xc0\x80", "\xed\xa0\x80", "a\xe2\x82"};
  kuzzle_fault fault;
  kuzzle_prop arg;
  kuzzle_error *error;
  size_t index;

  CHECK(kuzzle_errors_by_id("services.storage.unknown_inde\xff") == NULL);
  for (index = 0; index < sizeof TEXTS / sizeof TEXTS[0]; index++) {
    const char *text = TEXTS[index];
    CHECK(kuzzle_errors_by_id(text) == NULL && kuzzle_registry_by_id(NULL, text) == NULL);
    CHECK(kuzzle_registry_at(NULL, text, &fault) == NULL && fault.kind == KUZZLE_FAULT_RELEASE);
    CHECK(kuzzle_errors_legacy_id(1, text, &fault) == NULL && fault.kind == KUZZLE_FAULT_RELEASE);
    CHECK(kuzzle_registry_load(text, 0, NULL, &fault) == NULL);
    CHECK(fault.kind == KUZZLE_FAULT_REGISTRY);
    CHECK(kuzzle_registry_load_text(text, strlen(text), NULL, 0, NULL, &fault) == NULL);
    CHECK(fault.kind == KUZZLE_FAULT_ARGUMENT);
    arg = kuzzle_prop_string(text);
    error = kuzzle_error_new(NULL, text, &arg, 1);
    CHECK(strstr(kuzzle_error_message(error, NULL), "\xef\xbf\xbd") != NULL);
    kuzzle_error_set_message(error, text);
    CHECK(strstr(kuzzle_error_message(error, NULL), "\xef\xbf\xbd") != NULL);
    CHECK(!kuzzle_error_is(error, text));
    kuzzle_error_free(error);
  }
  error = kuzzle_error_parse(NULL, "\xff\xfe", 2, 500, &fault);
  CHECK(error != NULL && fault.kind == KUZZLE_FAULT_NONE && kuzzle_error_status(error) == 500);
  kuzzle_error_free(error);
}

static void very_long(void) {
  size_t length = 1 << 20;
  char *text = (char *)malloc(length + 1);
  kuzzle_fault fault;
  kuzzle_prop arg;
  kuzzle_error *error;

  if (text == NULL) {
    abort();
  }
  memset(text, 'a', length);
  text[length] = '\0';
  CHECK(kuzzle_errors_by_id(text) == NULL);
  CHECK(kuzzle_registry_at(NULL, text, &fault) == NULL);
  CHECK(strlen(fault.text) < KUZZLE_FAULT_TEXT_SIZE);
  CHECK(kuzzle_registry_load(text, 0, NULL, &fault) == NULL);
  CHECK(strlen(fault.text) == KUZZLE_FAULT_TEXT_SIZE - 1);
  arg = kuzzle_prop_string(text);
  error = kuzzle_error_new(NULL, "services.storage.unknown_index", &arg, 1);
  CHECK(strlen(kuzzle_error_message(error, NULL)) > length);
  kuzzle_error_free(error);
  free(text);
}

/* Texts that come with their length may hold NUL; those that end with NUL end there. */
static void nul_inside(void) {
  kuzzle_prop arg = {KUZZLE_PROP_STRING, 0, 0, "a\0b", 3, NULL};
  kuzzle_error *error = kuzzle_error_new(NULL, "services.storage.unknown_index", &arg, 1);
  static const char body[] = "{\"error\":{\"message\":\"a\\u0000b\",\"id\":\"x\\u0000y\"}}";
  size_t length;
  const char *text = kuzzle_error_message(error, &length);

  CHECK(length == 29 && memcmp(text, "There is no index named \"a\0b\"", 30) == 0);
  CHECK(kuzzle_error_prop(error, 0)->length == 3);
  text = kuzzle_error_to_json_text(error);
  CHECK(strstr(text, "\"a\\u0000b\"") != NULL);
  kuzzle_text_free((char *)text);
  kuzzle_error_free(error);

  error = kuzzle_error_parse(NULL, body, sizeof body - 1, 0, NULL);
  text = kuzzle_error_message(error, &length);
  CHECK(length == 3 && memcmp(text, "a\0b", 4) == 0);
  text = kuzzle_error_id(error, &length);
  CHECK(length == 3 && memcmp(text, "x\0y", 4) == 0);
  CHECK(!kuzzle_error_is(error, "x"));
  kuzzle_error_free(error);

  /* A NUL is no JSON. */
  CHECK(kuzzle_error_parse(NULL, "{}\0", 3, 0, NULL) == NULL);
  CHECK(kuzzle_errors_by_id("services.storage.unknown_index\0tail") != NULL);
}

int main(void) {
  null_look_ups();
  null_registries();
  null_errors();
  null_args();
  not_utf8();
  very_long();
  nul_inside();
  kuzzle_error_free(NULL);
  kuzzle_failures_free(NULL);
  kuzzle_registry_free(NULL);
  kuzzle_complaints_free(NULL);
  kuzzle_text_free(NULL);
  return checked();
}
