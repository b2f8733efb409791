/** A function of this package that was called from outside. */
export type Caller = (...values: never[]) => unknown;

/** What V8 can do with stacks. */
const V8 = Error as {
  stackTraceLimit?: number;
  captureStackTrace?: (error: Error, above: Caller) => void;
};

const { process } = globalThis as { process?: { versions?: { node?: string } } };

/**
 * Whether stacks begin where this package was called: in Node.js, where a stack costs the same whoever takes it. In
 * Chromium one that is asked for costs more than the whole error.
 */
export const hidesOwnFrames = process?.versions?.node !== undefined;

/**
 * Makes an error whose stack begins where this package was called, where the engine of JavaScript can do that.
 *
 * Taking a stack is most of what an error costs, so it is taken once.
 */
export function withoutOwnFrames<E extends Error>(caller: Caller, make: () => E): E {
  const limit = V8.stackTraceLimit;
  if (
    !hidesOwnFrames ||
    V8.captureStackTrace === undefined ||
    !Reflect.set(Error, "stackTraceLimit", 0)
  ) {
    return make();
  }
  let error: E;
  try {
    error = make();
  } finally {
    V8.stackTraceLimit = limit as number;
  }
  V8.captureStackTrace(error, caller);
  return error;
}
