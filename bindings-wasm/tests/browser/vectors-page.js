import * as kuzzle from "./node_modules/kuzzle-errors-wasm/index.js";
import { complaints, FILES } from "./vectors.js";

await kuzzle.loadAll();
const rows = [];
for (const file of FILES) {
  const vectors = await (await fetch(`./vectors/${file}.json`)).json();
  const wrong = complaints(kuzzle, file, vectors, isEqual);
  rows.push({ file, cases: vectors.cases.length, wrong });
}
document.title = JSON.stringify(rows);

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
