// What the explorer says in plain words.

import type { Audience, Definition, Retry } from "kuzzle-errors-wasm/slim";
import { hexOf } from "./code.js";

/** Whether to send the request again, in a word or two; the sentence is the core's. */
export const RETRY_WORDS: Record<Retry, string> = {
  never: "No, not as it is",
  later: "Yes, later",
  check: "Look first",
  login: "After a new login",
};

/** Whose job it is, in a word or two; the sentence is the core's. */
export const AUDIENCE_WORDS: Record<Audience, string> = {
  client: "The client’s author",
  plugin: "The plugin’s author",
  operator: "Whoever runs Kuzzle",
};

/** `1 error`, `2 errors`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? singular : plural}`;
}

/** `1.10.5 to 1.12.0, 2.0.0 and later`. */
export function releasesInWords({ releases }: Definition): string {
  const ranges = Object.values(releases ?? {}).map(([first, last]) => rangeInWords(first, last));
  return ranges.join(", ");
}

/** `1.10.5 to 1.12.0`, `2.0.0 and later`. */
export function rangeInWords(first: string, last: string | null): string {
  if (last === null) {
    return `${first} and later`;
  }
  return first === last ? first : `${first} to ${last}`;
}

/** The spellings of a code: `0x01010001`, `16842753`, and `-939458555` where a server writes it so. */
export function spellingsOf(code: number): readonly string[] {
  const signed = code | 0;
  return [hexOf(code), String(code >>> 0), ...(signed < 0 ? [String(signed)] : [])];
}
