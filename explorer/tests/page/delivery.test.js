// What the page weighs, where it runs, and that it needs nobody else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

import { FOLDER, listed, ready, Site, shown } from "./site.js";

/** What a first visit may weigh before the page answers, by brotli. */
const MOST_BYTES = 100_000;

test("the first load is light, and the rest comes when the page is already there", async () => {
  const site = await Site.start();
  const context = await site.browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  // The larger module is held back: the page must be of use without it.
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(/all-[^/]*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.address);
  await page.waitForSelector("#results a.row");
  assert.equal((await listed(page)).length, 277);
  await page.locator("#question").fill("0x01010001");
  assert.equal(await shown(page), "services.storage.unknown_index");
  const files = [...new Set(site.asked)].filter((path) => !/\/all-/.test(path));
  const sizes = files.map((path) => {
    const file = path === "/" ? "index.html" : path.slice(1);
    return brotliCompressSync(readFileSync(join(FOLDER, file))).length;
  });
  const sum = sizes.reduce((one, other) => one + other, 0);
  console.log(`first load: ${sum} bytes by brotli in ${files.length} files`);
  assert.ok(sum < MOST_BYTES, `${sum} bytes: ${files.join(", ")}`);
  release();
  await ready(page);
  await page.locator("#question").fill("token expired");
  assert.equal((await listed(page))[0], "security.token.expired");
  await context.close();
  await site.stop();
});

test("once loaded it works offline", async () => {
  const site = await Site.start();
  const page = await site.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  site.server.closeAllConnections();
  site.asked.length = 0;
  await page.goto(`${site.address}#/security.token.expired`);
  await page.reload();
  await ready(page);
  assert.equal(await shown(page), "security.token.expired");
  await page.getByRole("heading", { name: "What to do" }).waitFor();
  await page.locator("#question").fill("unknown index");
  assert.equal((await listed(page))[0], "services.storage.unknown_index");
  assert.deepEqual(site.asked, []);
  await page.context().close();
  await site.stop();
});

test("it runs under any path", async () => {
  const site = await Site.start("/some/where/errors/");
  const page = await site.open("#/security.token.expired");
  await page.getByRole("heading", { name: "What to do" }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  assert.ok(site.asked.every((path) => path.startsWith("/some/where/errors/")));
  await page.context().close();
  await site.stop();
});

test("the page itself forbids what it doesn't need", () => {
  const page = readFileSync(join(FOLDER, "index.html"), "utf8");
  const [, written] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page);
  const policy = written.replaceAll("&#39;", "'");
  assert.match(policy, /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval';/);
  assert.doesNotMatch(page, /<script(?![^>]*src=)|style=|onclick=/);
});
