// Compiled only: the types of the package under test say what it answers.

import { byCode, type Definition, NotFoundError, PartialError } from "package-under-test";

const definition: Definition | undefined = byCode(0x01010001);
export const params: readonly string[] | undefined = definition?.params;

// @ts-expect-error: an id is not a code.
byCode("services.storage.unknown_index");

// Applications and plugins have ids of their own.
export const own = [
  new NotFoundError("gone", "app.orders.gone", 5),
  new PartialError("some", "app.orders.some", 6),
];
