import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitepress";

const site = join(import.meta.dirname, "..");

/** The generated pages of a folder, in the order of their names. */
function pages(folder: string): string[] {
  return readdirSync(join(site, folder))
    .filter((file) => file.endsWith(".md") && file !== "index.md")
    .map((file) => file.slice(0, -".md".length))
    .sort();
}

const domains = pages("errors").map((domain) => ({ text: domain, link: `/errors/${domain}` }));
const areas = pages("benchmarks").map((area) => {
  const page = readFileSync(join(site, "benchmarks", `${area}.md`), "utf8");
  return { text: page.match(/^# (.+)$/m)?.[1] ?? area, link: `/benchmarks/${area}` };
});

export default defineConfig({
  title: "kuzzle-errors",
  description:
    "Every API error of the Kuzzle backend: what it means, why it happens, what to do about it.",
  lang: "en",
  cleanUrls: true,
  lastUpdated: false,
  head: [["link", { rel: "icon", type: "image/svg+xml", href: "/icon.svg" }]],
  // The explorer is laid beside the pages once they are built.
  ignoreDeadLinks: [/^\/explorer\//],
  markdown: { anchor: { permalink: undefined } },
  themeConfig: {
    logo: "/icon.svg",
    search: { provider: "local" },
    nav: [
      { text: "Guide", link: "/guide/", activeMatch: "^/guide/" },
      { text: "Errors", link: "/errors/", activeMatch: "^/errors/" },
      { text: "Explorer", link: "/explorer/", target: "_self" },
      { text: "Benchmarks", link: "/benchmarks/", activeMatch: "^/benchmarks/" },
    ],
    sidebar: {
      "/": [
        {
          text: "Guide",
          items: [
            { text: "Getting started", link: "/guide/" },
            { text: "Why", link: "/guide/why" },
          ],
        },
        {
          text: "Languages",
          items: [
            { text: "Rust", link: "/guide/rust" },
            { text: "C and C++", link: "/guide/c" },
            { text: "Python", link: "/guide/python" },
            { text: "Node.js", link: "/guide/node" },
            { text: "Browser", link: "/guide/browser" },
            { text: "Command", link: "/guide/command" },
          ],
        },
        {
          text: "Reference",
          items: [
            { text: "Errors in logs", link: "/scan" },
            { text: "Conformance vectors", link: "/vectors" },
            { text: "Dependencies", link: "/dependencies" },
            { text: "How it is tested", link: "/testing" },
          ],
        },
      ],
      "/errors/": [{ text: "All errors", link: "/errors/", items: domains }],
      "/benchmarks/": [{ text: "Benchmarks", link: "/benchmarks/", items: areas }],
    },
    outline: { level: [2, 3] },
    docFooter: { prev: false, next: false },
    footer: {
      message:
        "Apache License 2.0. Ids, codes, classes and the sentences of the 1.x documentation are Kuzzle’s.",
    },
  },
});
