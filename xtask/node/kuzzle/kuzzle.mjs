// The two lines of Kuzzle, seen alike.

import { createRequire } from "node:module";
import { join } from "node:path";
import util from "node:util";

const require = createRequire(import.meta.url);

// Kuzzle 1 calls it; Node.js has it no more since version 23.
util.isError ??= util.types.isNativeError;

// Kuzzle 2 reads the name of the node there.
global.kuzzle = { id: "knode-gigantic-ganesh-12345" };

/**
 * Kuzzle 1; `folder` is that of its package.
 *
 * `get` builds its errors, `withoutStack` and `setEnvironment` decide about stacks in responses.
 */
export function kuzzle1(folder) {
  const library = (path) => require(join(folder, "lib", path));
  const { domains } = library("config/error-codes/index.js");
  const { errors, Request } = require(join(folder, "../kuzzle-common-objects"));
  return {
    release: "1.11.0",
    definitions: definitionsOf(domains, "subdomains"),
    get: library("util/errors.js").get,
    errors,
    Request,
    ServerNotification: library("api/core/models/notifications/ServerNotification.js"),
    withoutStack: library("api/core/entrypoints/embedded/removeErrorStack.js"),
    setEnvironment: (name) => {
      process.env.NODE_ENV = name;
    },
  };
}

/** The same of Kuzzle 2, where `rawGet` builds the errors of applications. */
export function kuzzle2(folder) {
  const library = (path) => require(join(folder, "dist/lib", path));
  const { get, rawGet } = library("kerror/index.js");
  return {
    release: "2.56.0",
    definitions: definitionsOf(library("kerror/codes/index.js").domains, "subDomains"),
    get,
    rawGet,
    errors: library("kerror/errors/index.js"),
    Request: library("api/request/index.js").KuzzleRequest,
    ServerNotification: library("core/realtime/notification/server.js"),
    withoutStack: library("util/stackTrace.js").removeStacktrace,
    setEnvironment: (name) => {
      global.NODE_ENV = name;
    },
  };
}

/** The errors of all domains: the three parts of the id, the class, and how many arguments the message takes. */
export function definitionsOf(domains, subdomains) {
  return Object.entries(domains).flatMap(([domain, { [subdomains]: inDomain }]) =>
    Object.entries(inDomain).flatMap(([subdomain, { errors }]) =>
      Object.entries(errors).map(([name, { class: type, message }]) => ({
        parts: [domain, subdomain, name],
        takesErrors: type === "PartialError" || type === "MultipleErrorsError",
        params: message.match(/%[sdifjoOc]/g)?.length ?? 0,
      })),
    ),
  );
}
