/* Look-ups through the shared library, beside librdkafka's and glibc's names of errors and beside
 * bsearch, in random order. Prints a line for each: group, name, nanoseconds, separated by tabs. */

#define _GNU_SOURCE

#include <librdkafka/rdkafka.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kuzzle_errors.h"

enum { KEYS = 8192, ROUNDS = 31, PASSES = 25, MOST_DEFINITIONS = 1024 };

/* A key of each kind. */
typedef union {
  uint32_t code;
  int number;
  const char *id;
} key;

static const char *sorted_ids[MOST_DEFINITIONS];
static size_t id_count;

/* Xorshift: Marsaglia 2003; the same keys in every run. */
static uint64_t state = 0x2545f4914f6cdd1d;

static size_t draw(size_t count) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (size_t)(state >> 33) % count;
}

static int compare_ids(const void *one, const void *other) {
  return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Each look-up is called as a program would call it: one call to its library. */
#define MEASURE(name, expression)                                                                  \
  static double name(const key *keys) {                                                            \
    struct timespec begin, end;                                                                    \
    clock_gettime(CLOCK_MONOTONIC, &begin);                                                        \
    for (int pass = 0; pass < PASSES; pass++) {                                                    \
      for (size_t index = 0; index < KEYS; index++) {                                              \
        key key = keys[index];                                                                     \
        __asm__ volatile("" : "+r"(key));                                                          \
        const void *found = (expression);                                                          \
        __asm__ volatile("" : : "r"(found));                                                       \
      }                                                                                            \
    }                                                                                              \
    clock_gettime(CLOCK_MONOTONIC, &end);                                                          \
    double time =                                                                                  \
        (double)(end.tv_sec - begin.tv_sec) * 1e9 + (double)(end.tv_nsec - begin.tv_nsec);         \
    return time / PASSES / KEYS;                                                                   \
  }

MEASURE(nothing, key.id)
MEASURE(by_code, kuzzle_errors_by_code(key.code))
MEASURE(rdkafka, rd_kafka_err2name((rd_kafka_resp_err_t)key.number))
MEASURE(glibc, strerrorname_np(key.number))
MEASURE(by_id, kuzzle_errors_by_id(key.id))
MEASURE(searched, bsearch(&key.id, sorted_ids, id_count, sizeof sorted_ids[0], compare_ids))

static key codes[KEYS], kafka_errors[KEYS], errnos[KEYS], ids[KEYS];

static void draw_keys(void) {
  const kuzzle_definition *const *all = kuzzle_errors_all(&id_count);
  /* What is asked for stands elsewhere than what is found. */
  static const char *copies[MOST_DEFINITIONS];
  const struct rd_kafka_err_desc *kafka;
  size_t kafka_count;
  rd_kafka_get_err_descs(&kafka, &kafka_count);
  for (size_t index = 0; index < id_count; index++) {
    sorted_ids[index] = all[index]->id;
    copies[index] = strdup(all[index]->id);
  }
  qsort(sorted_ids, id_count, sizeof sorted_ids[0], compare_ids);
  for (size_t index = 0; index < KEYS; index++) {
    const struct rd_kafka_err_desc *error;
    do {
      error = &kafka[draw(kafka_count)];
    } while (error->name == NULL);
    kafka_errors[index].number = error->code;
    codes[index].code = all[draw(id_count)]->code;
    ids[index].id = copies[draw(id_count)];
    do {
      errnos[index].number = (int)draw(134);
    } while (strerrorname_np(errnos[index].number) == NULL);
  }
}

static const struct {
  const char *group, *name;
  double (*measure)(const key *keys);
  const key *keys;
} CASES[] = {
    {"by_code", "loop alone", nothing, codes},
    {"by_code", "kuzzle-errors", by_code, codes},
    {"by_code", "librdkafka rd_kafka_err2name", rdkafka, kafka_errors},
    {"by_code", "glibc strerrorname_np", glibc, errnos},
    {"by_id", "loop alone", nothing, ids},
    {"by_id", "kuzzle-errors", by_id, ids},
    {"by_id", "bsearch over the sorted ids", searched, ids},
};

enum { CASE_COUNT = sizeof CASES / sizeof CASES[0] };

static int compare_times(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

int main(void) {
  static double times[CASE_COUNT][ROUNDS];
  draw_keys();
  /* Side by side: each round measures every case. */
  for (size_t round = 0; round < ROUNDS; round++) {
    for (size_t index = 0; index < CASE_COUNT; index++) {
      times[index][round] = CASES[index].measure(CASES[index].keys);
    }
  }
  for (size_t index = 0; index < CASE_COUNT; index++) {
    qsort(times[index], ROUNDS, sizeof times[index][0], compare_times);
    printf("%s\t%s\t%.3f\n", CASES[index].group, CASES[index].name, times[index][ROUNDS / 2]);
  }
  return 0;
}
