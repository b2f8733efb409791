import { type Body, depthOf, Malformed, type ParseOptions, statusOf, textOf } from "./body.js";
import { construct } from "./build.js";
import type { ClassName, Definition } from "./definition.js";
import { type Conflict, type Failure, KuzzleError } from "./error.js";
import type { ErrorId } from "./generated/known-errors.js";
import type { Source } from "./source.js";
import { answerOf, engine } from "./started.js";

/** What the engine says of the error in a body. */
export type Facts = readonly [
  definition: ErrorId | null,
  status: number,
  message: string,
  code: number | null,
  props: unknown[] | null,
  seldom?: Seldom,
];

/** What few errors have. */
interface Seldom {
  /** Without a definition class and id say what the error is. */
  readonly class?: ClassName;
  readonly id?: ErrorId | null;
  readonly stack?: string;
  readonly errors?: unknown[];
  readonly count?: number;
  readonly conflict?: Conflict;
}

const NOTHING: Seldom = {};

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
    engine().parse(text, status, depth, registry.source.name || undefined),
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
  const [id, status, message, code, props, seldom = NOTHING] = facts;
  const definition = id === null ? undefined : registry.byId(id);
  const type = definition?.class ?? seldom.class ?? "KuzzleError";
  const error = construct(type, message, status, id ?? seldom.id ?? undefined, code ?? undefined);
  error.status = status;
  error.props = props ?? undefined;
  const { errors, stack } = seldom;
  if (errors !== undefined) {
    error.errors = errors;
    error.count = seldom.count ?? errors.length;
  }
  if (stack !== undefined) {
    error.kuzzleStack = stack;
  }
  const received = {
    body,
    text,
    status: httpStatus,
    facts,
    errors: error.errors,
    count: error.count,
  };
  return KuzzleError._from(error, { source: registry.source, definition, received });
}
