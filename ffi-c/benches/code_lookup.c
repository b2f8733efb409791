/* A program that only looks a code up: its size over the empty one is what the library weighs. */

#include "kuzzle_errors.h"

int main(int argument_count, char **arguments) {
  const kuzzle_definition *definition = kuzzle_errors_by_code((uint32_t)argument_count);
  return definition == NULL ? arguments[0][0] : definition->id[0];
}
