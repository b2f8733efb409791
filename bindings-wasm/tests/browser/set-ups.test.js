// The installed package in each set-up that users have; what runs in browsers runs in Chromium.
//
// TOOLS is the folder with the bundlers and playwright-core; the folder of this file has the package installed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.TOOLS, "package.json"));
/** A package of the tools, be it of one kind of modules or the other. */
async function load(name) {
  const found = await import(pathToFileURL(require.resolve(name)));
  return { ...found.default, ...found };
}

const here = import.meta.dirname;

const EXPECTED =
  'services.storage.unknown_index, There is no index named "nyc", NotFoundError, security.token.expired, true';

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json" };
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

let server;
let browser;

before(async () => {
  server = createServer(answer).listen(0, "127.0.0.1");
  const { chromium } = await load("playwright-core");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
});

after(async () => {
  await browser?.close();
  server.close();
});

function answer({ url }, response) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const script = searchParams.get("script");
  if (script !== null) {
    const page = `<!doctype html><title></title><script type="module" src="${script}"></script>`;
    response.setHeader("Content-Security-Policy", STRICT);
    response.setHeader("Content-Type", "text/html").end(page);
    return;
  }
  try {
    const file = readFileSync(join(here, pathname));
    const type = TYPES[extname(pathname)] ?? "application/wasm";
    response.setHeader("Content-Type", type).end(file);
  } catch {
    response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
  }
}

/** The title that a script gives its page. */
async function titleOf(script) {
  const page = await browser.newPage();
  const failures = [];
  page.on("pageerror", (failure) => failures.push(String(failure)));
  await page.goto(`http://127.0.0.1:${server.address().port}/?script=${script}`);
  const wait = page.waitForFunction(() => document.title !== "", undefined, { timeout: 20_000 });
  await wait.catch(() => assert.fail(`no title; ${failures.join("; ")}`));
  const title = await page.title();
  await page.close();
  return title;
}

test("Node.js, import", () => {
  const program = 'import { run } from "./program.js"; console.log(await run());';
  const printed = execFileSync("node", ["--input-type=module", "--eval", program], { cwd: here });
  assert.equal(printed.toString().trim(), EXPECTED);
});

test("Node.js, require", () => {
  const program = `const { byCode, loadAll } = require("kuzzle-errors-wasm");
    loadAll().then(() => console.log(byCode(0x01010001).id, byCode(0x01010001).fix.length > 0));`;
  const printed = execFileSync("node", ["--input-type=commonjs", "--eval", program], { cwd: here });
  assert.equal(printed.toString().trim(), "services.storage.unknown_index true");
});

test("esbuild", async () => {
  const { build } = await load("esbuild");
  const [entry, outdir] = [join(here, "page.js"), join(here, "esbuild")];
  await build({
    entryPoints: [entry],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    logLevel: "error",
  });
  assert.equal(await titleOf("/esbuild/page.js"), EXPECTED);
});

test("Rollup", async () => {
  const { rollup } = await load("rollup");
  const { nodeResolve } = await load("@rollup/plugin-node-resolve");
  const bundle = await rollup({ input: join(here, "page.js"), plugins: [nodeResolve()] });
  await bundle.write({ dir: join(here, "rollup"), format: "es" });
  assert.equal(await titleOf("/rollup/page.js"), EXPECTED);
});

test("Vite", async () => {
  const { build } = await load("vite");
  const rolldownOptions = { input: join(here, "page.js"), output: { entryFileNames: "page.js" } };
  const options = { outDir: join(here, "vite/dist"), target: "es2022", rolldownOptions };
  await build({ root: here, base: "./", configFile: false, logLevel: "error", build: options });
  assert.equal(await titleOf("/vite/dist/page.js"), EXPECTED);
});

test("webpack", async () => {
  const { default: webpack } = await load("webpack");
  const output = { path: join(here, "webpack"), filename: "page.js" };
  const settings = { mode: "production", entry: join(here, "page.js"), context: here, output };
  await new Promise((resolve, reject) => {
    webpack(settings, (failure, stats) => {
      const errors = stats?.toJson({ all: false, errors: true }).errors ?? [];
      failure || errors.length > 0 ? reject(failure ?? new Error(errors[0].message)) : resolve();
    });
  });
  assert.equal(await titleOf("/webpack/page.js"), EXPECTED);
});

test("a script of a page, without any bundler", async () => {
  const program = readFileSync(join(here, "program.js"), "utf8");
  const place = '"./node_modules/kuzzle-errors-wasm/index.js"';
  const direct = program.replace('"kuzzle-errors-wasm"', place);
  writeFileSync(join(here, "script.js"), `${direct}\ndocument.title = await run();\n`);
  assert.equal(await titleOf("/script.js"), EXPECTED);
});

test("a Web Worker", async () => {
  const { build } = await load("esbuild");
  const [entry, outfile] = [join(here, "worker.js"), join(here, "bundled-worker.js")];
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", logLevel: "error" });
  assert.equal(await titleOf("/worker-page.js"), EXPECTED);
});

test("slim, under a strict content security policy", async () => {
  const expected =
    'services.storage.unknown_index, There is no index named "nyc", security.token.expired';
  assert.equal(await titleOf("/slim.js"), expected);
});

test("all vectors", async () => {
  const rows = JSON.parse(await titleOf("/vectors-page.js"));
  // For the table of `cargo xtask conformance`.
  const report = process.env.CONFORMANCE_REPORT;
  for (const { file, cases, wrong } of report ? rows : []) {
    appendFileSync(report, `${file}\t${cases}\t${wrong.length}\n`);
  }
  assert.equal(rows.length, 16);
  const wrong = rows.filter((row) => row.wrong.length > 0);
  assert.deepEqual(wrong, []);
});
