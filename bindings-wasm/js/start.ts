/** What a WASM module can be made of. */
export type ModuleSource =
  | URL
  | string
  | Response
  | Promise<Response>
  | ArrayBuffer
  | ArrayBufferView
  | WebAssembly.Module;

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
