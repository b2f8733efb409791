import { type Body, depthOf, Malformed, type ParseOptions, statusOf, textOf } from "./body.js";
import { construct } from "./build.js";
import type { ClassName, Definition } from "./definition.js";
import { type Conflict, type Failure, KuzzleError } from "./error.js";
import type { ErrorId } from "./generated/known-errors.js";
import type { Source } from "./source.js";
import { answerOf, engine } from "./started.js";

/** What the engine says of a body with an error in it. */
interface Facts {
  /** The id of the definition; where there is none the class and the id say what the error is. */
  readonly definition?: string;
  readonly class?: ClassName;
  readonly id?: ErrorId | null;
  readonly status: number;
  readonly message: string;
  readonly code?: number;
  readonly props?: unknown;
  readonly stack?: unknown;
  readonly errors?: unknown;
  readonly count?: unknown;
  readonly conflict?: Conflict;
}

/** Where definitions are found. */
interface Registry {
  readonly source: Source;
  byId(id: string): Definition | undefined;
}

/** Reads the error in a body; undefined where there is none. It has no stack. */
export function read(
  registry: Registry,
  body: unknown,
  httpStatus: unknown,
  options: ParseOptions = {},
): KuzzleError | undefined {
  const text = textOf(body, options);
  const status = statusOf(httpStatus);
  const depth = depthOf(options.maxDepth);
  const facts: Facts | null = answered(
    engine().read("error", registry.source.name, text, status, depth),
  );
  return facts === null ? undefined : errorOf(facts, registry, body, text, status);
}

/**
 * Lists the failed items in the answer of a Kuzzle server, an error (206, 400) or not (200 with `result.errors`).
 *
 * @throws {Malformed} Where the response is no JSON.
 */
export function failures(response: Body, options: ParseOptions = {}): Failure[] {
  const text = textOf(response, options);
  return answered(engine().read("failures", "", text, undefined, depthOf(options.maxDepth)));
}

function answered(text: string) {
  const answer = answerOf(text);
  if (answer?.malformed !== undefined) {
    const { message, line, column } = answer.malformed;
    throw new Malformed(message, line, column);
  }
  return answer;
}

function errorOf(
  facts: Facts,
  registry: Registry,
  body: unknown,
  text: string,
  httpStatus: number | undefined,
): KuzzleError {
  const { status, message, errors } = facts;
  const definition = facts.definition === undefined ? undefined : registry.byId(facts.definition);
  const { class: type, id } = definition ?? facts;
  const error = construct(type as ClassName, message, status, id ?? undefined, facts.code);
  error.status = status;
  if (Array.isArray(facts.props)) {
    error.props = facts.props;
  }
  if (Array.isArray(errors)) {
    error.errors = errors;
    error.count = typeof facts.count === "number" ? facts.count : errors.length;
  }
  if (typeof facts.stack === "string") {
    error.kuzzleStack = facts.stack;
  }
  const conflict = facts.conflict ?? null;
  const received = { body, text, status: httpStatus, message, errors: error.errors, conflict };
  return KuzzleError._from(error, { source: registry.source, definition, received });
}
