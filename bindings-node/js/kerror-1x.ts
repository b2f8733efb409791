// What the module `util/errors` of Kuzzle 1 does, over the registry of this package or another one.

import type { Caller } from "../../bindings-wasm/layer/stack.js";
import { type Built, build, idOf, stackOf } from "./building.js";
import { type KuzzleError, kuzzle, type Registry } from "./index.js";

export type { Built };

/** The functions for one domain and subdomain. */
export interface Wrapped<Domain extends string = string, Subdomain extends string = string> {
  get<Name extends string>(
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  throw(error: string, ...placeholders: unknown[]): never;
  getFrom<Name extends string>(
    source: unknown,
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  throwFrom(source: unknown, error: string, ...placeholders: unknown[]): never;
  reject(error: string, ...placeholders: unknown[]): Promise<never>;
  rejectFrom(source: unknown, error: string, ...placeholders: unknown[]): Promise<never>;
}

/** The functions of the module `util/errors` of Kuzzle 1. */
export interface Kerror1x {
  /**
   * Builds the error with this domain, subdomain and name. The placeholders are the values of its message. Building
   * never fails: an id that nobody has gives `core.fatal.unexpected_error`.
   */
  get<Domain extends string, Subdomain extends string, Name extends string>(
    domain: Domain,
    subdomain: Subdomain,
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  /** Throws the error. */
  throw(domain: string, subdomain: string, error: string, ...placeholders: unknown[]): never;
  /** Builds an error with the stack of another one. */
  getFrom<Domain extends string, Subdomain extends string, Name extends string>(
    source: unknown,
    domain: Domain,
    subdomain: Subdomain,
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  /** Throws an error with the stack of another one. */
  throwFrom(
    source: unknown,
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): never;
  /** A promise that is rejected with the error; a native one, where Kuzzle 1 gives one of Bluebird. */
  reject(
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): Promise<never>;
  /** A promise that is rejected with an error with the stack of another one. */
  rejectFrom(
    source: unknown,
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): Promise<never>;
  /** The same functions for one domain and subdomain. */
  wrap<Domain extends string, Subdomain extends string>(
    domain: Domain,
    subdomain: Subdomain,
  ): Wrapped<Domain, Subdomain>;
}

/**
 * The functions over another registry.
 *
 * @example
 * const errors = withRegistry(Registry.load("node_modules/kuzzle"));
 */
export function withRegistry(registry: Registry): Kerror1x {
  const from: Build = ([domain, subdomain, error], values, caller) =>
    build(registry, idOf(domain, subdomain, error), values, undefined, caller);
  const functions = functionsOf((values) => values.splice(0, 3) as unknown as Parts, from);
  const wrap = (domain: string, subdomain: string) =>
    functionsOf((values) => [domain, subdomain, values.shift()], from);
  return { ...functions, wrap } as Kerror1x;
}

type Parts = readonly [domain: unknown, subdomain: unknown, error: unknown];
type Build = (parts: Parts, values: unknown[], caller: Caller) => KuzzleError;

/** The six functions; `take` takes the parts of the id from before the values. */
function functionsOf(take: (values: unknown[]) => Parts, from: Build) {
  const make = (values: unknown[], caller: Caller) => from(take(values), values, caller);
  const functions = {
    get: (...values: unknown[]) => make(values, functions.get),
    throw: (...values: unknown[]): never => {
      throw make(values, functions.throw);
    },
    getFrom: (source: unknown, ...values: unknown[]) =>
      withStackOf(source, make(values, functions.getFrom)),
    throwFrom: (source: unknown, ...values: unknown[]): never => {
      throw withStackOf(source, make(values, functions.throwFrom));
    },
    reject: (...values: unknown[]): Promise<never> =>
      Promise.reject(make(values, functions.reject)),
    rejectFrom: (source: unknown, ...values: unknown[]): Promise<never> =>
      Promise.reject(withStackOf(source, make(values, functions.rejectFrom))),
  };
  return functions;
}

/** The error with the whole stack of another one, as Kuzzle 1 does it. */
function withStackOf(source: unknown, error: KuzzleError): KuzzleError {
  const stack = stackOf(source);
  if (stack !== undefined) {
    error.stack = stack;
  }
  return error;
}

const functions = withRegistry(kuzzle());
export const { get, getFrom, throwFrom, reject, rejectFrom, wrap } = functions;
const throwError = functions.throw;

export { throwError as throw };
