// Look-ups in the built-in registry, as both npm packages answer them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { byCode } from "package-under-test";

test("a code of the documentation", () => {
  const definition = byCode(0x01010001);
  assert.equal(definition.id, "services.storage.unknown_index");
  assert.equal(definition.code, 0x01010001);
  assert.equal(definition.class, "PreconditionError");
  assert.equal(definition.status, 412);
  assert.match(definition.message, /%s/);
  assert.equal(definition.description, "The provided data index does not exist");
  assert.deepEqual(definition.params, ["index"]);
});

for (const code of [0, -1, 0x01017fff, 0xffffffff]) {
  test(`no error has the number ${code}`, () => {
    assert.equal(byCode(code), undefined);
  });
}
