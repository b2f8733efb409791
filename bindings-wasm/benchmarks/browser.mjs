// Runs the benchmarks of the browser package in Chromium and prints a line for each figure: group, name, figure, unit.
//
// TOOLS is the folder with playwright-core, CHROMIUM the browser, PACKAGE the folder of the package.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const { CHROMIUM, PACKAGE, TOOLS } = process.env;
const STARTS = 15;
const require = createRequire(join(TOOLS, "package.json"));
const { chromium } = require("playwright-core");

const server = createServer(({ url }, response) => {
  // Two headers for clocks that tell microseconds.
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  if (url.startsWith("/?")) {
    const page = `<!doctype html><script type="module" src="/${url.slice(2)}"></script>`;
    response.setHeader("Content-Type", "text/html").end(page);
  } else if (url === "/favicon.ico") {
    response.writeHead(204).end();
  } else {
    const [, folder, file] = url.match(/^\/(package\/)?(\w+\.js)$/);
    const path = folder === undefined ? join(import.meta.dirname, file) : join(PACKAGE, file);
    response.setHeader("Content-Type", "text/javascript").end(readFileSync(path));
  }
}).listen(0, "127.0.0.1");

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

/** What a script leaves under a global name, in a browser without a cache. */
async function resultOf(script, name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("pageerror", (failure) => {
    throw failure;
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/?${script}`);
  await page.waitForFunction((name) => globalThis[name] !== undefined, name, { timeout: 120_000 });
  const result = await page.evaluate((name) => globalThis[name], name);
  await context.close();
  return result;
}

const print = (group, name, figure, unit = "ns") =>
  console.log([group, name, figure, unit].join("\t"));

for (const [group, name, figure] of await resultOf("page.js", "figures")) {
  print(group, name, figure);
}

const starts = [];
for (let start = 0; start < STARTS; start += 1) {
  starts.push(await resultOf("start.js", "milliseconds"));
}
starts.sort((one, other) => one - other);
const start = (name, milliseconds) =>
  print("from the script's arrival to the first answer", name, milliseconds * 1e6);
start("kuzzle-errors", starts[STARTS >> 1]);
start(`kuzzle-errors, the quickest of ${STARTS}`, starts[0]);

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sizeOf = (file) => brotli(readFileSync(join(PACKAGE, file)));
const { definitions } = require(join(PACKAGE, "index.cjs"));
const facts = (column) =>
  definitions()
    .map((definition) => definition[column])
    .join("\n");
const floor = ["id", "code", "class", "description"].map(facts).join("\n");
const download = (name, size) => print("downloads, by brotli", name, size, "bytes");
download("kuzzle-errors, slim.js and main.wasm", sizeOf("slim.js") + sizeOf("main.wasm"));
download("kuzzle-errors, index.js, the module in it", sizeOf("index.js"));
download("kuzzle-errors, all.wasm for loadAll()", sizeOf("all.wasm"));
download("the ids, codes, classes and descriptions alone, as text", brotli(floor));

await browser.close();
server.close();
