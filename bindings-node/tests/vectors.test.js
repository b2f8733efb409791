// All that vectors/ says of the package, by the engine that the environment names.

import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";

import * as kuzzle from "kuzzle-errors";
import { complaints, FILES } from "./vectors.js";

for (const file of FILES) {
  test(file, () => {
    const vectors = JSON.parse(readFileSync(`${process.env.VECTORS}/${file}.json`, "utf8"));
    const wrong = complaints(kuzzle, file, vectors, isDeepStrictEqual);
    // For the table of `cargo xtask conformance`.
    const report = process.env.CONFORMANCE_REPORT;
    report && appendFileSync(report, `${file}\t${vectors.cases.length}\t${wrong.length}\n`);
    assert.deepEqual(wrong, []);
  });
}
