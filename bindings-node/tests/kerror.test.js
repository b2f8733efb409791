// What the drop-ins do, beside Kuzzle's own modules where those can be asked.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { format, types } from "node:util";

import { error, kuzzle, NotFoundError, PreconditionError, Registry } from "kuzzle-errors";
import * as kerror from "kuzzle-errors/kerror";
import * as kerror1x from "kuzzle-errors/kerror-1x";

const require = createRequire(import.meta.url);
// Kuzzle 1 calls it; Node.js has it no more since version 23.
require("node:util").isError ??= types.isNativeError;
const { stackTraceLimit } = Error;
const ones = require(join(process.env.KUZZLE_1, "lib/util/errors.js"));
// Bluebird, which Kuzzle 1 brings, takes longer stacks.
Error.stackTraceLimit = stackTraceLimit;
const twos = require(join(process.env.KUZZLE_2, "dist/lib/kerror/index.js"));

const one = kerror1x.withRegistry(Registry.load(process.env.KUZZLE_1));
const two = kerror.withRegistry(Registry.load(process.env.KUZZLE_2));
const INDEX = ["services", "storage", "unknown_index"];
const DOMAINS = {
  app: {
    code: 200,
    subDomains: {
      orders: {
        code: 3,
        errors: {
          late: { code: 7, class: "NotFoundError", message: "No %s after %d" },
          teapot: { code: 8, class: "KuzzleError", message: "I'm a %s", status: 418 },
          odd: { code: 9, class: "NoSuchError", message: "odd" },
        },
      },
    },
  },
};

/** The fields of an error. */
const shown = ({ id, code, status, message, name, props }) => [
  id,
  code,
  status,
  message,
  name,
  props,
];

/** What a function throws. */
function thrown(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing is thrown");
}

/** What a promise is rejected with. */
const rejected = (promise) =>
  promise.then(
    () => assert.fail("it is kept"),
    (error) => error,
  );

test("the built-in registry answers with this project's messages", () => {
  const made = kerror.get(...INDEX, "nyc");
  assert.ok(made instanceof PreconditionError);
  assert.deepEqual(shown(made), shown(error("services.storage.unknown_index", "nyc")));
  assert.equal(made.definition, kuzzle().byId("services.storage.unknown_index"));
  assert.deepEqual(shown(kerror1x.get(...INDEX, "nyc")), shown(made));
});

test("messages are rendered by util.format", () => {
  const values = [{ a: [1, { b: new Map([[1, 2]]) }] }, new Date(0), [], 5n, Symbol("x"), -0, "%s"];
  const { message } = Registry.load(process.env.KUZZLE_2).byId(INDEX.join("."));
  for (const value of values) {
    assert.equal(two.get(...INDEX, value, "more").message, format(message, value, "more"));
    assert.equal(one.get(...INDEX, value).message, ones.get(...INDEX, value).message);
  }
});

test("every function of Kuzzle 2 is there, and does the same", async () => {
  const source = new TypeError("boom");
  for (const name of Object.keys(twos)) {
    assert.ok(Object.hasOwn(kerror, name), name);
  }
  const [ours, theirs] = [two.wrap(INDEX[0], INDEX[1]), twos.wrap(INDEX[0], INDEX[1])];
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
  assert.deepEqual(shown(ours.get(INDEX[2], "nyc")), shown(theirs.get(INDEX[2], "nyc")));
  for (const [our, their] of [
    [two.getFrom(source, ...INDEX, "nyc"), twos.getFrom(source, ...INDEX, "nyc")],
    [ours.getFrom(source, INDEX[2], "nyc"), theirs.getFrom(source, INDEX[2], "nyc")],
    [
      kerror.rawGetFrom(DOMAINS, source, "app", "orders", "late", "tea", 5),
      twos.rawGetFrom(DOMAINS, source, "app", "orders", "late", "tea", 5),
    ],
  ]) {
    assert.deepEqual([our.stack, ...shown(our)], [their.stack, ...shown(their)]);
  }
  for (const [our, their] of [
    [two.reject(...INDEX, "nyc"), twos.reject(...INDEX, "nyc")],
    [ours.reject(INDEX[2], "nyc"), theirs.reject(INDEX[2], "nyc")],
    [
      kerror.rawReject(DOMAINS, "app", "orders", "teapot", "pot"),
      twos.rawReject(DOMAINS, "app", "orders", "teapot", "pot"),
    ],
  ]) {
    assert.deepEqual(shown(await rejected(our)), shown(await rejected(their)));
  }
  const wrapped = kerror.rawWrap(DOMAINS, "app", "orders");
  assert.deepEqual(
    shown(wrapped.get("late", "tea", 5)),
    shown(twos.rawWrap(DOMAINS, "app", "orders").get("late", "tea", 5)),
  );
  assert.ok(wrapped.get("late") instanceof NotFoundError);
});

test("every function of Kuzzle 1 is there, and does the same", async () => {
  const source = new TypeError("boom");
  for (const name of Object.keys(ones)) {
    assert.ok(Object.hasOwn(kerror1x, name), name);
  }
  const [ours, theirs] = [one.wrap(INDEX[0], INDEX[1]), ones.wrap(INDEX[0], INDEX[1])];
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
  const fields = (error) => shown(error).slice(0, 5);
  const pairs = [
    [one.get(...INDEX, "nyc"), ones.get(...INDEX, "nyc")],
    [thrown(() => one.throw(...INDEX, "nyc")), ones.get(...INDEX, "nyc")],
    [thrown(() => ours.throw(INDEX[2], "nyc")), ones.get(...INDEX, "nyc")],
    [await rejected(one.reject(...INDEX, "nyc")), await rejected(ones.reject(...INDEX, "nyc"))],
    [await rejected(ours.reject(INDEX[2], "nyc")), await rejected(theirs.reject(INDEX[2], "nyc"))],
  ];
  for (const [our, their] of pairs) {
    assert.deepEqual(fields(our), fields(their));
  }
  for (const made of [
    one.getFrom(source, ...INDEX, "nyc"),
    ours.getFrom(source, INDEX[2], "nyc"),
    thrown(() => one.throwFrom(source, ...INDEX, "nyc")),
    thrown(() => ours.throwFrom(source, INDEX[2], "nyc")),
    await rejected(one.rejectFrom(source, ...INDEX, "nyc")),
    await rejected(ours.rejectFrom(source, INDEX[2], "nyc")),
  ]) {
    assert.deepEqual(
      [made.stack, ...fields(made)],
      [source.stack, ...fields(ones.get(...INDEX, "nyc"))],
    );
  }
});

test("the options stand behind the values, and are none of them", () => {
  const made = two.get(...INDEX, "nyc", { message: "another" });
  assert.deepEqual([made.message, made.props], ["another", ["nyc"]]);
  assert.deepEqual(two.get(...INDEX, "nyc", {}).props, ["nyc"]);
  const bare = Object.assign(Object.create(null), { message: "bare" });
  assert.equal(two.get(...INDEX, bare).message, twos.get(...INDEX, bare).message);
  const list = [{ reason: "gone" }];
  const partial = two.get("services", "storage", "import_failed", list, { message: "some" });
  assert.deepEqual([partial.message, partial.errors, partial.count], ["some", list, 1]);
  // Kuzzle 1 has no options.
  assert.match(one.get(...INDEX, { message: "x" }).message, /message: 'x'/);
});

test("stacks begin where the drop-in was called", async () => {
  const wrapped = kerror.wrap(INDEX[0], INDEX[1]);
  const wrapped1x = kerror1x.wrap(INDEX[0], INDEX[1]);
  const made = [
    kerror.get(...INDEX),
    wrapped.get(INDEX[2]),
    kerror.get("no", "such", "error"),
    kerror.getFrom(undefined, ...INDEX),
    await rejected(kerror.reject(...INDEX)),
    await rejected(wrapped.reject(INDEX[2])),
    kerror.rawGet(DOMAINS, "app", "orders", "late"),
    kerror.rawWrap(DOMAINS, "app", "orders").get("late"),
    await rejected(kerror.rawReject(DOMAINS, "app", "orders", "late")),
    kerror1x.get(...INDEX),
    wrapped1x.get(INDEX[2]),
    thrown(() => kerror1x.throw(...INDEX)),
    await rejected(kerror1x.reject(...INDEX)),
  ];
  for (const { name, message, stack } of made) {
    assert.ok(stack.startsWith(`${name}: ${message}\n`), stack);
    assert.match(stack.slice(`${name}: ${message}\n`.length).split("\n")[0], /kerror\.test\.js/);
  }
});

test("an id that nobody has is an unexpected error, and so is a declaration of no class a KuzzleError", () => {
  const made = two.get("no", "such", "error", "value");
  assert.deepEqual([made.id, made.props], ["core.fatal.unexpected_error", ["no.such.error"]]);
  assert.deepEqual(kerror.rawGet(DOMAINS, "app", "orders", "none").props, ["app.orders.none"]);
  assert.deepEqual(kerror.rawGet(undefined, "app", "orders", "none").props, ["app.orders.none"]);
  const odd = kerror.rawGet(DOMAINS, "app", "orders", "odd");
  assert.deepEqual([odd.name, odd.status, odd.id], ["KuzzleError", 500, "app.orders.odd"]);
  const teapot = kerror.rawGet(DOMAINS, "app", "orders", "teapot", "pot");
  assert.deepEqual([teapot.status, teapot.code], [418, (200 << 24) | (3 << 16) | 8]);
});
