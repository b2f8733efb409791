// The page as a static server gives it, and Chromium to look at it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { chromium } from "playwright-core";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** How long anything on the page may take. */
const MILLISECONDS = 10_000;

/** What the strictest of servers would say. */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** The folder that `cargo xtask package explorer` makes. */
export const FOLDER = process.env.EXPLORER;

/** A server that has the folder under a path, and a browser. */
export class Site {
  /** Every path that was asked for. */
  asked = [];
  /** What the pages have complained about. */
  complaints = [];

  static async start(path = "/") {
    const site = new Site();
    site.path = path;
    site.server = createServer((request, response) => site.#answer(request, response));
    await new Promise((resolve) => site.server.listen(0, "127.0.0.1", resolve));
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    site.browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
    return site;
  }

  get address() {
    return `http://127.0.0.1:${this.server.address().port}${this.path}`;
  }

  /** A new page, as for a person who was never here, that has loaded everything. */
  async open(hash = "", options = {}) {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
      ...options,
    });
    context.setDefaultTimeout(MILLISECONDS);
    const page = await context.newPage();
    page.on("console", (message) => this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(this.address) && !request.url().startsWith("blob:")) {
        this.complaints.push(`asked for ${request.url()}`);
      }
    });
    await page.goto(this.address + hash);
    await ready(page);
    return page;
  }

  async stop() {
    await this.browser.close();
    this.server.close();
    this.server.closeAllConnections();
    assert.deepEqual(this.complaints, []);
  }

  #answer({ url }, response) {
    const { pathname } = new URL(url, "http://localhost");
    this.asked.push(pathname);
    const file = pathname.slice(this.path.length) || "index.html";
    try {
      assert.ok(pathname.startsWith(this.path));
      const bytes = readFileSync(join(FOLDER, file));
      response.setHeader("Content-Security-Policy", POLICY);
      response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }
}

/** Waits until a page has loaded everything. */
export function ready(page) {
  return page.waitForSelector("html[data-ready]", { state: "attached" });
}

/** The ids of the rows, in order. */
export function listed(page) {
  return page
    .locator("#results a.row")
    .evaluateAll((rows) => rows.map(({ dataset }) => dataset.target));
}

/** The id of the card that is shown. */
export function shown(page) {
  return page.locator("#card-title").getAttribute("data-id");
}

/** The part of the address behind the #. */
export function hash(page) {
  return decodeURIComponent(new URL(page.url()).hash);
}

/** What stands under a heading, as it is seen. */
export function said(page, heading) {
  const title = page.getByRole("heading", { name: heading, exact: true });
  return seen(page.locator("section, .verdict-cell").filter({ has: title }).last());
}

/** A text as it is seen: what stands in blocks of their own doesn't touch. */
export async function seen(locator) {
  // biome-ignore lint/performance/useDomNodeTextContent: its text runs blocks together
  const text = await locator.evaluate((element) => element.innerText);
  return text.replace(/\s+/g, " ").trim();
}

/** Drops files on the page, as a person does. */
export async function drop(page, files) {
  const given = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) {
      transfer.items.add(new File([text], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent("body", "dragover", { dataTransfer: given });
  await page.dispatchEvent("body", "drop", { dataTransfer: given });
  await page.waitForSelector("[data-page='own'], [data-page='pasted']");
}
