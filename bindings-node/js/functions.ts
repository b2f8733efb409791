// What the modules `kerror` of Kuzzle 2 and `util/errors` of Kuzzle 1 have in common.

import type { Caller } from "../../bindings-wasm/layer/stack.js";
import type { Built } from "./building.js";
import { type KuzzleError, takeStack } from "./library.js";

/** The functions of both modules. */
export interface Functions {
  /**
   * Builds the error with this domain, subdomain and name. The placeholders are the values of its message. Building
   * never fails: an id that nobody has gives `core.fatal.unexpected_error`.
   *
   * @example
   * throw kerror.get("services", "storage", "unknown_index", "nyc");
   */
  get<Domain extends string, Subdomain extends string, Name extends string>(
    domain: Domain,
    subdomain: Subdomain,
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  /** Builds an error with the stack of another one. */
  getFrom<Domain extends string, Subdomain extends string, Name extends string>(
    source: unknown,
    domain: Domain,
    subdomain: Subdomain,
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  /** A promise that is rejected with the error. */
  reject(
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): Promise<never>;
}

/** The functions of both modules for one domain and subdomain. */
export interface WrappedFunctions<Domain extends string, Subdomain extends string> {
  get<Name extends string>(
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  getFrom<Name extends string>(
    source: unknown,
    error: Name,
    ...placeholders: unknown[]
  ): Built<`${Domain}.${Subdomain}.${Name}`>;
  reject(error: string, ...placeholders: unknown[]): Promise<never>;
}

/** Makes an error, without a stack, of what a function is called with. */
export type Make = (given: unknown[]) => KuzzleError;

/** Gives an error the stack of another one, as one of the modules does it. */
export type Adopt = (error: KuzzleError, stack: string) => void;

/** The functions of a module, and `wrap`, over what makes the errors of a registry. */
export function withWrap<F extends object>(
  make: (domain: unknown, subdomain: unknown, error: unknown, values: unknown[]) => KuzzleError,
  functionsOf: (make: Make) => F,
) {
  const wrap = (domain: string, subdomain: string) =>
    functionsOf((given) => make(domain, subdomain, given[0], given.slice(1)));
  // Not taken apart by patterns, which walk the list.
  const functions = functionsOf((given) => make(given[0], given[1], given[2], given.slice(3)));
  return { ...functions, wrap };
}

/** What both modules do with errors that are made somehow. */
export function functionsOf(make: Make, adopt: Adopt) {
  const get = (...given: unknown[]) => {
    const made = make(given);
    takeStack(made, get);
    return made;
  };
  const getFrom = (source: unknown, ...given: unknown[]) =>
    withStackOf(source, make(given), adopt, getFrom);
  const reject = (...given: unknown[]): Promise<never> => {
    const made = make(given);
    takeStack(made, reject);
    return Promise.reject(made);
  };
  return { get, getFrom, reject };
}

/** Gives an error the stack of another one; where that has none, the one that begins where a function was called. */
export function withStackOf(
  source: unknown,
  error: KuzzleError,
  adopt: Adopt,
  caller: Caller,
): KuzzleError {
  const stack = stackOf(source);
  if (stack === undefined) {
    takeStack(error, caller);
  } else {
    adopt(error, stack);
  }
  return error;
}

function stackOf(source: unknown): string | undefined {
  try {
    const stack: unknown = (source as Error | undefined)?.stack;
    return typeof stack === "string" && stack !== "" ? stack : undefined;
  } catch {
    return undefined;
  }
}
