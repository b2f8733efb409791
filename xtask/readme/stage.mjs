// What stands around the examples of the READMEs: a server that answers, and the files beside a page.

import { readFileSync } from "node:fs";

const ANSWER =
  '{"status":404,"error":{"id":"services.storage.not_found","message":"Not here","status":404}}';

const ASSETS = "/assets/";

globalThis.location = { href: "https://kuzzle.example.org/" };

globalThis.fetch = async (place) => {
  const { pathname } = new URL(place);
  if (!pathname.startsWith(ASSETS)) {
    return new Response(ANSWER, { status: 404 });
  }
  const file = readFileSync(`node_modules/kuzzle-errors-wasm/${pathname.slice(ASSETS.length)}`);
  return new Response(file, { headers: { "Content-Type": "application/wasm" } });
};
