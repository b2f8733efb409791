// Registries from paths.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import { InvalidRegistry, Registry } from "kuzzle-errors";

const folder = mkdtempSync(join(tmpdir(), "kuzzle-errors-"));
after(() => rmSync(folder, { recursive: true }));

const errors = { too_late: { code: 1, class: "BadRequestError", message: "Too late for %s" } };
const manifest = JSON.stringify({ name: "shop", kuzzleVersion: ">=2.0.0", errors });
writeFileSync(join(folder, "manifest.json"), manifest);

const ids = (registry) => registry.definitions().map(({ id }) => id);

/** What is said of a path that can't be loaded. */
function complaintsAbout(path) {
  try {
    Registry.load(path);
  } catch (error) {
    assert.ok(error instanceof InvalidRegistry, String(error));
    return error.complaints;
  }
  return assert.fail("nothing is wrong");
}

test("Kuzzle's own packages, as they are installed", () => {
  const two = Registry.load(process.env.KUZZLE_2);
  const one = Registry.load(process.env.KUZZLE_1);
  assert.deepEqual([two.definitions().length, one.definitions().length], [274, 208]);
  const { message } = two.byId("services.storage.unknown_index");
  assert.equal(message, 'The index "%s" does not exist.');
});

test("a plugin by its folder, its manifest, their URLs, the text and the object", () => {
  const path = join(folder, "manifest.json");
  const expected = ["plugin.shop.too_late"];
  for (const place of [folder, path, pathToFileURL(folder), pathToFileURL(path)]) {
    assert.deepEqual(ids(Registry.load(place)), expected);
  }
  assert.deepEqual(ids(Registry.load(manifest)), expected);
  assert.deepEqual(ids(Registry.load(JSON.parse(manifest))), expected);
});

test("another kind of registry than there are is refused", () => {
  for (const place of [folder, manifest]) {
    assert.throws(
      () => Registry.load(place, { kind: "junk" }),
      /^Error: "junk" is no kind of registry: expected one of kuzzle, plugin, app$/,
    );
    assert.deepEqual(ids(Registry.load(place, { kind: "plugin" })), ["plugin.shop.too_late"]);
  }
});

test("complaints name the file as it was reached", () => {
  const path = join(folder, "broken.json");
  writeFileSync(path, manifest.replace('"code":1', '"code":70000'));
  const [complaint] = complaintsAbout(path);
  assert.deepEqual([complaint.file, complaint.rule], [path, "code-range"]);
});

test("what can't be read is a complaint", () => {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  const latin = join(folder, "latin.json");
  writeFileSync(latin, Buffer.from([0x7b, 0xe9, 0x7d]));
  const large = join(folder, "large.json");
  writeFileSync(large, Buffer.alloc((16 << 20) + 1, 32));
  for (const [path, rule] of [
    [join(folder, "nowhere"), "file"],
    [empty, "file"],
    [latin, "utf-8"],
    [large, "file-size"],
  ]) {
    const complaints = complaintsAbout(path);
    assert.deepEqual(
      complaints.map(({ file, rule, severity }) => [file, rule, severity]),
      [[path, rule, "error"]],
    );
  }
});

test("numbered domain files come before others", () => {
  const mixed = join(folder, "mixed");
  mkdirSync(mixed);
  const codes = join(process.env.KUZZLE_2, "dist/lib/kerror/codes");
  copyFileSync(join(codes, "8-cluster.json"), join(mixed, "8-cluster.json"));
  writeFileSync(join(mixed, "tsconfig.json"), "{}");
  assert.ok(ids(Registry.load(mixed)).every((id) => id.startsWith("cluster.")));
});
