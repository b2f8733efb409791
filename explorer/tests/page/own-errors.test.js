// Files with the errors of users: checked, merged, and complained about with their places.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { drop, listed, ready, Site, said, seen, shown } from "./site.js";

let site;
let page;
before(async () => {
  site = await Site.start();
  page = await site.open();
});
after(() => site.stop());

const MANIFEST = {
  name: "manifest.json",
  text: `{
  "name": "taxi",
  "errors": {
    "no_driver": {
      "code": 1,
      "class": "ServiceUnavailableError",
      "message": "No driver near %s",
      "description": "No driver is near",
      "params": ["place"]
    }
  }
}`,
};

const BROKEN = {
  name: "broken.json",
  text: `{
  "name": "shop",
  "errors": {
    "too_late": { "code": 70000, "class": "TeapotError", "message": "Too late" }
  }
}`,
};

test("a plugin's manifest is merged, and its errors are found like all others", async () => {
  await drop(page, [MANIFEST]);
  await page.getByText("1 error added").waitFor();
  assert.equal(await seen(page.locator("#own-count")), "1");
  await page.locator("#question").fill("driver near");
  assert.deepEqual(await listed(page), ["plugin.taxi.no_driver"]);
  assert.equal(await shown(page), "plugin.taxi.no_driver");
  assert.match(await said(page, "Class and status"), /ServiceUnavailableError HTTP status 503/);
  assert.equal(await page.getByRole("heading", { name: "Releases" }).count(), 0);
  await page.locator("#question").fill("");
  assert.equal((await listed(page)).length, 278);
});

test("an answer with such an error is understood", async () => {
  await page
    .locator("#question")
    .fill(
      '{"status":503,"error":{"id":"plugin.taxi.no_driver","message":"No driver near X","status":503}}',
    );
  assert.equal(await shown(page), "plugin.taxi.no_driver");
});

test("they are there at the next visit, too, and have addresses", async () => {
  await page.goto(`${site.address}#/plugin.taxi.no_driver`);
  await page.reload();
  await ready(page);
  assert.equal(await shown(page), "plugin.taxi.no_driver");
});

test("a file with faults is refused, each fault with its place", async () => {
  await drop(page, [BROKEN]);
  await page.getByText("Refused: 2 errors").waitFor();
  const complaints = page.locator(".complaints li");
  assert.equal(await complaints.count(), 2);
  const first = await seen(complaints.first());
  assert.match(first, /expected an integer from 1 to 65535/);
  assert.match(first, /broken\.json:4:27\s+\$\.errors\.too_late\.code/);
  const [line, mark] = (await complaints.first().locator("pre").textContent()).split("\n");
  assert.equal(line.slice(mark.indexOf("^"), mark.indexOf("^") + 5), "70000");
  await page.goto(`${site.address}#/`);
  assert.equal((await listed(page)).length, 278);
});

test("what is no JSON is refused with line and column", async () => {
  await drop(page, [{ name: "manifest.json", text: '{\n  "name": }' }]);
  await page.getByText("manifest.json:2:11").waitFor();
});

test("a code file of Kuzzle lies over the built-in errors", async () => {
  const text = `{"code": 0, "subdomains": {"fatal": {"code": 0, "errors": {"unexpected_error":
    {"code": 1, "class": "InternalError", "description": "Any.", "message": "Something else: %s"}}}}}`;
  await drop(page, [{ name: "core.json", text }]);
  await page.goto(`${site.address}#/core.fatal.unexpected_error`);
  await page.getByText("Something else:").waitFor();
  await page.getByRole("heading", { name: "Why it happens" }).waitFor();
});

test("a file that is removed is forgotten", async () => {
  await page.goto(`${site.address}#/own`);
  for (
    let left = await page.getByRole("button", { name: /^Remove/ }).count();
    left > 0;
    left -= 1
  ) {
    await page
      .getByRole("button", { name: /^Remove/ })
      .first()
      .click();
  }
  await page.goto(`${site.address}#/`);
  assert.equal((await listed(page)).length, 277);
});

test("files can be chosen without dropping, and answers and logs are read", async () => {
  await page.goto(`${site.address}#/own`);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const log = { name: "node.log", mimeType: "text/plain", buffer: Buffer.from("x 0x01010001\ny") };
  await (await chooser).setFiles(log);
  assert.deepEqual(await listed(page), ["services.storage.unknown_index"]);
});
