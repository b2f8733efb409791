import type { Conflict, Failure, KuzzleError } from "kuzzle-errors-wasm/slim";
import { hexOf } from "../code.js";
import { type Content, element } from "../element.js";
import { everything } from "../knowledge.js";
import { hashOf, START } from "../place.js";
import { counted, spellingsOf } from "../words.js";
import { section } from "./card.js";
import { copyButton } from "./copy.js";

/** How many failed items are shown at once. */
const MOST_FAILURES = 200;

/** What a server sent, above the card of the error in it. */
export function received(error: KuzzleError): HTMLElement {
  const items = error.failures();
  return element(
    "article",
    { class: "card received", "aria-labelledby": "received-title" },
    element(
      "header",
      { class: "card-head" },
      element("p", { class: "path" }, "The server sent"),
      element(
        "h2",
        { id: "received-title", tabindex: -1 },
        error.message || "An error without a message",
      ),
      element(
        "p",
        { class: "facts" },
        element("span", { class: "tag" }, error.name),
        element("span", { class: "tag" }, `status ${error.status}`),
        error.id === undefined
          ? element("span", { class: "tag" }, "no id")
          : element("code", { class: "tag" }, error.id),
        error.code !== undefined && element("code", { class: "tag" }, hexOf(error.code)),
      ),
    ),
    error.conflict && conflictSection(error.conflict),
    error.definition === undefined && unknownSection(error),
    context(error),
    items.length > 0 && failureSection(items),
    element(
      "div",
      { class: "actions" },
      copyButton("error as JSON", () => error.toWire()),
      copyButton("RFC 9457 problem", () => JSON.stringify(error.toProblem(), null, 2)),
    ),
  );
}

/** Failed items under a heading that counts them. */
function failureSection(items: readonly Failure[]): HTMLElement {
  const cells = (item: Failure) => [
    element("td", { class: "id" }, item.id ?? "–"),
    element("td", {}, item.status ?? "–"),
    element("td", {}, item.action ?? "–"),
    element("td", {}, item.reason ?? element("code", {}, JSON.stringify(item.raw))),
  ];
  return section(
    counted(items.length, "failed item"),
    element(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Failed items" },
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            ["Item", "Status", "Action", "Reason"].map((name) =>
              element("th", { scope: "col" }, name),
            ),
          ),
        ),
        element(
          "tbody",
          {},
          items.slice(0, MOST_FAILURES).map((item) => element("tr", {}, cells(item))),
        ),
      ),
    ),
    items.length > MOST_FAILURES &&
      element("p", { class: "soft" }, `The first ${MOST_FAILURES} are shown.`),
  );
}

/** An answer that is no error, of which some items failed all the same. */
export function answerWithItems(items: readonly Failure[]): HTMLElement {
  return element(
    "article",
    { class: "card received", "aria-labelledby": "received-title" },
    element(
      "header",
      { class: "card-head" },
      element("p", { class: "path" }, "The server sent"),
      element("h2", { id: "received-title", tabindex: -1 }, "No error, but some items failed"),
    ),
    failureSection(items),
  );
}

/** What contradicts itself, in sentences. */
export function conflictSentences({ code, status }: Conflict): Content[] {
  const sentences: Content[] = [];
  if (code !== null) {
    const { received: came, expected, belongs_to: owner } = code;
    const href = hashOf({ ...START, target: owner ?? "" });
    sentences.push(
      element(
        "p",
        {},
        "The code that came, ",
        element("code", {}, spellingsOf(came).slice(0, 2).join(" = ")),
        ", belongs to ",
        owner === null ? "no error" : element("a", { class: "id", href }, owner),
        expected === null
          ? "."
          : ["; the one of the id is ", element("code", {}, hexOf(expected)), "."],
      ),
    );
  }
  if (status !== null) {
    sentences.push(
      element(
        "p",
        {},
        `The status ${status.received} came; this error has the status ${status.expected}.`,
      ),
    );
  }
  return sentences;
}

function conflictSection(conflict: Conflict): HTMLElement {
  return element(
    "section",
    { class: "part-of-card note warning" },
    element("h3", {}, "This contradicts itself"),
    conflictSentences(conflict),
  );
}

function unknownSection(error: KuzzleError): HTMLElement {
  const suggested = error.id === undefined ? [] : everything().suggest(error.id);
  return element(
    "section",
    { class: "part-of-card note" },
    element(
      "h3",
      {},
      error.id === undefined ? "Nothing says which error it is" : "No error of Kuzzle has this id",
    ),
    element(
      "p",
      {},
      error.id === undefined
        ? "There is no id in it. The status tells the class, no more."
        : "It is perhaps one of a plugin or an application: drop their file on this page, and it is known.",
    ),
    suggested.length > 0 &&
      element(
        "p",
        {},
        "Similar: ",
        suggested.map(({ id }) => [
          element("a", { class: "id", href: hashOf({ ...START, target: id }) }, id),
          " ",
        ]),
      ),
  );
}

/** What came with the error, and the values in its message. */
function context(error: KuzzleError): HTMLElement | null {
  const names = error.definition?.params ?? [];
  const props = (error.props ?? []).map((value, index) => [
    names[index] ?? `value ${index + 1}`,
    value,
  ]);
  const rows = [...props, ...Object.entries(error.context)] as [string, unknown][];
  const shown = rows.filter(([, value]) => value !== null && value !== undefined);
  if (shown.length === 0) {
    return null;
  }
  return section(
    "What came with it",
    element(
      "dl",
      { class: "context" },
      shown.map(([name, value]) => [
        element("dt", {}, name),
        element("dd", {}, typeof value === "string" ? value : JSON.stringify(value)),
      ]),
    ),
  );
}
