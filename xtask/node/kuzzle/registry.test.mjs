// The domain files of the registry pass the checker that Kuzzle runs over its own.
//
// KUZZLE is the folder of Kuzzle's package.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const { checkDomains, domains: kuzzleDomains } = require(
  join(process.env.KUZZLE ?? "", "dist/lib/kerror/codes/index.js"),
);

const DOMAINS = [
  "core",
  "services",
  "api",
  "network",
  "plugin",
  "validation",
  "protocol",
  "security",
  "cluster",
];

/** The nine files, read anew, so that a test may change what it got. */
function readDomains() {
  const read = (name, code) => {
    const file = new URL(`../../../core/registry/${code}-${name}.json`, import.meta.url);
    return [name, JSON.parse(readFileSync(file, "utf8"))];
  };
  return Object.fromEntries(DOMAINS.map(read));
}

test("the checker accepts the registry", () => {
  checkDomains(readDomains());
});

test("the registry has the domains that Kuzzle has", () => {
  assert.deepEqual([...DOMAINS].sort(), Object.keys(kuzzleDomains).sort());
});

// Were the checker not at work, the test above would say nothing.
const MISTAKES = {
  "a number twice": (errors) => {
    errors.unknown_index.code = errors.unknown_collection.code;
  },
  "an unknown class": (errors) => {
    errors.unknown_index.class = "Mistake";
  },
  "an empty message": (errors) => {
    errors.unknown_index.message = "";
  },
};

for (const [mistake, make] of Object.entries(MISTAKES)) {
  test(`the checker refuses ${mistake}`, () => {
    const domains = readDomains();
    make(domains.services.subDomains.storage.errors);
    assert.throws(() => checkDomains(domains), /Error configuration file/);
  });
}
