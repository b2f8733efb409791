// Compiled only: the types for `require`.

import kuzzle = require("kuzzle-errors");
import kerror = require("kuzzle-errors/kerror");
import errors = require("kuzzle-errors/kerror-1x");

const definition: kuzzle.Definition | undefined = kuzzle.byCode(0x01010001);
const error: kuzzle.PreconditionError = kerror.get("services", "storage", "unknown_index", "nyc");
export const all = [definition, error, errors.withRegistry(kuzzle.kuzzle())];
