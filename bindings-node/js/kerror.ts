// What the module `kerror` of Kuzzle 2 does, over the registry of this package or another one.

import { type Built, buildDeclared, builderOf, type Domains, idParts } from "./building.js";
import {
  type Adopt,
  type Functions,
  functionsOf,
  type Make,
  type WrappedFunctions,
  withStackOf,
  withWrap,
} from "./functions.js";
import { type KuzzleError, kuzzle, type Registry } from "./library.js";

export type { Built, Domains };

/** The functions for one domain and subdomain. */
export interface Wrapped<Domain extends string = string, Subdomain extends string = string>
  extends WrappedFunctions<Domain, Subdomain> {}

/**
 * The functions of the module `kerror` of Kuzzle 2. Behind the placeholders may stand `{ message }`, another message.
 */
export interface Kerror extends Functions {
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
  const make = (domain: unknown, subdomain: unknown, error: unknown, values: unknown[]) =>
    build(domain, subdomain, error, values, takeMessage(values));
  return { ...withWrap(make, (make) => functionsOf(make, adopt)), ...RAW } as Kerror;
}

/** Kuzzle 2 takes the stack over below the first line. */
const adopt: Adopt = (error, stack) => {
  const [, ...frames] = stack.split("\n");
  error.stack = [`${error.name}: ${error.message}`, ...frames].join("\n");
};

/** With the domains before what else they are called with. */
const declared = functionsOf(([domains, ...given]) => makerOf(domains as Domains)(given), adopt);

/** The functions over declared errors. */
const RAW: Pick<Kerror, "rawGet" | "rawGetFrom" | "rawReject" | "rawWrap"> = {
  rawGet: declared.get,
  rawGetFrom: (domains, source, ...given) =>
    withStackOf(source, makerOf(domains)(given), adopt, RAW.rawGetFrom),
  rawReject: declared.reject,
  rawWrap: (domains, ...parts) => {
    const make = makerOf(domains);
    return functionsOf((given) => make([...parts, ...given]), adopt) as unknown as Wrapped;
  },
};

/** What makes the errors that some domains declare. */
function makerOf(domains: Domains): Make {
  return ([domain, subdomain, error, ...values]) => {
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

export const { get, getFrom, reject, wrap, rawGet, rawGetFrom, rawReject, rawWrap } = withRegistry(
  kuzzle(),
);
