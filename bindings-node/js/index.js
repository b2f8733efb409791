// Every API error of the Kuzzle backend; the native addon is the engine.

import native from "./native.cjs";

export const byCode = (code) => native.byCode(code) ?? undefined;
