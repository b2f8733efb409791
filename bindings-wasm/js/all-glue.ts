// The JavaScript around the WASM module all.wasm, for the loadAll() of slim.

export * from "#all/glue";
