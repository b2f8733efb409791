import { byName } from "../element.js";

/** The most lines of a pasted text that are shown at once. */
const MOST_LINES = 5;

/** The one field for every question. It grows with what is pasted. */
export class Field {
  readonly #area = byName<HTMLTextAreaElement>("question");
  readonly #clear = byName("clear");

  /** Calls `onask` when the text changes, `onenter` for the Enter key and `ondown` for the way to the results. */
  constructor(onask: (text: string) => void, onenter: () => void, ondown: () => void) {
    this.#area.addEventListener("input", () => {
      this.#fit();
      onask(this.#area.value);
    });
    this.#area.addEventListener("paste", () => {
      // What was pasted is read from its beginning.
      requestAnimationFrame(() => {
        this.#area.scrollTop = 0;
      });
    });
    this.#area.addEventListener("keydown", (event) => {
      const isOneLine = !this.#area.value.includes("\n");
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        onenter();
      } else if (event.key === "ArrowDown" && isOneLine) {
        event.preventDefault();
        ondown();
      }
    });
    this.#clear.addEventListener("click", () => {
      this.text = "";
      onask("");
      this.focus();
    });
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#area;
  }

  /** Shows another text, without asking. */
  set text(text: string) {
    if (this.#area.value !== text) {
      this.#area.value = text;
      this.#area.scrollTop = 0;
    }
    this.#fit();
  }

  focus(): void {
    this.#area.focus();
    this.#area.select();
  }

  #fit(): void {
    const { value } = this.#area;
    this.#area.rows = Math.min(value.trimEnd().split("\n").length, MOST_LINES);
    this.#clear.hidden = value === "";
  }
}
