import { BOUNDLESS, type Body, codeOf, type ParseOptions, statusOf, textOf } from "./body.js";
import { build, buildNamed } from "./build.js";
import type { KuzzleErrorOf } from "./classes.js";
import type { Comparison } from "./comparison.js";
import { type Advice, Definition, type Row } from "./definition.js";
import type { Conflict, KuzzleError } from "./error.js";
import { frame } from "./frames.js";
import { from } from "./from.js";
import type { Arguments, ErrorId, Value } from "./generated/known-errors.js";
import type { Hit } from "./hit.js";
import { hide, named } from "./names.js";
import { read } from "./read.js";
import { loaded, narrowed, type Source } from "./source.js";
import { takeStack } from "./stack.js";
import { answerOf, engine } from "./started.js";
import { stringify } from "./stringify.js";

/** The answer to "which error is this?". */
export interface Resolution {
  readonly definition: Definition | null;
  /** What decided. */
  readonly by: "id" | "code" | null;
  readonly conflict: Conflict | null;
}

/** One finding about a registry file; what is unknown is null. */
export interface Complaint {
  readonly file: string | null;
  /** The place in the file, for example `$.errors.too_late.code`. */
  readonly path: string;
  readonly value: unknown;
  readonly rule: string;
  readonly message: string;
  readonly severity: "error" | "warning";
  readonly line: number | null;
  readonly column: number | null;
}

/** How a registry is loaded. */
export interface LoadOptions {
  /** What is loaded, instead of what its shape tells. */
  kind?: "kuzzle" | "plugin" | "app" | undefined;
  /** The name of the file that the text stands in. */
  file?: string | undefined;
}

/** A file that stands in memory. */
export interface RegistryFile {
  readonly name: string;
  readonly text: string;
}

/** The text is no release of Kuzzle. */
export class InvalidRelease extends RangeError {
  static {
    named(InvalidRelease, "InvalidRelease");
  }
}

/** Files are no valid registry, or registries don't fit together: every complaint at once. */
export class InvalidRegistry extends Error {
  readonly complaints: readonly Complaint[];

  constructor(message: string, complaints: readonly Complaint[]) {
    super(message);
    this.complaints = complaints;
  }

  static {
    named(InvalidRegistry, "InvalidRegistry");
  }
}

/** The definition that stands for ids which no registry has. */
const UNEXPECTED_ERROR = "core.fatal.unexpected_error";

/** A set of definitions: the built-in one, one loaded from files, both together, or one of them in one release. */
export class Registry {
  /** The release that the registry is narrowed to. */
  readonly release: string | null;
  /** What was noticed while the registry was loaded or put together, and didn't prevent it. */
  readonly warnings: readonly Complaint[];
  /** @internal */
  readonly source: Source;

  /** What this one is narrowed from. */
  readonly #whole: Registry | undefined;
  readonly #definitions: readonly Definition[];
  readonly #byId: Map<string, Definition>;
  readonly #byCode: Map<number, Definition>;

  /** @internal */
  constructor(
    source: Source,
    definitions: readonly Definition[],
    release: string | null = null,
    warnings: readonly Complaint[] = [],
    whole?: Registry,
    byId = new Map<string, Definition>(),
    byCode = new Map<number, Definition>(),
  ) {
    this.source = source;
    this.release = release;
    this.warnings = warnings;
    this.#whole = whole;
    this.#definitions = Object.freeze(definitions);
    this.#byId = byId;
    this.#byCode = byCode;
    index(definitions, byId, byCode);
  }

  /**
   * Loads Kuzzle's own code files, a plugin's manifest or an application's errors: the text of a file, what
   * `JSON.parse` made of it, or several files. Needs `loadAll()` first.
   *
   * In Node.js it takes the path or the file URL of a file or of a folder, too: an installed package `kuzzle`, a
   * plugin, or a folder with domain files. A string that begins as JSON does, or whose `file` is given, is a text.
   *
   * @throws {InvalidRegistry} With every complaint.
   */
  static load(
    files: string | URL | object | readonly RegistryFile[],
    options: LoadOptions = {},
  ): Registry {
    const frames = options.kind === undefined ? [] : [frame("k", options.kind)];
    for (const { name, text } of filesOf(files, options)) {
      frames.push(name === undefined ? "" : frame("n", name), frame("s", text));
    }
    return Registry.#answered(engine().load("files", "", frames.join("")));
  }

  /** The definition with this code, the newest holder where several releases gave it to different errors. */
  byCode(code: number): Definition | undefined {
    return this.#byCode.get(code);
  }

  /** The definition with exactly this id. */
  byId(id: string): Definition | undefined {
    return this.#byId.get(id);
  }

  /** Every definition, in code order. */
  definitions(): readonly Definition[] {
    return this.#definitions;
  }

  /**
   * This registry narrowed to one release (`2`, `2.4`, `v2.4.1`): what that release doesn't have is unknown, and a
   * code answers as it did then.
   *
   * @throws {InvalidRelease} Where the text is no release.
   */
  at(release: string): Registry {
    const asked = narrowed(this.source, release);
    const answer = answerOf(engine().table("ids", asked.name), InvalidRelease);
    const whole = this.#whole ?? this;
    const definitions = (answer.rows as string[]).flatMap((id) => whole.byId(id) ?? []);
    const source = narrowed(this.source, answer.release);
    return new Registry(source, definitions, answer.release, this.warnings, whole);
  }

  /**
   * Builds the error with this id. An id that the registry doesn't have gives `core.fatal.unexpected_error`, with the
   * id as its value: building never fails.
   */
  error<Id extends ErrorId>(id: Id, ...values: Arguments<Id>): KuzzleErrorOf<Id>;
  error(id: string, ...values: Value[]): KuzzleError;
  error(id: string, ...values: Value[]): KuzzleError {
    const error = buildById(this, id, values);
    takeStack(error, this.error);
    return error;
  }

  /** Builds the error with this id, with values by the names of its params. */
  errorNamed(id: string, values: Readonly<Record<string, Value>>): KuzzleError {
    const error = buildByIdNamed(this, id, values);
    takeStack(error, this.errorNamed);
    return error;
  }

  /**
   * Reads the answer of a Kuzzle server: the error in it, or undefined where it is none. Give the HTTP status where
   * the answer came over HTTP.
   *
   * @throws {Malformed} Where the body is no JSON and no HTTP status of 400 or more says that it is an error.
   */
  parse(body: Body | undefined, status?: number, options?: ParseOptions): KuzzleError | undefined {
    const error = read(this, body, status, options);
    if (error !== undefined) {
      takeStack(error, this.parse);
    }
    return error;
  }

  /** A KuzzleError of anything that was thrown: an error of kuzzle-sdk, a plain object, anything else. */
  from(value: unknown): KuzzleError {
    const error = from(value, this);
    if (error !== value) {
      takeStack(error, this.from);
    }
    return error;
  }

  /** Which error is it, given what a server sent of its id, code and status? */
  resolve(id: unknown, code?: unknown, status?: unknown): Resolution {
    const text = typeof id === "string" ? id : "";
    const { name } = this.source;
    const answer = answerOf(engine().resolve(name, text, codeOf(code), statusOf(status)));
    return { ...answer, definition: this.byId(answer.definition) ?? null };
  }

  /** The definitions that match some words, best first. Needs `loadAll()` first. */
  search(words: string): Definition[] {
    return this.#found("words", words);
  }

  /** The definitions that a misspelt id may mean, at most three. Needs `loadAll()` first. */
  suggest(id: string): Definition[] {
    return this.#found("suggest", id);
  }

  /**
   * Every error that a text speaks of, in order: a log, a trace, an answer, anything. Bytes are read as UTF-8, an
   * object as JSON. Needs `loadAll()` first.
   *
   * @example
   * kuzzle().scan("giving up: api.process.connection_dropped")[0]?.definition?.retry; // "later"
   */
  scan(log: Body): Hit[] {
    const text = typeof log === "string" ? log : textOf(log, BOUNDLESS);
    const hits: Hit[] = answerOf(engine().scan(this.source.name, text));
    return hits.map((hit) => ({ ...hit, definition: this.byId(hit.id ?? "") ?? null }));
  }

  /**
   * This registry and another one together; definitions of both are the other one's.
   *
   * @throws {InvalidRegistry} Where the two give different codes or classes to one id.
   */
  with(other: Registry): Registry {
    const together = engine().load("with", this.source.name, other.source.name);
    return Registry.#answered(together, this.release);
  }

  /**
   * What differs between this registry and a newer one; either may be narrowed to a release. Needs `loadAll()` first.
   *
   * @example
   * at("1.12.0").compare(at("2.0.0")).reused[0]?.to; // "services.storage.collection_reserved"
   */
  compare(newer: Registry): Comparison {
    return answerOf(engine().compare(this.source.name, newer.source.name));
  }

  /** @internal The built-in registry. */
  static _kuzzle: Registry;

  /** @internal Reads the files at a path, where there is a file system. */
  static _readFiles: ((path: string | URL) => readonly RegistryFile[]) | undefined;

  static {
    hide(Registry, "name", "Registry");
  }

  #found(what: "words" | "suggest", text: string): Definition[] {
    const ids: string[] = answerOf(engine().search(what, this.source.name, String(text)));
    return ids.flatMap((id) => this.byId(id) ?? []);
  }

  static #answered(text: string, release: string | null = null): Registry {
    const answer = answerOf(text);
    if (answer.complaints !== undefined) {
      throw new InvalidRegistry(answer.message, answer.complaints);
    }
    const source = loaded(answer.registry);
    const definitions = table(source);
    advise(definitions, source);
    const registry = new Registry(source, definitions, null, answer.warnings);
    return release === null ? registry : registry.at(release);
  }
}

/** Builds the error with an id, by the registry or, where that doesn't have it, as an unexpected error. */
export function buildById(registry: Registry, id: string, values: unknown[]): KuzzleError {
  const definition = registry.byId(id);
  if (definition !== undefined) {
    return build(definition, values);
  }
  const unexpected = Registry._kuzzle.byId(UNEXPECTED_ERROR) as Definition;
  return build(unexpected, [id]);
}

/** Builds the error with an id, with values by the names of its params. */
export function buildByIdNamed(
  registry: Registry,
  id: string,
  values: Readonly<Record<string, unknown>>,
): KuzzleError {
  const definition = registry.byId(id);
  return definition === undefined ? buildById(registry, id, []) : buildNamed(definition, values);
}

/** The definitions of a registry of the engine. */
export function table(source: Source): Definition[] {
  const { rows }: { rows: Row[] } = answerOf(engine().table("rows", source.name));
  return rows.map((row) => new Definition(row, source));
}

/** Has definitions know their causes and fixes. */
export function advise(definitions: readonly Definition[], source: Source): void {
  const { rows }: { rows: Advice[] } = answerOf(engine().table("advice", source.name));
  for (const [position, definition] of definitions.entries()) {
    Definition._advise(definition, rows[position] as Advice);
  }
}

/** Fills the maps of look-ups; of several holders of a code the first is the newest. */
function index(
  definitions: readonly Definition[],
  byId: Map<string, Definition>,
  byCode: Map<number, Definition>,
): void {
  for (const definition of definitions) {
    byId.set(definition.id, definition);
    for (const code of [definition.code, definition.code | 0]) {
      if (!byCode.has(code)) {
        byCode.set(code, definition);
      }
    }
  }
}

function filesOf(
  files: string | URL | object | readonly RegistryFile[],
  { file }: LoadOptions,
): { name: string | undefined; text: string }[] {
  if (Array.isArray(files)) {
    return files;
  }
  const isPath = files instanceof URL || (typeof files === "string" && !isText(files));
  if (isPath && file === undefined && Registry._readFiles !== undefined) {
    return [...Registry._readFiles(files)];
  }
  return [{ name: file, text: typeof files === "string" ? files : stringify(files) }];
}

/** Whether a string is the text of a file rather than a path: JSON, or nothing at all. */
function isText(text: string): boolean {
  return /^[\s\uFEFF]*([{[]|$)/.test(text);
}
