/* A device that knows every error from the header alone: no library, no heap, no libc. It keeps
 * what it needs of the table in its read-only memory, here 4 bytes for each code. */

#include "kuzzle_errors.h"

typedef struct {
  uint32_t code;
} code_and_advice;

/* The highest bits of a code are free: domains end at 0x08. */
#define ADVICE_SHIFT 28
#define ROW(name, code, id, error_class, status, retry, audience, message, description)            \
  {(code) | (uint32_t)(retry) << ADVICE_SHIFT},

static const code_and_advice TABLE[] = {KUZZLE_ERRORS_BY_CODE(ROW)};

/* Whether to send a request again after the error with this code. */
kuzzle_retry advice_for(uint32_t code);

kuzzle_retry advice_for(uint32_t code) {
  size_t low = 0;
  size_t high = sizeof TABLE / sizeof TABLE[0];
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    uint32_t found = TABLE[middle].code & ~(UINT32_MAX << ADVICE_SHIFT);
    if (found == code) {
      return (kuzzle_retry)(TABLE[middle].code >> ADVICE_SHIFT);
    }
    if (found < code) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return KUZZLE_RETRY_UNKNOWN;
}

/* What a light of the device shows. */
int main(void) {
  bool knows = advice_for(KUZZLE_SECURITY_TOKEN_EXPIRED) == KUZZLE_RETRY_LOGIN &&
               advice_for(KUZZLE_SERVICES_STORAGE_NOT_CONNECTED) == KUZZLE_RETRY_LATER &&
               advice_for(KUZZLE_SERVICES_STORAGE_UNKNOWN_INDEX) == KUZZLE_RETRY_NEVER &&
               advice_for(0xffffffffu) == KUZZLE_RETRY_UNKNOWN;
  return knows ? 0 : 1;
}
