import { CLASSES, PLAIN } from "./classes.js";
import type { ClassName, Definition } from "./definition.js";
import { KuzzleError } from "./error.js";
import type { ErrorId } from "./generated/known-errors.js";
import { render } from "./render.js";
import { hidesOwnFrames, pauseStacks, resumeStacks } from "./stack.js";

/** Builds the error of a definition, without a stack. */
export function build(definition: Definition, values: unknown[]): KuzzleError {
  return assemble(definition, render(definition.message, values), values);
}

/** Builds the error of a definition, with values by the names of its params, without a stack. */
export function buildNamed(
  definition: Definition,
  values: Readonly<Record<string, unknown>>,
): KuzzleError {
  const named: Readonly<Record<string, unknown>> = Object(values);
  const given = definition.params.map((name) => Object.hasOwn(named, name));
  const props = definition.params.map((name, position) => (given[position] ? named[name] : null));
  // Each param has exactly one `%s`: shown as itself, it stays.
  const shown = props.map((value, position) => (given[position] ? value : "%s"));
  return assemble(definition, render(definition.message, shown), props);
}

/** Puts the error of a definition together, of which the message is made already, without a stack. */
export function assemble(definition: Definition, message: string, props: unknown[]): KuzzleError {
  const { id, class: type, status } = definition;
  return built(construct(type, message, status, id, signed(definition.code)), definition, props);
}

/**
 * The class of a definition, where nothing keeps it from being constructed at once: each function on the way is a
 * frame in the stack, and costs a tenth of the error there.
 */
export function classAtOnce(definition: Definition | undefined) {
  return hidesOwnFrames || definition === undefined ? undefined : PLAIN[definition.class];
}

/** An error that has been made of a definition, with what it was made of. */
export function built(error: KuzzleError, definition: Definition, props: unknown[]): KuzzleError {
  error.props = props;
  return KuzzleError._from(error, definition._origin);
}

/** A code as Kuzzle's JavaScript has it, which puts codes together by `<<`. */
export function signed(code: number): number {
  return code | 0;
}

/** Makes an error of the class with this name, without a stack. */
export function construct(
  type: ClassName,
  message: string,
  status: number,
  id: ErrorId | undefined,
  code: number | undefined,
): KuzzleError {
  const limit = pauseStacks();
  try {
    switch (type) {
      case "KuzzleError":
        return new KuzzleError(message, status, id, code);
      case "PartialError":
      case "MultipleErrorsError":
        return new CLASSES[type](message, [], id, code);
      default:
        return new CLASSES[type](message, id, code);
    }
  } finally {
    resumeStacks(limit);
  }
}
