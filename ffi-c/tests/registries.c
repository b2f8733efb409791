/* Registries: loaded, put together, narrowed. The argument is the folder of a registry. */

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "kuzzle_errors.h"

static const char MANIFEST[] =
    "{\"name\":\"shop\",\"errors\":{\"late\":{\"code\":1,\"class\":\"BadRequestError\","
    "\"message\":\"Too late for %s\",\"description\":\"Late\",\"params\":[\"item\"]}}}";

/* Gives the message of a built-in error other words. */
static const char OVERLAY[] =
    "{\"code\":1,\"subDomains\":{\"storage\":{\"code\":1,\"errors\":{\"unknown_index\":{\"code\":1,"
    "\"class\":\"PreconditionError\",\"message\":\"No %s\",\"description\":\"No such index\"}}}}}";

/* Gives an id of Kuzzle another code. */
static const char CONFLICT[] =
    "{\"code\":1,\"subDomains\":{\"storage\":{\"code\":1,\"errors\":{\"unknown_index\":{\"code\":9,"
    "\"class\":\"PreconditionError\",\"message\":\"m\",\"description\":\"d\"}}}}}";

static kuzzle_registry *load(const char *text, const char *file_name) {
  return kuzzle_registry_load_text(text, strlen(text), file_name, KUZZLE_REGISTRY_KIND_ANY, NULL,
                                   NULL);
}

static void look_ups(void) {
  kuzzle_registry *shop = load(MANIFEST, "manifest.json");
  const kuzzle_definition *late = kuzzle_registry_by_id(shop, "plugin.shop.late");
  size_t count = 0;

  CHECK(late != NULL && late->code == 0x04000001 && late->error_class == KUZZLE_CLASS_BAD_REQUEST);
  CHECK(late != NULL && same(late->domain, "plugin") && same(late->subdomain, "shop") &&
        same(late->name, "late") && same(late->description, "Late"));
  CHECK(late != NULL && late->param_count == 1 && same(late->params[0], "item") &&
        late->params[1] == NULL);
  CHECK(late != NULL && late->url == NULL && late->deprecated == NULL &&
        late->retry == KUZZLE_RETRY_UNKNOWN && late->audience == KUZZLE_AUDIENCE_UNKNOWN);
  CHECK(kuzzle_definition_cause(late) == NULL && kuzzle_definition_fix(late) == NULL);
  CHECK(kuzzle_definition_releases(late, 1) == NULL && kuzzle_definition_releases(late, 2) == NULL);
  CHECK(kuzzle_registry_by_code(shop, 0x04000001) == late);
  CHECK(kuzzle_registry_by_code(shop, 0x01010001) == NULL);
  CHECK(kuzzle_registry_all(shop, &count)[0] == late && count == 1);
  CHECK(kuzzle_registry_release(shop).major == 0);
  kuzzle_registry_free(shop);
}

static void put_together(void) {
  kuzzle_registry *shop = load(MANIFEST, "manifest.json");
  kuzzle_registry *both = kuzzle_registry_with(NULL, shop, NULL, NULL);
  size_t count = 0;

  kuzzle_registry_free(shop);
  CHECK(kuzzle_registry_by_id(both, "plugin.shop.late") != NULL);
  CHECK(kuzzle_registry_by_code(both, 0x01010001) == kuzzle_errors_by_code(0x01010001));
  CHECK(kuzzle_registry_all(both, &count) != NULL && count == 278);
  CHECK(kuzzle_registry_all(both, NULL) != NULL);
  kuzzle_registry_free(both);
}

static void overlay(void) {
  kuzzle_registry *file = load(OVERLAY, "1-services.json");
  kuzzle_registry *both = kuzzle_registry_with(NULL, file, NULL, NULL);
  const kuzzle_definition *built_in = kuzzle_errors_by_code(0x01010001);
  const kuzzle_definition *found = kuzzle_registry_by_code(both, 0x01010001);

  CHECK(found != built_in && same(found->message, "No %s") && same(found->params[0], "index"));
  CHECK(same(kuzzle_definition_fix(found), kuzzle_definition_fix(built_in)));
  CHECK(found->retry == built_in->retry && same(found->url, built_in->url));
  CHECK(kuzzle_definition_releases(found, 2)->first.major == 2);
  kuzzle_registry_free(file);
  kuzzle_registry_free(both);
}

static void conflict(void) {
  kuzzle_registry *file = load(CONFLICT, "1-services.json");
  kuzzle_complaints *complaints;
  kuzzle_fault fault;

  CHECK(kuzzle_registry_with(NULL, file, &complaints, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_REGISTRY && fault.line == 1);
  CHECK(strstr(fault.text, "1-services.json:1:") == fault.text);
  CHECK(kuzzle_complaints_count(complaints) == 1);
  CHECK(same(kuzzle_complaints_at(complaints, 0)->rule, "id-conflict"));
  CHECK(kuzzle_complaints_at(complaints, 1) == NULL);
  kuzzle_complaints_free(complaints);
  kuzzle_registry_free(file);
}

static void complaints(void) {
  static const char text[] =
      "{\n\"name\":\"shop\",\"errors\":{\n\"a\":{\"code\":70000,\"class\":\"BadRequestError\","
      "\"message\":\"m\"},\n\"b\":{\"code\":2,\"class\":\"Teapot\",\"message\":\"m\"}}}";
  kuzzle_complaints *found;
  kuzzle_fault fault;
  const kuzzle_complaint *first;

  CHECK(kuzzle_registry_load_text(text, sizeof text - 1, "manifest.json",
                                  KUZZLE_REGISTRY_KIND_PLUGIN, &found, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_REGISTRY && fault.line == 3);
  CHECK(kuzzle_complaints_count(found) == 2);
  first = kuzzle_complaints_at(found, 0);
  CHECK(same(first->file, "manifest.json") && same(first->path, "$.errors.a.code"));
  CHECK(same(first->value, "70000") && same(first->rule, "code-range"));
  CHECK(first->line == 3 && first->column == 13);
  CHECK(first->severity == KUZZLE_SEVERITY_ERROR && strlen(first->message) > 0);
  CHECK(kuzzle_complaints_at(found, 1)->line == 4);
  kuzzle_complaints_free(found);
}

static void warnings(void) {
  static const char text[] =
      "{\"app\":{\"code\":200,\"subDomains\":{\"orders\":{\"code\":1,\"errors\":{\"zero\":{"
      "\"code\":0,\"class\":\"BadRequestError\",\"message\":\"m\"}}}}}}";
  kuzzle_complaints *found;
  kuzzle_fault fault;
  kuzzle_registry *registry = kuzzle_registry_load_text(text, sizeof text - 1, NULL,
                                                        KUZZLE_REGISTRY_KIND_APP, &found, &fault);
  CHECK(registry != NULL && fault.kind == KUZZLE_FAULT_NONE);
  CHECK(kuzzle_complaints_count(found) == 1);
  CHECK(kuzzle_complaints_at(found, 0)->severity == KUZZLE_SEVERITY_WARNING);
  CHECK(kuzzle_complaints_at(found, 0)->file == NULL);
  kuzzle_complaints_free(found);
  kuzzle_registry_free(registry);
}

static void files(const char *folder) {
  kuzzle_complaints *found;
  kuzzle_fault fault;
  kuzzle_registry *registry =
      kuzzle_registry_load(folder, KUZZLE_REGISTRY_KIND_KUZZLE, &found, &fault);
  size_t count = 0;

  CHECK(registry != NULL && fault.kind == KUZZLE_FAULT_NONE && found == NULL);
  CHECK(kuzzle_registry_all(registry, &count) != NULL && count == 274);
  kuzzle_registry_free(registry);

  CHECK(kuzzle_registry_load("no/such/folder", KUZZLE_REGISTRY_KIND_ANY, &found, &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_REGISTRY && fault.line == 0 && fault.column == 0);
  CHECK(same(kuzzle_complaints_at(found, 0)->rule, "file") &&
        same(kuzzle_complaints_at(found, 0)->file, "no/such/folder"));
  kuzzle_complaints_free(found);
}

static void narrowed(void) {
  kuzzle_fault fault;
  kuzzle_registry *old = kuzzle_registry_at(NULL, "v1", &fault);
  kuzzle_release release = kuzzle_registry_release(old);
  size_t count = 0;

  CHECK(fault.kind == KUZZLE_FAULT_NONE);
  CHECK(release.major == 1 && release.minor == 12 && release.patch == 0);
  CHECK(same(kuzzle_registry_by_code(old, 0x01010016)->id, "services.storage.index_reserved"));
  CHECK(kuzzle_registry_by_id(old, "services.storage.collection_reserved") == NULL);
  CHECK(kuzzle_registry_all(old, &count) != NULL && count == 209);
  kuzzle_registry_free(old);

  CHECK(kuzzle_registry_at(NULL, "latest", &fault) == NULL);
  CHECK(fault.kind == KUZZLE_FAULT_RELEASE);
}

static void resolved(void) {
  uint32_t code = 1;
  uint16_t status = 400;
  kuzzle_resolution found;

  kuzzle_registry_resolve(NULL, "services.storage.unknown_index", &code, &status, &found);
  CHECK(found.definition == kuzzle_errors_by_code(0x01010001) && found.by == KUZZLE_RESOLVED_BY_ID);
  CHECK(found.has_conflict && found.conflict.has_code && found.conflict.received_code == 1);
  CHECK(found.conflict.has_status && found.conflict.expected_status == 412);
  kuzzle_registry_resolve(NULL, NULL, &code, NULL, &found);
  CHECK(found.by == KUZZLE_RESOLVED_BY_CODE && !found.has_conflict);
  kuzzle_registry_resolve(NULL, NULL, NULL, NULL, &found);
  CHECK(found.definition == NULL && found.by == KUZZLE_RESOLVED_BY_NOTHING && !found.has_conflict);
}

/* An error keeps its definition when the registry is gone, and a registry its own. */
static void outlives(void) {
  kuzzle_registry *shop = load(MANIFEST, "manifest.json");
  kuzzle_registry *narrow = kuzzle_registry_at(shop, "2", NULL);
  kuzzle_prop arg = kuzzle_prop_string("tea");
  kuzzle_error *error = kuzzle_error_new(shop, "plugin.shop.late", &arg, 1);
  const kuzzle_definition *definition = kuzzle_error_definition(error);

  kuzzle_registry_free(shop);
  CHECK(kuzzle_registry_by_id(narrow, "plugin.shop.late") == definition);
  kuzzle_registry_free(narrow);
  CHECK(same(definition->id, "plugin.shop.late") && kuzzle_definition_fix(definition) == NULL);
  CHECK(same(kuzzle_error_message(error, NULL), "Too late for tea"));
  kuzzle_error_free(error);
}

int main(int argument_count, char **arguments) {
  if (argument_count != 2) {
    fprintf(stderr, "usage: %s FOLDER\n", arguments[0]);
    return 2;
  }
  look_ups();
  put_together();
  overlay();
  conflict();
  complaints();
  warnings();
  files(arguments[1]);
  narrowed();
  resolved();
  outlives();
  return checked();
}
