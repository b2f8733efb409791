// Responses as Kuzzle's request, error and notification classes write them, and what was put into them.
//
// Usage: node responses.mjs <file to write> <folder of kuzzle 1> <folder of kuzzle 2> <file for the application's errors>

import { writeFileSync } from "node:fs";
import { makeApplication } from "./application.mjs";
import { writeCases } from "./cases.mjs";
import { makeFailures } from "./failures.mjs";
import { definitionsOf, kuzzle1, kuzzle2 } from "./kuzzle.mjs";
import { Random } from "./random.mjs";
import { jsonScalar, text } from "./values.mjs";

/** Statuses that tell the class where nothing else does. */
const TELLING = [206, 400, 401, 403, 404, 412, 413, 429, 503, 504];

const [file, folder1, folder2, applicationFile] = process.argv.slice(2);
const [one, two] = [kuzzle1(folder1), kuzzle2(folder2)];
const application = makeApplication(Object.keys(two.errors));
writeFileSync(applicationFile, JSON.stringify(application));

const random = new Random(20_260_104);
writeCases(file, [
  ...[one, two].flatMap((line) => [
    ...line.definitions.flatMap((definition) => casesOf(line, "built-in", definition, line.get)),
    ...Object.keys(line.errors).flatMap((type) => casesWithoutId(line, type)),
    ...random.list(50, () => batch(line)),
    ...random.list(10, () => success(line)),
    ...[undefined, "kuzzle:notification"].map((room) => expiry(line, room)),
  ]),
  ...definitionsOf(application, "subDomains").flatMap((definition) =>
    ["application", "built-in"].flatMap((registry) =>
      casesOf(two, registry, definition, (...args) => two.rawGet(application, ...args)),
    ),
  ),
]);

/** One error in every kind of response. */
function casesOf(line, registry, { parts, params, takesErrors }, get) {
  return responsesOf(line, () => {
    const failures = takesErrors ? makeFailures(random, line.errors) : undefined;
    const args = random.list(params, jsonScalar);
    if (failures) args.push(failures.map(({ item }) => item));
    const isKnown = registry === "application" || parts[0] !== "shop";
    return { registry, error: get(...parts, ...args), isKnown, failures };
  });
}

/** Errors that a plugin or Kuzzle makes from nothing but a text or another error. */
function casesWithoutId(line, type) {
  const status = type === "KuzzleError" ? [418] : [];
  const build = (message) => new line.errors[type](message, ...status);
  const make = () => build(random.chance(50) ? text(random) : "\ud83d and \udc00");
  const wrap = () => build(new Error("The cause"));
  return [make, wrap].flatMap((makeError) =>
    responsesOf(line, () => ({ registry: "built-in", error: makeError(), isKnown: false })),
  );
}

/** As HTTP, WebSocket and MQTT send an error, with and without its stack. */
function responsesOf(line, make) {
  return ["production", "development"].flatMap((environment) =>
    [inEnvelope, inEnvelope, bare].map((respond) => {
      line.setEnvironment(environment);
      const made = make();
      const response = respond(line, made.error);
      return { ...response, registry: made.registry, expected: expectation(line, made, response) };
    }),
  );
}

function inEnvelope(line, error) {
  const request = makeRequest(line);
  request.setError(error);
  return send(line, request);
}

/** What HTTP sends where there is no request yet. */
function bare(line, error) {
  return { body: JSON.stringify(line.withoutStack(error)), httpStatus: error.status, context: {} };
}

/** Through HTTP, which may indent it, or through WebSocket or MQTT, which have no status. */
function send(line, request) {
  const { content, status } = line.withoutStack(request.response.toJSON());
  const isHttp = random.chance(50);
  return {
    body: JSON.stringify(content, undefined, isHttp ? random.pick([0, 2]) : 0),
    httpStatus: isHttp ? status : null,
    context: contextOf(request),
  };
}

function contextOf({ id, input, status }) {
  const { controller, action, resource, volatile } = input;
  const { index, collection } = resource;
  return { requestId: id, status, controller, action, index, collection, volatile };
}

function makeRequest({ Request }) {
  const data = random.pick([
    {},
    {
      controller: "document",
      action: "mCreate",
      index: "nyc",
      collection: "yellow-taxi",
      _id: "é",
    },
    {
      controller: "shop/orders",
      action: "late",
      volatile: { sdkName: "js@7.17.1", deep: [{ n: 1e-7 }] },
    },
    {
      controller: "server",
      action: "info",
      requestId: `"${"x".repeat(300)}\\\u2028`,
      index: "\u0001",
    },
  ]);
  const request = new Request(data, { connection: { id: "1", protocol: "http" } });
  if (random.chance(30)) request.addDeprecation?.("2.0.0", "Use something else");
  if (random.chance(30)) request.response.configure?.({ headers: { "X-Shop": "é", Via: "1.1 a" } });
  return request;
}

/** What was put into the response. */
function expectation(line, { error, isKnown, failures = [] }, { context }) {
  const { id, code, status, message, props, stack, errors } = error;
  const hasCode = id !== null && id !== undefined;
  return {
    id: hasCode ? id : null,
    code: hasCode ? code : null,
    class: classOf(error, line, isKnown),
    status,
    message: message.toWellFormed(),
    props: props ?? [],
    stack: stack?.toWellFormed() ?? null,
    errors: errors ?? [],
    count: errors?.length ?? 0,
    context,
    failures: failures.map(({ failure }) => failure),
  };
}

/** The class of an error: of an unknown one as far as its status tells it. */
function classOf(error, line, isKnown) {
  const { status, errors } = error;
  if (!isKnown && status === 400) return errors ? "MultipleErrorsError" : "BadRequestError";
  if (!isKnown && !TELLING.includes(status)) return "KuzzleError";
  return Object.keys(line.errors).find((type) => line.errors[type] === error.constructor);
}

/** A batch of which some items failed, which is no error. */
function batch(line) {
  const failures = makeFailures(random, line.errors);
  const request = makeRequest(line);
  const errors = failures.map(({ item }) => item);
  request.setResult({ successes: [], errors }, { status: random.pick([200, 206]) });
  const failed = failures.map(({ failure }) => failure);
  return { ...send(line, request), registry: "built-in", expected: null, failures: failed };
}

function success(line) {
  const request = makeRequest(line);
  request.setResult(random.pick([null, true, 1, "error", [], { message: "x", status: 500 }]));
  return { ...send(line, request), registry: "built-in", expected: null, failures: [] };
}

/** The notice that a token has expired; WebSocket adds the room. */
function expiry(line, room) {
  const notice = new line.ServerNotification("TokenExpired", "Authentication Token Expired");
  const error = Object.assign(line.get("security", "token", "expired"), {
    message: notice.message,
    props: undefined,
    stack: undefined,
  });
  return {
    registry: "built-in",
    body: JSON.stringify({ ...notice, room }),
    httpStatus: null,
    isNotice: true,
    expected: expectation(line, { error, isKnown: true }, { context: { status: 200, room } }),
  };
}
