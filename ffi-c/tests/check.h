/* Checks that stay in builds with NDEBUG and tell every failure, not only the first. */

#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

static int failed_checks = 0;

#define CHECK(condition) check((condition) ? 1 : 0, #condition, __FILE__, __LINE__)

static inline void check(int holds, const char *condition, const char *file, int line) {
  if (!holds) {
    fprintf(stderr, "%s:%d: %s\n", file, line, condition);
    failed_checks++;
  }
}

/* Both are the same text, or both are NULL. */
static inline int same(const char *one, const char *other) {
  return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

/* The status of a program whose checks are done. */
static inline int checked(void) { return failed_checks == 0 ? 0 : 1; }

#endif
