// What the packaging puts beside this source: each WASM module as text.

declare module "#main/module" {
  const text: string;
  export default text;
}

declare module "#all/module" {
  const text: string;
  export default text;
}
