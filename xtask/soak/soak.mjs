// Uses everything that allocates, in several threads, for as many seconds as the argument says.

import assert from "node:assert/strict";
import { isMainThread, Worker } from "node:worker_threads";

import { parse, Registry, kuzzle } from "kuzzle-errors";

const THREADS = 2;
const BODY =
  '{"status":206,"error":{"id":"services.storage.incomplete_delete","message":"m","status":206,"errors":[{"_id":"a","reason":"r","status":404}],"x":[1.50]}}';
const MANIFEST =
  '{"name":"shop","errors":{"late":{"code":1,"class":"BadRequestError","message":"Too late: %s"}}}';

function once() {
  const both = kuzzle().with(Registry.load(MANIFEST));
  const built = both.error("plugin.shop.late", "tomorrow");
  assert.equal(built.message, "Too late: tomorrow");
  const read = parse(BODY);
  assert.equal(read.failures().length, 1);
  assert.ok(read.toWire().length > 0);
}

if (isMainThread) {
  for (let thread = 0; thread < THREADS; thread++) {
    new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) });
  }
}
const end = Date.now() + Number(process.argv[2]) * 1000;
while (Date.now() < end) {
  for (let time = 0; time < 100; time++) {
    once();
  }
  // What is to be freed at the end of a turn is.
  await new Promise((resolve) => setImmediate(resolve));
}
