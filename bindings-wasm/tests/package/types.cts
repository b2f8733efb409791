// Compiled only: the types for `require`.

import kuzzle = require("kuzzle-errors-wasm");
import slim = require("kuzzle-errors-wasm/slim");

const definition: kuzzle.Definition | undefined = kuzzle.byCode(0x01010001);
export const all = [definition, slim.start];
