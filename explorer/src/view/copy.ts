import { element } from "../element.js";
import { say } from "./status.js";

/** How long a button tells that it has copied. */
const MILLISECONDS = 1500;

/** A button that copies a text; `name` says what is copied. */
export function copyButton(name: string, text: string | (() => string)): HTMLButtonElement {
  const copy = async () => {
    await write(typeof text === "string" ? text : text());
    button.textContent = "Copied";
    say(`Copied the ${name}`);
    setTimeout(() => {
      button.textContent = label;
    }, MILLISECONDS);
  };
  const label = `Copy ${name}`;
  const button = element("button", { type: "button", class: "copy", onclick: copy }, label);
  return button;
}

async function write(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages that came without encryption have no clipboard but the one of a selection.
    const area = element("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
