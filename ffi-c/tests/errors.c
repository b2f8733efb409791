/* Errors: built, changed, read, written. */

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "kuzzle_errors.h"

static const char UNKNOWN_INDEX[] = "services.storage.unknown_index";

static const char UNKNOWN_INDEX_JSON[] =
    "{\"message\":\"There is no index named \\\"nyc\\\"\",\"status\":412,"
    "\"id\":\"services.storage.unknown_index\",\"code\":16842753,\"props\":[\"nyc\"]}";

static kuzzle_error *parse(const char *body) {
  return kuzzle_error_parse(NULL, body, strlen(body), 0, NULL);
}

static void built(void) {
  kuzzle_prop args[1];
  kuzzle_error *error;
  const kuzzle_prop *prop;
  uint32_t code = 0;
  size_t length;

  args[0] = kuzzle_prop_string("nyc");
  error = kuzzle_error_new(NULL, UNKNOWN_INDEX, args, 1);
  CHECK(kuzzle_error_definition(error) == kuzzle_errors_by_id(UNKNOWN_INDEX));
  CHECK(same(kuzzle_error_id(error, &length), UNKNOWN_INDEX) && length == strlen(UNKNOWN_INDEX));
  CHECK(kuzzle_error_code(error, &code) && code == KUZZLE_SERVICES_STORAGE_UNKNOWN_INDEX);
  CHECK(kuzzle_error_code(error, NULL));
  CHECK(kuzzle_error_class(error) == KUZZLE_CLASS_PRECONDITION);
  CHECK(same(kuzzle_error_class_name(error), "PreconditionError"));
  CHECK(kuzzle_error_status(error) == 412);
  CHECK(same(kuzzle_error_message(error, NULL), "There is no index named \"nyc\""));
  CHECK(kuzzle_error_prop_count(error) == 1);
  prop = kuzzle_error_prop(error, 0);
  CHECK(prop != NULL && prop->kind == KUZZLE_PROP_STRING && same(prop->text, "nyc") &&
        prop->length == 3);
  CHECK(kuzzle_error_prop(error, 1) == NULL);
  CHECK(kuzzle_error_is(error, UNKNOWN_INDEX) && !kuzzle_error_is(error, "services.storage"));
  CHECK(kuzzle_error_retry(error) == KUZZLE_RETRY_NEVER);
  CHECK(!kuzzle_error_is_retryable(error) && !kuzzle_error_needs_login(error));
  CHECK(strstr(kuzzle_error_report(error, NULL), "\nFix: ") != NULL);
  CHECK(same(kuzzle_error_context(error, NULL), "{}"));
  CHECK(kuzzle_error_stack(error, NULL) == NULL);
  CHECK(kuzzle_error_conflict(error) == NULL);
  length = 7;
  CHECK(kuzzle_error_received(error, &length) == NULL && length == 0);
  kuzzle_error_free(error);
}

static void built_by_code(void) {
  kuzzle_prop arg = kuzzle_prop_string("nyc");
  kuzzle_error *error =
      kuzzle_error_new_by_code(NULL, KUZZLE_SERVICES_STORAGE_UNKNOWN_INDEX, &arg, 1);
  CHECK(kuzzle_error_is(error, UNKNOWN_INDEX));
  CHECK(same(kuzzle_error_message(error, NULL), "There is no index named \"nyc\""));
  kuzzle_error_free(error);

  error = kuzzle_error_new_by_code(NULL, 0x7f000001, &arg, 1);
  CHECK(kuzzle_error_is(error, "core.fatal.unexpected_error"));
  CHECK(same(kuzzle_error_prop(error, 0)->text, "0x7f000001"));
  kuzzle_error_free(error);
}

static void props_of_every_kind(void) {
  kuzzle_prop args[8];
  kuzzle_prop undefined = {0, 0, 0, NULL, 0, NULL};
  kuzzle_error *error;

  args[0] = kuzzle_prop_integer(-5);
  args[1] = kuzzle_prop_number(1.0);
  args[2] = kuzzle_prop_number(0.1);
  args[3] = kuzzle_prop_bool(true);
  args[4] = kuzzle_prop_null();
  args[5] = kuzzle_prop_json("{ \"a\": [1, 2] }");
  args[6] = undefined;
  args[7] = kuzzle_prop_string(NULL);
  error = kuzzle_error_new(NULL, "security.token.expired", args, 8);
  CHECK(strstr(kuzzle_error_message(error, NULL),
               " -5 1 0.1 true null {\"a\":[1,2]} undefined null") != NULL);
  CHECK(kuzzle_error_prop(error, 0)->kind == KUZZLE_PROP_INTEGER &&
        kuzzle_error_prop(error, 0)->integer == -5);
  CHECK(kuzzle_error_prop(error, 2)->kind == KUZZLE_PROP_NUMBER &&
        same(kuzzle_error_prop(error, 2)->text, "0.1"));
  CHECK(kuzzle_error_prop(error, 3)->kind == KUZZLE_PROP_BOOL &&
        kuzzle_error_prop(error, 3)->integer == 1);
  CHECK(kuzzle_error_prop(error, 4)->kind == KUZZLE_PROP_NULL);
  CHECK(kuzzle_error_prop(error, 5)->kind == KUZZLE_PROP_JSON);
  CHECK(kuzzle_error_prop(error, 6)->kind == KUZZLE_PROP_UNDEFINED);
  kuzzle_error_free(error);
}

static void batch(void) {
  kuzzle_prop items[3];
  kuzzle_prop arg = kuzzle_prop_string("3 users");
  kuzzle_error *member = kuzzle_error_new(NULL, "services.storage.not_found", NULL, 0);
  kuzzle_error *error = kuzzle_error_new(NULL, "services.storage.incomplete_delete", &arg, 1);

  items[0] = kuzzle_prop_error(member);
  items[1] = kuzzle_prop_string("user-1");
  items[2] = kuzzle_prop_json("{\"_id\":\"user-2\",\"reason\":\"gone\",\"status\":404}");
  CHECK(kuzzle_error_failure_count(error) == 0);
  kuzzle_error_set_errors(error, items, 3);
  kuzzle_error_free(member);
  CHECK(kuzzle_error_failure_count(error) == 3);
  CHECK(kuzzle_error_failure(error, 0)->id == NULL &&
        kuzzle_error_failure(error, 0)->status == 404);
  CHECK(same(kuzzle_error_failure(error, 1)->id, "user-1"));
  CHECK(same(kuzzle_error_failure(error, 1)->raw, "\"user-1\"") &&
        kuzzle_error_failure(error, 1)->raw_length == 8);
  CHECK(same(kuzzle_error_failure(error, 2)->reason, "gone"));
  CHECK(kuzzle_error_failure(error, 3) == NULL);

  /* An error may be an item of its own batch. */
  items[0] = kuzzle_prop_error(error);
  kuzzle_error_set_errors(error, items, 1);
  CHECK(kuzzle_error_failure_count(error) == 1);

  kuzzle_error_set_message(error, "Nobody was deleted");
  CHECK(same(kuzzle_error_message(error, NULL), "Nobody was deleted"));
  kuzzle_error_free(error);
}

static void received(void) {
  static const char body[] =
      "{\"requestId\":\"r-1\",\"status\":412,\"error\":{\"id\":\"services.storage.unknown_index\","
      "\"code\":1,\"message\":\"no\",\"status\":412,\"props\":[\"nyc\"],\"stack\":\"at x\"},"
      "\"volatile\":{\"a\": 1}}";
  kuzzle_fault fault;
  kuzzle_error *error = kuzzle_error_parse(NULL, body, sizeof body - 1, 412, &fault);
  const kuzzle_conflict *conflict;
  size_t length;

  CHECK(fault.kind == KUZZLE_FAULT_NONE);
  CHECK(kuzzle_error_is(error, UNKNOWN_INDEX));
  CHECK(same(kuzzle_error_stack(error, NULL), "at x"));
  CHECK(same(kuzzle_error_context_text(error, "requestId", &length), "r-1") && length == 3);
  CHECK(kuzzle_error_context_text(error, "volatile", &length) == NULL && length == 0);
  CHECK(kuzzle_error_context_text(error, "index", NULL) == NULL);
  CHECK(same(kuzzle_error_context(error, NULL),
             "{\"status\":412,\"requestId\":\"r-1\",\"volatile\":{\"a\": 1}}"));
  CHECK(memcmp(kuzzle_error_received(error, &length), body, sizeof body - 1) == 0);
  CHECK(length == sizeof body - 1);
  conflict = kuzzle_error_conflict(error);
  CHECK(conflict != NULL && conflict->has_code && conflict->received_code == 1 &&
        conflict->has_expected_code && conflict->expected_code == 0x01010001 &&
        !conflict->has_status &&
        conflict->belongs_to == kuzzle_errors_by_id("core.fatal.unexpected_error"));
  kuzzle_error_free(error);
}

static void no_error(void) {
  static const char body[] = "{\"status\":200,\"error\":null,\"result\":{\"errors\":[\"doc-1\"]}}";
  kuzzle_fault fault;
  kuzzle_failures *failures;

  CHECK(kuzzle_error_parse(NULL, body, sizeof body - 1, 200, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_NONE);
  failures = kuzzle_failures_read(body, sizeof body - 1, &fault);
  CHECK(fault.kind == KUZZLE_FAULT_NONE);
  CHECK(kuzzle_failures_count(failures) == 1);
  CHECK(same(kuzzle_failures_at(failures, 0)->id, "doc-1"));
  CHECK(kuzzle_failures_at(failures, 1) == NULL);
  kuzzle_failures_free(failures);
}

static void malformed(void) {
  kuzzle_fault fault;

  CHECK(kuzzle_error_parse(NULL, "{\n  oops", 8, 0, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_JSON && fault.line == 2 && fault.column == 3);
  CHECK(strlen(fault.text) > 0);
  CHECK(kuzzle_failures_read("oops", 4, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_JSON && fault.line == 1 && fault.column == 1);
  CHECK(kuzzle_error_parse_within(NULL, "{\"error\":{}}", 12, 0, 11, 100, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_JSON && strstr(fault.text, "11 bytes") != NULL);
  CHECK(kuzzle_error_parse_within(NULL, "{\"error\":{}}", 12, 0, 12, 1, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_JSON);
}

static void token_expired(void) {
  kuzzle_error *error = parse(
      "{\"type\":\"TokenExpired\",\"status\":200,\"message\":\"Authentication Token Expired\"}");
  CHECK(kuzzle_error_needs_login(error));
  CHECK(kuzzle_error_retry(error) == KUZZLE_RETRY_LOGIN);
  kuzzle_error_free(error);

  error = parse("{\"error\":{\"id\":\"services.storage.not_connected\",\"message\":\"\"}}");
  CHECK(kuzzle_error_is_retryable(error));
  kuzzle_error_free(error);
}

/* As snprintf: the length of the whole text, whatever fits, and a NUL. */
static void written(void) {
  kuzzle_prop arg = kuzzle_prop_string("nyc");
  kuzzle_error *error = kuzzle_error_new(NULL, UNKNOWN_INDEX, &arg, 1);
  size_t length = sizeof UNKNOWN_INDEX_JSON - 1;
  char buffer[sizeof UNKNOWN_INDEX_JSON + 1];
  char *text;

  CHECK(kuzzle_error_to_json(error, NULL, 0) == length);
  CHECK(kuzzle_error_to_json(error, NULL, 100) == length);
  memset(buffer, 'x', sizeof buffer);
  CHECK(kuzzle_error_to_json(error, buffer, 0) == length && buffer[0] == 'x');
  CHECK(kuzzle_error_to_json(error, buffer, 1) == length && buffer[0] == '\0' && buffer[1] == 'x');
  CHECK(kuzzle_error_to_json(error, buffer, 11) == length && same(buffer, "{\"message\""));
  CHECK(buffer[11] == 'x');
  CHECK(kuzzle_error_to_json(error, buffer, length) == length && strlen(buffer) == length - 1);
  CHECK(kuzzle_error_to_json(error, buffer, length + 1) == length);
  CHECK(same(buffer, UNKNOWN_INDEX_JSON));
  CHECK(buffer[length + 1] == 'x');

  text = kuzzle_error_to_json_text(error);
  CHECK(same(text, UNKNOWN_INDEX_JSON));
  kuzzle_text_free(text);
  CHECK(kuzzle_error_to_explanation_json(error, buffer, 7) > 100 && same(buffer, "{\"id\":"));
  CHECK(kuzzle_error_to_problem_json(error, buffer, 9) > 100 && same(buffer, "{\"type\":"));
  CHECK(kuzzle_error_to_attributes_json(error, buffer, 15) > 100 &&
        same(buffer, "{\"error.type\":"));
  kuzzle_error_free(error);
}

int main(void) {
  built();
  built_by_code();
  props_of_every_kind();
  batch();
  received();
  no_error();
  malformed();
  token_expired();
  written();
  return checked();
}
