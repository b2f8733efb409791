// What the module `util/errors` of Kuzzle 1 does, over the registry of this package or another one.

import type { Caller } from "../../bindings-wasm/layer/stack.js";
import { type Built, builderOf, stackOf } from "./building.js";
import { type KuzzleError, kuzzle, type Registry, _takeStack as takeStack } from "./index.js";

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
  const build = builderOf(registry);
  const wrap = (domain: string, subdomain: string) =>
    functionsOf((given) => build(domain, subdomain, given[0], given.slice(1)));
  // Not taken apart by patterns, which walk the list.
  const functions = functionsOf((given) => build(given[0], given[1], given[2], given.slice(3)));
  return { ...functions, wrap } as Kerror1x;
}

/** What the module does with errors that are made, without a stack, of what it is called with. */
function functionsOf(make: (given: unknown[]) => KuzzleError) {
  const functions = {
    get: (...given: unknown[]) => {
      const made = make(given);
      takeStack(made, functions.get);
      return made;
    },
    throw: (...given: unknown[]): never => {
      const made = make(given);
      takeStack(made, functions.throw);
      throw made;
    },
    getFrom: (source: unknown, ...given: unknown[]) =>
      withStackOf(source, make(given), functions.getFrom),
    throwFrom: (source: unknown, ...given: unknown[]): never => {
      throw withStackOf(source, make(given), functions.throwFrom);
    },
    reject: (...given: unknown[]): Promise<never> => {
      const made = make(given);
      takeStack(made, functions.reject);
      return Promise.reject(made);
    },
    rejectFrom: (source: unknown, ...given: unknown[]): Promise<never> =>
      Promise.reject(withStackOf(source, make(given), functions.rejectFrom)),
  };
  return functions;
}

/** Gives an error the whole stack of another one, as Kuzzle 1 does it. */
function withStackOf(source: unknown, error: KuzzleError, caller: Caller): KuzzleError {
  const stack = stackOf(source);
  if (stack === undefined) {
    takeStack(error, caller);
    return error;
  }
  error.stack = stack;
  return error;
}

const functions = withRegistry(kuzzle());
export const { get, getFrom, throwFrom, reject, rejectFrom, wrap } = functions;
const throwError = functions.throw;

export { throwError as throw };
