import type { Body, ParseOptions } from "./body.js";
import { build, built, classAtOnce, signed } from "./build.js";
import type { KuzzleErrorOf } from "./classes.js";
import type { Definition } from "./definition.js";
import type { Engine } from "./engine.js";
import { KuzzleError } from "./error.js";
import { from } from "./from.js";
import type { Ids } from "./generated/ids.js";
import type { Arguments, ErrorId, Value } from "./generated/known-errors.js";
import type { Hit } from "./hit.js";
import { read } from "./read.js";
import {
  advise,
  buildById,
  buildByIdNamed,
  InvalidRelease,
  Registry,
  type Resolution,
  table,
} from "./registry.js";
import { render } from "./render.js";
import { BUILT_IN } from "./source.js";
import { takeStack } from "./stack.js";
import { answerOf, engine, requireEngine, use } from "./started.js";

// The look-ups of the built-in registry stand in constants, so that a call of them costs no more than the map's. Nor is
// there a `??` in them, which looks for null, too.
const definitionsById = new Map<string, Definition>();
const definitionsByCode = new Map<number, Definition>();

/** What a code meant in releases before 1.10.5. */
export interface Legacy {
  readonly id: string;
  readonly code: number;
  readonly hex: string;
  readonly class: string;
  readonly first: string;
  readonly last: string;
}

/** A release of Kuzzle that was published. */
export interface PublishedRelease {
  readonly release: string;
  /** The day, as `2024-03-05`. */
  readonly date: string;
}

/** The id of every definition, as `ids.services.storage.UNKNOWN_INDEX`. */
export const ids = {} as Ids;

/** Has an engine answer from now on, and makes the definitions. */
export function startWith(started: Engine): void {
  use(started);
  if (Registry._kuzzle === undefined) {
    const definitions = table(BUILT_IN);
    const maps = [definitionsById, definitionsByCode] as const;
    Registry._kuzzle = new Registry(BUILT_IN, definitions, null, [], undefined, ...maps);
    KuzzleError._convert = (value) => from(value, Registry._kuzzle);
    fill(ids, definitions);
  }
}

/** Has an engine answer that knows everything. */
export function completeWith(complete: Engine): void {
  startWith(complete);
  advise(Registry._kuzzle.definitions(), BUILT_IN);
}

/** The built-in registry: every API error of Kuzzle since 1.10.5. */
export function kuzzle(): Registry {
  requireEngine();
  return Registry._kuzzle;
}

/**
 * The definition with this code, the newest holder where several releases gave it to different errors; undefined
 * where no error has it. A negative number is the code as a signed 32-bit integer.
 */
export function byCode(code: number): Definition | undefined {
  const definition = definitionsByCode.get(code);
  return definition === undefined ? requireEngine() : definition;
}

/** The definition with exactly this id, case included; undefined where there is none. */
export function byId<Id extends ErrorId>(id: Id): Definition<Id>;
export function byId(id: string): Definition | undefined;
export function byId(id: string): Definition | undefined {
  const definition = definitionsById.get(id);
  return definition === undefined ? requireEngine() : definition;
}

/** Every definition, in code order; of several holders of a code the newest comes first. */
export function definitions(): readonly Definition[] {
  return kuzzle().definitions();
}

/**
 * The built-in registry narrowed to one release (`2`, `2.4`, `v2.4.1`): what that release doesn't have is unknown, and
 * a code answers as it did then.
 *
 * @throws {InvalidRelease} Where the text is no release.
 */
export function at(release: string): Registry {
  return kuzzle().at(release);
}

/**
 * What a code meant before Kuzzle 1.10.5, the newest meaning first: in one release, or in all. Needs `loadAll()`.
 *
 * @throws {InvalidRelease} Where the text is no release.
 */
export function legacy(code: number, release?: string): Legacy[] {
  const registry = release === undefined ? "" : `@${release}`;
  return answerOf(engine().search("legacy", registry, String(code)), InvalidRelease);
}

/** Every release of Kuzzle since the first with error codes, 1.9.0, oldest first. Needs `loadAll()`. */
export function releases(): PublishedRelease[] {
  const { rows }: { rows: [string, string][] } = answerOf(engine().table("releases", ""));
  return rows.map(([release, date]) => ({ release, date }));
}

/** Which error is it, given what a server sent of its id, code and status? */
export function resolve(id: unknown, code?: unknown, status?: unknown): Resolution {
  return kuzzle().resolve(id, code, status);
}

/** The definitions that match some words, best first; typing errors are forgiven. Needs `loadAll()`. */
export function search(words: string): Definition[] {
  return kuzzle().search(words);
}

/**
 * Every error that a text speaks of, in order: a log, a trace, an answer, anything. Bytes are read as UTF-8, an object
 * as JSON. Needs `loadAll()`.
 */
export function scan(log: Body): Hit[] {
  return kuzzle().scan(log);
}

/** The definitions that a misspelt id may mean, at most three. Needs `loadAll()`. */
export function suggest(id: string): Definition[] {
  return kuzzle().suggest(id);
}

/**
 * Builds the error with this id, with the values of the params of its message, in order.
 *
 * An id that nobody has gives `core.fatal.unexpected_error`, with the id as its value, and values that are missing
 * leave their placeholder: building never fails.
 *
 * @example
 * throw error("services.storage.unknown_index", "nyc");
 */
export function error<Id extends ErrorId>(id: Id, ...values: Arguments<Id>): KuzzleErrorOf<Id> {
  const definition = definitionsById.get(id);
  const Class = classAtOnce(definition);
  if (definition !== undefined && Class !== undefined) {
    const message = render(definition.message, values as Value[]);
    const made = new Class(message, id, signed(definition.code));
    return built(made, definition, values as Value[]) as KuzzleErrorOf<Id>;
  }
  const made =
    definition === undefined
      ? buildById(kuzzle(), id, values as Value[])
      : build(definition, values as Value[]);
  takeStack(made, error);
  return made as KuzzleErrorOf<Id>;
}

/** Builds the error with this id, with values by the names of its params; missing ones leave their placeholder. */
export function errorNamed<Id extends ErrorId>(
  id: Id,
  values: Readonly<Record<string, Value>>,
): KuzzleErrorOf<Id> {
  const built = buildByIdNamed(kuzzle(), id, values);
  takeStack(built, errorNamed);
  return built as KuzzleErrorOf<Id>;
}

/**
 * Reads the answer of a Kuzzle server: the error in it, or undefined where it is none. Give the HTTP status where the
 * answer came over HTTP.
 *
 * @example
 * const failure = parse(await response.text(), response.status);
 * if (failure) throw failure;
 *
 * @throws {Malformed} Where the body is no JSON and no HTTP status of 400 or more says that it is an error.
 */
export function parse(
  body: Body | undefined,
  status?: number,
  options?: ParseOptions,
): KuzzleError | undefined {
  const error = read(kuzzle(), body, status, options);
  if (error !== undefined) {
    takeStack(error, parse);
  }
  return error;
}

function fill(target: object, definitions: readonly Definition[]): void {
  const domains = target as Record<string, Record<string, Record<string, ErrorId>>>;
  for (const { id } of definitions) {
    const [domain, subdomain, name] = id.split(".") as [string, string, string];
    domains[domain] ??= {};
    domains[domain][subdomain] ??= {};
    domains[domain][subdomain][name.toUpperCase()] = id;
  }
  for (const subdomains of Object.values(domains)) {
    Object.values(subdomains).forEach(Object.freeze);
    Object.freeze(subdomains);
  }
  Object.freeze(domains);
}
