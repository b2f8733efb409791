import type { Definition } from "kuzzle-errors-wasm/slim";
import { type Content, element } from "../element.js";

/** The template of a message with the names of its params in their places. */
export function messageWithParams({ message, params }: Definition): Content[] {
  const names = params.values();
  return message.split(/(%[a-zA-Z%])/).map((piece) => {
    if (!/^%[sdifjoOc]$/.test(piece)) {
      return piece;
    }
    const { value: name } = names.next();
    return name === undefined ? piece : element("span", { class: "param" }, name);
  });
}
