import type { Hit } from "kuzzle-errors-wasm/slim";
import { codeOf, hexOf } from "../code.js";
import { type Content, element } from "../element.js";
import type { Findings, Found } from "../pasted.js";
import { hashOf, type Place } from "../place.js";
import { counted } from "../words.js";
import { section } from "./card.js";
import { answerWithItems, conflictSentences, received } from "./received.js";
import { list, row } from "./results.js";

/** How many places of one error are shown at once. */
const MOST_PLACES = 100;

/** What a pasted text is: the answer, and every error in it where there are several. */
export function findingsList({ error, items, found }: Findings, place: Place): Content {
  const isAnswer = error !== undefined || items.length > 0;
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
  return [
    error !== undefined && received(error),
    error === undefined && items.length > 0 && answerWithItems(items),
    (!isAnswer || found.length > 1) && [
      element("h2", { class: "results-title" }, `${counted(count, "error")} in the text`),
      count === 0 && element("p", { class: "note" }, "No id and no code of an error stands in it."),
      list(found.map((item) => foundRow(item, place))),
    ],
  ];
}

/** Where in the text an error stands, below its card. */
export function places({ hits, conflicts }: Found, text: string): HTMLElement {
  const lines = text.split(/\r?\n/);
  const shown = hits.slice(0, MOST_PLACES);
  return element(
    "div",
    { class: "card places" },
    conflicts.length > 0 &&
      element(
        "section",
        { class: "part-of-card note warning" },
        element("h3", {}, "This contradicts itself"),
        conflicts.map(conflictSentences),
      ),
    section(
      `${counted(hits.length, "time")} in the text`,
      element(
        "ol",
        { class: "lines" },
        shown.map((hit) => placeItem(hit, text, lines[hit.line - 1] ?? "")),
      ),
      hits.length > shown.length &&
        element("p", { class: "soft" }, `The first ${MOST_PLACES} are shown.`),
    ),
  );
}

function foundRow(item: Found, place: Place): HTMLElement {
  const { target, definition, hits } = item;
  const times = element(
    "span",
    { class: "times", title: counted(hits.length, "time") },
    `×${hits.length}`,
  );
  if (definition !== undefined) {
    return row(definition, place, true, times);
  }
  const code = codeOf(target);
  const text =
    code === undefined ? "An id that nobody here knows" : "A code that nobody here knows";
  return element(
    "li",
    {},
    element(
      "a",
      { class: "row", href: hashOf({ ...place, target }), "data-target": target },
      element(
        "span",
        { class: "row-id" },
        element("b", {}, code === undefined ? target : hexOf(code)),
      ),
      element("span", { class: "row-aside" }, times),
      element("span", { class: "row-text" }, text),
    ),
  );
}

function placeItem(hit: Hit, text: string, line: string): HTMLElement {
  const marked = text.slice(hit.start, hit.end);
  const start = line.indexOf(marked);
  // Long lines are cut around what was found.
  const from = Math.max(0, start - 60);
  const before = (from > 0 ? "…" : "") + line.slice(from, Math.max(start, 0));
  const end = start + marked.length;
  const after = line.slice(end, end + 80) + (line.length > end + 80 ? "…" : "");
  return element(
    "li",
    {},
    element("span", { class: "line-number" }, hit.line),
    start < 0
      ? element("code", {}, line.slice(0, 160))
      : element("code", {}, before, element("mark", {}, marked), after),
    hit.in_documents && element("span", { class: "tag" }, "in a document"),
  );
}
