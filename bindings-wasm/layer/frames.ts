/** One text of a list of texts in one text: what it is, its length, a colon, the text. */
export function frame(kind: string, text: string): string {
  return `${kind}${text.length}:${text}`;
}
