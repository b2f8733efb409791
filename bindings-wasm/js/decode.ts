/** The letters of the text: all of ASCII that needs no escape between double quotes. */
const LETTERS = Array.from({ length: 95 }, (_, index) => 0x20 + index).filter(
  (letter) => letter !== 0x22 && letter !== 0x5c,
);

/**
 * The bytes of a module that stands in JavaScript as text.
 *
 * Most bytes are one letter, so that the text is compressed nearly as well as the bytes: printable ones are
 * themselves. The text begins with 35 letters that the module has little use for. The first 33 are the bytes below
 * 0x20 and 0x22; behind each of the last two a letter is one of the bytes that are left.
 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const spare = Array.from({ length: 35 }, (_, index) => text.charCodeAt(index));
  const [near, far] = spare.slice(33);
  const byteOf = Array.from({ length: 0x7f }, (_, letter) => letter);
  for (const [byte, letter] of spare.entries()) {
    byteOf[letter] = byte < 0x20 ? byte : 0x22;
  }
  const rest = [...spare, 0x5c, ...Array.from({ length: 0x81 }, (_, index) => 0x7f + index)];
  const restOf = new Map(LETTERS.map((letter, index) => [letter, index]));

  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = spare.length; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === near || letter === far) {
      at += 1;
      const index = restOf.get(text.charCodeAt(at)) as number;
      bytes[length] = rest[letter === near ? index : index + LETTERS.length] as number;
    } else {
      bytes[length] = byteOf[letter] as number;
    }
    length += 1;
  }
  return bytes.subarray(0, length);
}
