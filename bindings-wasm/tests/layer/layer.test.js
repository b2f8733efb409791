// The layer over an engine that answers what the test says.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import {
  at,
  byCode,
  byId,
  Definition,
  definitions,
  error,
  errorNamed,
  InvalidRegistry,
  InvalidRelease,
  ids,
  KuzzleError,
  Malformed,
  NotFoundError,
  PartialError,
  PreconditionError,
  parse,
  Registry,
  releases,
  resolve,
  ServiceUnavailableError,
  scan,
} from "../../layer/index.js";
import { completeWith, startWith } from "../../layer/kuzzle.js";
import { answers, asked, fakeEngine } from "./fake-engine.js";

const UNKNOWN_INDEX = "services.storage.unknown_index";
assert.throws(() => byCode(1), /start\(\) first/);
startWith(fakeEngine);
asked.length = 0;
afterEach(() => {
  asked.length = 0;
  for (const name of Object.keys(answers)) {
    delete answers[name];
  }
});
test("definitions are made once, and never change", () => {
  const definition = byCode(16842753);
  assert.equal(definition, byId(UNKNOWN_INDEX));
  assert.equal(definition, definitions()[1]);
  assert.ok(definition instanceof Definition);
  assert.ok(Object.isFrozen(definition) && Object.isFrozen(definition.params));
  assert.deepEqual([definition.hex, definition.name], ["0x01010001", "unknown_index"]);
  assert.equal(asked.length, 0);
});
test("a code is found signed and unsigned, and no other number is taken for it", () => {
  assert.equal(byCode(3355508741)?.id, "app.orders.too_late");
  assert.equal(byCode(3355508741 | 0)?.id, "app.orders.too_late");
  for (const code of [0, -1, 1.5, Number.NaN, 2 ** 32 + 1, "1", null, void 0]) {
    assert.equal(byCode(code), void 0);
  }
});
test("ids are constants", () => {
  assert.equal(ids.services.storage.UNKNOWN_INDEX, UNKNOWN_INDEX);
  assert.ok(Object.isFrozen(ids.services.storage));
});
test("strings and safe integers are filled in here", () => {
  const built = error(UNKNOWN_INDEX, "nyc");
  assert.ok(built instanceof PreconditionError && built instanceof KuzzleError);
  assert.deepEqual([built.message, built.status, built.props], ['No index "nyc"', 412, ["nyc"]]);
  assert.deepEqual([built.name, built.errorName], ["PreconditionError", UNKNOWN_INDEX]);
  assert.equal(built.definition, byId(UNKNOWN_INDEX));
  const custom = byCode(3355508741);
  assert.equal(custom.error(...[7]).message, "Too late for 7 on %s");
  assert.equal(custom.error(...["%s", 1, "x"]).message, "Too late for %s on 1 x");
  assert.equal(custom.error(...[]).message, "Too late for %s on %s");
  assert.equal(custom.error(...[]).code, 3355508741 | 0);
  assert.equal(asked.length, 0);
});
for (const [value, frame2] of [
  [-0, "n2:-0"],
  [1.5, "n3:1.5"],
  [true, "b4:true"],
  [null, "00:"],
  [void 0, "u0:"],
  [12n, "i2:12"],
  [/* @__PURE__ */ Symbol("x"), "s9:Symbol(x)"],
  [{ a: [1] }, 'j9:{"a":[1]}'],
  [new RangeError("far"), "s15:RangeError: far"],
  [String, `s${String(String).length}:${String}`],
]) {
  test(`${typeof value} ${String(frame2)} is left to the engine`, () => {
    assert.equal(error(UNKNOWN_INDEX, value).message, `No index "%s" with ${frame2}`);
  });
}
test("a stack begins where the package was called, and its length is nobody else's business", () => {
  const limit = Error.stackTraceLimit;
  answers.parse = JSON.stringify(FACTS);
  const definition = byId(UNKNOWN_INDEX);
  const registry = Registry.load({});
  for (const make of [
    () => error(UNKNOWN_INDEX, "nyc"),
    () => error("no.such.id", ...[]),
    () => errorNamed(UNKNOWN_INDEX, { index: "nyc" }),
    () => errorNamed("no.such.id", {}),
    () => definition.error("nyc"),
    () => definition.errorNamed({ index: "nyc" }),
    () => registry.error(UNKNOWN_INDEX, "nyc"),
    () => registry.errorNamed(UNKNOWN_INDEX, {}),
    () => registry.parse("{}"),
    () => registry.from({ status: 404 }),
    () => parse("{}"),
    () => KuzzleError.from("text"),
  ]) {
    const { name, message, stack } = make();
    const lines = stack.slice(`${name}: ${message}\n`.length).split("\n");
    assert.ok(stack.startsWith(`${name}: ${message}\n`), stack);
    assert.match(lines[0], / at (make|Array|.*layer\.test)/, stack);
  }
  assert.equal(Error.stackTraceLimit, limit);
});
test("values by name: what is missing keeps its placeholder", () => {
  const built = errorNamed("app.orders.too_late", { day: "monday", toString: "x" });
  assert.equal(built.message, "Too late for %s on monday");
  assert.deepEqual(built.props, [null, "monday"]);
  assert.equal(built.isRetryable, true);
  for (const nothing of [undefined, null, 7]) {
    const { message, props } = errorNamed("app.orders.too_late", nothing);
    assert.deepEqual([message, props], ["Too late for %s on %s", [null, null]]);
  }
});
test("a definition tells which error it is", () => {
  assert.equal(String(byId(UNKNOWN_INDEX)), "services.storage.unknown_index (0x01010001)");
});
test("an id that nobody has is an unexpected error", () => {
  const built = error("no.such.id", ...[]);
  assert.deepEqual([built.id, built.props], ["core.fatal.unexpected_error", ["no.such.id"]]);
});
test("the constructors are Kuzzle's", () => {
  const plain = new KuzzleError("text");
  assert.deepEqual(
    [plain.status, plain.id, plain.code, plain.name],
    [500, void 0, void 0, "KuzzleError"],
  );
  const found = new NotFoundError("text", UNKNOWN_INDEX, 5);
  assert.deepEqual(
    [found.status, found.id, found.code, found.name],
    [404, UNKNOWN_INDEX, 5, "NotFoundError"],
  );
  assert.match(found.stack ?? "", /^NotFoundError: text\n/);
  const cause = new TypeError("boom");
  const wrapped = new NotFoundError(cause);
  assert.deepEqual([wrapped.message, wrapped.stack, wrapped.cause], ["boom", cause.stack, cause]);
  const other = new Error("other");
  assert.equal(new NotFoundError("text", void 0, void 0, { cause: other }).cause, other);
  const partial = new PartialError("text", ["a", "b"], UNKNOWN_INDEX, 5);
  assert.deepEqual([partial.errors, partial.count, partial.id], [["a", "b"], 2, UNKNOWN_INDEX]);
  const without = new PartialError("text", UNKNOWN_INDEX, 5);
  assert.deepEqual([without.errors, without.id, without.code], [[], UNKNOWN_INDEX, 5]);
  assert.deepEqual(Object.keys(plain), ["status", "id", "code", "props"]);
});
test("what is written comes from the engine, with every field and without the local stack", () => {
  const built = error(UNKNOWN_INDEX, "nyc").withErrors(["a", 12n]);
  Object.assign(built, { extra: { deep: true }, cause: new Error("here alone") });
  const written = JSON.parse(built.toWire()).error;
  assert.deepEqual(Object.keys(written).sort(), [
    "code",
    "count",
    "errors",
    "extra",
    "id",
    "message",
    "props",
    "status",
  ]);
  assert.deepEqual(asked[0]?.slice(0, 3), ["write", "wire", ""]);
});
test("an error is recognised across copies of the package, and nothing else is", () => {
  const BRAND2 = /* @__PURE__ */ Symbol.for("kuzzle-errors.KuzzleError");
  assert.ok(KuzzleError.is(error(UNKNOWN_INDEX, "nyc")));
  assert.ok(KuzzleError.is(/* @__PURE__ */ Object.create({ [BRAND2]: true })));
  const hostile = new Proxy({}, { has: () => assert.fail("a trap") });
  for (const value of [void 0, null, "text", {}, new Error("x"), hostile]) {
    assert.equal(KuzzleError.is(value), false);
  }
});
test("where nobody may change how stacks are taken, errors are built all the same", () => {
  const limit = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit");
  Object.defineProperty(Error, "stackTraceLimit", { ...limit, writable: false });
  try {
    const { stack } = error(UNKNOWN_INDEX, "nyc");
    assert.match(stack, /^PreconditionError: No index "nyc"\n +at .*layer\.test\.mjs/);
  } finally {
    Object.defineProperty(Error, "stackTraceLimit", limit);
  }
});
test("is() compares ids", () => {
  const built = error(UNKNOWN_INDEX, "nyc");
  assert.ok(built.is(UNKNOWN_INDEX) && built.is(byId(UNKNOWN_INDEX)));
  assert.ok(!built.is("services.storage.not_found") && !new KuzzleError("x").is(UNKNOWN_INDEX));
});
const FACTS = [
  null,
  599,
  "gone",
  5,
  [1],
  {
    class: "ServiceUnavailableError",
    id: "app.orders.unknown",
    ...{ stack: "remote", errors: ["a"], count: 3 },
  },
];
test("a received error is assembled from what the engine says", () => {
  answers.parse = JSON.stringify(FACTS);
  const body = { error: {} };
  const received2 = parse(body, 599);
  assert.deepEqual(asked[0], ["parse", '{"error":{}}', 599, 1e3, undefined]);
  assert.ok(received2 instanceof ServiceUnavailableError);
  answers.read = '{"requestId":"r"}';
  const { id, code, status, props, errors, count, kuzzleStack, context } = received2;
  assert.deepEqual(asked.at(-1).slice(0, 2), ["read", "context"]);
  assert.equal(received2.context, context);
  assert.deepEqual(
    { id, code, status, props, errors, count, kuzzleStack, context },
    {
      id: "app.orders.unknown",
      code: 5,
      status: 599,
      props: [1],
      errors: ["a"],
      count: 3,
      kuzzleStack: "remote",
      context: { requestId: "r" },
    },
  );
  assert.equal(received2.received, body);
  assert.equal(received2.definition, void 0);
  received2.toWire();
  assert.deepEqual(asked.at(-1), ["write", "wire", "", '{"error":{}}', 599, undefined]);
});
test("of a received error what was set is written behind the rest of what came", () => {
  answers.parse = JSON.stringify(FACTS);
  answers.read = '{"requestId":"r","result":[1]}';
  answers.write = '{"big":1e400}';
  Object.assign(parse("{}", 599), { message: "other", id: undefined, status: 500 }).toWire();
  const text = '{"error":{"big":1e400,"message":"other","status":500},"result":[1]}';
  assert.deepEqual(
    asked.filter(([what]) => what === "write"),
    [
      ["write", "wire", "", "{}", 599, "message,status,id"],
      ["write", "wire", "", text, 500, undefined],
    ],
  );
});
test("bodies of every type are read as text, and no status but an integer counts", () => {
  const bytes = new TextEncoder().encode("\uFEFF{}");
  for (const [body, text] of [
    ["{}", "{}"],
    [bytes, "\uFEFF{}"],
    [bytes.buffer, "\uFEFF{}"],
    [new Uint8Array([255]), "\uFFFD"],
    [void 0, ""],
    [null, "null"],
  ]) {
    assert.equal(parse(body, 4.5), void 0);
    assert.deepEqual(asked.at(-1)?.slice(1, 3), [text, void 0]);
  }
});
test("a body is bounded in size before it is read, and in depth by the engine", () => {
  assert.throws(() => parse("[[]]", void 0, { maxBytes: 3 }), Malformed);
  assert.equal(asked.length, 0);
  parse("[[]]", void 0, { maxDepth: 7 });
  assert.equal(asked[0]?.[3], 7);
  answers.parse = '{"malformed":{"message":"bad","line":2,"column":3}}';
  assert.throws(() => parse("x"), { name: "Malformed", line: 2, column: 3 });
});
test("of a long body the engine is given no more than what is too deep, brackets in texts aside", () => {
  const given = (body, options) => {
    parse(body, undefined, options);
    return asked.at(-1)[1];
  };
  assert.equal(given("[".repeat(70_000)), "[".repeat(1001));
  assert.equal(given('{"a":'.repeat(70_000), { maxDepth: 2 }), '{"a":{"a":{');
  const sound = [
    `["${"[".repeat(70_000)}"]`,
    `["${"\\\\".repeat(40_000)}", [], {}]`,
    `["${'\\"[{'.repeat(20_000)}"]`,
    `[${"[],{},".repeat(20_000)}1]`,
    `"${"[".repeat(70_000)}`,
  ];
  for (const body of sound) {
    assert.equal(given(body, { maxDepth: 2 }), body);
  }
});

test("resolve passes on what can be meant", () => {
  resolve(12, -1, "404");
  assert.deepEqual(asked[0], ["resolve", "", "", 4294967295, void 0]);
  resolve("a.b.c", 2 ** 32, 404);
  assert.deepEqual(asked[1], ["resolve", "", "a.b.c", void 0, 404]);
});
test("a text that is no release is refused", () => {
  answers.table = '{"invalid":"no release"}';
  assert.throws(() => at("x"), InvalidRelease);
});
test("releases come with their days", () => {
  answers.table = '{"rows":[["1.9.0","2019-08-01"]],"release":null}';
  assert.deepEqual(releases(), [{ release: "1.9.0", date: "2019-08-01" }]);
  assert.deepEqual(asked, [["table", "releases", ""]]);
});
test("what a text speaks of comes with its definitions", () => {
  const [known, unknown] = scan("a log");
  assert.deepEqual(asked, [["scan", "", "a log"]]);
  assert.equal(known.definition, byId(UNKNOWN_INDEX));
  assert.equal(known.line, 1);
  assert.equal(unknown.definition, null);
  for (const [log, text] of [
    [new TextEncoder().encode("bytes"), "bytes"],
    [{ a: 1 }, '{"a":1}'],
  ]) {
    scan(log);
    assert.deepEqual(asked.at(-1), ["scan", "", text]);
  }
});
test("registries are compared in the releases that they are narrowed to", () => {
  answers.table = '{"rows":[],"release":"1.12.0"}';
  const older = at("1");
  asked.length = 0;
  assert.deepEqual(older.compare(at("1.12.0")), { added: [] });
  assert.deepEqual(asked.at(-1), ["compare", "@1.12.0", "@1.12.0"]);
});
test("causes and fixes come with the complete engine", () => {
  assert.equal(byId(UNKNOWN_INDEX).cause, null);
  completeWith(fakeEngine);
  assert.equal(byId(UNKNOWN_INDEX).cause, `cause of ${UNKNOWN_INDEX}`);
  assert.equal(byId(UNKNOWN_INDEX).toJSON().fix, `fix of ${UNKNOWN_INDEX}`);
});
test("a registry is loaded from texts and objects, or refused with every complaint", () => {
  const registry = Registry.load({ name: "shop" }, { kind: "plugin", file: "manifest.json" });
  assert.deepEqual(asked[0], [
    "load",
    "files",
    "",
    'k6:pluginn13:manifest.jsons15:{"name":"shop"}',
  ]);
  assert.equal(registry.byId(UNKNOWN_INDEX)?.status, 412);
  registry.parse("{}");
  assert.equal(asked.at(-1)?.[4], "7");
  answers.load = '{"message":"invalid","complaints":[{"rule":"json"}]}';
  assert.throws(() => registry.with(registry), InvalidRegistry);
  answers.load = '{"invalid":"\\"shop\\" is no kind of registry"}';
  assert.throws(
    () => Registry.load({}, { kind: "shop" }),
    /^Error: "shop" is no kind of registry$/,
  );
});
