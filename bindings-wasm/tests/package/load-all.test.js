// What is loaded later, where it can't be loaded at first.

import assert from "node:assert/strict";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

test("loadAll() can be called again where it has failed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kuzzle-errors-"));
  try {
    const installed = dirname(fileURLToPath(import.meta.resolve("kuzzle-errors-wasm")));
    await cp(installed, folder, { recursive: true, dereference: true });
    const [all, elsewhere] = [join(folder, "all.js"), join(folder, "elsewhere.js")];
    await rename(all, elsewhere);
    const { byCode, loadAll } = await import(pathToFileURL(join(folder, "index.js")).href);
    await assert.rejects(loadAll());
    assert.equal(byCode(1).cause, null);
    await rename(elsewhere, all);
    await loadAll();
    assert.equal(typeof byCode(1).cause, "string");
  } finally {
    await rm(folder, { recursive: true });
  }
});
