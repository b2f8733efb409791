// Every API error of the Kuzzle backend; a WASM module is the engine, and starts when this is imported.

import { initSync } from "./kuzzle_errors_wasm.js";
import encoded from "./module.js";

initSync({ module: Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)) });

export { byCode } from "./kuzzle_errors_wasm.js";
