// The package as users import and require it, by the engine that the environment names.

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const { test } = require("node:test");
const { inspect } = require("node:util");

const kuzzle = require("kuzzle-errors");

test("the engine is the one that was asked for, and everything is loaded", async () => {
  assert.equal(kuzzle.engine, process.env.KUZZLE_ERRORS_ENGINE);
  const definition = kuzzle.byCode(0x01010001);
  assert.equal(definition.id, "services.storage.unknown_index");
  assert.ok(definition.cause.length > 0 && definition.fix.length > 0);
  assert.equal(kuzzle.legacy(0x01010001)[0].code, 0x01010001);
  assert.equal(kuzzle.search("token expired")[0].id, "security.token.expired");
  assert.equal(kuzzle.suggest("services.storage.unknown_indx")[0], definition);
  assert.equal(await kuzzle.loadAll(), undefined);
});

test("require and import give the same", async () => {
  for (const entry of ["kuzzle-errors", "kuzzle-errors/kerror", "kuzzle-errors/kerror-1x"]) {
    const [required, imported] = [require(entry), await import(entry)];
    const names = Object.keys(required).sort();
    assert.deepEqual(
      Object.keys(imported)
        .filter((name) => !/^(default|module)/.test(name))
        .sort(),
      names,
    );
    for (const name of names) {
      assert.equal(imported[name], required[name], name);
    }
  }
});

test("classes have their names, and errors are shown by them", () => {
  const error = kuzzle.error("services.storage.unknown_index", "nyc");
  assert.equal(error.constructor, kuzzle.PreconditionError);
  assert.match(inspect(error), /^PreconditionError: There is no index named "nyc"\n +at /);
  for (const name of ["KuzzleError", "NotFoundError", "PartialError", "Registry", "Definition"]) {
    assert.equal(kuzzle[name].name, name);
  }
  for (const name of ["Malformed", "InvalidRegistry", "InvalidRelease"]) {
    assert.equal(kuzzle[name].name, name);
    assert.equal(kuzzle[name].prototype.name, name);
  }
});

test("the registry stands in a file, too", () => {
  const { definitions } = require("kuzzle-errors/registry.json");
  assert.deepEqual(definitions, JSON.parse(JSON.stringify(kuzzle.definitions())));
  assert.equal(require("kuzzle-errors/package.json").name, "kuzzle-errors");
});

test("another engine than the two is refused, and says so", () => {
  const env = { ...process.env, KUZZLE_ERRORS_ENGINE: "java" };
  assert.throws(
    () =>
      execFileSync(process.execPath, ["--eval", "require('kuzzle-errors')"], {
        env,
        stdio: "pipe",
      }),
    /KUZZLE_ERRORS_ENGINE is "java": expected "native" or "wasm"/,
  );
});
