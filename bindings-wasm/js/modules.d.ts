// What the packaging puts beside this source: each WASM module as text, and the JavaScript that calls it.

declare module "#main/module" {
  const base64: string;
  export default base64;
}

declare module "#all/module" {
  const base64: string;
  export default base64;
}

declare module "#main/glue" {
  type Engine = import("../layer/engine.js").Engine;
  export function initSync(options: { module: WebAssembly.Module }): unknown;
  export const table: Engine["table"];
  export const resolve: Engine["resolve"];
  export const read: Engine["read"];
  export const render: Engine["render"];
  export const write: Engine["write"];
}

declare module "#all/glue" {
  type Engine = import("../layer/engine.js").Engine;

  export * from "#main/glue";
  export const search: Engine["search"];
  export const load: Engine["load"];
  export const scan: Engine["scan"];
  export const compare: Engine["compare"];
}
