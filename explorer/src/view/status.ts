import { byName } from "../element.js";

/** Tells those who can't see the page what has happened. */
export function say(text: string): void {
  byName("status").textContent = text;
}
