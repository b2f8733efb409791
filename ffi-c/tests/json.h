/* Writes JSON into a text that grows. */

#ifndef JSON_H
#define JSON_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *bytes;
  size_t length;
  size_t size;
} json;

static inline void json_bytes(json *to, const char *bytes, size_t length) {
  if (to->length + length + 1 > to->size) {
    to->size = 2 * (to->length + length + 1);
    to->bytes = (char *)realloc(to->bytes, to->size);
    if (to->bytes == NULL) {
      abort();
    }
  }
  memcpy(to->bytes + to->length, bytes, length);
  to->length += length;
  to->bytes[to->length] = '\0';
}

/* Formats as printf does, at most 255 bytes. */
static inline void json_format(json *to, const char *format, ...) {
  char text[256];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  json_bytes(to, text, strlen(text));
}

/* A string as JSON.stringify writes it. */
static inline void json_string_of(json *to, const char *bytes, size_t length) {
  size_t index;
  json_bytes(to, "\"", 1);
  for (index = 0; index < length; index++) {
    unsigned char byte = (unsigned char)bytes[index];
    const char *escape =
        byte < 0x20 || byte == '"' || byte == '\\' ? strchr("\"\"\\\\\bb\ff\nn\rr\tt", byte) : NULL;
    if (byte != 0 && escape != NULL) {
      json_format(to, "\\%c", escape[1]);
    } else if (byte < 0x20) {
      json_format(to, "\\u%04x", byte);
    } else {
      json_bytes(to, bytes + index, 1);
    }
  }
  json_bytes(to, "\"", 1);
}

/* A string that ends with NUL; null for NULL. */
static inline void json_string(json *to, const char *text) {
  if (text == NULL) {
    json_bytes(to, "null", 4);
  } else {
    json_string_of(to, text, strlen(text));
  }
}

/* A member of an object: its name, with the comma before it where it is not the first. */
static inline void json_name(json *to, const char *name) {
  char last = to->length == 0 ? '{' : to->bytes[to->length - 1];
  json_format(to, "%s\"%s\":", last == '{' ? "" : ",", name);
}

static inline void json_member(json *to, const char *name, const char *text) {
  json_name(to, name);
  json_string(to, text);
}

/* JSON without the blanks between its tokens; null for NULL. */
static inline void json_compact(json *to, const char *text) {
  int in_string = 0;
  int escaped = 0;
  for (text = text == NULL ? "null" : text; *text != '\0'; text++) {
    if (!in_string && strchr(" \t\r\n", *text) != NULL) {
      continue;
    }
    if (*text == '"' && !escaped) {
      in_string = !in_string;
    }
    escaped = in_string && *text == '\\' && !escaped;
    json_bytes(to, text, 1);
  }
}

#endif
