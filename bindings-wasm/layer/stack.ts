/** A function of this package that was called from outside. */
export type Caller = (...values: never[]) => unknown;

/** What V8 can do with stacks. */
const V8 = Error as {
  stackTraceLimit?: number;
  captureStackTrace?: (error: Error, above: Caller) => void;
};

/** In Node.js a stack costs the same whoever takes it; in Chromium a taken one costs more than the whole error. */
const { process } = globalThis as { process?: { versions?: { node?: string } } };
const isNode = process?.versions?.node !== undefined;

/**
 * Makes an error whose stack begins where this package was called, where that costs nothing.
 *
 * Taking a stack is most of what an error costs, so it is taken once.
 */
export function withoutOwnFrames<E extends Error>(caller: Caller, make: () => E): E {
  const limit = V8.stackTraceLimit;
  if (!isNode || V8.captureStackTrace === undefined || !Reflect.set(Error, "stackTraceLimit", 0)) {
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
