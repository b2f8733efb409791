import { KuzzleError } from "./error.js";
import type { ErrorId } from "./generated/known-errors.js";
import { STATUS } from "./generated/statuses.js";
import { named } from "./names.js";

/** Some items of a batch failed. */
export class PartialError extends KuzzleError {
  declare readonly name: "PartialError";
  override errors: unknown[];
  override count: number;

  /** The errors may be left out, and the id and the code given in their place. */
  constructor(
    message: string | Error,
    errors?: unknown[],
    id?: ErrorId,
    code?: number,
    options?: ErrorOptions,
  );
  constructor(message: string | Error, id: ErrorId, code: number);
  constructor(
    message: string | Error,
    errors: unknown[] | ErrorId = [],
    id?: ErrorId | number,
    code?: number,
    options?: ErrorOptions,
  ) {
    if (typeof errors === "string") {
      super(message, STATUS.PartialError, errors, id as number | undefined, options);
      this.errors = [];
    } else {
      super(message, STATUS.PartialError, id as ErrorId | undefined, code, options);
      this.errors = errors;
    }
    this.count = this.errors.length;
  }

  static {
    named(PartialError, "PartialError");
  }
}

/** Several errors in one. */
export class MultipleErrorsError extends KuzzleError {
  declare readonly name: "MultipleErrorsError";
  override errors: unknown[];
  override count: number;

  constructor(
    message: string | Error,
    errors: unknown[] = [],
    id?: ErrorId,
    code?: number,
    options?: ErrorOptions,
  ) {
    super(message, STATUS.MultipleErrorsError, id, code, options);
    this.errors = errors;
    this.count = errors.length;
  }

  static {
    named(MultipleErrorsError, "MultipleErrorsError");
  }
}
