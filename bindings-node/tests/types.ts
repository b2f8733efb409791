// Compiled only: what the types of the package allow, and what they refuse.

import {
  byCode,
  byId,
  type Definition,
  type EngineName,
  engine,
  error,
  KuzzleError,
  type NotFoundError,
  type PreconditionError,
  Registry,
} from "kuzzle-errors";
import { get, type Kerror, rawGet, reject, withRegistry, wrap } from "kuzzle-errors/kerror";
import * as errors from "kuzzle-errors/kerror-1x";

const name: EngineName = engine;
const definition: Definition | undefined = byCode(0x01010001);
const params: readonly string[] = byId("services.storage.unknown_index").params;
const built: PreconditionError = error("services.storage.unknown_index", "nyc");

// @ts-expect-error: an argument is missing.
error("services.storage.unknown_index");

// @ts-expect-error: what the drop-ins need is nobody else's business.
import { assemble } from "kuzzle-errors";

// The class is known from the parts of the id.
const got: PreconditionError = get("services", "storage", "unknown_index", "nyc");
const wrapped: PreconditionError = wrap("services", "storage").get("unknown_index", "nyc");
const first: PreconditionError = errors.get("services", "storage", "unknown_index", "nyc");
// @ts-expect-error: another class.
const wrong: NotFoundError = get("services", "storage", "unknown_index", "nyc");
const unknown: KuzzleError = get("app", "orders", "late");

const registry = Registry.load(new URL("file:///srv/plugin"), { kind: "plugin" });
const kerror: Kerror = withRegistry(registry);
const declared: KuzzleError = rawGet(
  {
    app: {
      code: 1,
      subDomains: { orders: { code: 1, errors: { late: { code: 1, class: "KuzzleError" } } } },
    },
  },
  "app",
  "orders",
  "late",
);

/** It never returns. */
export function fail(): never {
  return errors.throw("services", "storage", "unknown_index", "nyc");
}

export const promise: Promise<never> = reject("services", "storage", "unknown_index", "nyc");
export const all = [name, definition, params, built, got, wrapped, first, wrong, unknown, kerror];
export const rest = [declared, KuzzleError.from(promise), assemble];
