import { frame } from "./frames.js";
import { isError } from "./kinds.js";
import { engine } from "./started.js";
import { stringify } from "./stringify.js";

/** Fills a template as Node's `util.format` does; missing values leave their placeholder, extra ones follow. */
export function render(template: string, values: readonly unknown[]): string {
  if (values.length === 0) {
    return template;
  }
  return fill(template, values) ?? engine().render(template, values.map(toFrame).join(""));
}

/** Fills `%s` with strings and safe integers, which is nearly every message; undefined where there is more to it. */
export function fill(template: string, values: readonly unknown[]): string | undefined {
  let filled = "";
  let rest = 0;
  let used = 0;
  for (let at = template.indexOf("%"); at !== -1; at = template.indexOf("%", at + 2)) {
    if (template[at + 1] !== "s") {
      return undefined;
    }
    if (used < values.length) {
      const value = values[used];
      if (!isPlain(value)) {
        return undefined;
      }
      filled += template.slice(rest, at) + value;
      rest = at + 2;
      used += 1;
    }
  }
  filled += template.slice(rest);
  for (; used < values.length; used += 1) {
    const value = values[used];
    if (!isPlain(value)) {
      return undefined;
    }
    filled += ` ${value}`;
  }
  return filled;
}

function isPlain(value: unknown): value is string | number {
  return typeof value === "string" || (Number.isSafeInteger(value) && !Object.is(value, -0));
}

function toFrame(value: unknown): string {
  switch (typeof value) {
    case "string":
      return frame("s", value);
    case "number":
      return frame("n", Object.is(value, -0) ? "-0" : String(value));
    case "bigint":
      return frame("i", String(value));
    case "boolean":
      return frame("b", String(value));
    case "undefined":
      return frame("u", "");
    case "symbol":
      return frame("s", String(value));
    case "function":
      return toText(value);
    default:
      if (value === null) {
        return frame("0", "");
      }
      return isError(value) ? toText(value) : frame("j", stringify(value));
  }
}

/** The text of an error or a function, of which JSON would show nothing. */
function toText(value: object): string {
  try {
    return frame("s", String(value));
  } catch {
    return frame("j", stringify(value));
  }
}
