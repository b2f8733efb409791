// The snippets name constants that the packages have.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { constantsOf, snippetsOf } from "../../src/snippets.ts";

const read = (file) => readFileSync(join(process.env.WORKSPACE, file), "utf8");
const { definitions } = JSON.parse(read("registry.json"));

/** The names in nested blocks of a file, joined from the outside in; `opens` and `names` find one in a line. */
function nested(text, opens, names, separator) {
  const open = [];
  const found = new Set();
  for (const line of text.split("\n")) {
    const depth = line.search(/\S/);
    while (depth >= 0 && open.length > 0 && open.at(-1).depth >= depth) {
      open.pop();
    }
    const path = () => open.map(({ name }) => name);
    const block = opens.exec(line)?.[1];
    const name = names.exec(line)?.[1];
    if (block !== undefined) {
      open.push({ depth, name: block });
    } else if (name !== undefined) {
      found.add([...path(), name].join(separator));
    }
  }
  return found;
}

const rust = nested(
  read("core/src/definitions.rs"),
  /pub mod (\w+)/,
  /pub const (\w+): Definition/,
  "::",
);
const python = nested(
  read("bindings-python/python/kuzzle_errors/ids.py"),
  /class (\w+):/,
  /(\w+): Final = /,
  ".",
);
const c = new Set(
  [...read("include/kuzzle_errors.h").matchAll(/#define (KUZZLE_\w+) /g)].map(([, name]) => name),
);
const javascript = nested(
  read("bindings-wasm/layer/generated/ids.ts"),
  /readonly (\w+): \{/,
  /readonly (\w+): "/,
  ".",
);

test("every constant exists in every language", () => {
  assert.equal(definitions.length, 277);
  for (const definition of definitions) {
    const names = constantsOf(definition);
    const subdomain = definition.subdomain;
    assert.ok(names.rust.name.startsWith(`${subdomain}::`), definition.id);
    const path = `${names.rust.path}::${names.rust.name.slice(subdomain.length + 2)}`;
    assert.ok(rust.has(path), path);
    assert.ok(c.has(names.c), names.c);
    assert.ok(python.has(names.python.replace(/^ids\./, "")), names.python);
    assert.ok(javascript.has(names.javascript.replace(/^ids\./, "")), names.javascript);
  }
});

test("the same languages for errors that are built in and those of users", () => {
  const languages = ["Rust", "C", "Python", "JavaScript", "Terminal"];
  for (const isBuiltIn of [true, false]) {
    const snippets = snippetsOf(definitions[0], isBuiltIn);
    assert.deepEqual(
      snippets.map(({ language }) => language),
      languages,
    );
    for (const { text } of snippets) {
      assert.ok(isBuiltIn || text.includes(definitions[0].id), text);
    }
  }
});
