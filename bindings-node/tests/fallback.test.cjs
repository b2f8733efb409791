// The main package alone, as npm leaves it where there is no package for the platform.

const assert = require("node:assert/strict");
const { execFileSync, spawnSync } = require("node:child_process");
const { test } = require("node:test");

/** What Node.js prints of an expression, with an engine that is asked for. */
function printed(expression, engine = "") {
  const env = { ...process.env, KUZZLE_ERRORS_ENGINE: engine };
  const program = `console.log(${expression})`;
  return execFileSync(process.execPath, ["--eval", program], {
    env,
    encoding: "utf8",
    stdio: "pipe",
  });
}

test("WASM answers, and says so", () => {
  assert.equal(printed("require('kuzzle-errors').engine"), "wasm\n");
  const message =
    "require('kuzzle-errors/kerror').get('services', 'storage', 'unknown_index', 'nyc').message";
  assert.equal(printed(message), 'There is no index named "nyc"\n');
});

test("the native engine can't be had, and why", () => {
  assert.throws(
    () => printed("require('kuzzle-errors')", "native"),
    /no native addon for .*: Cannot find module 'kuzzle-errors-/,
  );
});

test("the command says what it needs", () => {
  const { status, stdout, stderr } = spawnSync("node_modules/.bin/kuzzle-errors", ["list"], {
    encoding: "utf8",
  });
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, /the command needs the native addon.*\n\nno native addon for .*\n\nInstall/);
});
