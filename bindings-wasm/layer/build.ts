import { CLASSES } from "./classes.js";
import type { ClassName, Definition } from "./definition.js";
import { KuzzleError } from "./error.js";
import type { ErrorId } from "./generated/known-errors.js";
import { render } from "./render.js";
import type { Source } from "./source.js";
import { hidesOwnFrames, withoutStack } from "./stack.js";

/** Builds the error of a definition, without a stack. */
export function build(definition: Definition, values: unknown[], source: Source): KuzzleError {
  return assemble(definition, render(definition.message, values), values, source);
}

/** Builds the error of a definition, with values by the names of its params, without a stack. */
export function buildNamed(
  definition: Definition,
  values: Readonly<Record<string, unknown>>,
  source: Source,
): KuzzleError {
  const given = definition.params.map((name) => Object.hasOwn(values, name));
  const props = definition.params.map((name, position) => (given[position] ? values[name] : null));
  // Each param has exactly one `%s`: shown as itself, it stays.
  const shown = props.map((value, position) => (given[position] ? value : "%s"));
  return assemble(definition, render(definition.message, shown), props, source);
}

/** Puts the error of a definition together, of which the message is made already, without a stack. */
export function assemble(
  definition: Definition,
  message: string,
  props: unknown[],
  source: Source,
): KuzzleError {
  const { id, code, class: type, status } = definition;
  // Kuzzle puts codes together by `<<`, so its codes are signed.
  const error = hidesOwnFrames
    ? withoutStack(() => construct(type, message, status, id, code | 0))
    : construct(type, message, status, id, code | 0);
  error.props = props;
  return KuzzleError._from(error, { source, definition });
}

/** Makes an error of the class with this name. */
export function construct(
  type: ClassName,
  message: string,
  status: number,
  id: ErrorId | undefined,
  code: number | undefined,
): KuzzleError {
  switch (type) {
    case "KuzzleError":
      return new KuzzleError(message, status, id, code);
    case "PartialError":
    case "MultipleErrorsError":
      return new CLASSES[type](message, [], id, code);
    default:
      return new CLASSES[type](message, id, code);
  }
}
