// All of the library in one module: what is public, and what the drop-ins of Kuzzle's own modules need of it.

export { assemble, construct } from "../../bindings-wasm/layer/build.js";
export { fill } from "../../bindings-wasm/layer/render.js";
export { takeStack } from "../../bindings-wasm/layer/stack.js";
export * from "./index.js";
