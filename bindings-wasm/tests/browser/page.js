import { run } from "./program.js";

globalThis.document.title = await run();
