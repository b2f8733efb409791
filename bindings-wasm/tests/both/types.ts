// Compiled only: the types of the package under test say what it answers.

import { byCode, type Definition } from "package-under-test";

const definition: Definition | undefined = byCode(0x01010001);
export const params: readonly string[] | undefined = definition?.params;

// @ts-expect-error: an id is not a code.
byCode("services.storage.unknown_index");
