/* What the library answers, written as the JSON that vectors/ has for it. */

#ifndef SHAPES_H
#define SHAPES_H

#include <stdlib.h>

#include "json.h"
#include "kuzzle_errors.h"

static inline const char *id_of(const kuzzle_definition *definition) {
  return definition == NULL ? NULL : definition->id;
}

static inline void write_release(json *out, kuzzle_release release) {
  if (release.major == 0) {
    json_bytes(out, "null", 4);
  } else {
    json_format(out, "\"%u.%u.%u\"", release.major, release.minor, release.patch);
  }
}

static inline void write_releases(json *out, const kuzzle_definition *definition) {
  unsigned major;
  json_name(out, "releases");
  json_bytes(out, "{", 1);
  for (major = 1; major <= 2; major++) {
    const kuzzle_release_range *range = kuzzle_definition_releases(definition, (uint16_t)major);
    char name[2] = {(char)('0' + major), '\0'};
    if (range != NULL) {
      json_name(out, name);
      json_bytes(out, "[", 1);
      write_release(out, range->first);
      json_bytes(out, ",", 1);
      write_release(out, range->last);
      json_bytes(out, "]", 1);
    }
  }
  json_bytes(out, "}", 1);
}

static inline void write_definition(json *out, const kuzzle_definition *definition) {
  static const char *const RETRIES[] = {NULL, "never", "later", "check", "login"};
  static const char *const AUDIENCES[] = {NULL, "client", "plugin", "operator"};
  size_t param;

  json_bytes(out, "{", 1);
  json_member(out, "id", definition->id);
  json_format(out, ",\"code\":%lu", (unsigned long)definition->code);
  json_format(out, ",\"hex\":\"0x%08lx\"", (unsigned long)definition->code);
  json_member(out, "class", definition->class_name);
  json_format(out, ",\"status\":%u", definition->status);
  json_member(out, "description", definition->description);
  json_member(out, "message", definition->message);
  json_bytes(out, ",\"params\":[", 11);
  for (param = 0; param < definition->param_count; param++) {
    json_bytes(out, ",", param > 0);
    json_string(out, definition->params[param]);
  }
  json_bytes(out, "]", 1);
  json_member(out, "domain", definition->domain);
  json_member(out, "subdomain", definition->subdomain);
  json_member(out, "name", definition->name);
  write_releases(out, definition);
  json_member(out, "deprecated", definition->deprecated);
  json_member(out, "cause", kuzzle_definition_cause(definition));
  json_member(out, "fix", kuzzle_definition_fix(definition));
  json_member(out, "retry", RETRIES[definition->retry]);
  json_member(out, "audience", AUDIENCES[definition->audience]);
  json_member(out, "url", definition->url);
  json_bytes(out, "}", 1);
}

static inline void write_conflict(json *out, const kuzzle_conflict *conflict) {
  json_name(out, "conflict");
  if (conflict == NULL) {
    json_bytes(out, "null", 4);
    return;
  }
  json_bytes(out, "{\"code\":", 8);
  if (conflict->has_code) {
    json_format(out, "{\"received\":%lu,\"expected\":", (unsigned long)conflict->received_code);
    if (conflict->has_expected_code) {
      json_format(out, "%lu", (unsigned long)conflict->expected_code);
    } else {
      json_bytes(out, "null", 4);
    }
    json_member(out, "belongs_to", id_of(conflict->belongs_to));
    json_bytes(out, "}", 1);
  } else {
    json_bytes(out, "null", 4);
  }
  json_name(out, "status");
  if (conflict->has_status) {
    json_format(out, "{\"received\":%u,\"expected\":%u}", conflict->received_status,
                conflict->expected_status);
  } else {
    json_bytes(out, "null", 4);
  }
  json_bytes(out, "}", 1);
}

static inline void write_failure(json *out, const kuzzle_failure *failure) {
  json_bytes(out, "{", 1);
  json_member(out, "id", failure->id);
  json_name(out, "status");
  if (failure->status == 0) {
    json_bytes(out, "null", 4);
  } else {
    json_format(out, "%u", failure->status);
  }
  json_member(out, "reason", failure->reason);
  json_member(out, "action", failure->action);
  json_name(out, "raw");
  json_compact(out, failure->raw);
  json_bytes(out, "}", 1);
}

typedef size_t (*write_error)(const kuzzle_error *error, char *buffer, size_t size);

/* Asks for the size first, then for the text, as callers of snprintf do. */
static inline void write_with(const kuzzle_error *error, write_error write, json *out) {
  size_t length = write(error, NULL, 0);
  char *text = (char *)malloc(length + 1);
  if (text == NULL || write(error, text, length + 1) != length) {
    abort();
  }
  json_bytes(out, text, length);
  free(text);
}

static inline void write_error_members(json *out, const kuzzle_error *error) {
  uint32_t code;
  size_t length;
  size_t index;
  const char *message = kuzzle_error_message(error, &length);

  json_bytes(out, "{", 1);
  json_name(out, "id");
  {
    size_t id_length;
    const char *id = kuzzle_error_id(error, &id_length);
    if (id == NULL) {
      json_bytes(out, "null", 4);
    } else {
      json_string_of(out, id, id_length);
    }
  }
  json_member(out, "class", kuzzle_error_class_name(error));
  json_member(out, "definition", id_of(kuzzle_error_definition(error)));
  json_name(out, "code");
  if (kuzzle_error_code(error, &code)) {
    json_format(out, "%lu", (unsigned long)code);
  } else {
    json_bytes(out, "null", 4);
  }
  json_format(out, ",\"status\":%u", kuzzle_error_status(error));
  json_name(out, "message");
  json_string_of(out, message, length);
  json_name(out, "error");
  write_with(error, kuzzle_error_to_json, out);
  json_name(out, "context");
  json_compact(out, kuzzle_error_context(error, NULL));
  write_conflict(out, kuzzle_error_conflict(error));
  json_bytes(out, ",\"failures\":[", 13);
  for (index = 0; index < kuzzle_error_failure_count(error); index++) {
    json_bytes(out, ",", index > 0);
    write_failure(out, kuzzle_error_failure(error, index));
  }
  json_bytes(out, "]}", 2);
}

static inline void write_malformed(json *out, const kuzzle_fault *fault) {
  json_format(out, "{\"malformed\":{\"line\":%lu,\"column\":%lu}}", (unsigned long)fault->line,
              (unsigned long)fault->column);
}

static inline void write_complaint(json *out, const kuzzle_complaint *complaint) {
  json_bytes(out, "{", 1);
  json_member(out, "file", complaint->file);
  json_member(out, "path", complaint->path);
  json_name(out, "value");
  json_compact(out, complaint->value);
  json_member(out, "rule", complaint->rule);
  json_member(out, "message", complaint->message);
  json_member(out, "severity", complaint->severity == KUZZLE_SEVERITY_ERROR ? "error" : "warning");
  if (complaint->line == 0) {
    json_format(out, ",\"line\":null,\"column\":null}");
  } else {
    json_format(out, ",\"line\":%lu,\"column\":%lu}", (unsigned long)complaint->line,
                (unsigned long)complaint->column);
  }
}

#endif
