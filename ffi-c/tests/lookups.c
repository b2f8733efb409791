/* Look-ups in the built-in registry. Compiled as C99 and as C++17, linked with the shared and the
 * static library. */

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "kuzzle_errors.h"

static void check(const kuzzle_definition *definition) {
  assert(definition != NULL);
  assert(strcmp(definition->id, "services.storage.unknown_index") == 0);
  assert(definition->code == 0x01010001);
  assert(definition->error_class == KUZZLE_CLASS_PRECONDITION);
  assert(strcmp(definition->class_name, "PreconditionError") == 0);
  assert(definition->status == 412);
  assert(strstr(definition->message, "%s") != NULL);
  assert(strcmp(definition->description, "The provided data index does not exist") == 0);
  assert(definition->param_count == 1);
  assert(strcmp(definition->params[0], "index") == 0);
  assert(definition->params[1] == NULL);
}

int main(void) {
  check(kuzzle_errors_by_code(0x01010001));
  check(kuzzle_errors_by_id("services.storage.unknown_index"));

  assert(kuzzle_errors_by_code(0) == NULL);
  assert(kuzzle_errors_by_code(0xffffffff) == NULL);
  assert(kuzzle_errors_by_id(NULL) == NULL);
  assert(kuzzle_errors_by_id("") == NULL);
  assert(kuzzle_errors_by_id("services.storage.Unknown_index") == NULL);
  assert(kuzzle_errors_by_id("services.storage.unknown_index ") == NULL);
  assert(kuzzle_errors_by_id("services.storage.unknown_inde\xff") == NULL);
  return 0;
}
