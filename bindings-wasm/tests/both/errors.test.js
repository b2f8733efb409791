// Errors that were read and changed, as both npm packages write them.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  at,
  error,
  failures,
  InvalidRelease,
  KuzzleError,
  MultipleErrorsError,
  parse,
} from "package-under-test";

test("an error that was read is written with another list of errors", () => {
  const read = parse(
    '{"error":{"big":1e400,"message":"some","status":206,"errors":["a"],"count":1}}',
  );
  const written = read
    .withErrors([{ _id: "b", status: 404 }, "c"])
    .withMessage("two")
    .toWire();
  const errors = '[{"_id":"b","status":404},"c"]';
  assert.equal(written, `{"message":"two","status":206,"errors":${errors},"count":2,"big":1e400}`);
  assert.deepEqual(
    read.failures().map(({ id }) => id),
    ["b", "c"],
  );
});

test("a page of a proxy keeps its status when errors are put into it", () => {
  const written = parse("<html>", 502).withErrors(["a"]).toJSON();
  assert.deepEqual([written.status, written.errors, written.count], [502, ["a"], 1]);
});

const MEMBERS = {
  message: '"gone"',
  status: "404",
  id: '"services.storage.not_found"',
  code: "16842763",
  props: '["taxi-1",1e400]',
  stack: '"NotFoundError: gone"',
  errors: '["a"]',
  count: "1",
  big: "1e400",
};

function objectOf(members) {
  const there = Object.entries(members).filter(([, json]) => json !== undefined);
  return `{${there.map(([name, json]) => `"${name}":${json}`).join(",")}}`;
}

const readNotFound = () => parse(`{"status":404,"error":${objectOf(MEMBERS)},"requestId":"r"}`);

test("each field of an error that was read is written as it was set, and the rest as it came", () => {
  for (const [field, value, json, member = field] of [
    ["message", "left", '"left"'],
    ["message", "", '""'],
    ["message", undefined],
    ["status", 500, "500"],
    ["status", undefined],
    ["id", "app.orders.too_late", '"app.orders.too_late"'],
    ["id", undefined],
    ["code", -5, "-5"],
    ["code", undefined],
    ["props", ["x", 2n], '["x",2]'],
    ["props", undefined],
    ["errors", ["b", { c: 1 }], '["b",{"c":1}]'],
    ["errors", null, "null"],
    ["errors", undefined],
    ["count", 2, "2"],
    ["count", undefined],
    ["kuzzleStack", "elsewhere", '"elsewhere"', "stack"],
    ["kuzzleStack", undefined, undefined, "stack"],
  ]) {
    const read = Object.assign(readNotFound(), { [field]: value });
    assert.equal(read.toWire(), objectOf({ ...MEMBERS, [member]: json }), `${field}: ${value}`);
  }
});

test("fields that were set back are written as they came", () => {
  const read = readNotFound();
  const { status, props } = read;
  Object.assign(read, { status: 500, props: [] });
  assert.equal(Object.assign(read, { status, props }).toWire(), objectOf(MEMBERS));
});

test("an error that was read tells the same of its fields in every form", () => {
  const read = Object.assign(readNotFound(), { status: 500, id: "x.y.z", code: undefined });
  const { id, error: written } = read.explain();
  assert.deepEqual([id, written.id, written.status], ["x.y.z", "x.y.z", 500]);
  const problem = read.toProblem();
  assert.deepEqual([problem.id, problem.status, problem.code], ["x.y.z", 500, undefined]);
  const attributes = read.attributes();
  assert.equal(attributes["error.type"], "x.y.z");
  assert.equal(attributes["http.response.status_code"], 500);
  assert.deepEqual(read.context, { status: 404, requestId: "r" });
});

test("a status that came around an error is written in it once it is another", () => {
  const read = (body, status) => Object.assign(parse(body, status), { status: 503 }).toWire();
  assert.equal(
    read('{"status":404,"error":{"message":"gone"}}'),
    '{"message":"gone","status":503}',
  );
  assert.equal(read("<html>", 502), '{"message":"HTTP status 502","status":503}');
});

test("an error that is left with no member is written", () => {
  const read = Object.assign(parse("<html>", 502), { message: undefined, status: undefined });
  assert.equal(read.toWire(), "{}");
});

test("the failed items in the result stay when an error is changed", () => {
  const read = parse(
    '{"error":{"message":"some","status":206,"errors":["a"]},"result":{"errors":["b"]}}',
  );
  for (const changed of [read, Object.assign(read, { status: 500 })]) {
    assert.deepEqual(
      changed.failures().map(({ id }) => id),
      ["a", "b"],
    );
  }
});

test("no list of errors is made up for an error whose class has one", () => {
  const body = '{"error":{"message":"some","status":206}}';
  assert.equal(parse(body).toWire(), '{"message":"some","status":206}');
  const changed = Object.assign(parse(body), { code: 1 });
  assert.equal(changed.toWire(), '{"message":"some","status":206,"code":1}');
});

test("errors that stand in themselves and in one another are written", () => {
  const outer = error("security.token.expired");
  const inner = error("services.storage.unknown_index", "nyc").withErrors([outer]);
  Object.assign(outer.withErrors([outer, inner, inner]), { inner });
  const { errors, count } = outer.toJSON();
  assert.deepEqual(
    [errors[0].message, errors[1].errors[0].message, errors[2].props, count],
    ["[Circular]", "[Circular]", ["nyc"], 3],
  );
  assert.match(JSON.stringify({ inner }), /"nyc"/);
});

test("errors in errors in errors are written up to a depth", () => {
  let error = new KuzzleError("0");
  for (let level = 1; level < 5000; level += 1) {
    error = new MultipleErrorsError(String(level), [error]);
  }
  assert.match(error.toWire(), /"4900".*"\[…\]"/);
});

test("errors and functions are shown in messages", () => {
  const message = (value) => error("services.storage.unknown_index", value).message;
  assert.match(message(new TypeError("no such host")), /"TypeError: no such host"/);
  assert.match(message(encodeURI), /"function encodeURI/);
});

test("a body that is too long in UTF-8 is refused at the first character beyond the limit", () => {
  const text = '{"é":\n"€😀"}';
  const bytes = new TextEncoder().encode(text);
  const within = Uint8Array.from([0x7b, ...bytes, 0x7d]).subarray(1, -1);
  assert.equal(bytes.length, 17);
  for (const [maxBytes, line, column] of [
    [-1, 1, 1],
    [0, 1, 1],
    [2, 1, 3],
    [3, 1, 3],
    [4, 1, 4],
    [6, 1, 6],
    [7, 2, 1],
    [10, 2, 2],
    [11, 2, 3],
    [14, 2, 3],
    [15, 2, 4],
    [16, 2, 5],
  ]) {
    for (const body of [text, bytes, bytes.buffer, within, new DataView(bytes.buffer)]) {
      const message = `invalid JSON at line ${line}, column ${column}: longer than the limit of ${maxBytes} bytes`;
      assert.throws(() => parse(body, 500, { maxBytes }), {
        name: "Malformed",
        message,
        line,
        column,
      });
      assert.throws(() => failures(body, { maxBytes }), { message });
    }
  }
  for (const maxBytes of [17, 3 * text.length, Number.POSITIVE_INFINITY]) {
    for (const body of [text, bytes]) {
      assert.equal(parse(body, undefined, { maxBytes }), undefined);
    }
  }
});

test("of a body that is too long neither a byte order mark nor half a bad character counts", () => {
  const place = (body, maxBytes) => {
    try {
      return parse(body, undefined, { maxBytes });
    } catch ({ line, column }) {
      return [line, column];
    }
  };
  assert.deepEqual(place("\uFEFF{}", 4), [1, 2]);
  assert.deepEqual(place("\ud800{}", 3), [1, 2]);
  assert.deepEqual(place(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 4), [1, 2]);
  assert.deepEqual(place(Uint8Array.of(0xff, 0xff, 0xe2, 0x82, 0x7b, 0x7d), 3), [1, 3]);
});

test("what is no release is told", () => {
  assert.throws(
    () => at("latest"),
    (thrown) =>
      thrown instanceof InvalidRelease && /^"latest" is not a release/.test(thrown.message),
  );
});
