import type { Definition } from "kuzzle-errors-wasm/slim";
import { hexOf } from "../code.js";
import { element } from "../element.js";

/** A code with its three parts told apart. */
export function codeParts(code: number): HTMLElement {
  const hex = hexOf(code);
  return element(
    "code",
    { class: "code" },
    element("span", { class: "code-prefix" }, "0x"),
    element("span", { class: "code-domain" }, hex.slice(2, 4)),
    element("span", { class: "code-subdomain" }, hex.slice(4, 6)),
    element("span", { class: "code-number" }, hex.slice(6)),
  );
}

/** A code with the name of each part below it. */
export function anatomy({ code, domain, subdomain, name }: Definition): HTMLElement {
  const hex = hexOf(code);
  const part = (kind: string, digits: string, text: string) =>
    element(
      "div",
      { class: `part part-${kind}` },
      element("span", { class: `digits code-${kind}` }, digits),
      element("span", { class: "part-name" }, text),
    );
  return element(
    "div",
    { class: "anatomy", role: "img", "aria-label": `${hex}: ${domain}, ${subdomain}, ${name}` },
    element("span", { class: "digits code-prefix" }, "0x"),
    part("domain", hex.slice(2, 4), domain),
    part("subdomain", hex.slice(4, 6), subdomain),
    part("number", hex.slice(6), "number"),
  );
}
