// The files in which the scripts hand their cases over.

import { writeFileSync } from "node:fs";

/** Writes the cases, each as one line of JSON. */
export function writeCases(file, cases) {
  writeFileSync(file, cases.map((each) => `${JSON.stringify(each)}\n`).join(""));
}

/**
 * A scalar, an array or a plain object as JSON that keeps what it is: strings, booleans and null are themselves,
 * everything else is an object with one member that tells its type; numbers also bit by bit.
 */
export function encode(value) {
  switch (typeof value) {
    case "undefined":
      return { undefined: true };
    case "bigint":
      return { big_integer: String(value) };
    case "number":
      return { number: Object.is(value, -0) ? "-0" : String(value), bits: bitsOf(value) };
    case "object":
      return value === null ? null : { json: JSON.stringify(value) };
    default:
      return value;
  }
}

/** The 64 bits of a number in hexadecimal digits. */
function bitsOf(number) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}
