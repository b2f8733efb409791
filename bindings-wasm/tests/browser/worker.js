import { run } from "./program.js";

globalThis.postMessage(await run());
