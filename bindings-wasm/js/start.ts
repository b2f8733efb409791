import type { Engine } from "../layer/engine.js";

/** What a WASM module can be made of. */
export type ModuleSource =
  | URL
  | string
  | Response
  | Promise<Response>
  | ArrayBuffer
  | ArrayBufferView
  | WebAssembly.Module;

/** The functions of a WASM module, and the one that starts it. */
export interface Glue extends Partial<Engine> {
  initSync(options: { module: WebAssembly.Module }): unknown;
}

/** Starts a module and answers its engine. */
export function run(glue: Glue, module: WebAssembly.Module): Engine {
  glue.initSync({ module });
  const needsAll = (): never => {
    throw new Error("this needs all of kuzzle-errors: await loadAll() first");
  };
  const { table, resolve, read, render, write } = glue as Engine;
  const { search = needsAll, load = needsAll, scan = needsAll, compare = needsAll } = glue;
  return { table, resolve, read, render, write, search, load, scan, compare };
}

/** Compiles a module from wherever it is. Bytes and compiled modules are ready at once. */
export function compile(source: ModuleSource): WebAssembly.Module | Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) {
    return source;
  }
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return new WebAssembly.Module(source as BufferSource);
  }
  const isPlace = source instanceof URL || typeof source === "string";
  return compileResponse(isPlace ? fetch(source) : source);
}

async function compileResponse(source: Response | Promise<Response>): Promise<WebAssembly.Module> {
  const response = await source;
  if (!response.ok) {
    throw new Error(`no WASM module at ${response.url}: HTTP status ${response.status}`);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The module that stands in a JavaScript file. */
export function decode(base64: string): WebAssembly.Module {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new WebAssembly.Module(bytes);
}
