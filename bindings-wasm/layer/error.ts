import { type Body, depthOf, statusOf } from "./body.js";
import type { Definition, Retry } from "./definition.js";
import type { ErrorId } from "./generated/known-errors.js";
import { isError } from "./kinds.js";
import { hide, named } from "./names.js";
import type { Facts } from "./read.js";
import type { Source } from "./source.js";
import { takeStack } from "./stack.js";
import { answerOf, engine } from "./started.js";
import { stringify } from "./stringify.js";

/** What every copy of this package marks its errors with. */
const BRAND = Symbol.for("kuzzle-errors.KuzzleError");

/** The errors that are being written, each in the one before it. */
const open = new Set<KuzzleError>();

/** How many errors in one another are written. */
const DEEPEST = 100;

/** The id of any error: of Kuzzle's, or of an application's or a plugin's own. */
export type AnyErrorId = ErrorId | (string & Record<never, never>);

/** What came with an error and tells of the request that it answers; only what came is there. */
export interface Context {
  readonly status?: number;
  readonly requestId?: string;
  readonly controller?: string | null;
  readonly action?: string | null;
  readonly index?: string | null;
  readonly collection?: string | null;
  readonly _id?: string | null;
  readonly volatile?: Record<string, unknown> | null;
  readonly node?: string;
  readonly room?: string;
  readonly headers?: Record<string, unknown>;
  readonly deprecations?: unknown[];
  readonly result?: unknown;
}

/** Where the id, the code and the status that came contradict each other. */
export interface Conflict {
  readonly code: {
    readonly received: number;
    readonly expected: number | null;
    readonly belongs_to: ErrorId | null;
  } | null;
  readonly status: { readonly received: number; readonly expected: number } | null;
}

/** One failed item of a batch; what is unknown is null. */
export interface Failure {
  readonly id: string | null;
  readonly status: number | null;
  readonly reason: string | null;
  readonly action: string | null;
  readonly raw: unknown;
}

/** Everything about one error, as the command `kuzzle-errors explain` prints it. */
export interface Explanation {
  readonly id: ErrorId | null;
  readonly class: string;
  readonly definition: Definition | null;
  readonly error: WireError;
  readonly context: Context;
  readonly conflict: Conflict | null;
  readonly failures: readonly Failure[];
}

/** An error as Kuzzle writes it; members that are not known here may stand beside these. */
export interface WireError {
  message?: string;
  status?: number;
  id?: ErrorId;
  code?: number;
  props?: unknown[];
  stack?: string;
  errors?: unknown[];
  count?: number;
  [member: string]: unknown;
}

/** Where an error comes from: what its fields don't tell. */
export interface Origin {
  readonly source: Source;
  readonly definition: Definition | undefined;
  readonly received?: Received;
}

/** What came, and what it says. */
export interface Received {
  /** Read when it is asked for: most errors are handled by their id alone. */
  context?: Context;
  readonly body: unknown;
  readonly text: string;
  readonly status: number | undefined;
  readonly facts: Facts;
  /** The list and its length, which some classes have where none came. */
  readonly errors: unknown[] | undefined;
  readonly count: number | undefined;
}

/**
 * An error of a Kuzzle API: built here, or read from what a server sent.
 *
 * Its subclasses are Kuzzle's, with Kuzzle's constructors.
 *
 * @example
 * try {
 *   throw error("services.storage.unknown_index", "nyc");
 * } catch (caught) {
 *   if (KuzzleError.is(caught) && caught.is(ids.services.storage.UNKNOWN_INDEX)) {
 *     console.log(caught.status, caught.definition?.fix);
 *   }
 * }
 */
export class KuzzleError extends Error {
  /** The HTTP status: what came in the error, around it or with HTTP; otherwise the one of the class. */
  status: number;
  /**
   * Decides which error it is. Ids that this package doesn't know, those of applications and plugins, are strings
   * beyond this type: keep a `default` where a server of others answers.
   */
  id: ErrorId | undefined;
  /** As Kuzzle writes it: a signed 32-bit integer in errors that were built here, as it came in others. */
  code: number | undefined;
  /** The values of the params, in order. */
  props: unknown[] | undefined;
  /** The errors in this error: of PartialError and MultipleErrorsError, and where some came. */
  declare errors?: unknown[];
  /** The number of errors in this error. */
  declare count?: number;
  /** The stack that the server sent, which it does in development only; `stack` is the local one. */
  declare kuzzleStack?: string;

  #origin: Origin | undefined;

  /**
   * @param message A text, or an error whose message and stack are taken over.
   * @param status 500 where none is given.
   */
  constructor(
    message: string | Error = "",
    status = 500,
    id?: AnyErrorId,
    code?: number,
    options?: ErrorOptions,
  ) {
    // Nearly all are texts, which need no closer look.
    const other = typeof message !== "string" && isError(message) ? message : undefined;
    super(other === undefined ? (message as string) : other.message, options);
    this.status = status;
    this.id = id as ErrorId | undefined;
    this.code = code;
    this.props = undefined;
    if (other !== undefined) {
      this.stack = other.stack as string;
      if (options === undefined) {
        hide(this, "cause", other);
      }
    }
  }

  /** Whether it is a KuzzleError, of this copy of the package or of another one. */
  static is(value: unknown): value is KuzzleError {
    try {
      return typeof value === "object" && value !== null && BRAND in value;
    } catch {
      return false;
    }
  }

  /**
   * A KuzzleError of anything that was thrown, with every field: an error of kuzzle-sdk or kuzzle-common-objects, of
   * another copy of this package, or a plain object; anything else becomes the message of one.
   */
  static from(value: unknown): KuzzleError {
    const error = KuzzleError._convert(value);
    if (error !== value) {
      takeStack(error, KuzzleError.from);
    }
    return error;
  }

  /** Kuzzle 1.x's name of the id. */
  get errorName(): ErrorId | undefined {
    return this.id;
  }

  /** The definition, where the registry has one. */
  get definition(): Definition | undefined {
    return this.#origin?.definition;
  }

  /** Whether the same request may be sent again; undefined where no definition says so. */
  get retry(): Retry | undefined {
    return this.definition?.retry ?? undefined;
  }

  /** Whether the cause is temporary, so that the same request may work later. */
  get isRetryable(): boolean {
    return this.retry === "later";
  }

  /** Whether a new login is needed before the request can work again. */
  get needsLogin(): boolean {
    return this.retry === "login";
  }

  /** What came with the error; empty for an error that was built here. */
  get context(): Context {
    const origin = this.#origin;
    if (origin?.received === undefined) {
      return {};
    }
    origin.received.context ??= readContext(origin.source, origin.received);
    return origin.received.context;
  }

  /** Where the id, the code and the status that came contradict each other. */
  get conflict(): Conflict | undefined {
    return this.#origin?.received?.facts[5]?.conflict;
  }

  /** What came, untouched; undefined for an error that was built here. */
  get received(): Body | undefined {
    return this.#origin?.received?.body as Body | undefined;
  }

  /** Whether it is the error with this id, or of this definition; ids are compared, case included. */
  is<Id extends ErrorId>(id: Id | (Definition & { readonly id: Id })): this is { readonly id: Id };
  is(id: string | Definition): boolean;
  is(id: string | Definition): boolean {
    return this.id !== undefined && this.id === (typeof id === "string" ? id : id.id);
  }

  /** The same error with another message; its props stay. */
  withMessage(message: string): this {
    this.message = message;
    return this;
  }

  /** The same error with a list of the errors in it. */
  withErrors(errors: unknown[]): this {
    this.errors = errors;
    this.count = errors.length;
    return this;
  }

  /** The failed items of the batch that this error reports. */
  failures(): Failure[] {
    const { text, status } = this.#body();
    return answerOf(engine().read("items", "", text, statusOf(status), depthOf()));
  }

  /** Everything about the error, as the command `kuzzle-errors explain` prints it. */
  explain(): Explanation {
    return {
      id: this.id ?? null,
      class: this.name,
      definition: this.definition ?? null,
      error: this.toJSON(),
      context: this.context,
      conflict: this.conflict ?? null,
      failures: this.failures(),
    };
  }

  /**
   * The error as Kuzzle writes it, the same text in every language; a local stack or a cause is never in it.
   *
   * Fields that were set since an error was received are written as they are, those set to undefined not at all; what
   * was changed inside `props` or `errors` is not seen.
   */
  toWire(): string {
    return this.#write("wire");
  }

  /** The error as Kuzzle writes it, as an object; where it stands in itself, that is all that is told. */
  toJSON(): WireError {
    if (open.has(this) || open.size >= DEEPEST) {
      return { message: open.has(this) ? "[Circular]" : "[…]" };
    }
    return answerOf(this.#write("wire"));
  }

  /** The error as an RFC 9457 problem. */
  toProblem(): Record<string, unknown> {
    return { ...answerOf(this.#write("problem")), title: this.name };
  }

  /** The error as OpenTelemetry attributes. */
  attributes(): Record<string, string | number> {
    return { ...answerOf(this.#write("attributes")), "kuzzle.error.class": this.name };
  }

  /** @internal */
  static _convert: (value: unknown) => KuzzleError;

  /** @internal */
  static _from<E extends KuzzleError>(error: E, origin: Origin): E {
    error.#origin = origin;
    return error;
  }

  #write(form: "wire" | "problem" | "attributes"): string {
    const { text, status } = this.#body();
    const name = this.#origin?.source.name ?? "";
    return engine().write(form, name, text, statusOf(status), undefined);
  }

  /** What the engine reads the error from: what came, or the fields of what was built here. */
  #body(): { text: string; status?: number | undefined } {
    const came = this.#origin?.received;
    if (came === undefined) {
      return { text: `{"error":${this.#stringify(this.#members())}}` };
    }
    const [now, then] = [this.#knownMembers(), knownMembersOf(came)];
    const changed = Object.keys(now).filter((name) => now[name] !== then[name]);
    if (changed.length === 0) {
      return came;
    }
    const others = Object.fromEntries(changed.map((name) => [name, now[name]]));
    return { text: this.#changedText(came, others), status: this.status };
  }

  /** The text of what came with other members in the place of those with their names. */
  #changedText({ text, status }: Received, others: Record<string, unknown>): string {
    const name = this.#origin?.source.name ?? "";
    const rest = engine().write("wire", name, text, status, Object.keys(others).join());
    const objects = [rest, this.#stringify(others)];
    const members = objects.map((object) => object.slice(1, -1)).filter((inner) => inner !== "");
    return `{"error":{${members.join()}},"result":${stringify(this.context.result)}}`;
  }

  /** JSON of something in this error. */
  #stringify(value: unknown): string {
    open.add(this);
    try {
      return stringify(value);
    } finally {
      open.delete(this);
    }
  }

  #members(): Record<string, unknown> {
    const members = this.#knownMembers();
    for (const name of Object.keys(this)) {
      if (name !== "kuzzleStack" && name !== "cause") {
        members[name] ??= Reflect.get(this, name);
      }
    }
    return members;
  }

  /** The members that all of Kuzzle's errors may have. */
  #knownMembers(): Record<string, unknown> {
    const { message, status, id, code, props, kuzzleStack: stack, errors, count } = this;
    return { message, status, id, code, props, stack, errors, count };
  }

  static {
    hide(KuzzleError.prototype, BRAND, true);
    named(KuzzleError, "KuzzleError");
  }
}

/** The members that all of Kuzzle's errors may have, as they were when the error had been read. */
function knownMembersOf({ facts, errors, count }: Received): Record<string, unknown> {
  const [definition, status, message, code, props, { id, stack } = {}] = facts;
  return {
    message,
    status,
    id: definition ?? id ?? undefined,
    code: code ?? undefined,
    props: props ?? undefined,
    stack,
    errors,
    count,
  };
}

function readContext(source: Source, { text, status }: Received): Context {
  const boundless = depthOf(Number.POSITIVE_INFINITY);
  return answerOf(engine().read("context", source.name, text, status, boundless));
}
