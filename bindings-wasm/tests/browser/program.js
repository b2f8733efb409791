// The program of every set-up: it looks up, builds, reads, loads the rest, and says what it found.

import {
  byCode,
  error,
  KuzzleError,
  loadAll,
  NotFoundError,
  parse,
  search,
} from "kuzzle-errors-wasm";

const body = '{"error":{"message":"gone","status":404,"id":"services.storage.not_found"}}';

export async function run() {
  const found = parse(body, 404);
  await loadAll();
  return [
    byCode(0x01010001).id,
    error("services.storage.unknown_index", "nyc").message,
    found instanceof NotFoundError && found instanceof KuzzleError && found.name,
    search("token expired")[0].id,
    byCode(0x01010001).fix.length > 0,
  ].join(", ");
}
