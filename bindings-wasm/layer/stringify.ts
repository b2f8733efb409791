/** How deep a value is followed where `JSON.stringify` fails, and how many values of it. */
const DEEPEST = 1000;
const MOST = 100_000;

/**
 * JSON of anything, whatever it does: getters that throw, cycles, proxies, big integers and symbols never break it.
 *
 * What `JSON.stringify` can write is written by it. Otherwise what can't be read is left out, big integers are
 * numbers with all their digits, symbols their text, and what contains itself is `"[Circular]"`.
 */
export function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return new Writer().write(value, 0) ?? "null";
  }
}

class Writer {
  #left = MOST;
  readonly #open = new Set<object>();

  /** The JSON of a value; undefined where `JSON.stringify` would leave it out. */
  write(value: unknown, depth: number): string | undefined {
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
    if (depth >= DEEPEST || this.#left <= 0) {
      return '"[…]"';
    }
    this.#left -= 1;
    this.#open.add(value);
    try {
      const toJSON: unknown = Reflect.get(value, "toJSON");
      return typeof toJSON === "function"
        ? this.write(toJSON.call(value, ""), depth + 1)
        : this.#writeMembers(value, depth);
    } catch {
      return undefined;
    } finally {
      this.#open.delete(value);
    }
  }

  #writeMembers(value: object, depth: number): string {
    if (Array.isArray(value)) {
      const length = Math.min(value.length, MOST);
      const element = (_: unknown, index: number) =>
        this.#writeMember(value, index, depth) ?? "null";
      return `[${Array.from({ length }, element).join(",")}]`;
    }
    const members: string[] = [];
    for (const name of Object.keys(value)) {
      const text = this.#writeMember(value, name, depth);
      if (text !== undefined) {
        members.push(`${JSON.stringify(name)}:${text}`);
      }
    }
    return `{${members.join(",")}}`;
  }

  #writeMember(holder: object, name: PropertyKey, depth: number): string | undefined {
    try {
      return this.write(Reflect.get(holder, name), depth + 1);
    } catch {
      return undefined;
    }
  }
}
