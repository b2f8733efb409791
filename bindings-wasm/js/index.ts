// Every API error of the Kuzzle backend; a WASM module is the engine, and starts when this is imported.

import text from "#main/module";
import { completeWith, startWith } from "../layer/kuzzle.js";
import { decode } from "./decode.js";
import { run } from "./module.js";

startWith(run(new WebAssembly.Module(decode(text))));

let loading: Promise<void> | undefined;

/**
 * Loads what most programs never ask for, a second file: causes and fixes, `search`, `suggest`, `legacy` and
 * `Registry.load`.
 */
export function loadAll(): Promise<void> {
  loading ??= import("./all.js").then(
    ({ engine }) => completeWith(engine),
    (error: unknown) => {
      // The next call tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export * from "../layer/index.js";
