import { CLASSES } from "./classes.js";
import type { ClassName, Definition } from "./definition.js";
import { KuzzleError } from "./error.js";
import type { ErrorId } from "./generated/known-errors.js";
import { render } from "./render.js";
import type { Source } from "./source.js";
import { type Caller, hidesOwnFrames, withoutOwnFrames } from "./stack.js";

/** Builds the error of a definition; its stack begins where `caller` was called. */
export function build(
  definition: Definition,
  props: unknown[],
  source: Source,
  caller: Caller,
  message = render(definition.message, props),
): KuzzleError {
  const { id, class: type, status } = definition;
  // Kuzzle puts codes together by `<<`, so its codes are signed.
  const code = definition.code | 0;
  const error = hidesOwnFrames
    ? withoutOwnFrames(caller, () => construct(type, message, status, id, code))
    : construct(type, message, status, id, code);
  error.props = props;
  return KuzzleError._from(error, { source, definition });
}

/** Builds the error of a definition, with values by the names of its params. */
export function buildNamed(
  definition: Definition,
  values: Readonly<Record<string, unknown>>,
  source: Source,
  caller: Caller,
): KuzzleError {
  const given = definition.params.map((name) => Object.hasOwn(values, name));
  const props = definition.params.map((name, position) => (given[position] ? values[name] : null));
  // Each param has exactly one `%s`: shown as itself, it stays.
  const shown = props.map((value, position) => (given[position] ? value : "%s"));
  return build(definition, props, source, caller, render(definition.message, shown));
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
