// One field for codes, ids, words; filters; the card.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { hash, listed, Site, said, seen, shown } from "./site.js";

let site;
let page;
before(async () => {
  site = await Site.start();
  page = await site.open();
});
after(() => site.stop());

async function ask(text) {
  await page.locator("#question").fill(text);
}

test("everything is listed before anything is asked", async () => {
  await ask("");
  assert.equal((await listed(page)).length, 277);
  await page.getByRole("heading", { name: "What went wrong, and what to do about it" }).waitFor();
});

for (const code of ["0x01010001", "0X1010001", "16842753", "  0x01010001 "]) {
  test(`the code ${JSON.stringify(code)}`, async () => {
    await ask(code);
    assert.deepEqual(await listed(page), ["services.storage.unknown_index"]);
    assert.equal(await shown(page), "services.storage.unknown_index");
  });
}

test("an id", async () => {
  await ask("security.token.expired");
  assert.deepEqual(await listed(page), ["security.token.expired"]);
  assert.equal(await shown(page), "security.token.expired");
});

test("words with typing errors, found as they are typed", async () => {
  await ask("");
  await page.locator("#question").pressSequentially("unkown ind");
  assert.equal((await listed(page))[0], "services.storage.unknown_index");
  await page.locator("#question").pressSequentially("ex");
  assert.equal((await listed(page))[0], "services.storage.unknown_index");
  assert.equal(hash(page), "#/?q=unkown+index");
});

test("an id with a typing error", async () => {
  await ask("services.storage.unknwon_indx");
  assert.equal((await listed(page))[0], "services.storage.unknown_index");
});

test("a number that Kuzzle gave to two errors, and before to a third", async () => {
  await ask("0x01010016");
  assert.deepEqual(await listed(page), [
    "services.storage.collection_reserved",
    "services.storage.index_reserved",
  ]);
  await page.locator("#filter-release").selectOption("1.12.0");
  assert.deepEqual(await listed(page), ["services.storage.index_reserved"]);
  await page.locator("#filter-release").selectOption("");
});

test("what a number meant before 1.10.5", async () => {
  await ask("0x00010001");
  assert.equal(await shown(page), "core.realtime.room_not_found");
  await page.locator("#filter-release").selectOption("1.10.0");
  await page
    .locator(".note")
    .getByText("No error has the code 0x00010001 in Kuzzle 1.10.0.")
    .waitFor();
  await page.locator("#filter-release").selectOption("");
});

test("an HTTP status is no code, and a code that nobody has is nobody's", async () => {
  await ask("503");
  await page.locator(".note").getByText("503 is no code, but an HTTP status.").waitFor();
  assert.ok((await listed(page)).includes("api.process.not_enough_nodes"));
  await ask("0x7f7f7f7f");
  await page.locator(".note").getByText("No error has the code 0x7f7f7f7f.").waitFor();
  assert.deepEqual(await listed(page), []);
});

test("a negative code of an application", async () => {
  await ask("-939458555");
  await page.locator(".note").getByText("No error has the code 0xc8010005.").waitFor();
});

test("words that occur nowhere", async () => {
  await ask("teapot");
  await page.locator(".note").getByText("Nothing found.").waitFor();
});

test("filters narrow the list, and count what they would leave", async () => {
  await ask("");
  await page.locator("#filter-domain").selectOption("security");
  await page.locator("#filter-retry").selectOption("login");
  assert.deepEqual(await listed(page), [
    "security.token.invalid",
    "security.token.expired",
    "security.rights.unauthorized",
  ]);
  assert.equal(hash(page), "#/?domain=security&retry=login");
  const options = await page.locator("#filter-status option").allTextContents();
  assert.equal(options[0], "any");
  await page.locator("#filter-status").selectOption("401");
  await page.locator("#filter-class").selectOption("UnauthorizedError");
  await page.locator("#filter-audience").selectOption("client");
  assert.ok((await listed(page)).includes("security.token.invalid"));
  await page.getByRole("button", { name: "Clear filters" }).click();
  assert.equal((await listed(page)).length, 277);
});

test("a release has what it had", async () => {
  await page.locator("#filter-release").selectOption("1.12.0");
  assert.equal((await listed(page)).length, 209);
  await page.locator("#filter-release").selectOption("1.9.0");
  assert.equal((await listed(page)).length, 0);
  await page.locator("#filter-release").selectOption("");
});

test("the filter of releases has all 191, newest first", async () => {
  const releases = await page.locator("#filter-release option").allTextContents();
  assert.equal(releases.length, 192);
  assert.match(releases[1], /^2\.56\.0 \(\d{4}-\d\d-\d\d\)$/);
  assert.equal(releases.at(-1), "1.9.0 (2019-08-01)");
});

test("a card says everything about an error", async () => {
  await page.goto(`${site.address}#/services.storage.unknown_index`);
  const card = page.locator("article.card");
  await card.getByText("The provided data index does not exist").waitFor();
  await card.getByText("16842753", { exact: true }).waitFor();
  await card.getByRole("img", { name: "0x01010001: services, storage, unknown_index" }).waitFor();
  assert.match(await said(page, "Send it again?"), /No, not as it is/);
  assert.match(await said(page, "Send it again?"), /until the request, the data/);
  assert.match(await said(page, "Who fixes it?"), /The client’s author/);
  assert.match(await said(page, "Class and status"), /PreconditionError\s+HTTP status 412/);
  assert.match(await said(page, "Why it happens"), /index Kuzzle does not know/);
  assert.match(await said(page, "What to do"), /index:create/);
  assert.match(await said(page, "Message"), /There is no index named "index"/);
  const releases = await said(page, "Releases");
  assert.match(releases, /1\.10\.5 to 1\.12\.0 2019-11-05 to 2020-12-18/);
  assert.match(releases, /2\.0\.0 and later since 2019-11-21/);
  const others = await said(page, "Other meanings of this number");
  assert.match(
    others,
    /external\.elasticsearch\.wrong_elasticsearch_version .*1\.10\.0 to 1\.10\.4/,
  );
  const link = card.getByRole("link", { name: "Kuzzle’s page" });
  assert.equal(
    await link.getAttribute("href"),
    "https://docs.kuzzle.io/core/2/api/errors/error-codes/services/",
  );
});

test("a card shows the error as a server sends it", async () => {
  await page.getByText("As a server sends it").click();
  const sent = JSON.parse(await seen(page.locator("details.sent code")));
  assert.equal(sent.message, 'There is no index named "<index>"');
  assert.deepEqual([sent.status, sent.code], [412, 16842753]);
});

test("a card shows the look-up in every language", async () => {
  const tabs = page.getByRole("tab");
  assert.deepEqual(await tabs.allTextContents(), ["Rust", "C", "Python", "JavaScript", "Terminal"]);
  await page.getByRole("tab", { name: "C", exact: true }).click();
  const snippet = page.getByRole("tabpanel");
  await snippet.getByText("KUZZLE_SERVICES_STORAGE_UNKNOWN_INDEX").waitFor();
  await page.keyboard.press("ArrowRight");
  await snippet.getByText("ids.services.storage.UNKNOWN_INDEX").waitFor();
  await page.getByRole("tab", { name: "Rust" }).click();
});

test("copy buttons copy", async () => {
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const expected = {
    id: "services.storage.unknown_index",
    code: "0x01010001",
    link: `${site.address}#/services.storage.unknown_index`,
  };
  for (const [name, text] of Object.entries(expected)) {
    await page.getByRole("button", { name: `Copy ${name}`, exact: true }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await copied(), text);
    await page.getByRole("button", { name: `Copy ${name}`, exact: true }).waitFor();
  }
});

test("a deprecated error says so, on the time line too", async () => {
  await page.goto(`${site.address}#/services.storage.index_protected`);
  await page.locator(".note").getByText("Deprecated since 2.5.0").waitFor();
  assert.equal(await page.locator(".mark-deprecated").count(), 1);
});

test("a release that is asked about is marked on the time line", async () => {
  await page.goto(`${site.address}#/0x01010016?release=1.12.0`);
  assert.equal(await shown(page), "services.storage.index_reserved");
  assert.equal(await page.locator(".mark-asked").getAttribute("title"), "You ask about 1.12.0");
  await page.goto(`${site.address}#/services.storage.index_reserved?release=2.0.0`);
  await page.locator(".note").getByText("Kuzzle 2.0.0 does not have this error.").waitFor();
});

test("an id that nobody has comes with those that it may mean", async () => {
  await page.goto(`${site.address}#/services.storage.unknown_indx`);
  await page.getByText("No error of Kuzzle has the id").waitFor();
  await page.getByRole("link", { name: "services.storage.unknown_index" }).last().waitFor();
});
