// Many threads, many operations, and values that break others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";

import { byCode, byId, error, KuzzleError, parse, Registry } from "kuzzle-errors";
import { get, getFrom, rawGet, withRegistry, wrap } from "kuzzle-errors/kerror";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

const BODY = '{"error":{"message":"gone","status":404,"id":"services.storage.not_found"}}';
const MANIFEST = {
  name: "shop",
  errors: { late: { code: 1, class: "NotFoundError", message: "" } },
};
MANIFEST.errors.late.message = "Too late for %s";

test("worker threads have registries of their own", async () => {
  const program = `
    const { parentPort, workerData } = require("node:worker_threads");
    const { byCode, engine, parse, Registry } = require("kuzzle-errors");
    let found = 0;
    for (let round = 0; round < 200; round += 1) {
      const registry = Registry.load({ ...workerData.manifest, name: "shop" + workerData.number });
      const id = "plugin.shop" + workerData.number + ".late";
      found += registry.byId(id).error("you").message === "Too late for you" ? 1 : 0;
      found += parse(workerData.body).status === 404 ? 1 : 0;
    }
    parentPort.postMessage([engine, byCode(1).id, found]);`;
  const answers = await Promise.all(
    [0, 1, 2, 3].map(
      (number) =>
        new Promise((resolve, reject) => {
          const workerData = { number, body: BODY, manifest: MANIFEST };
          const worker = new Worker(program, { eval: true, workerData });
          worker.on("message", resolve).on("error", reject);
        }),
    ),
  );
  const expected = [process.env.KUZZLE_ERRORS_ENGINE, "core.fatal.unexpected_error", 400];
  assert.deepEqual(answers, [expected, expected, expected, expected]);
});

test("memory stays flat over a million operations", async () => {
  const rounds = async (count) => {
    for (let round = 0; round < count; round += 1) {
      byCode(0x01010001);
      byId("services.storage.unknown_index");
      get("services", "storage", "unknown_index", round);
      if (round % 10 === 0) {
        parse(BODY).toWire();
        error("services.storage.unknown_index", { round }).failures();
      }
      if (round % 500 === 0) {
        Registry.load(MANIFEST);
        // Registries are let go between the tasks of a program.
        await new Promise(setImmediate);
      }
    }
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return process.memoryUsage().rss;
  };
  const sizes = [];
  for (let part = 0; part < 4; part += 1) {
    sizes.push(await rounds(100_000));
  }
  // What is lost is lost in each part; a heap that only grows to its size does so in one.
  const grown = Math.min(...sizes.slice(1).map((size, part) => size - sizes[part]));
  assert.ok(grown < 8 << 20, `grown by ${grown} bytes`);
});

/** Values that throw, lie, never end or are of no use. */
function hostileValues() {
  const throws = () => {
    throw new Error("a trap");
  };
  const cycle = {};
  cycle.self = cycle;
  const refusing = new Proxy(
    {},
    { get: throws, has: throws, getPrototypeOf: throws, ownKeys: throws },
  );
  const angry = { toString: throws, [Symbol.toPrimitive]: throws, toJSON: throws };
  const revoked = Proxy.revocable(() => {}, {});
  revoked.revoke();
  return [
    ...[
      undefined,
      null,
      Number.NaN,
      -0,
      1n,
      Symbol("x"),
      () => {},
      "\ud800",
      "%s%j%",
      "x".repeat(1e6),
    ],
    ...[
      cycle,
      refusing,
      angry,
      Object.assign(() => {}, angry),
      revoked.proxy,
      Object.create(null),
      [[[]]],
      new Date(Number.NaN),
      new Map([[1, cycle]]),
    ],
    { message: angry },
    { message: "\u0000" },
    Object.defineProperty({}, "message", { get: throws, enumerable: true }),
  ];
}

test("hostile values break nothing", () => {
  const kerror = withRegistry(Registry.load(MANIFEST));
  const declared = { app: { code: 0, subDomains: { a: { code: 0, errors: { b: {} } } } } };
  for (const value of hostileValues()) {
    for (const make of [
      () => error("services.storage.unknown_index", value),
      () => error(value),
      () => get("services", "storage", "unknown_index", value),
      () => get("services", "storage", "import_failed", value),
      () => get("api", "process", "too_many_requests", value, value),
      () => get(value, value, value, value),
      () => getFrom(value, "services", "storage", "unknown_index", "nyc"),
      () => kerror.get("plugin", "shop", "late", value),
      () => rawGet(value, "app", "a", "b", value),
      () => rawGet(declared, "app", "a", "b", value),
      () => rawGet(declared, "app", "a", "constructor", value),
      () => rawGet({ app: value }, "app", "a", value),
      () => wrap(value, value).get(value),
      () => KuzzleError.from(value),
      () => KuzzleError.from({ message: value, status: value, id: value, errors: value }),
      () => parse(typeof value === "object" ? value : "", 500),
    ]) {
      const made = make();
      assert.ok(made instanceof KuzzleError, String(make));
      assert.ok(typeof made.stack === "string" && typeof made.message === "string");
      JSON.parse(made.toWire());
    }
  }
});

test("bodies of any size and depth are read or refused", () => {
  for (const body of [
    "[".repeat(200_000),
    `{"error":${'{"a":'.repeat(5000)}`,
    "\ud800",
    "\u0000",
  ]) {
    assert.throws(() => parse(body), { name: "Malformed" });
    assert.equal(parse(body, 502).status, 502);
  }
  assert.equal(parse(Buffer.from(BODY)).status, 404);
  assert.throws(() => parse(BODY, 404, { maxBytes: 10 }), /longer than the limit/);
  const place = { line: 2, column: 3 };
  assert.throws(() => parse('{\n"€€"}', 404, { maxBytes: 6 }), place);
  assert.throws(() => parse(Buffer.from('{\n"€€"}'), 404, { maxBytes: 6 }), place);
});
