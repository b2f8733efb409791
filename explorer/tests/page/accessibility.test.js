// axe has nothing to say of any place, in both themes, on a desktop and on a phone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { drop, Site } from "./site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

const PLACES = {
  start: "#/",
  card: "#/services.storage.index_protected?q=index&domain=services",
  "reused code": "#/0x01010016?release=1.12.0",
  "old number": "#/?q=0x00010001&release=1.10.0",
  unknown: "#/services.storage.unknown_indx",
  nothing: "#/?q=teapot",
  comparison: "#/compare?from=1.12.0&to=2.0.0",
  "your errors": "#/own",
};
const PASTED = {
  answer: `{"status":206,"error":{"id":"services.storage.incomplete_delete","code":1,"message":"m","status":206,
    "errors":[{"_id":"doc-1","reason":"gone"}]},"requestId":"r"}`,
  log: 'a {"id":"services.storage.not_connected","status":503}\nb plugin.shop.x {"id":"plugin.shop.x","status":400}',
};
const BROKEN = { name: "manifest.json", text: '{"name":"shop","errors":{"a":{"code":70000}}}' };

let site;
before(async () => {
  site = await Site.start();
});
after(() => site.stop());

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 375]) {
    test(`${colorScheme}, ${width} pixels wide`, async () => {
      const page = await site.open("", { colorScheme, viewport: { width, height: 900 } });
      // A script of this test, not of the page: the policy of the page doesn't hold for it.
      await page.evaluate(axe);
      for (const [name, hash] of Object.entries(PLACES)) {
        await page.goto(site.address + hash);
        await assertAccessible(page, name);
      }
      for (const [name, text] of Object.entries(PASTED)) {
        await page.locator("#question").fill(text);
        await assertAccessible(page, name);
      }
      await drop(page, [BROKEN]);
      await assertAccessible(page, "complaints");
      await page.context().close();
    });
  }
}

async function assertAccessible(page, place) {
  await page.waitForTimeout(150);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target}`),
  );
  assert.deepEqual(found, [], place);
}
