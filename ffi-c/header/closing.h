
/** The length of a text that ends with NUL. */
#define KUZZLE_TERMINATED SIZE_MAX

/** `null` as a prop. */
static inline kuzzle_prop kuzzle_prop_null(void) {
  kuzzle_prop prop = {KUZZLE_PROP_NULL, 0, 0, NULL, 0, NULL};
  return prop;
}

/** `true` or `false` as a prop. */
static inline kuzzle_prop kuzzle_prop_bool(bool value) {
  kuzzle_prop prop = {KUZZLE_PROP_BOOL, value ? 1 : 0, 0, NULL, 0, NULL};
  return prop;
}

/** An integer as a prop. */
static inline kuzzle_prop kuzzle_prop_integer(int64_t value) {
  kuzzle_prop prop = {KUZZLE_PROP_INTEGER, value, 0, NULL, 0, NULL};
  return prop;
}

/** A number as a prop, shown as JavaScript shows it: 1.0 is `1`. */
static inline kuzzle_prop kuzzle_prop_number(double value) {
  kuzzle_prop prop = {KUZZLE_PROP_NUMBER, 0, value, NULL, 0, NULL};
  return prop;
}

/** A text that ends with NUL as a prop; NULL is `null`. The text is not copied: it stays until the prop is used. */
static inline kuzzle_prop kuzzle_prop_string(const char *text) {
  kuzzle_prop prop = {KUZZLE_PROP_STRING, 0, 0, text, KUZZLE_TERMINATED, NULL};
  return text == NULL ? kuzzle_prop_null() : prop;
}

/** An object or an array, as JSON that ends with NUL, as a prop. As kuzzle_prop_string. */
static inline kuzzle_prop kuzzle_prop_json(const char *json) {
  kuzzle_prop prop = {KUZZLE_PROP_JSON, 0, 0, json, KUZZLE_TERMINATED, NULL};
  return json == NULL ? kuzzle_prop_null() : prop;
}

/** Another error as an item of a batch; NULL is `null`. The error is not copied: it stays until the prop is used. */
static inline kuzzle_prop kuzzle_prop_error(const kuzzle_error *error) {
  kuzzle_prop prop = {KUZZLE_PROP_ERROR, 0, 0, NULL, 0, error};
  return prop;
}

#endif /* KUZZLE_ERRORS_H */
