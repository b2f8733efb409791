// What the package costs in a browser, beside the same work in plain JavaScript; measured in turns, medians.

import { byCode, byId, definitions, error, ids, parse } from "./package/index.js";

const ROUNDS = 31;

/** Nanoseconds of one operation of each function, which does a number of them. */
function measure(group, operations, functions) {
  const times = new Map(Object.keys(functions).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(functions)) {
      const start = performance.now();
      globalThis.sink = run();
      times.get(name).push(performance.now() - start);
    }
  }
  return [...times].map(([name, rounds]) => {
    const median = rounds.sort((one, other) => one - other)[ROUNDS >> 1];
    return [group, name, (median / operations) * 1e6];
  });
}

/** So many keys in an order that no predictor knows. */
function shuffled(keys, count) {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return keys[(state >>> 8) % keys.length];
  });
}

function lookUps(group, keys, map, lookUp) {
  const asked = shuffled(keys, 200_000);
  return measure(group, asked.length, {
    "kuzzle-errors": () => {
      let sum = 0;
      for (const key of asked) sum += lookUp(key).status;
      return sum;
    },
    "Map.get": () => {
      let sum = 0;
      for (const key of asked) sum += map.get(key).status;
      return sum;
    },
  });
}

/** What one would write without a library. */
class PlainError extends Error {
  constructor(message, status, id, code, props) {
    super(message);
    this.status = status;
    this.id = id;
    this.code = code;
    this.props = props;
  }
}

function errors() {
  const count = 2000;
  const id = ids.services.storage.UNKNOWN_INDEX;
  const repeat = (make) => () => {
    let last;
    for (let index = 0; index < count; index += 1) last = make(`index-${index}`);
    return last;
  };
  return measure("error with one value", count, {
    "kuzzle-errors": repeat((index) => error(id, index)),
    "a class with four fields": repeat(
      (index) => new PlainError(`There is no index named "${index}"`, 412, id, 16842753, [index]),
    ),
  });
}

function answers() {
  const count = 500;
  const body = JSON.stringify({
    ...{ requestId: "r-1", status: 412, controller: "document", action: "get", result: null },
    error: {
      ...{ message: 'There is no index named "nyc"', status: 412, code: 16842753, props: ["nyc"] },
      id: ids.services.storage.UNKNOWN_INDEX,
    },
  });
  const repeat = (read) => () => {
    let last;
    for (let index = 0; index < count; index += 1) last = read(body);
    return last;
  };
  return measure("parse of an answer", count, {
    "kuzzle-errors": repeat((text) => parse(text, 412)),
    "JSON.parse and a class": repeat((text) => {
      const { message, status, id, code, props } = JSON.parse(text).error;
      return new PlainError(message, status, id, code, props);
    }),
  });
}

const all = definitions();
globalThis.figures = [
  ...lookUps(
    "byCode",
    all.map(({ code }) => code),
    new Map(all.map((definition) => [definition.code, definition])),
    byCode,
  ),
  ...lookUps(
    "byId",
    all.map(({ id }) => id),
    new Map(all.map((definition) => [definition.id, definition])),
    byId,
  ),
  ...errors(),
  ...answers(),
];
