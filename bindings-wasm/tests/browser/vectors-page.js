import * as kuzzle from "./node_modules/kuzzle-errors-wasm/index.js";
import { complaints, FILES } from "./vectors.js";

await kuzzle.loadAll();
const wrong = [];
for (const file of FILES) {
  const vectors = await (await fetch(`./vectors/${file}.json`)).json();
  wrong.push(...complaints(kuzzle, file, vectors, isEqual));
}
document.title = wrong.length === 0 ? `${FILES.length} files` : wrong.join("\n");

function isEqual(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return Object.is(one, other);
  }
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]))
  );
}
