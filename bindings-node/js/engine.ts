import type { Engine } from "../../bindings-wasm/layer/engine.js";
import { loadAddon } from "./addon.js";

/** What can answer: the native addon, or the WASM module where there is none. */
export type EngineName = "native" | "wasm";

/** The environment variable that names the engine. */
const VARIABLE = "KUZZLE_ERRORS_ENGINE";

/** The engine that the environment asks for; otherwise the native one, and where there is none WASM. */
export function chooseEngine(): [name: EngineName, engine: Engine] {
  const asked = process.env[VARIABLE];
  switch (asked) {
    case "native":
      return ["native", loadAddon()];
    case "wasm":
      return ["wasm", loadWasm()];
    case undefined:
    case "":
      return loadEither();
    default:
      throw new Error(`${VARIABLE} is ${JSON.stringify(asked)}: expected "native" or "wasm"`);
  }
}

function loadEither(): [name: EngineName, engine: Engine] {
  try {
    return ["native", loadAddon()];
  } catch {
    return ["wasm", loadWasm()];
  }
}

/** The engine that this package carries, in a file of its own. */
function loadWasm(): Engine {
  return require("./wasm.js").engine;
}
