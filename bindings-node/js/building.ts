import { format } from "node:util";
import { type ClassName, STATUS } from "../../bindings-wasm/layer/generated/statuses.js";
import {
  assemble,
  construct,
  type Definition,
  type ErrorId,
  fill,
  type KuzzleError,
  type KuzzleErrorOf,
  kuzzle,
  type Registry,
  render,
} from "./library.js";

/** The error with an id, of the class that is known from it. */
export type Built<Id extends string> = Id extends ErrorId ? KuzzleErrorOf<Id> : KuzzleError;

/** The errors of applications and plugins, as Kuzzle 2 keeps them. */
export interface Domains {
  readonly [domain: string]: {
    readonly code?: number;
    readonly subDomains?: { readonly [subdomain: string]: Subdomain };
  };
}

interface Subdomain {
  readonly code?: number;
  readonly errors?: { readonly [error: string]: Declared };
}

/** An error as it is declared. */
interface Declared {
  readonly code?: number;
  readonly message?: string;
  readonly class?: string;
  readonly status?: number;
}

/** What makes the errors of a registry, without a stack; `message` replaces the rendered one. */
export type Build = (
  domain: unknown,
  subdomain: unknown,
  error: unknown,
  values: unknown[],
  message?: string,
) => KuzzleError;

/**
 * Builds the errors of a registry as Kuzzle does: messages are rendered by Node's own `util.format`, and the last of
 * the values of a PartialError or a MultipleErrorsError are the errors in it.
 */
export function builderOf(registry: Registry): Build {
  // Three look-ups by names that stand in the program are quicker than one by an id that is put together.
  const domains = byParts(registry);
  return (domain, subdomain, error, values, message) => {
    const definition = find(domains, domain, subdomain, error);
    return definition === undefined
      ? buildUnknown(idParts(domain, subdomain, error).join("."))
      : build(definition, values, message);
  };
}

/** What stands under names, which are found sooner among the members of an object than in a Map. */
type ByName<T> = Record<string, T>;

type ByParts = ByName<ByName<ByName<Definition>>>;

function byParts(registry: Registry): ByParts {
  const domains: ByParts = Object.create(null);
  for (const definition of registry.definitions()) {
    const { domain, subdomain, name } = definition;
    domains[domain] ??= Object.create(null) as ByName<ByName<Definition>>;
    domains[domain][subdomain] ??= Object.create(null) as ByName<Definition>;
    domains[domain][subdomain][name] = definition;
  }
  return domains;
}

/** The definition whose id has these parts, whatever was given for them. */
function find(
  domains: ByParts,
  domain: unknown,
  subdomain: unknown,
  error: unknown,
): Definition | undefined {
  try {
    return domains[domain as string]?.[subdomain as string]?.[error as string];
  } catch {
    return undefined;
  }
}

function build(definition: Definition, values: unknown[], message = ""): KuzzleError {
  const takesErrors = hasErrors(definition.class);
  const errors = takesErrors ? values.pop() : undefined;
  const text = message || rendered(definition.message, values);
  const error = assemble(definition, text, values);
  return takesErrors ? withErrors(error, errors) : error;
}

/** Builds the error that some domains declare, in the same way. */
export function buildDeclared(
  domains: Domains,
  parts: readonly [string, string, string],
  values: unknown[],
  message: string | undefined,
): KuzzleError {
  const id = parts.join(".");
  const found = findDeclared(domains, parts);
  if (found === undefined) {
    return buildUnknown(id);
  }
  const { declared, code } = found;
  const type = Object.hasOwn(STATUS, String(declared.class)) ? declared.class : "KuzzleError";
  const takesErrors = hasErrors(type);
  const errors = takesErrors ? values.pop() : undefined;
  const text = message ?? rendered(String(declared.message), values);
  const error = construct(type as ClassName, text, declared.status || 500, id as ErrorId, code);
  error.props = values;
  return takesErrors ? withErrors(error, errors) : error;
}

/** The parts of an id, whatever was given for them. */
export function idParts(...parts: [unknown, unknown, unknown]): [string, string, string] {
  return parts.map(partOf) as [string, string, string];
}

/** The error for ids that nobody has, which are its value. */
function buildUnknown(id: string): KuzzleError {
  const unexpected = kuzzle().byId("core.fatal.unexpected_error");
  return build(unexpected as Definition, [id]);
}

function partOf(part: unknown): string {
  return typeof part === "string" ? part : rendered("%s", [part]);
}

/** Gives an error the list of those in it, whatever was given for it; none where there is no list. */
function withErrors(error: KuzzleError, errors: unknown): KuzzleError {
  try {
    return error.withErrors((errors ?? []) as unknown[]);
  } catch {
    return error.withErrors([]);
  }
}

function hasErrors(type: string | undefined): boolean {
  return type === "PartialError" || type === "MultipleErrorsError";
}

/**
 * What `util.format` makes of a template: strings and integers are filled in here, which is quicker; values that break
 * it are shown as JSON.
 */
function rendered(template: string, values: unknown[]): string {
  try {
    return fill(template, values) ?? format(template, ...values);
  } catch {
    return render(template, values);
  }
}

function findDeclared(
  domains: Domains,
  [domain, subdomain, error]: readonly [string, string, string],
): { declared: Declared; code: number } | undefined {
  try {
    const inDomains = own(domains, domain);
    const inDomain = own(inDomains?.subDomains, subdomain);
    const declared = own(inDomain?.errors, error);
    if (!declared) {
      return undefined;
    }
    const [high, middle, low] = [inDomains?.code ?? 0, inDomain?.code ?? 0, declared.code ?? 0];
    return { declared, code: (high << 24) | (middle << 16) | low };
  } catch {
    return undefined;
  }
}

function own<T>(holder: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return holder && Object.hasOwn(holder, name) ? holder[name] : undefined;
}
