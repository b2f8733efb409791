// Every API error of the Kuzzle backend; a WASM module is the engine, and starts when this is imported.

import * as glue from "#main/glue";
import encoded from "#main/module";
import { completeWith, startWith } from "../layer/kuzzle.js";
import { decode, run } from "./start.js";

startWith(run(glue, decode(encoded)));

let loading: Promise<void> | undefined;

/**
 * Loads what most programs never ask for, a second file: causes and fixes, `search`, `suggest`, `legacy` and
 * `Registry.load`.
 */
export function loadAll(): Promise<void> {
  loading ??= import("./all.js").then(({ engine }) => completeWith(engine));
  return loading;
}

export * from "../layer/index.js";
