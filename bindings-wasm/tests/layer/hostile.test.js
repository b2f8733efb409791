// Values that break `JSON.stringify` break nothing here.

import assert from "node:assert/strict";
import { test } from "node:test";

import { KuzzleError, parse } from "../../layer/index.js";
import { startWith } from "../../layer/kuzzle.js";
import { stringify } from "../../layer/stringify.js";
import { fakeEngine } from "./fake-engine.js";

startWith(fakeEngine);
const cycle = { a: 1 };
cycle.self = cycle;
const throwing = {
  get bad() {
    throw new Error("a getter");
  },
  good: 1,
};
const refusing = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error("a trap");
    },
  },
);
const throws = () => {
  throw new Error("a trap");
};
const silent = new Proxy({}, { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws });
const refusal = Object.assign(() => {}, { toString: throws, toJSON: throws });
const revocable = Proxy.revocable(() => {}, {});
revocable.revoke();
const endless = new Proxy(
  {},
  {
    ownKeys: () => ["a", "b"],
    get: () => endless,
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);
const CASES = [
  ["a cycle", cycle, '{"a":1,"self":"[Circular]"}'],
  ["a getter that throws", throwing, '{"good":1}'],
  ["a proxy that refuses", { in: refusing, and: 1 }, '{"and":1}'],
  ["a big integer", { big: 12345678901234567890n }, '{"big":12345678901234567890}'],
  ["symbols beside a big integer", [/* @__PURE__ */ Symbol("x"), 1n], '["Symbol(x)",1]'],
  ["a toJSON that throws", { a: { toJSON: () => assert.fail("toJSON") }, b: 1 }, '{"b":1}'],
  [
    "a toJSON beside a big integer",
    { date: /* @__PURE__ */ new Date(0), big: 1n },
    '{"date":"1970-01-01T00:00:00.000Z","big":1}',
  ],
  ["functions and undefined beside a big integer", [() => 1, void 0, 1n], "[null,null,1]"],
  ["the same object twice beside a big integer", [[cycle.a], [cycle.a], 1n], "[[1],[1],1]"],
  ["nothing", void 0, "null"],
  ["a function that refuses", refusal, "null"],
  ["a revoked function beside a big integer", [revocable.proxy, 1n], "[null,1]"],
  ["what never ends", endless, void 0],
];
for (const [name, value, expected] of CASES) {
  test(`${name} becomes JSON`, () => {
    const text = stringify(value);
    JSON.parse(text);
    if (expected !== void 0) {
      assert.equal(text, expected);
    }
  });
}
test("two thousand levels beside a big integer become JSON", () => {
  let deep = 1n;
  for (let level = 0; level < 2e3; level += 1) {
    deep = { deep };
  }
  assert.match(stringify(deep), /"\[…\]"/);
});
test("of ten billion values a hundred thousand become JSON", () => {
  const row = new Array(100_000).fill(1n);
  const text = stringify({ rows: new Array(100_000).fill(row), rest: 1n });
  const written = JSON.parse(text);
  assert.deepEqual(Object.keys(written), ["rows"]);
  assert.deepEqual(
    written.rows.map((elements) => [elements.length, elements.at(0), elements.at(-1)]),
    // The object, the list and the row are values, too; the last one tells that there are more.
    [[100_000 - 3 + 1, 1, "[…]"]],
  );
});
test("members beyond a hundred thousand values are left out", () => {
  const names = Array.from({ length: 150_000 }, (_, index) => `m${index}`);
  const text = stringify(Object.fromEntries(names.map((name) => [name, 1n])));
  const written = Object.entries(JSON.parse(text));
  assert.deepEqual([written.length, written.at(-1)], [100_000, ["m99999", "[…]"]]);
});
test("anything can be parsed, and made an error of", () => {
  for (const [, value] of CASES) {
    parse(value);
  }
  for (const value of [silent, void 0, null, "text", 12, /* @__PURE__ */ Symbol("x"), 1n]) {
    assert.ok(KuzzleError.from(value) instanceof KuzzleError);
  }
  for (const value of [refusal, revocable.proxy]) {
    const { message, cause } = KuzzleError.from(value);
    assert.deepEqual([message, cause === value], ["null", true]);
  }
});
