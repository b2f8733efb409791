import {
  type Change,
  type ComparedError,
  type Comparison,
  type Difference,
  InvalidRelease,
} from "kuzzle-errors-wasm/slim";
import { type Content, element } from "../element.js";
import { everything, isComplete, newestRelease } from "../knowledge.js";
import { hashOf, type Place, START } from "../place.js";
import { counted } from "../words.js";
import { codeParts } from "./anatomy.js";
import { releaseOptions } from "./filters.js";

/** The oldest release with today's numbers, which is compared where none is chosen. */
const FIRST = "1.12.0";

/** The page about what differs between two releases. */
export function comparePage(place: Place, go: (place: Place) => void): HTMLElement {
  const from = place.from ?? FIRST;
  const to = place.to ?? newestRelease();
  return element(
    "article",
    { class: "card compare", "aria-labelledby": "card-title" },
    element(
      "header",
      { class: "card-head" },
      element("h2", { id: "card-title", tabindex: -1 }, "What changed between releases"),
      isComplete()
        ? chooser(from, to, (ends) => go({ ...place, ...ends }))
        : element("p", { class: "soft", "aria-busy": "true" }, "The releases are being loaded …"),
    ),
    isComplete() && changes(from, to),
  );
}

/** The two releases of a comparison. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

function chooser(from: string, to: string, go: (ends: Ends) => void): HTMLElement {
  const choose = (name: "from" | "to", label: string, chosen: string) =>
    element(
      "label",
      { class: "pill set", for: `compare-${name}` },
      element("span", { class: "pill-label" }, label),
      element(
        "select",
        {
          id: `compare-${name}`,
          onchange: (event: Event) =>
            go({ from, to, [name]: (event.currentTarget as HTMLSelectElement).value }),
        },
        releaseOptions(chosen),
      ),
    );
  return element(
    "div",
    { class: "ends" },
    choose("from", "From", from),
    choose("to", "To", to),
    element(
      "button",
      { type: "button", class: "quiet", id: "swap", onclick: () => go({ from: to, to: from }) },
      "Swap",
    ),
  );
}

function changes(from: string, to: string): Content {
  let comparison: Comparison;
  try {
    comparison = everything().at(from).compare(everything().at(to));
  } catch (failure) {
    if (failure instanceof InvalidRelease) {
      return element("p", { class: "note warning" }, "One of the two is no release of Kuzzle.");
    }
    throw failure;
  }
  const { added, removed, changed, reused } = comparison;
  const deprecated = changed.filter((difference) => difference.deprecated !== null);
  const renumbered = changed.filter((difference) => difference.code !== null);
  const other = changed.filter((difference) => otherChanges(difference).length > 0);
  const isSame = added.length + removed.length + changed.length + reused.length === 0;
  return [
    summary(comparison, { deprecated: deprecated.length, renumbered: renumbered.length }),
    isSame && element("p", { class: "note" }, "Nothing differs between these two releases."),
    part(
      "Reused codes",
      "One number, two meanings: whoever stores codes must look here.",
      reused.map(({ code, from: before, to: after }) => [
        codeParts(code),
        element("span", { class: "becomes" }, link(before, from), " became ", link(after, to)),
      ]),
    ),
    part(
      "Removed",
      `In ${from}, no longer in ${to}.`,
      removed.map((error) => errorRow(error, from)),
    ),
    part(
      "Deprecated",
      "Still there, not to be relied on.",
      deprecated.map(({ id, deprecated: change }) => [
        link(id, to),
        element(
          "span",
          { class: "soft" },
          change?.to ? `since ${change.to}` : "no longer deprecated",
        ),
      ]),
    ),
    part(
      "Renumbered",
      "The same id under another number.",
      renumbered.map(({ id, code }) => [
        link(id, to),
        element(
          "span",
          { class: "becomes" },
          codeParts(code?.from ?? 0),
          " became ",
          codeParts(code?.to ?? 0),
        ),
      ]),
    ),
    part(
      "Changed",
      "Another class, status or other values in the message.",
      other.map((difference) => [
        link(difference.id, to),
        element("span", { class: "soft" }, otherChanges(difference).join("; ")),
      ]),
    ),
    part(
      "Added",
      `New since ${from}.`,
      added.map((error) => errorRow(error, to)),
    ),
  ];
}

/** The figures of a comparison. */
function summary(
  { from, to, added, removed, reused }: Comparison,
  { deprecated, renumbered }: { deprecated: number; renumbered: number },
): HTMLElement {
  const side = ({ release, definitions }: Comparison["from"]) =>
    element(
      "p",
      { class: "soft" },
      element("strong", {}, release),
      `: ${counted(definitions, "error")}`,
    );
  const figure = (count: number, name: string) =>
    element(
      "div",
      { class: count === 0 ? "figure none" : "figure" },
      element("b", { class: "figure-count" }, count),
      ` ${name}`,
    );
  return element(
    "div",
    { class: "summary" },
    element(
      "div",
      { class: "sides" },
      side(from),
      element("span", { "aria-hidden": "true" }, "→"),
      side(to),
    ),
    element(
      "div",
      { class: "figures" },
      figure(added.length, "added"),
      figure(removed.length, "removed"),
      figure(deprecated, "deprecated"),
      figure(renumbered, "renumbered"),
      figure(reused.length, reused.length === 1 ? "reused code" : "reused codes"),
    ),
  );
}

function part(title: string, about: string, rows: readonly Content[]): HTMLElement | null {
  if (rows.length === 0) {
    return null;
  }
  return element(
    "section",
    { class: "part-of-card" },
    element("h3", {}, title, element("span", { class: "count" }, rows.length)),
    element("p", { class: "soft" }, about),
    element(
      "ul",
      { class: "changes" },
      rows.map((row) => element("li", {}, row)),
    ),
  );
}

function errorRow({ id, code, description, class: name }: ComparedError, release: string): Content {
  return [
    codeParts(code),
    element(
      "span",
      { class: "change-text" },
      link(id, release),
      element("span", { class: "soft" }, description ?? name),
    ),
  ];
}

/** A link to the card of an error in a release; errors of before 1.10.5 have none. */
function link(id: string, release: string): HTMLElement {
  return everything().byId(id) === undefined
    ? element("span", { class: "id" }, id)
    : element("a", { class: "id", href: hashOf({ ...START, target: id, release }) }, id);
}

/** What else than number and deprecation differs, in words. */
function otherChanges({ class: class_, status, params }: Difference): string[] {
  const words = <T>(name: string, change: Change<T> | null, shown: (value: T) => string) =>
    change === null ? [] : [`${name}: ${shown(change.from)} became ${shown(change.to)}`];
  const names = (values: readonly (string | null)[]) =>
    values.map((value) => value ?? "…").join(", ") || "none";
  return [
    ...words("class", class_, String),
    ...words("status", status, String),
    ...words("values", params, names),
  ];
}
