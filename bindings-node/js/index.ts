// Every API error of the Kuzzle backend; the native addon is the engine, or WASM where there is none.

import { completeWith } from "../../bindings-wasm/layer/kuzzle.js";
import { Registry } from "../../bindings-wasm/layer/registry.js";
import { chooseEngine, type EngineName } from "./engine.js";
import { readFiles } from "./files.js";

export type { EngineName };

const [name, started] = chooseEngine();
completeWith(started);
Registry._readFiles = readFiles;

/**
 * What answers: the native addon, or the WASM module that this package carries, where there is no addon for the
 * platform. The environment variable `KUZZLE_ERRORS_ENGINE` (`native`, `wasm`) asks for one of them.
 */
export const engine: EngineName = name;

/** Does nothing here: everything is loaded. For programs that run in browsers, too. */
export async function loadAll(): Promise<void> {}

export * from "../../bindings-wasm/layer/index.js";
