// KuzzleError.from takes the errors of Kuzzle's own packages and keeps every field.
//
// SDK is the folder of kuzzle-sdk, COMMON_OBJECTS that of kuzzle-common-objects.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { KuzzleError, NotFoundError, PartialError } from "kuzzle-errors-wasm";

const require = createRequire(import.meta.url);
const { SDK, COMMON_OBJECTS } = process.env;
const { KuzzleError: SdkError } = require(join(SDK, "out/src/KuzzleError.js"));
const common = require(COMMON_OBJECTS).errors;

const ANSWER = {
  message: 'Document "taxi-1" not found in "nyc":"yellow-taxi".',
  status: 404,
  id: "services.storage.not_found",
  code: 16842763,
  props: ["taxi-1", "nyc", "yellow-taxi"],
  stack: "NotFoundError: gone\n    at kuzzle.js:1:1",
};
const REQUEST = {
  controller: "document",
  action: "get",
  index: "nyc",
  collection: "yellow-taxi",
  requestId: "r-1",
  volatile: { sdkName: "js@7.17.1" },
  _id: "taxi-1",
};

test("an error of kuzzle-sdk keeps its fields, gets its class and definition back, and is the cause", () => {
  const thrown = new SdkError(ANSWER, "Error: local\n    at app.js:1:1", "websocket", REQUEST);
  const error = KuzzleError.from(thrown);
  assert.ok(error instanceof NotFoundError);
  assert.equal(error.definition.id, ANSWER.id);
  for (const [name, value] of Object.entries(thrown)) {
    assert.deepEqual(error[name], value, name);
  }
  assert.equal(error.message, ANSWER.message);
  assert.equal(error.kuzzleStack, ANSWER.stack);
  assert.deepEqual(error.context, REQUEST);
  assert.equal(error.cause, thrown);
  assert.equal(error.toJSON().stack, ANSWER.stack, "the local stack is never written");
});

test("an error of kuzzle-sdk with failed items lists them", () => {
  const errors = [{ document: { _id: "taxi-1", body: {} }, reason: "it exists", status: 400 }];
  const answer = { message: "Some failed", status: 206, id: "services.storage.incomplete_delete" };
  const error = KuzzleError.from(new SdkError({ ...answer, errors, count: 1 }));
  assert.ok(error instanceof PartialError);
  assert.deepEqual([error.errors, error.count], [errors, 1]);
  const [{ id, status, reason }] = error.failures();
  assert.deepEqual([id, status, reason], ["taxi-1", 400, "it exists"]);
});

test("the errors of kuzzle-common-objects keep their fields and their class", () => {
  for (const [name, Type] of Object.entries(common)) {
    const thrown = new Type("gone", name === "KuzzleError" ? 418 : undefined);
    const error = KuzzleError.from(thrown);
    assert.deepEqual([error.message, error.status], [thrown.message, thrown.status], name);
    assert.equal(error.cause, thrown);
  }
  const thrown = new common.PartialError("Some failed", ["user-1"], ANSWER.id, ANSWER.code);
  const error = KuzzleError.from(thrown);
  assert.deepEqual([error.id, error.code], [ANSWER.id, ANSWER.code]);
  assert.deepEqual([error.errors, error.count], [["user-1"], 1]);
  assert.ok(KuzzleError.from(new common.NotFoundError("gone")) instanceof NotFoundError);
});

test("an error of another copy of the package keeps what nobody knows, and what was changed", () => {
  const copy = require("kuzzle-errors-wasm");
  const body = { error: { ...ANSWER, extra: [1] }, requestId: "r-1" };
  const theirs = copy.parse(body).withMessage("Gone");
  const error = KuzzleError.from(theirs);
  assert.ok(error instanceof NotFoundError && !(theirs instanceof KuzzleError));
  assert.deepEqual([error.message, error.context], ["Gone", { requestId: "r-1" }]);
  assert.equal(error.toWire(), theirs.toWire());
  assert.deepEqual(error.toJSON().extra, [1]);
  Object.assign(theirs, { status: 500, id: "x.y.z", code: 7, props: ["a"] });
  delete theirs.kuzzleStack;
  const changed = KuzzleError.from(theirs);
  assert.equal(changed.toWire(), theirs.toWire());
  assert.deepEqual([changed.status, changed.id], [500, "x.y.z"]);
  const page = copy.parse("<html>", 503).withErrors(["a"]);
  assert.equal(KuzzleError.from(page).toWire(), page.toWire());
});
