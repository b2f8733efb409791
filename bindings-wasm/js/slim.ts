// Every API error of the Kuzzle backend, without the WASM modules: for edge workers, and wherever a file of its own is
// better than text in JavaScript.

import { completeWith, startWith } from "../layer/kuzzle.js";
import { run } from "./module.js";
import { compile, type ModuleSource } from "./start.js";

export type { ModuleSource };

/**
 * Starts the engine, which stands in `kuzzle-errors-wasm/main.wasm`: its URL, a response with it, its bytes or the
 * compiled module. With bytes or a compiled module it has started when this returns, before the promise is kept.
 *
 * @example
 * await start(new URL("/assets/main.wasm", location.href));
 */
export async function start(source: ModuleSource): Promise<void> {
  const module = compile(source);
  startWith(run(module instanceof WebAssembly.Module ? module : await module));
}

/**
 * Loads what most programs never ask for, from `kuzzle-errors-wasm/all.wasm`: causes and fixes, `search`, `suggest`,
 * `legacy` and `Registry.load`.
 */
export async function loadAll(source: ModuleSource): Promise<void> {
  completeWith(run(await compile(source)));
}

export * from "../layer/index.js";
