// What the module `kerror` of Kuzzle 2 does, over the registry of this package or another one.

import type { Caller } from "../../bindings-wasm/layer/stack.js";
import {
  type Built,
  buildDeclared,
  builderOf,
  type Domains,
  idParts,
  stackOf,
} from "./building.js";
import { type KuzzleError, kuzzle, type Registry, _takeStack as takeStack } from "./index.js";

export type { Built, Domains };

/** The functions for one domain and subdomain. */
export interface Wrapped<Domain extends string = string, Subdomain extends string = string> {
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

/** The functions of the module `kerror` of Kuzzle 2. */
export interface Kerror {
  /**
   * Builds the error with this domain, subdomain and name. The placeholders are the values of its message; behind them
   * may stand `{ message }`, another message. Building never fails: an id that nobody has gives
   * `core.fatal.unexpected_error`.
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
  /** The same functions for one domain and subdomain. */
  wrap<Domain extends string, Subdomain extends string>(
    domain: Domain,
    subdomain: Subdomain,
  ): Wrapped<Domain, Subdomain>;
  /** Builds the error that these domains declare, as an application registers them. */
  rawGet(
    domains: Domains,
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): KuzzleError;
  /** Builds an error that these domains declare, with the stack of another one. */
  rawGetFrom(
    domains: Domains,
    source: unknown,
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): KuzzleError;
  /** A promise that is rejected with an error that these domains declare. */
  rawReject(
    domains: Domains,
    domain: string,
    subdomain: string,
    error: string,
    ...placeholders: unknown[]
  ): Promise<never>;
  /** The same functions for one domain and subdomain of these domains. */
  rawWrap(domains: Domains, domain: string, subdomain: string): Wrapped;
}

/**
 * The functions over another registry.
 *
 * @example
 * const kerror = withRegistry(Registry.load("node_modules/kuzzle"));
 */
export function withRegistry(registry: Registry): Kerror {
  const build = builderOf(registry);
  const make: Make = (domain, subdomain, error, values) =>
    build(domain, subdomain, error, values, takeMessage(values));
  return { ...functionsOf(make), ...RAW } as Kerror;
}

/** Makes an error without a stack. */
type Make = (domain: string, subdomain: string, error: string, values: unknown[]) => KuzzleError;

/** What the module does with errors that are made somehow. */
function functionsOf(make: Make) {
  const get = (domain: string, subdomain: string, error: string, ...values: unknown[]) => {
    const made = make(domain, subdomain, error, values);
    takeStack(made, get);
    return made;
  };
  const getFrom = (
    source: unknown,
    domain: string,
    subdomain: string,
    error: string,
    ...values: unknown[]
  ) => withStackOf(source, make(domain, subdomain, error, values), getFrom);
  const reject = (domain: string, subdomain: string, error: string, ...values: unknown[]) => {
    const made = make(domain, subdomain, error, values);
    takeStack(made, reject);
    return Promise.reject(made);
  };
  const wrap = (domain: string, subdomain: string) => wrapped(make, domain, subdomain);
  return { get, getFrom, reject, wrap };
}

function wrapped(make: Make, domain: string, subdomain: string) {
  const get = (error: string, ...values: unknown[]) => {
    const made = make(domain, subdomain, error, values);
    takeStack(made, get);
    return made;
  };
  const getFrom = (source: unknown, error: string, ...values: unknown[]) =>
    withStackOf(source, make(domain, subdomain, error, values), getFrom);
  const reject = (error: string, ...values: unknown[]) => {
    const made = make(domain, subdomain, error, values);
    takeStack(made, reject);
    return Promise.reject(made);
  };
  return { get, getFrom, reject };
}

/** The functions of the module over declared errors: those above, with the domains as their first argument. */
const RAW: Pick<Kerror, "rawGet" | "rawGetFrom" | "rawReject" | "rawWrap"> = {
  rawGet: (domains, domain, subdomain, error, ...values) => {
    const made = makerOf(domains)(domain, subdomain, error, values);
    takeStack(made, RAW.rawGet);
    return made;
  },
  rawGetFrom: (domains, source, domain, subdomain, error, ...values) =>
    withStackOf(source, makerOf(domains)(domain, subdomain, error, values), RAW.rawGetFrom),
  rawReject: (domains, domain, subdomain, error, ...values) => {
    const made = makerOf(domains)(domain, subdomain, error, values);
    takeStack(made, RAW.rawReject);
    return Promise.reject(made);
  },
  rawWrap: (domains, domain, subdomain) =>
    wrapped(makerOf(domains), domain, subdomain) as unknown as Wrapped,
};

/** What makes the errors that some domains declare. */
function makerOf(domains: Domains): Make {
  return (domain, subdomain, error, values) => {
    const message = takeMessage(values);
    return buildDeclared(domains, idParts(domain, subdomain, error), values, message);
  };
}

/** Takes the options from behind the values; the message in them, where there is one. */
function takeMessage(values: unknown[]): string | undefined {
  if (!isPlainObject(values[values.length - 1])) {
    return undefined;
  }
  try {
    const { message } = values.pop() as { message?: unknown };
    return message ? String(message) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object of no class, of whichever realm. */
function isPlainObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  try {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  } catch {
    return false;
  }
}

/** Gives an error the stack of another one below its own first line, as Kuzzle 2 does it. */
function withStackOf(source: unknown, error: KuzzleError, caller: Caller): KuzzleError {
  const stack = stackOf(source);
  if (stack === undefined) {
    takeStack(error, caller);
    return error;
  }
  const [, ...frames] = stack.split("\n");
  error.stack = [`${error.name}: ${error.message}`, ...frames].join("\n");
  return error;
}

export const { get, getFrom, reject, wrap, rawGet, rawGetFrom, rawReject, rawWrap } = withRegistry(
  kuzzle(),
);
