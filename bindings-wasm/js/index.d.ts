export { byCode, type Definition } from "./kuzzle_errors_wasm.js";
