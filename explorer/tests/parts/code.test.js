// The text forms of codes, by the vectors that every language answers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { codeOf, hexOf } from "../../src/code.ts";
import { spellingsOf } from "../../src/words.ts";

const { cases } = JSON.parse(
  readFileSync(join(process.env.WORKSPACE, "vectors/codes.json"), "utf8"),
);

for (const { name, in: input, out } of cases) {
  test(name, () => {
    const text = typeof input === "string" ? input : input.repeat[0].repeat(input.repeat[1]);
    const code = codeOf(text);
    assert.equal(code, out.code);
    if (code !== undefined) {
      assert.equal(hexOf(code), out.hex);
      assert.ok(spellingsOf(code).includes(String(out.signed)));
    }
  });
}
