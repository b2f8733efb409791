// Where the engine of JavaScript can't leave frames out, errors have the stacks that it gives them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fakeEngine } from "./fake-engine.js";

Error.captureStackTrace = undefined;
const { startWith } = await import("../../layer/kuzzle.js");
const { error } = await import("../../layer/index.js");
startWith(fakeEngine);

test("an error has a stack all the same", () => {
  const { stack } = error("services.storage.unknown_index", "nyc");
  assert.match(stack, /^PreconditionError: No index "nyc"\n +at /);
});
