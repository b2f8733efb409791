// The text forms of codes. The rule is that of `Code::parse` in the core; vectors/codes.json tests this one, too.

/** The code of a text, unsigned: hexadecimal after `0x`, decimal, or decimal as a signed 32-bit integer. */
export function codeOf(text: string): number | undefined {
  const isHexadecimal = /^0x[\da-f]+$/i.test(text);
  if (!isHexadecimal && !/^-?\d+$/.test(text)) {
    return undefined;
  }
  const value = Number(text);
  return value >= -0x80000000 && value <= 0xffffffff ? value >>> 0 : undefined;
}

/** A code as it is written everywhere: `0x01010001`. */
export function hexOf(code: number): string {
  return `0x${(code >>> 0).toString(16).padStart(8, "0")}`;
}
