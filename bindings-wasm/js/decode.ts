/** The number of letters that the text begins with, and of all letters: ASCII that needs no escape in quotes. */
const SPARE = 35;
const LETTERS = 93;

/**
 * The bytes of a module that stands in JavaScript as text.
 *
 * Most bytes are one letter, so that the text is compressed nearly as well as the bytes: printable ones are
 * themselves. The text begins with 35 letters that the module has little use for. The first 33 are the bytes below
 * 0x20 and 0x22; behind each of the last two a letter is one of the bytes that are left.
 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const letters = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  const spare = letters.slice(0, SPARE);
  const near = spare[33] as number;
  const far = spare[34] as number;
  const byteOf = Uint8Array.from({ length: 0x80 }, (_, letter) => letter);
  spare.forEach((letter, index) => {
    byteOf[letter] = index < 0x20 ? index : 0x22;
  });
  const rest = Uint8Array.from([
    ...spare,
    0x5c,
    ...Array.from({ length: 0x81 }, (_, i) => 0x7f + i),
  ]);

  // The bytes are written over the letters: there are never more of them.
  let length = 0;
  for (let at = SPARE; at < letters.length; at += 1) {
    const letter = letters[at] as number;
    if (letter === near || letter === far) {
      at += 1;
      const second = letters[at] as number;
      const index = second - 0x20 - (second > 0x22 ? 1 : 0) - (second > 0x5c ? 1 : 0);
      letters[length] = rest[letter === near ? index : index + LETTERS] as number;
    } else {
      letters[length] = byteOf[letter] as number;
    }
    length += 1;
  }
  return letters.subarray(0, length);
}
