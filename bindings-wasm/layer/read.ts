import { type Body, depthOf, Malformed, type ParseOptions, statusOf, textOf } from "./body.js";
import { construct } from "./build.js";
import type { ClassName, Definition } from "./definition.js";
import { type Conflict, type Failure, KuzzleError, type WireError } from "./error.js";
import type { ErrorId } from "./generated/known-errors.js";
import type { Source } from "./source.js";
import { withoutStack } from "./stack.js";
import { answerOf, engine } from "./started.js";

/** What the engine says of a body with an error in it. */
interface Facts {
  readonly id: ErrorId | null;
  readonly code: number | null;
  readonly class: ClassName;
  readonly status: number;
  /** Where it is not that of the error. */
  readonly message?: string;
  readonly definition: string | null;
  readonly error: WireError;
  readonly conflict: Conflict | null;
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
  return facts === null ? undefined : received(registry, facts, { body, text, status });
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

function received(
  registry: Registry,
  facts: Facts,
  came: { body: unknown; text: string; status: number | undefined },
): KuzzleError {
  const { status, conflict, error: wire } = facts;
  const message = facts.message ?? (wire.message as string);
  const code = facts.code === null ? undefined : wire.code;
  const id = facts.id ?? undefined;
  const error = withoutStack(() => construct(facts.class, message, status, id, code));
  error.status = status;
  error.props = Array.isArray(wire.props) ? wire.props : undefined;
  if (Array.isArray(wire.errors)) {
    error.errors = wire.errors;
    error.count = typeof wire.count === "number" ? wire.count : wire.errors.length;
  }
  if (typeof wire.stack === "string") {
    error.kuzzleStack = wire.stack;
  }
  const definition = facts.definition === null ? undefined : registry.byId(facts.definition);
  const origin = { ...came, message, errors: error.errors, conflict };
  return KuzzleError._from(error, { source: registry.source, definition, received: origin });
}
