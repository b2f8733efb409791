/** A function of this package that was called from outside. */
export type Caller = (...values: never[]) => unknown;

/** What V8 can do with stacks. */
const V8 = Error as {
  stackTraceLimit?: number | undefined;
  captureStackTrace?: (error: Error, above: Caller) => void;
};

const { process } = globalThis as { process?: { versions?: { node?: string } } };

/**
 * Whether stacks begin where this package was called: in Node.js, where a stack costs the same whoever takes it. In
 * Chromium one that is asked for costs more than the whole error.
 */
export const hidesOwnFrames =
  process?.versions?.node !== undefined && V8.captureStackTrace !== undefined;

/**
 * Has errors be made without a stack, where stacks begin where this package was called: `takeStack` gives them one.
 * Answers what `resumeStacks` has to be told right after.
 *
 * Taking a stack is most of what an error costs, and the more functions were called the more: it is taken once, by the
 * function that was called from outside.
 */
export function pauseStacks(): number | undefined {
  const limit = V8.stackTraceLimit;
  if (hidesOwnFrames) {
    try {
      // With a limit of 0 it would look for the first function all the same.
      V8.stackTraceLimit = undefined;
    } catch {
      // Nothing changes what is frozen: errors have a stack too many.
    }
  }
  return limit;
}

/** Has errors be made with their stacks again. */
export function resumeStacks(limit: number | undefined): void {
  if (V8.stackTraceLimit !== limit) {
    V8.stackTraceLimit = limit;
  }
}

/** Gives an error the stack that begins where a function was called; it keeps its own where that can't be had. */
export const takeStack: (error: Error, above: Caller) => void =
  hidesOwnFrames && V8.captureStackTrace !== undefined ? V8.captureStackTrace : () => undefined;
