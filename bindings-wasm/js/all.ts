// The engine that knows everything, for loadAll().

import * as glue from "#all/glue";
import encoded from "#all/module";
import type { Engine } from "../layer/engine.js";
import { decode, run } from "./start.js";

export const engine: Engine = run(glue, decode(encoded));
