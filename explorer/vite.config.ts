import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Where the build goes; `cargo xtask package explorer` says so. */
const OUTPUT =
  process.env.EXPLORER_OUTPUT ?? join(import.meta.dirname, "../target/package/explorer");

/** What a page may do; WebAssembly needs the exception. Servers may say the same in a header. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'";

/** Writes the policy into the page, where any server sends it. */
function policy(): Plugin {
  const attrs = { "http-equiv": "Content-Security-Policy", content: POLICY };
  return {
    name: "policy",
    apply: "build",
    transformIndexHtml: () => [{ tag: "meta", attrs, injectTo: "head-prepend" }],
  };
}

/** Has browsers ask for the first WASM module together with the script that starts it. */
function preload(): Plugin {
  return {
    name: "preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) => {
        const main = Object.keys(bundle ?? {}).find((file) => /\bmain-[^/]*\.wasm$/.test(file));
        const attrs = { rel: "preload", as: "fetch", crossorigin: true, href: `./${main}` };
        return main === undefined ? [] : [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

/** Writes the service worker, which knows every file and changes whenever one does. */
function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    closeBundle: () => {
      const files = readdirSync(OUTPUT, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== "service-worker.js")
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort();
      const hash = createHash("sha256");
      for (const file of files) {
        hash.update(file.slice(OUTPUT.length)).update(readFileSync(file));
      }
      const names = files.map((file) =>
        file.slice(OUTPUT.length + 1).replace(/^index\.html$/, "./"),
      );
      const source = readFileSync(
        join(import.meta.dirname, "src/offline/service-worker.js"),
        "utf8",
      );
      const worker = source
        .replace("%VERSION%", `kuzzle-errors@${hash.digest("hex").slice(0, 16)}`)
        .replace('"%FILES%"', names.map((name) => JSON.stringify(name)).join(", "));
      writeFileSync(join(OUTPUT, "service-worker.js"), worker);
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  // Every address is relative, so that the folder works under any path.
  base: "./",
  plugins: [policy(), preload(), offline()],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // Its parts must find each other, and the modules beside them.
  optimizeDeps: { exclude: ["kuzzle-errors-wasm"] },
  // The package is linked from where it was built.
  server: { fs: { strict: false } },
});
