import { byCode, error, loadAll, search, start } from "./node_modules/kuzzle-errors-wasm/slim.js";

const place = (file) => new URL(`./node_modules/kuzzle-errors-wasm/${file}`, import.meta.url);

await start(fetch(place("main.wasm")));
const built = error("services.storage.unknown_index", "nyc");
await loadAll(place("all.wasm"));
document.title = [byCode(0x01010001).id, built.message, search("token expired")[0].id].join(", ");
