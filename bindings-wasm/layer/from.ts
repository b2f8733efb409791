import { BOUNDLESS } from "./body.js";
import { construct } from "./build.js";
import { KuzzleError } from "./error.js";
import { isError, isOf } from "./kinds.js";
import { read } from "./read.js";
import type { Registry } from "./registry.js";
import { stringify } from "./stringify.js";

/** What kuzzle-sdk keeps of the request on its errors. */
const CONTEXT = ["requestId", "controller", "action", "index", "collection", "_id", "volatile"];

/** The fields of an error that may have been set since it was read. */
const FIELDS = ["message", "status", "id", "code", "props", "kuzzleStack", "errors", "count"];

/**
 * A KuzzleError of anything that was thrown, with every field: an error of kuzzle-sdk or kuzzle-common-objects, of
 * another copy of this package, or a plain object; anything else becomes the message of one.
 */
export function from(value: unknown, registry: Registry): KuzzleError {
  if (isOf(KuzzleError, value)) {
    return value;
  }
  if (typeof value !== "object" || value === null) {
    return plain(value === undefined ? "" : shown(value), value);
  }
  const fields = fieldsOf(value);
  const error =
    readAgain(registry, value, fields) ??
    read(registry, stringify(bodyOf(value, fields)), undefined, BOUNDLESS) ??
    plain("", value);
  for (const [name, field] of fields) {
    if (!(name in error)) {
      set(error, name, field, true);
    }
  }
  if (isError(value)) {
    set(error, "cause", value, false);
  }
  return error;
}

/** The text of what is no object. */
function shown(value: unknown): string {
  try {
    return String(value);
  } catch {
    // A function may refuse.
    return stringify(value);
  }
}

/** What an error of another copy of this package was read from says more than its fields. */
function readAgain(
  registry: Registry,
  value: object,
  fields: Map<string, unknown>,
): KuzzleError | undefined {
  const body = KuzzleError.is(value) ? fieldOf(value, "received") : undefined;
  if (body === undefined) {
    return undefined;
  }
  const error = read(registry, body, fields.get("status"), BOUNDLESS);
  for (const name of FIELDS) {
    if (error !== undefined && stringify(fieldOf(error, name)) !== stringify(fields.get(name))) {
      Reflect.set(error, name, fields.get(name));
    }
  }
  return error;
}

/** An error of which nothing is known but its cause. */
function plain(message: string, cause: unknown): KuzzleError {
  const error = construct("KuzzleError", message, 500, undefined, undefined);
  set(error, "cause", cause, false);
  return error;
}

/** The fields of an object that can be read, and those of an error that are not listed. */
function fieldsOf(value: object): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const name of ["message", "status", "id", "code", "props", ...keysOf(value)]) {
    const field = fieldOf(value, name);
    if (field !== undefined) {
      fields.set(name, field);
    }
  }
  return fields;
}

/** A body that a server could have sent: the error, and around it what tells of the request. */
function bodyOf(value: object, fields: Map<string, unknown>): Record<string, unknown> {
  const error: Record<string, unknown> = Object.fromEntries(fields);
  error.id ??= fieldOf(value, "errorName");
  error.stack = error.kuzzleStack ?? (isError(value) ? undefined : error.stack);
  delete error.kuzzleStack;
  const context = CONTEXT.filter((name) => fields.has(name));
  return { ...Object.fromEntries(context.map((name) => [name, fields.get(name)])), error };
}

function keysOf(value: object): string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}

function fieldOf(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}

function set(error: KuzzleError, name: string, value: unknown, enumerable: boolean): void {
  Object.defineProperty(error, name, { value, enumerable, writable: true, configurable: true });
}
