/* Eight threads at once: each looks up, reads, builds and writes, and all ask one error and one
 * registry the same. */

#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "kuzzle_errors.h"

enum { THREADS = 8, ROUNDS = 200 };

static const char BODY[] =
    "{\"requestId\":\"r-1\",\"status\":412,\"error\":{\"id\":\"services.storage.unknown_index\","
    "\"code\":16842753,\"message\":\"no\",\"status\":412,\"props\":[\"nyc\"]}}";

static const char MANIFEST[] =
    "{\"name\":\"shop\",\"errors\":{\"late\":{\"code\":1,\"class\":\"BadRequestError\","
    "\"message\":\"Too late for %s\"}}}";

typedef struct {
  const kuzzle_error *error;
  const kuzzle_registry *registry;
} shared;

static int ask(const kuzzle_error *error) {
  return kuzzle_error_is(error, "services.storage.unknown_index") &&
         strcmp(kuzzle_error_message(error, NULL), "no") == 0 &&
         strcmp(kuzzle_error_context_text(error, "requestId", NULL), "r-1") == 0 &&
         strcmp(kuzzle_error_prop(error, 0)->text, "nyc") == 0 &&
         kuzzle_error_failure_count(error) == 0 && kuzzle_error_conflict(error) == NULL &&
         kuzzle_error_to_json(error, NULL, 0) > 50;
}

static int work(const shared *shared) {
  kuzzle_prop arg = kuzzle_prop_string("tea");
  kuzzle_error *read = kuzzle_error_parse(shared->registry, BODY, sizeof BODY - 1, 412, NULL);
  kuzzle_error *built = kuzzle_error_new(shared->registry, "plugin.shop.late", &arg, 1);
  int right = kuzzle_errors_by_code(0x01010001) == kuzzle_error_definition(read) &&
              kuzzle_registry_by_id(shared->registry, "plugin.shop.late") ==
                  kuzzle_error_definition(built) &&
              strcmp(kuzzle_error_message(built, NULL), "Too late for tea") == 0 && ask(read) &&
              ask(shared->error);
  kuzzle_error_free(read);
  kuzzle_error_free(built);
  return right;
}

static void *run(void *argument) {
  const shared *shared_between_all = (const shared *)argument;
  int round;
  for (round = 0; round < ROUNDS; round++) {
    if (!work(shared_between_all)) {
      return argument;
    }
  }
  return NULL;
}

int main(void) {
  pthread_t threads[THREADS];
  kuzzle_registry *shop = kuzzle_registry_load_text(MANIFEST, sizeof MANIFEST - 1, NULL,
                                                    KUZZLE_REGISTRY_KIND_PLUGIN, NULL, NULL);
  kuzzle_registry *registry = kuzzle_registry_with(NULL, shop, NULL, NULL);
  kuzzle_error *error = kuzzle_error_parse(NULL, BODY, sizeof BODY - 1, 0, NULL);
  shared shared_between_all;
  int wrong = 0;
  int index;

  shared_between_all.error = error;
  shared_between_all.registry = registry;
  for (index = 0; index < THREADS; index++) {
    if (pthread_create(&threads[index], NULL, run, &shared_between_all) != 0) {
      return 2;
    }
  }
  for (index = 0; index < THREADS; index++) {
    void *failed = NULL;
    pthread_join(threads[index], &failed);
    wrong += failed != NULL;
  }
  kuzzle_error_free(error);
  kuzzle_registry_free(registry);
  kuzzle_registry_free(shop);
  return wrong;
}
