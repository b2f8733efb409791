import type { Definition, Retry } from "kuzzle-errors-wasm/slim";
import { element } from "../element.js";
import { everything } from "../knowledge.js";
import { hashOf, START } from "../place.js";
import { counted, RETRY_WORDS } from "../words.js";

/** All errors at a glance: one square each, by domain, in the colour of what to do about it. */
export function errorMap(): HTMLElement {
  const domains = Map.groupBy(everything().definitions(), ({ domain }) => domain);
  return element(
    "section",
    { class: "map", "aria-label": "All errors by domain" },
    element(
      "p",
      { class: "legend" },
      "Send it again? ",
      Object.entries(RETRY_WORDS).map(([retry, words]) =>
        element(
          "a",
          { href: hashOf({ ...START, filters: { retry } }), class: `retry-${retry}` },
          element("i", { class: "square" }),
          words,
        ),
      ),
    ),
    [...domains].map(([domain, members]) => domainRow(domain, members)),
  );
}

function domainRow(domain: string, members: readonly Definition[]): HTMLElement {
  return element(
    "div",
    { class: "map-row" },
    element(
      "a",
      { href: hashOf({ ...START, filters: { domain } }), title: counted(members.length, "error") },
      domain,
    ),
    // The list holds the same links for everybody who doesn't point with a mouse.
    element("div", { class: "squares", "aria-hidden": "true" }, members.map(square)),
  );
}

function square({ id, retry }: Definition): HTMLElement {
  const href = hashOf({ ...START, target: id });
  return element("a", { class: `square retry-${retry as Retry}`, href, title: id, tabindex: -1 });
}
