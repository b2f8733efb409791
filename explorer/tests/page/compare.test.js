// What changed between two releases.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { hash, Site, said, seen } from "./site.js";

let site;
let page;
before(async () => {
  site = await Site.start();
  page = await site.open();
});
after(() => site.stop());

test("from 1.12.0 to 2.0.0", async () => {
  await page.getByRole("link", { name: "What changed" }).first().click();
  await page.locator("#compare-from").selectOption("1.12.0");
  await page.locator("#compare-to").focus();
  await page.locator("#compare-to").selectOption("2.0.0");
  assert.equal(hash(page), "#/compare?from=1.12.0&to=2.0.0");
  assert.equal(await page.evaluate(() => document.activeElement.id), "compare-to");
  assert.match(
    await seen(page.locator(".figures")),
    /^7 added 4 removed 1 deprecated 0 renumbered 1 reused code$/,
  );
  assert.match(
    await said(page, /^Reused codes/),
    /0x01010016\s+services\.storage\.index_reserved became services\.storage\.collection_reserved/,
  );
  assert.match(await said(page, /^Removed/), /core\.fatal\.assertion_failed/);
  assert.match(await said(page, /^Deprecated/), /core\.realtime\.invalid_state\s+since 2\.0\.0/);
  assert.match(await said(page, /^Added/), /services\.storage\.index_already_exists/);
});

test("its errors lead to their cards in that release", async () => {
  await page.getByRole("link", { name: "services.storage.index_reserved" }).first().click();
  assert.equal(hash(page), "#/services.storage.index_reserved?release=1.12.0");
  await page.goBack();
  await page.getByRole("heading", { name: "What changed between releases" }).waitFor();
});

test("swapped, and with itself", async () => {
  await page.getByRole("button", { name: "Swap" }).click();
  assert.equal(hash(page), "#/compare?from=2.0.0&to=1.12.0");
  assert.match(await said(page, /^Added/), /core\.fatal\.assertion_failed/);
  await page.goto(`${site.address}#/compare?from=2.0.0&to=2.0.0`);
  await page.getByText("Nothing differs between these two releases.").waitFor();
});

test("an error that got another number", async () => {
  await page.goto(`${site.address}#/compare?from=1.9.2&to=1.10.0`);
  assert.match(
    await said(page, /^Renumbered/),
    /external\.elasticsearch\.wrong_elasticsearch_version 0x02010001 became 0x01010001/,
  );
});

test("numbers that got another meaning with 1.10.5", async () => {
  await page.goto(`${site.address}#/compare?from=1.10.4&to=1.10.5`);
  assert.match(await seen(page.locator(".figures")), /67 reused codes/);
});

test("all 191 releases can be chosen", async () => {
  assert.equal(await page.locator("#compare-from option").count(), 191);
});

test("what is no release is told", async () => {
  await page.goto(`${site.address}#/compare?from=latest&to=2.0.0`);
  await page.getByText("One of the two is no release of Kuzzle.").waitFor();
});
