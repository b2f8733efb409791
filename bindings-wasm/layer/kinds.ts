/** Whether it is an error of any realm. */
export function isError(value: unknown): value is Error {
  return (
    typeof value === "object" && (isOf(Error, value) || toStringOf(value) === "[object Error]")
  );
}

/** Whether it is one of a class, and no proxy that refuses to say so. */
export function isOf<T>(type: abstract new (...values: never[]) => T, value: unknown): value is T {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}

function toStringOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return "";
  }
}
