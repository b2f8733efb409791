// The engine that knows everything, for loadAll().

import text from "#all/module";
import type { Engine } from "../layer/engine.js";
import { decode } from "./decode.js";
import { run } from "./module.js";

export const engine: Engine = run(new WebAssembly.Module(decode(text)));
