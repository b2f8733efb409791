// What the module `util/errors` of Kuzzle 1 does, over the registry of this package or another one.

import { type Built, builderOf } from "./building.js";
import {
  type Adopt,
  type Functions,
  functionsOf,
  type Make,
  type WrappedFunctions,
  withStackOf,
  withWrap,
} from "./functions.js";
import { kuzzle, type Registry, takeStack } from "./library.js";

export type { Built };

/** The functions for one domain and subdomain. */
export interface Wrapped<Domain extends string = string, Subdomain extends string = string>
  extends WrappedFunctions<Domain, Subdomain> {
  throw(error: string, ...placeholders: unknown[]): never;
  throwFrom(source: unknown, error: string, ...placeholders: unknown[]): never;
  rejectFrom(source: unknown, error: string, ...placeholders: unknown[]): Promise<never>;
}

/** The functions of the module `util/errors` of Kuzzle 1; its promises are native ones, not Bluebird's. */
export interface Kerror1x extends Functions {
  /** Throws the error. */
  throw(domain: string, subdomain: string, error: string, ...placeholders: unknown[]): never;
  /** Throws an error with the stack of another one. */
  throwFrom(
    source: unknown,
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): never;
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
  return withWrap(builderOf(registry), allFunctionsOf) as Kerror1x;
}

function allFunctionsOf(make: Make) {
  const throwError = (...given: unknown[]): never => {
    const made = make(given);
    takeStack(made, throwError);
    throw made;
  };
  const throwFrom = (source: unknown, ...given: unknown[]): never => {
    throw withStackOf(source, make(given), adopt, throwFrom);
  };
  const rejectFrom = (source: unknown, ...given: unknown[]): Promise<never> =>
    Promise.reject(withStackOf(source, make(given), adopt, rejectFrom));
  return { ...functionsOf(make, adopt), throw: throwError, throwFrom, rejectFrom };
}

/** Kuzzle 1 takes the whole stack over. */
const adopt: Adopt = (error, stack) => {
  error.stack = stack;
};

const functions = withRegistry(kuzzle());
export const { get, getFrom, throwFrom, reject, rejectFrom, wrap } = functions;
const throwError = functions.throw;

export { throwError as throw };
