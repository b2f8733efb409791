// Errors that Kuzzle builds: each of its own, and one of an application for each class; without arguments, with
// the right number of them and with too many.
//
// Usage: node building.mjs <file to write> <folder of kuzzle 1> <folder of kuzzle 2> <file for the application's errors>

import { writeFileSync } from "node:fs";
import { makeApplication } from "./application.mjs";
import { encode, writeCases } from "./cases.mjs";
import { makeFailures } from "./failures.mjs";
import { definitionsOf, kuzzle1, kuzzle2 } from "./kuzzle.mjs";
import { Random } from "./random.mjs";
import { jsonScalar } from "./values.mjs";

const UNKNOWN = ["services", "storage", "no_such_error"];

const [file, folder1, folder2, applicationFile] = process.argv.slice(2);
const [one, two] = [kuzzle1(folder1), kuzzle2(folder2)];
const application = makeApplication(Object.keys(two.errors));
writeFileSync(applicationFile, JSON.stringify(application));

const random = new Random(20_260_103);
const getOfApplication = (...args) => two.rawGet(application, ...args);
writeCases(file, [
  ...one.definitions.flatMap((definition) => casesOf(one.release, one, definition)),
  ...two.definitions.flatMap((definition) => casesOf(two.release, two, definition)),
  ...two.definitions.map((definition) => caseWithMessage(definition)),
  ...definitionsOf(application, "subDomains").flatMap((definition) =>
    casesOf("application", { ...two, get: getOfApplication }, definition),
  ),
  ...[one, two].map(({ release, get }) => ({
    ...buildCase(release, get, UNKNOWN, ["nyc"]),
    name: "an unknown id",
  })),
  ...[one, two].map(({ release, get }) => ({
    ...buildCase(release, get, ["services", "storage", "unknown_index"], [["nyc", 1]]),
    name: "an array as an argument",
  })),
]);

function casesOf(registry, { get, errors }, { parts, params, takesErrors }) {
  const counts = [0, params, params + 1 + random.below(3)];
  return counts.flatMap((count) => {
    const args = random.list(count, jsonScalar);
    const cases = [
      buildCase(registry, get, parts, args, takesErrors ? makeErrors(errors) : undefined),
    ];
    if (takesErrors && count === 0) cases.push(buildCase(registry, get, parts, []));
    return cases;
  });
}

/** The option `message`, which stands behind the arguments. */
function caseWithMessage({ parts, params, takesErrors }) {
  const args = random.list(params, jsonScalar);
  const list = takesErrors ? makeErrors(two.errors) : undefined;
  const message = `Another message: ${args.length} of %s`;
  const build = (...all) => two.get(...all, { message });
  return { ...buildCase(two.release, build, parts, args, list), message };
}

/** Errors in an error. */
function makeErrors(classes) {
  return makeFailures(random, classes).map(({ item }) => item);
}

function buildCase(registry, get, parts, args, list) {
  const error = list === undefined ? get(...parts, ...args) : get(...parts, ...args, list);
  const { id, code, status, message, name, props, errors, count } = error;
  return {
    registry,
    name: parts.join("."),
    asked: parts.join("."),
    args: args.map(encode),
    errors: list?.map((each) => JSON.stringify(each)),
    expected: { id, code, status, message, class: name, props: props?.map(encode), errors, count },
    json: JSON.parse(JSON.stringify(error)),
  };
}
