/* A client that reads the responses of a Kuzzle server, one a line, and decides what to do about
 * each: use its result, send the request again, log in again, or give up.
 *
 *     client < responses.jsonl */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kuzzle_errors.h"

typedef enum { USE_RESULT, RETRY_LATER, LOG_IN, LOOK_FIRST, GIVE_UP } decision;

static const char *const DECISIONS[] = {"use the result", "retry later", "log in", "look first",
                                        "give up"};

/* The definition knows what to do; without one, only the status tells. */
static decision decide(const kuzzle_error *error) {
  switch (kuzzle_error_retry(error)) {
  case KUZZLE_RETRY_LATER:
    return RETRY_LATER;
  case KUZZLE_RETRY_LOGIN:
    return LOG_IN;
  case KUZZLE_RETRY_CHECK:
    return LOOK_FIRST;
  case KUZZLE_RETRY_NEVER:
    return GIVE_UP;
  case KUZZLE_RETRY_UNKNOWN:
    break;
  }
  switch (kuzzle_error_status(error)) {
  case 401:
    return LOG_IN;
  case 429:
  case 503:
  case 504:
    return RETRY_LATER;
  default:
    return GIVE_UP;
  }
}

static void explain(const kuzzle_error *error) {
  const kuzzle_definition *definition = kuzzle_error_definition(error);
  const char *id = kuzzle_error_id(error, NULL);
  size_t index;

  printf("%s: %s: %s (%s)\n", DECISIONS[decide(error)], id == NULL ? "unknown error" : id,
         kuzzle_error_message(error, NULL), kuzzle_error_class_name(error));
  if (definition != NULL) {
    printf("  %s\n", kuzzle_definition_fix(definition));
  }
  for (index = 0; index < kuzzle_error_failure_count(error); index++) {
    const kuzzle_failure *failure = kuzzle_error_failure(error, index);
    printf("  %s: %s\n", failure->id == NULL ? "an item" : failure->id,
           failure->reason == NULL ? failure->raw : failure->reason);
  }
}

static void read_response(const char *body) {
  kuzzle_fault fault;
  kuzzle_error *error = kuzzle_error_parse(NULL, body, strlen(body), 0, &fault);

  if (error != NULL) {
    explain(error);
  } else if (fault.kind == KUZZLE_FAULT_NONE) {
    printf("%s\n", DECISIONS[USE_RESULT]);
  } else {
    printf("no response of Kuzzle: %zu:%zu: %s\n", fault.line, fault.column, fault.text);
  }
  kuzzle_error_free(error);
}

int main(void) {
  static char line[1 << 16];

  while (fgets(line, sizeof line, stdin) != NULL) {
    read_response(line);
  }
  return ferror(stdin) ? EXIT_FAILURE : EXIT_SUCCESS;
}
