// The package beside its peers, in one run: a line for each median, as `cargo xtask bench` reads them.
//
// Usage: node --allow-natives-syntax peers.mjs <folder of kuzzle 1> <folder of kuzzle 2> <folder of kuzzle-sdk>

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import util from "node:util";

import { byCode, byId, definitions, error, parse, Registry } from "kuzzle-errors";
import * as kerror from "kuzzle-errors/kerror";
import * as kerror1x from "kuzzle-errors/kerror-1x";

const OURS = "kuzzle-errors";
const ROUNDS = 21;
const NANOSECONDS_A_ROUND = 15e6;
/** V8 would decide the figures by how it optimises the frames below a loop, were there none that it leaves alone. */
const FRAMES = 12;

const [folder1, folder2, sdkFolder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
// Kuzzle 1 calls it; Node.js has it no more since version 23.
util.isError ??= util.types.isNativeError;
// Bluebird, which Kuzzle 1 brings, takes longer stacks.
const { stackTraceLimit } = Error;
const { get: get1 } = require(join(folder1, "lib/util/errors.js"));
Error.stackTraceLimit = stackTraceLimit;
const { get: get2 } = require(join(folder2, "dist/lib/kerror/index.js"));
const { KuzzleError: SdkError } = require(join(sdkFolder, "out/src/KuzzleError.js"));

const BODY = JSON.stringify({
  requestId: "6a0c4a2e-55c8-4d3b-8d3b-a1f0c2b0f6de",
  status: 404,
  error: {
    message: 'No document with id "doc-1" in index "nyc", collection "yellow-taxi"',
    status: 404,
    id: "services.storage.not_found",
    code: 16842763,
    props: ["doc-1", "nyc", "yellow-taxi"],
  },
  controller: "document",
  action: "get",
  collection: "yellow-taxi",
  index: "nyc",
  volatile: { sdkName: "js@7.17.1", sdkInstanceId: "7a1b" },
  room: "6a0c4a2e",
  result: null,
});

class Plain extends Error {
  constructor(message, id, code, status) {
    super(message);
    this.id = id;
    this.code = code;
    this.status = status;
  }
}

const shuffled = shuffle(definitions());
const codes = shuffled.map(({ code }) => code);
const ids = shuffled.map(({ id }) => id);
const codeMap = new Map(definitions().map((definition) => [definition.code, definition]));
const idMap = new Map(definitions().map((definition) => [definition.id, definition]));
const withKuzzle2 = kerror.withRegistry(Registry.load(folder2));
const withKuzzle1 = kerror1x.withRegistry(Registry.load(folder1));

/** The loops of each group; each is compiled by itself, so that none spoils what V8 knows of another. */
const GROUPS = {
  "definition by code": {
    [OURS]: loop("f(codes[i % codes.length]).status", { f: byCode, codes }),
    "Map.get": loop("f.get(codes[i % codes.length]).status", { f: codeMap, codes }),
  },
  "definition by id": {
    [OURS]: loop("f(ids[i % ids.length]).status", { f: byId, ids }),
    "Map.get": loop("f.get(ids[i % ids.length]).status", { f: idMap, ids }),
  },
  "an error built": {
    [OURS]: loop('f("services.storage.unknown_index", "nyc").status', { f: error }),
    "a class with four fields": loop(
      "new F('There is no index named \"nyc\"', 'services.storage.unknown_index', 16842753, 412).status",
      { F: Plain },
    ),
  },
  "an error built as in Kuzzle 2": {
    [OURS]: loop(get("nyc"), { f: withKuzzle2.get }),
    "kuzzle 2.56.0, kerror.get": loop(get("nyc"), { f: get2 }),
    "a class with four fields": loop(
      "new F('The index \"nyc\" does not exist.', 'services.storage.unknown_index', 16842753, 412).status",
      { F: Plain },
    ),
  },
  "an error built as in Kuzzle 1": {
    [OURS]: loop(get("nyc"), { f: withKuzzle1.get }),
    "kuzzle 1.11.0, errors.get": loop(get("nyc"), { f: get1 }),
  },
  "an error read (text)": {
    [OURS]: loop("f(text, 404).status", { f: parse, text: BODY }),
    "JSON.parse and kuzzle-sdk's KuzzleError": loop(
      "{ const response = JSON.parse(text); sum += new F(response.error, undefined, 'Http', response).status }",
      { F: SdkError, text: BODY },
    ),
    "the same with the stack that its protocols take": loop(
      "{ const response = JSON.parse(text); sum += new F(response.error, Error().stack, 'Http', response).status }",
      { F: SdkError, text: BODY },
    ),
  },
};

for (const [group, loops] of Object.entries(GROUPS)) {
  show(group, measure(loops));
}
show("load", measureLoads());

function get(value) {
  return `f("services", "storage", "unknown_index", "${value}").status`;
}

/** A function that does something so many times. */
function loop(action, values) {
  const body = action.startsWith("{") ? action : `sum += ${action};`;
  const source = `return (count) => { let sum = 0; for (let i = 0; i < count; i += 1) ${body} return sum; }`;
  return new Function(...Object.keys(values), source)(...Object.values(values));
}

/** The median nanoseconds of each loop; rounds take turns. */
function measure(loops) {
  const below = new Function("deep", "%NeverOptimizeFunction(deep); return deep")(
    function deep(frames, action) {
      return frames === 0 ? action() : deep(frames - 1, action);
    },
  );
  const timed = (run, count) =>
    below(FRAMES, () => {
      const start = process.hrtime.bigint();
      run(count);
      return Number(process.hrtime.bigint() - start) / count;
    });
  const entries = Object.entries(loops).map(([name, run]) => {
    timed(run, 2000);
    const count = Math.max(1, Math.trunc(NANOSECONDS_A_ROUND / timed(run, 2000)));
    return { name, run, count, times: [] };
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { run, count, times } of entries) {
      times.push(timed(run, count));
    }
  }
  return Object.fromEntries(entries.map(({ name, times }) => [name, median(times)]));
}

/** The median nanoseconds until a module is there, in a new process each; rounds take turns. */
function measureLoads() {
  const modules = {
    [OURS]: "kuzzle-errors",
    [`${OURS}, kerror`]: "kuzzle-errors/kerror",
    [`${OURS}, with the WASM engine`]: "kuzzle-errors",
    "kuzzle 2.56.0, kerror": join(folder2, "dist/lib/kerror/index.js"),
    "kuzzle-sdk": sdkFolder,
  };
  const program = `const start = process.hrtime.bigint();
    require(process.env.MODULE); console.log(Number(process.hrtime.bigint() - start))`;
  const times = Object.fromEntries(Object.keys(modules).map((name) => [name, []]));
  for (let round = 0; round < 11; round += 1) {
    for (const [name, module] of Object.entries(modules)) {
      const engine = name.includes("WASM") ? "wasm" : "";
      const env = { ...process.env, MODULE: module, KUZZLE_ERRORS_ENGINE: engine };
      const options = { env, cwd: import.meta.dirname };
      times[name].push(Number(execFileSync(process.execPath, ["--eval", program], options)));
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function median(numbers) {
  return numbers.sort((one, other) => one - other)[numbers.length >> 1];
}

/** Always the same disorder. */
function shuffle(list) {
  const shuffled = [...list];
  let seed = 42;
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const other = seed % (last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}

function show(group, times) {
  for (const [name, time] of Object.entries(times)) {
    console.log(`${group}\t${name}\t${time.toFixed(2)}`);
  }
}
