// Addresses, the back button, the keyboard, phones.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { hash, listed, Site, seen, shown } from "./site.js";

let site;
before(async () => {
  site = await Site.start();
});
after(() => site.stop());

test("addresses lead to their places", async () => {
  const page = await site.open("#/services.storage.unknown_index");
  assert.equal(await shown(page), "services.storage.unknown_index");
  assert.equal(await page.title(), "services.storage.unknown_index · Kuzzle errors");
  await page.goto(`${site.address}#/0x01010016?release=1.12.0`);
  assert.equal(await shown(page), "services.storage.index_reserved");
  await page.goto(`${site.address}#/?q=token+expired&status=401`);
  assert.equal((await listed(page))[0], "security.token.expired");
  assert.equal(await page.locator("#question").inputValue(), "token expired");
  await page.context().close();
});

test("the back button goes back, and typing is one step", async () => {
  const page = await site.open();
  await page.locator("#question").pressSequentially("unknown index");
  await page.locator("#results a.row").nth(1).click();
  const second = await shown(page);
  assert.notEqual(second, "services.storage.unknown_index");
  await page.goBack();
  assert.equal(hash(page), "#/?q=unknown+index");
  assert.equal(await page.locator("#question").inputValue(), "unknown index");
  await page.goBack();
  assert.equal(hash(page), "");
  assert.equal(await page.locator("#question").inputValue(), "");
  await page.goForward();
  await page.goForward();
  assert.equal(await shown(page), second);
  await page.context().close();
});

test("everything works from the keyboard", async () => {
  const page = await site.open();
  const focused = () =>
    page.evaluate(() => document.activeElement.dataset.target ?? document.activeElement.id);
  await page.keyboard.press("/");
  assert.equal(await focused(), "question");
  await page.keyboard.type("not found");
  const ids = await listed(page);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), ids[0]);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), ids[1]);
  assert.equal(await shown(page), ids[1]);
  await page.keyboard.press("End");
  assert.equal(await focused(), ids.at(-1));
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "question");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "card-title");
  assert.equal(hash(page), `#/${ids[0]}?q=not+found`);
  await page.keyboard.press("Escape");
  assert.equal(await focused(), ids[0]);
  assert.equal(hash(page), "#/?q=not+found");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await shown(page), ids[1]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "question");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#question").inputValue(), "");
  assert.equal((await listed(page)).length, 277);
  await page.context().close();
});

test("the status line tells what those who can't see the page would miss", async () => {
  const page = await site.open();
  await page.locator("#question").fill("security.token.expired");
  assert.equal(await seen(page.locator("#status")), "1 error");
  await page.context().close();
});

test("on a phone the card takes the place of the list", async () => {
  const page = await site.open("", { viewport: { width: 375, height: 700 }, hasTouch: true });
  const results = page.locator("#results");
  await page.locator("#question").fill("token");
  assert.ok(await results.isVisible());
  await page.locator("#results a.row").first().tap();
  assert.ok(await results.isHidden());
  await page.getByRole("link", { name: "All results" }).tap();
  assert.ok(await results.isVisible());
  await page.locator("#question").fill("0x01010001");
  assert.ok(await page.getByRole("heading", { name: "unknown_index" }).isVisible());
  for (const place of ["#/", "#/0x01010001", "#/compare?from=1&to=2", "#/own"]) {
    await page.goto(site.address + place);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(width, 375, place);
  }
  await page.context().close();
});

test("the theme is the system's until another is chosen, which stays", async () => {
  const page = await site.open("", { colorScheme: "dark" });
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();
  await page.getByRole("button", { name: "Theme: system" }).click();
  const light = await background();
  assert.notEqual(light, dark);
  await page.reload();
  assert.equal(await background(), light);
  await page.getByRole("button", { name: "Theme: light" }).click();
  assert.equal(await background(), dark);
  await page.context().close();
});
