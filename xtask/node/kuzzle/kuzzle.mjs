// The two lines of Kuzzle, seen alike.

import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** How Kuzzle 1 builds its errors; `folder` is that of its package. */
export function kuzzle1(folder) {
  const { domains } = require(join(folder, "lib/config/error-codes/index.js"));
  const { get } = require(join(folder, "lib/util/errors.js"));
  const { errors, Request } = require(join(folder, "../kuzzle-common-objects"));
  return {
    release: "1.11.0",
    definitions: definitionsOf(domains, "subdomains"),
    get,
    errors,
    Request,
  };
}

/** How Kuzzle 2 builds its errors; `folder` is that of its package. */
export function kuzzle2(folder) {
  const library = (path) => require(join(folder, "dist/lib", path));
  const { domains } = library("kerror/codes/index.js");
  const { get, rawGet } = library("kerror/index.js");
  const { KuzzleRequest: Request } = library("api/request/index.js");
  const errors = library("kerror/errors/index.js");
  return {
    release: "2.56.0",
    definitions: definitionsOf(domains, "subDomains"),
    get,
    rawGet,
    errors,
    Request,
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
