import { build, buildNamed } from "./build.js";
import type { KuzzleErrorOf } from "./classes.js";
import type { Origin } from "./error.js";
import type { Arguments, ErrorId, KnownErrors, Value } from "./generated/known-errors.js";
import type { ClassName } from "./generated/statuses.js";
import { hide } from "./names.js";
import type { Source } from "./source.js";
import { takeStack } from "./stack.js";

export type { ClassName };

/** Whether the same request may be sent again: this project's judgement. */
export type Retry =
  /** It fails the same way until the request, the data, the code or the configuration changes. */
  | "never"
  /** The cause is temporary. */
  | "later"
  /** The outcome is unknown or partial: look before sending again. */
  | "check"
  /** It works again after a new login. */
  | "login";

/** Who can mend the cause of an error: this project's judgement. */
export type Audience = "client" | "plugin" | "operator";

/** First and last release of each line (`1`, `2`) that has a definition; null while it is still there. */
export type Releases = Readonly<Record<string, readonly [first: string, last: string | null]>>;

/** A definition as the engine writes it. */
export type Row = readonly [
  id: ErrorId,
  code: number,
  class_: ClassName,
  status: number,
  description: string,
  message: string,
  params: readonly string[],
  releases: readonly (readonly [line: number, releases: readonly [string, string | null]])[],
  deprecated: string | null,
  retry: Retry | null,
  audience: Audience | null,
  url: string | null,
];

/** Why an error happens and what to do about it. */
export type Advice = readonly [cause: string | null, fix: string | null];

/** One row of a registry: what an error is, why it happens and what to do about it. It never changes. */
export class Definition<Id extends ErrorId = ErrorId> {
  /** `domain.subdomain.name`: decides which error it is. */
  readonly id: Id;
  /** The 32-bit number, unsigned. */
  readonly code: number;
  /** The error type. */
  readonly class: KnownErrors[Id]["class"];
  /** The HTTP status, fixed by the class. */
  readonly status: number;
  /** The documented sentence; the message where there is none. */
  readonly description: string;
  /** The template of the message, with one `%s` for each of the params. */
  readonly message: string;
  /** The names of the placeholders, in order. */
  readonly params: readonly string[];
  /** The Kuzzle releases that have it; null for custom definitions. */
  readonly releases: Releases | null;
  /** The release that deprecated it. */
  readonly deprecated: string | null;
  /** Whether the same request may be sent again; null for custom definitions. */
  readonly retry: Retry | null;
  /** Who can mend the cause; null for custom definitions. */
  readonly audience: Audience | null;
  /** Kuzzle's page about it; null for custom definitions. */
  readonly url: string | null;

  #advice: Advice | undefined;
  readonly #origin: Origin;

  /** @internal */
  constructor(row: Row, source: Source) {
    // Not taken apart by a pattern: that takes as long as all the rest, and every page waits for it.
    this.id = row[0] as Id;
    this.code = row[1];
    this.class = row[2] as KnownErrors[Id]["class"];
    this.status = row[3];
    this.description = row[4];
    this.message = row[5];
    this.params = Object.freeze(row[6]);
    this.releases = row[7].length > 0 ? frozenReleases(row[7]) : null;
    this.deprecated = row[8];
    this.retry = row[9];
    this.audience = row[10];
    this.url = row[11];
    this.#origin = { source, definition: this as Definition };
    Object.freeze(this);
  }

  /** The code in hexadecimal. */
  get hex(): string {
    return `0x${this.code.toString(16).padStart(8, "0")}`;
  }

  /** The first part of the id. */
  get domain(): string {
    return this.#part(0);
  }

  /** The second part of the id. */
  get subdomain(): string {
    return this.#part(1);
  }

  /** The third part of the id. */
  get name(): string {
    return this.#part(2);
  }

  /** Why it happens; null until `loadAll()`, and for custom definitions that don't say. */
  get cause(): string | null {
    return this.#advice?.[0] ?? null;
  }

  /** What to do about it; null until `loadAll()`, and for custom definitions that don't say. */
  get fix(): string | null {
    return this.#advice?.[1] ?? null;
  }

  /**
   * Builds the error with these values for the params of its message, in order. Missing values leave their
   * placeholder, extra ones follow the message: building never fails.
   */
  error(...values: Arguments<Id>): KuzzleErrorOf<Id> {
    const error = build(this as Definition, values as Value[]);
    takeStack(error, this.error);
    return error as KuzzleErrorOf<Id>;
  }

  /**
   * Builds the error with values by the names of the params. A param that is not given leaves its placeholder and a
   * null among the props; names of no param are ignored.
   */
  errorNamed(values: Readonly<Record<string, Value>>): KuzzleErrorOf<Id> {
    const error = buildNamed(this as Definition, values);
    takeStack(error, this.errorNamed);
    return error as KuzzleErrorOf<Id>;
  }

  /** The definition in the shape that it has in `registry.json`. */
  toJSON(): Record<string, unknown> {
    const { id, code, hex, status, description, message, params, domain, subdomain, name } = this;
    const { releases, deprecated, cause, fix, retry, audience, url } = this;
    return {
      ...{ id, code, hex, class: this.class, status, description, message, params },
      ...{ domain, subdomain, name, releases, deprecated, cause, fix, retry, audience, url },
    };
  }

  /** Which error it is, for people: `services.storage.unknown_index (0x01010001)`. */
  toString(): string {
    return `${this.id} (${this.hex})`;
  }

  /** @internal Where the errors come from that are built of it. */
  get _origin(): Origin {
    return this.#origin;
  }

  /** @internal */
  static _advise(definition: Definition, advice: Advice): void {
    definition.#advice = advice;
  }

  static {
    hide(Definition, "name", "Definition");
  }

  #part(position: number): string {
    const parts = this.id.split(".");
    return position < 2 ? (parts[position] ?? "") : parts.slice(2).join(".");
  }
}

function frozenReleases(lines: Row[7]): Releases {
  const releases: Record<string, readonly [string, string | null]> = {};
  for (const line of lines) {
    releases[line[0]] = Object.freeze(line[1]);
  }
  return Object.freeze(releases);
}
