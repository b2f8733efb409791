/** How deep a value is followed where `JSON.stringify` fails, and how many values of it are written. */
const DEEPEST = 1000;
const MOST = 100_000;

/** What stands in the place of what is too deep or too much. */
const MORE = '"[…]"';

/**
 * JSON of anything, whatever it does: getters that throw, cycles, proxies, big integers and symbols never break it.
 *
 * What `JSON.stringify` can write is written by it. Otherwise what can't be read is left out, big integers are
 * numbers with all their digits, symbols their text, what contains itself is `"[Circular]"`, and where there is too
 * much the text ends with `"[…]"`.
 */
export function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return new Writer().write({ value }, "value", 0) ?? "null";
  }
}

class Writer {
  #left = MOST;
  readonly #open = new Set<object>();

  /** The JSON of a member; undefined where `JSON.stringify` would leave it out, and where it can't be read. */
  write(holder: object, name: PropertyKey, depth: number): string | undefined {
    this.#left -= 1;
    if (this.#left < 0) {
      return MORE;
    }
    try {
      return this.#writeValue(Reflect.get(holder, name), depth);
    } catch {
      return undefined;
    }
  }

  #writeValue(value: unknown, depth: number): string | undefined {
    switch (typeof value) {
      case "bigint":
        return String(value);
      case "symbol":
        return JSON.stringify(String(value));
      case "object":
        return value === null ? "null" : this.#writeObject(value, depth);
      default:
        return JSON.stringify(value);
    }
  }

  #writeObject(value: object, depth: number): string | undefined {
    if (this.#open.has(value)) {
      return '"[Circular]"';
    }
    if (depth >= DEEPEST) {
      return MORE;
    }
    this.#open.add(value);
    try {
      const toJSON: unknown = Reflect.get(value, "toJSON");
      if (typeof toJSON === "function") {
        return this.#writeValue(toJSON.call(value, ""), depth + 1);
      }
      return Array.isArray(value)
        ? this.#writeElements(value, depth + 1)
        : this.#writeMembers(value, depth + 1);
    } finally {
      this.#open.delete(value);
    }
  }

  #writeElements(array: readonly unknown[], depth: number): string {
    const elements: string[] = [];
    for (let index = 0; index < array.length && this.#left >= 0; index += 1) {
      elements.push(this.write(array, index, depth) ?? "null");
    }
    return `[${elements.join()}]`;
  }

  #writeMembers(object: object, depth: number): string {
    const members: string[] = [];
    for (const name of Object.keys(object)) {
      if (this.#left < 0) {
        break;
      }
      const text = this.write(object, name, depth);
      if (text !== undefined) {
        members.push(`${JSON.stringify(name)}:${text}`);
      }
    }
    return `{${members.join()}}`;
  }
}
