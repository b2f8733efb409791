// Errors that were read and changed, as both npm packages write them.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  at,
  error,
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

test("what is put in the place of a list of errors and is none is not written", () => {
  for (const errors of [null, undefined, 7, { length: 1 }]) {
    const read = parse({ error: { message: "some", status: 206, errors: ["a"] } });
    const { errors: written } = Object.assign(read, { errors }).toJSON();
    assert.deepEqual(written, ["a"]);
  }
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

test("what is no release is told", () => {
  assert.throws(
    () => at("latest"),
    (thrown) =>
      thrown instanceof InvalidRelease && /^"latest" is not a release/.test(thrown.message),
  );
});
