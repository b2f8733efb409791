// What a program does with the constants of a plugin.

import { type Arguments, type ErrorId, ids } from "./shop.js";
import { ids as strange } from "./strange.js";

const late: "plugin.shop.too_late" = ids.plugin.shop.TOO_LATE;
const values: Arguments<typeof late> = ["order"];

function advice(id: ErrorId): string {
  switch (id) {
    case ids.plugin.shop.TEAPOT:
      return "ask for tea";
    case ids.plugin.shop.TOO_LATE:
      return "come earlier";
  }
}

// @ts-expect-error: no error has this id.
advice("plugin.shop.lost");

const found = [advice(late), values.length, strange.evil_app.class.N, strange.evil_app.class.TOO_LATE];
const expected = ["come earlier", 1, 'evil-app.class.é"\\n', "evil-app.class.tooLate"];
if (JSON.stringify(found) !== JSON.stringify(expected)) {
  throw new Error(JSON.stringify(found));
}
