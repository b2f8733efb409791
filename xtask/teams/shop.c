/* What a program does with the constants of a plugin: cases of a switch, beside those of Kuzzle, and the table. */
#include <stdint.h>
#include <string.h>

#include "kuzzle_errors.h"
#include "shop.h"

static int is_known(uint32_t code) {
  switch (code) {
  case APP_PLUGIN_SHOP_TEAPOT:
  case APP_PLUGIN_SHOP_TOO_LATE:
  case KUZZLE_SERVICES_STORAGE_UNKNOWN_INDEX:
    return 1;
  default:
    return 0;
  }
}

struct row {
  const char *id;
  uint32_t code;
  int error_class;
  uint16_t status;
  int retry;
  int audience;
  const char *message;
  const char *description;
};

#define ROW(name, code, id, error_class, status, retry, audience, message, description) \
  {id, code, error_class, status, retry, audience, message, description},

static const struct row rows[] = {APP_ERRORS(ROW)};

int main(void) {
  size_t count = sizeof rows / sizeof rows[0];
  size_t index;
  if (count != 2 || strcmp(rows[0].id, "plugin.shop.teapot") != 0 || rows[0].status != 418) {
    return 1;
  }
  for (index = 0; index < count; index++) {
    if (!is_known(rows[index].code)) {
      return 2;
    }
  }
  if (rows[0].retry != KUZZLE_RETRY_NEVER || rows[1].error_class != KUZZLE_CLASS_FORBIDDEN) {
    return 3;
  }
  return is_known(0) || strcmp(rows[1].message, "Too late for %s") != 0 ? 4 : 0;
}
