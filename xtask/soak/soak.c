/* Uses everything that allocates, in several threads, for as many seconds as the argument says. */

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kuzzle_errors.h"

enum { THREADS = 4 };

static const char BODY[] =
    "{\"status\":206,\"error\":{\"id\":\"services.storage.incomplete_delete\",\"message\":\"m\","
    "\"status\":206,\"errors\":[{\"_id\":\"a\",\"reason\":\"r\",\"status\":404}],\"x\":[1.50]}}";
static const char MANIFEST[] =
    "{\"name\":\"shop\",\"errors\":{\"late\":{\"code\":1,\"class\":\"BadRequestError\","
    "\"message\":\"Too late: %s\"}}}";

static time_t end;

static void once(void) {
  kuzzle_registry *shop =
      kuzzle_registry_load_text(MANIFEST, sizeof MANIFEST - 1, "manifest.json", 0, NULL, NULL);
  kuzzle_registry *both = kuzzle_registry_with(NULL, shop, NULL, NULL);
  kuzzle_prop prop = kuzzle_prop_string("tomorrow");
  kuzzle_error *built = kuzzle_error_new(both, "plugin.shop.late", &prop, 1);
  kuzzle_error *read = kuzzle_error_parse(both, BODY, sizeof BODY - 1, 206, NULL);
  char *text = kuzzle_error_to_json_text(read);
  if (strcmp(kuzzle_error_message(built, NULL), "Too late: tomorrow") != 0 ||
      kuzzle_error_failure_count(read) != 1 || text == NULL) {
    abort();
  }
  kuzzle_error_report(read, NULL);
  kuzzle_text_free(text);
  kuzzle_error_free(read);
  kuzzle_error_free(built);
  kuzzle_registry_free(both);
  kuzzle_registry_free(shop);
}

static void *work(void *nothing) {
  while (time(NULL) < end) {
    once();
  }
  return nothing;
}

int main(int count, char **arguments) {
  pthread_t threads[THREADS];
  int index;
  end = time(NULL) + (count > 1 ? atoi(arguments[1]) : 1);
  for (index = 0; index < THREADS; index++) {
    if (pthread_create(&threads[index], NULL, work, NULL) != 0) {
      abort();
    }
  }
  for (index = 0; index < THREADS; index++) {
    pthread_join(threads[index], NULL);
  }
  return 0;
}
