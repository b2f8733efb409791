// What is pasted: one answer of a server, or a text with errors anywhere in it.

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

/** Pastes a text into the field. */
async function paste(text) {
  await page.locator("#question").fill("");
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.locator("#question").press("ControlOrMeta+v");
}

const ANSWER = {
  status: 206,
  error: {
    id: "services.storage.incomplete_delete",
    code: 16842761,
    message: "Some of the items could not be removed: 2 failures",
    status: 206,
    props: ["2 failures"],
    errors: [
      { document: { _id: "doc-1" }, status: 404, reason: "document not found" },
      { document: { _id: "doc-7" }, status: 403, reason: "read only" },
    ],
    count: 2,
  },
  requestId: "r-1",
  controller: "document",
  action: "mDelete",
  index: "nyc",
  result: null,
};

test("an answer is read: message, context, failed items, and the card beside it", async () => {
  await paste(JSON.stringify(ANSWER, null, 2));
  const answer = page.locator("article.received");
  await answer.getByRole("heading", { name: ANSWER.error.message }).waitFor();
  const context = await said(page, "What came with it");
  assert.match(
    context,
    /details 2 failures .*requestId r-1 controller document action mDelete index nyc/,
  );
  const items = await said(page, "2 failed items");
  assert.match(items, /doc-1 404 – document not found doc-7 403 – read only/);
  assert.equal(await page.getByText("This contradicts itself").count(), 0);
  assert.equal(await shown(page), "services.storage.incomplete_delete");
  assert.equal(hash(page), "#/pasted");
});

test("an answer in one line is read too", async () => {
  await paste(JSON.stringify(ANSWER));
  await page.locator("article.received").waitFor();
  assert.equal(await shown(page), "services.storage.incomplete_delete");
});

test("an answer that contradicts itself", async () => {
  const error = { ...ANSWER.error, code: 16842753, status: 400 };
  await paste(JSON.stringify({ ...ANSWER, status: 400, error }));
  const conflict = said(page, "This contradicts itself");
  const text = await conflict;
  assert.match(text, /0x01010001 = 16842753, belongs to services\.storage\.unknown_index/);
  assert.match(text, /the one of the id is 0x01010009/);
  assert.match(text, /The status 400 came; this error has the status 206/);
});

test("an answer with an id that nobody knows", async () => {
  await paste(
    '{"status":400,"error":{"id":"plugin.shop.too_late","message":"Too late","status":400}}',
  );
  await page.getByText("No error of Kuzzle has this id").waitFor();
  assert.equal(await page.locator("#card-title").count(), 0);
});

test("a token that has expired, as Kuzzle says over its sockets", async () => {
  await paste('{"type":"TokenExpired","status":200,"room":"r"}');
  assert.equal(await shown(page), "security.token.expired");
});

test("an answer that is no error but has failed items", async () => {
  await paste(
    '{"status":200,"error":null,"result":{"errors":[{"_id":"doc-9","reason":"gone"}],"successes":[]}}',
  );
  await page.getByRole("heading", { name: "No error, but some items failed" }).waitFor();
  assert.match(await said(page, "1 failed item"), /doc-9/);
});

const LOG = `2024-03-05T10:11:12Z info: node started
2024-03-05T10:11:14Z error: {"id":"services.storage.not_connected","status":500}
2024-03-05T10:11:15Z error: {"id":"services.storage.not_connected","status":500}
2024-03-05T10:12:00Z warn: 0x07010001 for 10.0.0.4
2024-03-05T10:12:01Z warn: {"id":"plugin.shop.too_late","status":400}
giving up: api.process.connection_dropped <b>bold</b>`;

test("every error in a log is listed, the most frequent first", async () => {
  await paste(LOG);
  assert.deepEqual(await listed(page), [
    "services.storage.not_connected",
    "security.token.invalid",
    "plugin.shop.too_late",
    "api.process.connection_dropped",
  ]);
  await page.getByText("5 errors in the text").waitFor();
  const places = await said(page, "2 times in the text");
  assert.match(places, /^2 times in the text\s+2\s+2024-03-05T10:11:14Z/);
});

test("the places of an error in a log are shown with its card, and texts stay texts", async () => {
  await page.locator('a.row[data-target="api.process.connection_dropped"]').click();
  assert.equal(await shown(page), "api.process.connection_dropped");
  assert.match(await said(page, "1 time in the text"), /6\s+giving up: .* <b>bold<\/b>/);
  assert.equal(await seen(page.locator("mark")), "api.process.connection_dropped");
  await page.goBack();
  assert.equal(hash(page), "#/pasted");
  assert.equal(await page.locator("#question").inputValue(), LOG);
});

test("a log without an error", async () => {
  await paste("info: node started\ninfo: listening");
  await page.getByText("No id and no code of an error stands in it.").waitFor();
});

test("an id within a sentence is found without a line break", async () => {
  await page.locator("#question").fill("see security.token.expired in the log");
  assert.deepEqual(await listed(page), ["security.token.expired"]);
  await page.getByText("1 error in the text").waitFor();
});

test("the examples of the start contradict nothing", async () => {
  for (const [name, id] of [
    ['{ "status": 206', "services.storage.incomplete_delete"],
    ["2024-03-05T10:11:12Z", "services.storage.not_connected"],
  ]) {
    await page.goto(`${site.address}#/`);
    await page.getByRole("button", { name }).click();
    assert.equal(await shown(page), id);
    assert.equal(await page.getByText("This contradicts itself").count(), 0);
  }
});

test("the address of a pasted text is the start for everybody else", async () => {
  const other = await site.open("#/pasted");
  assert.equal((await listed(other)).length, 277);
  await other.context().close();
});

test("hostile texts harm nothing", async () => {
  for (const text of [
    "[".repeat(200_000),
    `{"error":{"message":"<img src=x onerror=alert(1)>","status":400}}`,
    `\u0000\uD800\n${"x".repeat(500_000)}`,
  ]) {
    await page.locator("#question").fill(text);
    await page.waitForFunction(() => location.hash === "#/pasted");
  }
  assert.equal(await page.locator("img").count(), 0);
});
