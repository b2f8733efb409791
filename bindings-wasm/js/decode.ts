/** The number of letters that the text begins with, and of all letters: ASCII that needs no escape in quotes. */
const SPARE = 35;
const LETTERS = 93;

/** No byte, but the first of two letters. */
const PAIR = 0x100;

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
  const rest = Uint8Array.from([
    ...spare,
    0x5c,
    ...Array.from({ length: 0x81 }, (_, index) => 0x7f + index),
  ]);
  // The byte of each letter; above all bytes, where in the rest a second letter counts from.
  const byteOf = Uint16Array.from({ length: 0x80 }, (_, letter) => letter);
  spare.forEach((letter, index) => {
    byteOf[letter] = index < 0x20 ? index : index === 0x20 ? 0x22 : PAIR + (index - 33) * LETTERS;
  });

  // The bytes are written over the letters: there are never more of them.
  let length = 0;
  for (let at = SPARE; at < letters.length; at += 1) {
    let byte = byteOf[letters[at] as number] as number;
    if (byte >= PAIR) {
      at += 1;
      const second = letters[at] as number;
      const index = second - 0x20 - (second > 0x22 ? 1 : 0) - (second > 0x5c ? 1 : 0);
      byte = rest[byte - PAIR + index] as number;
    }
    letters[length] = byte;
    length += 1;
  }
  return letters.subarray(0, length);
}
