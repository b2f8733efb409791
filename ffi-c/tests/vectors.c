/* Every case of vectors/ that has an interface in C: the answer, written as JSON, is the expected
 * text. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "kuzzle_errors.h"
#include "shapes.h"

/* Bytes that are given so many times, one behind the other; NULL where nothing is given. */
typedef struct {
  const char *bytes;
  size_t length;
  size_t count;
} repeated;

/* One case: what is given, and what must be answered. */
typedef struct {
  const char *name;
  repeated text;
  repeated out;
  const char *id, *release, *file, *message;
  bool has_code, has_status, has_kind, has_args, has_errors;
  uint32_t code, kind;
  uint16_t status;
  const char *const *names;
  const kuzzle_prop *args;
  size_t args_count;
  const kuzzle_prop *errors;
  size_t errors_count;
} vector;

#include "vectors.h"

/* Writes the answer to a case; `text` is its expanded text, or NULL. */
typedef void (*answer)(const vector *given, const char *text, size_t length, json *out);

static kuzzle_registry *narrowed(const vector *given) {
  return given->release == NULL ? NULL : kuzzle_registry_at(NULL, given->release, NULL);
}

static void answer_definition(const vector *given, const char *text, size_t length, json *out) {
  const kuzzle_definition *definition = kuzzle_errors_by_id(text);
  (void)given;
  (void)length;
  if (definition != NULL) {
    write_definition(out, definition);
  }
}

static void answer_look_up(const vector *given, const char *text, size_t length, json *out) {
  kuzzle_registry *registry = narrowed(given);
  const kuzzle_definition *found = given->has_code ? kuzzle_registry_by_code(registry, given->code)
                                                   : kuzzle_registry_by_id(registry, text);
  (void)length;
  json_string(out, id_of(found));
  kuzzle_registry_free(registry);
}

static void answer_legacy(const vector *given, const char *text, size_t length, json *out) {
  const kuzzle_legacy *meaning;
  size_t index;
  (void)text;
  (void)length;
  json_bytes(out, "[", 1);
  for (index = 0;
       (meaning = kuzzle_errors_legacy(given->code, given->release, index, NULL)) != NULL;
       index++) {
    json_bytes(out, ",{", index > 0 ? 2 : 0);
    json_bytes(out, "{", index == 0);
    json_member(out, "id", meaning->id);
    json_format(out, ",\"code\":%lu", (unsigned long)meaning->code);
    json_format(out, ",\"hex\":\"0x%08lx\"", (unsigned long)meaning->code);
    json_member(out, "class", meaning->class_name);
    json_name(out, "first");
    write_release(out, meaning->first);
    json_name(out, "last");
    write_release(out, meaning->last);
    json_bytes(out, "}", 1);
  }
  json_bytes(out, "]", 1);
}

static void answer_release(const vector *given, const char *text, size_t length, json *out) {
  kuzzle_fault fault;
  kuzzle_registry *registry = kuzzle_registry_at(NULL, text, &fault);
  (void)given;
  (void)length;
  if (registry == NULL) {
    json_string(out, fault.kind == KUZZLE_FAULT_RELEASE ? NULL : fault.text);
  } else {
    kuzzle_release release = kuzzle_registry_release(registry);
    json_format(out, "\"%u.%u.%u\"", release.major, release.minor, release.patch);
  }
  kuzzle_registry_free(registry);
}

static void answer_resolve(const vector *given, const char *text, size_t length, json *out) {
  static const char *const BY[] = {NULL, "id", "code"};
  kuzzle_registry *registry = narrowed(given);
  kuzzle_resolution found;
  (void)length;
  kuzzle_registry_resolve(registry, text, given->has_code ? &given->code : NULL,
                          given->has_status ? &given->status : NULL, &found);
  json_bytes(out, "{", 1);
  json_member(out, "definition", id_of(found.definition));
  json_member(out, "by", BY[found.by]);
  write_conflict(out, found.has_conflict ? &found.conflict : NULL);
  json_bytes(out, "}", 1);
  kuzzle_registry_free(registry);
}

/* The template is the message of the only error of the registry that the text is. */
static void answer_render(const vector *given, const char *text, size_t length, json *out) {
  kuzzle_fault fault;
  kuzzle_registry *registry =
      kuzzle_registry_load_text(text, length, NULL, KUZZLE_REGISTRY_KIND_APP, NULL, &fault);
  kuzzle_error *error =
      kuzzle_error_new(registry, "app.test.message", given->args, given->args_count);
  const char *message;
  if (registry == NULL) {
    json_string(out, fault.text);
  } else {
    message = kuzzle_error_message(error, &length);
    json_string_of(out, message, length);
  }
  kuzzle_error_free(error);
  kuzzle_registry_free(registry);
}

static kuzzle_error *build_or_read(const vector *given, const char *text, size_t length) {
  kuzzle_error *error;
  if (text != NULL) {
    return kuzzle_error_parse(NULL, text, length, given->status, NULL);
  }
  error = given->has_args ? kuzzle_error_new(NULL, given->id, given->args, given->args_count)
                          : kuzzle_error_new_named(NULL, given->id, given->names, given->args,
                                                   given->args_count);
  if (given->message != NULL) {
    kuzzle_error_set_message(error, given->message);
  }
  if (given->has_errors) {
    kuzzle_error_set_errors(error, given->errors, given->errors_count);
  }
  return error;
}

static void answer_with(const vector *given, const char *text, size_t length, write_error write,
                        json *out) {
  kuzzle_error *error = build_or_read(given, text, length);
  write_with(error, write, out);
  kuzzle_error_free(error);
}

static void answer_build(const vector *given, const char *text, size_t length, json *out) {
  answer_with(given, text, length, kuzzle_error_to_json, out);
}

static void answer_problem(const vector *given, const char *text, size_t length, json *out) {
  answer_with(given, text, length, kuzzle_error_to_problem_json, out);
}

static void answer_attributes(const vector *given, const char *text, size_t length, json *out) {
  answer_with(given, text, length, kuzzle_error_to_attributes_json, out);
}

static void answer_parse(const vector *given, const char *text, size_t length, json *out) {
  kuzzle_fault fault;
  kuzzle_error *error = kuzzle_error_parse(NULL, text, length, given->status, &fault);
  if (error != NULL) {
    size_t received_length;
    const char *received = kuzzle_error_received(error, &received_length);
    if (received_length != length || memcmp(received, text, length) != 0) {
      json_bytes(out, "something else was received", 27);
    }
    write_error_members(out, error);
  } else if (fault.kind == KUZZLE_FAULT_NONE) {
    json_bytes(out, "null", 4);
  } else {
    write_malformed(out, &fault);
  }
  kuzzle_error_free(error);
}

static void answer_failures(const vector *given, const char *text, size_t length, json *out) {
  kuzzle_fault fault;
  kuzzle_failures *failures = kuzzle_failures_read(text, length, &fault);
  size_t index;
  (void)given;
  if (failures == NULL) {
    write_malformed(out, &fault);
    return;
  }
  json_bytes(out, "[", 1);
  for (index = 0; index < kuzzle_failures_count(failures); index++) {
    json_bytes(out, ",", index > 0);
    write_failure(out, kuzzle_failures_at(failures, index));
  }
  json_bytes(out, "]", 1);
  kuzzle_failures_free(failures);
}

static void answer_load(const vector *given, const char *text, size_t length, json *out) {
  kuzzle_complaints *complaints;
  kuzzle_registry *registry =
      kuzzle_registry_load_text(text, length, given->file, given->kind, &complaints, NULL);
  size_t count = 0;
  const kuzzle_definition *const *all =
      registry == NULL ? NULL : kuzzle_registry_all(registry, &count);
  size_t index;

  json_bytes(out, "{\"definitions\":[", 16);
  for (index = 0; index < count; index++) {
    json_bytes(out, ",", index > 0);
    json_bytes(out, "{", 1);
    json_member(out, "id", all[index]->id);
    json_format(out, ",\"code\":%lu", (unsigned long)all[index]->code);
    json_member(out, "class", all[index]->class_name);
    json_bytes(out, "}", 1);
  }
  json_bytes(out, "],\"complaints\":[", 16);
  for (index = 0; index < kuzzle_complaints_count(complaints); index++) {
    json_bytes(out, ",", index > 0);
    write_complaint(out, kuzzle_complaints_at(complaints, index));
  }
  json_bytes(out, "]}", 2);
  kuzzle_complaints_free(complaints);
  kuzzle_registry_free(registry);
}

/* Writes the text out as often as it is to be there; NULL for none. The caller frees it. */
static char *expanded(const repeated *text) {
  size_t index;
  char *bytes;
  if (text->bytes == NULL) {
    return NULL;
  }
  bytes = (char *)malloc(text->length * text->count + 1);
  if (bytes == NULL) {
    abort();
  }
  for (index = 0; index < text->count; index++) {
    memcpy(bytes + index * text->length, text->bytes, text->length);
  }
  bytes[text->length * text->count] = '\0';
  return bytes;
}

static int is_right(const char *file, const vector *given, answer answer) {
  json out = {NULL, 0, 0};
  char *text = expanded(&given->text);
  int right;
  answer(given, text, given->text.length * given->text.count, &out);
  json_bytes(&out, "", 0);
  right = out.length == given->out.length && memcmp(out.bytes, given->out.bytes, out.length) == 0;
  if (!right) {
    fprintf(stderr, "%s: %s\n  expected %s\n  answered %s\n", file, given->name, given->out.bytes,
            out.bytes);
  }
  free(text);
  free(out.bytes);
  return right;
}

#define FILE_OF(name, answer)                                                                      \
  {#name, name##_vectors, sizeof name##_vectors / sizeof name##_vectors[0], answer}

static const struct {
  const char *name;
  const vector *vectors;
  size_t count;
  answer answer;
} FILES[] = {
    FILE_OF(definitions, answer_definition),
    FILE_OF(lookups, answer_look_up),
    FILE_OF(legacy, answer_legacy),
    FILE_OF(releases, answer_release),
    FILE_OF(resolve, answer_resolve),
    FILE_OF(render, answer_render),
    FILE_OF(build, answer_build),
    FILE_OF(problem, answer_problem),
    FILE_OF(opentelemetry, answer_attributes),
    FILE_OF(parse, answer_parse),
    FILE_OF(parse_hostile, answer_parse),
    FILE_OF(failures, answer_failures),
    FILE_OF(load, answer_load),
};

int main(void) {
  size_t all_wrong = 0;
  size_t file;
  size_t index;
  for (file = 0; file < sizeof FILES / sizeof FILES[0]; file++) {
    size_t wrong = 0;
    for (index = 0; index < FILES[file].count; index++) {
      wrong += !is_right(FILES[file].name, &FILES[file].vectors[index], FILES[file].answer);
    }
    /* As `cargo xtask conformance` reads it. */
    printf("%s\t%lu\t%lu\n", FILES[file].name, (unsigned long)FILES[file].count,
           (unsigned long)wrong);
    all_wrong += wrong;
  }
  return all_wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
