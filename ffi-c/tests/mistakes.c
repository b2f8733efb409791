/* Makes the mistake that its argument names, to prove that a checking tool is really in: it has to
 * stop the program. */

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kuzzle_errors.h"

static volatile int counter;

static void *count(void *argument) {
  int round;
  for (round = 0; round < 100000; round++) {
    counter++;
  }
  return argument;
}

static void race(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, count, NULL) == 0) {
    count(NULL);
    pthread_join(thread, NULL);
  }
}

/* A text of the library, read after it was freed. */
static void use_after_free(void) {
  kuzzle_error *error = kuzzle_error_new(NULL, NULL, NULL, 0);
  const char *message = kuzzle_error_message(error, NULL);
  kuzzle_error_free(error);
  putchar(message[0]);
}

/* The library writes into room that is not there. */
static void short_buffer(void) {
  kuzzle_error *error = kuzzle_error_new(NULL, NULL, NULL, 0);
  char *buffer = (char *)malloc(8);
  kuzzle_error_to_json(error, buffer, 64);
  putchar(buffer[0]);
  free(buffer);
  kuzzle_error_free(error);
}

/* Many times: the last pointer may still stand in a register. */
static void leak(void) {
  int round;
  for (round = 0; round < 16; round++) {
    kuzzle_error_new(NULL, NULL, NULL, 0);
  }
}

static void overflow(void) {
  volatile int highest = INT_MAX;
  highest = highest + 1;
}

int main(int argument_count, char **arguments) {
  static const struct {
    const char *name;
    void (*make)(void);
  } MISTAKES[] = {
      {"race", race},
      {"use-after-free", use_after_free},
      {"short-buffer", short_buffer},
      {"leak", leak},
      {"overflow", overflow},
  };
  size_t index;
  for (index = 0; argument_count == 2 && index < sizeof MISTAKES / sizeof MISTAKES[0]; index++) {
    if (strcmp(arguments[1], MISTAKES[index].name) == 0) {
      MISTAKES[index].make();
      return 0;
    }
  }
  fprintf(stderr, "no such mistake\n");
  return 0;
}
