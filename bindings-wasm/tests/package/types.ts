// Compiled only: what the types of the package allow, and what they refuse.

import {
  byCode,
  byId,
  type Definition,
  type ErrorId,
  error,
  ids,
  KuzzleError,
  NotFoundError,
  PartialError,
  type PreconditionError,
  parse,
} from "kuzzle-errors-wasm";
import { start } from "kuzzle-errors-wasm/slim";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isTrue = <T extends true>(): T | undefined => undefined;

isTrue<Equal<ReturnType<typeof byCode>, Definition | undefined>>();

// @ts-expect-error: an id is not a code.
byCode("services.storage.unknown_index");

// An id that is known gives a definition, any other text perhaps.
byId("services.storage.unknown_index").params;
// @ts-expect-error: it may be undefined.
byId("app.orders.too_late").params;

// The class of an error is known from its id.
const unknownIndex: PreconditionError = error("services.storage.unknown_index", "nyc");
isTrue<Equal<typeof unknownIndex.status, number>>();
const byConstant: PreconditionError = error(ids.services.storage.UNKNOWN_INDEX, "nyc");
isTrue<Equal<typeof ids.services.storage.UNKNOWN_INDEX, "services.storage.unknown_index">>();
byId("services.storage.unknown_index").error("nyc");

// @ts-expect-error: no error has this id.
error("services.storage.unknown_indx", "nyc");
// @ts-expect-error: an argument is missing.
error("services.storage.unknown_collection", "nyc");
// @ts-expect-error: an argument too many.
error("services.storage.unknown_index", "nyc", "yellow-taxi");
// @ts-expect-error: another class.
const notFound: NotFoundError = error("services.storage.unknown_index", "nyc");

// A switch over a few ids is exhaustive.
type Some = "services.storage.unknown_index" | "security.token.expired";
function advice(id: Some): string {
  switch (id) {
    case ids.services.storage.UNKNOWN_INDEX:
      return "create it";
    case ids.security.token.EXPIRED:
      return "log in";
  }
}

function isNever(value: never): never {
  throw value;
}

function label(caught: KuzzleError & { id: Some }): string {
  switch (caught.id) {
    case "services.storage.unknown_index":
      return "index";
    case "security.token.expired":
      return "token";
    default:
      return isNever(caught.id);
  }
}

// @ts-expect-error: not all ids are named.
function forgetful(caught: KuzzleError): string {
  switch (caught.id) {
    case "services.storage.unknown_index":
      return "index";
  }
}

function handle(caught: unknown): ErrorId | undefined {
  return KuzzleError.is(caught) && caught.isRetryable ? caught.id : KuzzleError.from(caught).id;
}

// Kuzzle's constructors.
new KuzzleError("message");
new KuzzleError("message", 418, "services.storage.not_found", 1);
new NotFoundError(new Error("cause"), "services.storage.not_found", 1);
new PartialError("message", [{ _id: "doc-1" }], "services.storage.import_failed", 1);
new PartialError("message", "services.storage.import_failed", 1);

const received: KuzzleError | undefined = parse("{}", 500);
export const all = [advice, byConstant, forgetful, handle, label, notFound, received, unknownIndex];
export const started: Promise<void> = start(new URL("https://example.org/main.wasm"));
