import { type AnyErrorId, KuzzleError } from "./error.js";
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
    id?: AnyErrorId,
    code?: number,
    options?: ErrorOptions,
  );
  constructor(message: string | Error, id: AnyErrorId, code: number);
  constructor(
    message: string | Error,
    errors: unknown[] | AnyErrorId = [],
    id?: AnyErrorId | number,
    code?: number,
    options?: ErrorOptions,
  ) {
    if (typeof errors === "string") {
      super(message, STATUS.PartialError, errors, id as number | undefined, options);
      this.errors = [];
    } else {
      super(message, STATUS.PartialError, id as AnyErrorId | undefined, code, options);
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
    id?: AnyErrorId,
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
