export { MultipleErrorsError, PartialError } from "./batch.js";
export { type Body, Malformed, type ParseOptions } from "./body.js";
export type { KuzzleErrorOf } from "./classes.js";
export type {
  Change,
  ComparedError,
  ComparedRegistry,
  Comparison,
  Difference,
  Reuse,
} from "./comparison.js";
export {
  type Audience,
  type ClassName,
  Definition,
  type Releases,
  type Retry,
} from "./definition.js";
export {
  type AnyErrorId,
  type Conflict,
  type Context,
  type Explanation,
  type Failure,
  KuzzleError,
  type WireError,
} from "./error.js";
export * from "./generated/classes.js";
export type { Ids } from "./generated/ids.js";
export type { Arguments, ErrorId, KnownErrors, Value } from "./generated/known-errors.js";
export type { Hit } from "./hit.js";
export {
  at,
  byCode,
  byId,
  definitions,
  error,
  errorNamed,
  ids,
  kuzzle,
  type Legacy,
  legacy,
  type PublishedRelease,
  parse,
  releases,
  resolve,
  scan,
  search,
  suggest,
} from "./kuzzle.js";
export { failures } from "./read.js";
export {
  type Complaint,
  InvalidRegistry,
  InvalidRelease,
  type LoadOptions,
  Registry,
  type RegistryFile,
  type Resolution,
} from "./registry.js";
export { render } from "./render.js";
