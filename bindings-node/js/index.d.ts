import type { Definition } from "./native.cjs";

export type { Definition };

/** The definition with this code. A negative number is the code as a signed 32-bit integer. */
export function byCode(code: number): Definition | undefined;
