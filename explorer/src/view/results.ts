import type { Definition } from "kuzzle-errors-wasm/slim";
import { type Content, element, fill } from "../element.js";
import type { Listing } from "../listing.js";
import { hashOf, type Place } from "../place.js";
import { counted, RETRY_WORDS, rangeInWords } from "../words.js";
import { codeParts } from "./anatomy.js";

/** The list beside the card. Rows are links; arrows move between them. */
export class Results {
  readonly section: HTMLElement;
  /** Called when a row gets the focus by an arrow. */
  onpreview: (target: string) => void = () => {};
  #shown = "";

  constructor() {
    this.section = element("section", {
      id: "results",
      class: "results",
      "aria-label": "Results",
      onkeydown: (event: KeyboardEvent) => this.#move(event),
    });
  }

  /** Lists errors, and marks the one whose card is open. */
  showListing(listing: Listing, place: Place, current: string | undefined): void {
    const ids = listing.definitions.map(({ id }) => id);
    const old = listing.legacy.map(({ id, first }) => `${id} ${first}`);
    const { target: _, ...address } = place;
    this.#show([JSON.stringify(address), listing.note, ...ids, ...old].join("\n"), current, () => [
      heading(listing),
      listing.note && element("p", { class: "note" }, listing.note),
      listing.order === "code" && listing.definitions.length > 1
        ? groups(listing.definitions, place)
        : list(listing.definitions.map((definition) => row(definition, place, true))),
      legacyRows(listing),
    ]);
  }

  /** Shows other contents in the place of the list. */
  showContents(key: string, current: string | undefined, contents: () => Content): void {
    this.#show(key, current, contents);
  }

  /** Moves the focus to the current row or, where there is none, to the first; tells whether there is one. */
  focus(): boolean {
    const row = this.section.querySelector<HTMLElement>('[aria-current="true"]') ?? this.#rows()[0];
    row?.focus();
    return row !== undefined;
  }

  #show(key: string, current: string | undefined, contents: () => Content): void {
    if (key !== this.#shown) {
      const hadFocus = this.section.contains(document.activeElement);
      fill(this.section, contents());
      this.section.scrollTop = 0;
      this.#shown = key;
      if (hadFocus) {
        this.focus();
      }
    }
    for (const row of this.#rows()) {
      if (row.dataset.target === current && current !== undefined) {
        row.setAttribute("aria-current", "true");
        row.scrollIntoView({ block: "nearest" });
      } else {
        row.removeAttribute("aria-current");
      }
    }
  }

  #rows(): HTMLElement[] {
    return [...this.section.querySelectorAll<HTMLElement>("a.row")];
  }

  #move(event: KeyboardEvent): void {
    const rows = this.#rows();
    const current = rows.indexOf(document.activeElement as HTMLElement);
    const next = {
      ArrowDown: Math.min(current + 1, rows.length - 1),
      ArrowUp: current - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: Math.min(current + 10, rows.length - 1),
      PageUp: Math.max(current - 10, 0),
    }[event.key];
    if (next === undefined || current < 0) {
      return;
    }
    event.preventDefault();
    const row = rows[next];
    if (row === undefined) {
      document.getElementById("question")?.focus();
    } else {
      row.focus();
      this.onpreview(row.dataset.target ?? "");
    }
  }
}

/** A row about an error, with its whole id or only its name. */
export function row(
  definition: Definition,
  place: Place,
  isWhole: boolean,
  aside?: Content,
): HTMLElement {
  const { id, domain, subdomain, name, description, code, deprecated } = definition;
  const path = isWhole && element("span", { class: "soft" }, breakable(`${domain}.${subdomain}.`));
  const tag = deprecated !== null && element("span", { class: "tag" }, "deprecated");
  return element(
    "li",
    {},
    element(
      "a",
      { class: "row", href: hashOf({ ...place, target: id }), "data-target": id },
      element("span", { class: "row-id" }, path, element("b", {}, breakable(name))),
      element(
        "span",
        { class: "row-aside" },
        aside,
        !isWhole && [tag, codeParts(code)],
        statusTag(definition),
      ),
      element("span", { class: "row-text" }, isWhole && [codeParts(code), tag], description),
    ),
  );
}

/** The HTTP status, in the colour of what to do about it. */
function statusTag({ status, retry }: Definition): HTMLElement {
  const about = retry === null ? "" : `, send it again? ${RETRY_WORDS[retry]}`;
  return element(
    "span",
    { class: `status retry-${retry}`, title: `HTTP status ${status}${about}` },
    status,
  );
}

/** An id that may go on in another line behind its dots and underscores. */
function breakable(text: string): Content[] {
  return text.split(/(?<=[._])/).flatMap((piece) => [piece, element("wbr")]);
}

/** Rows below one another. */
export function list(rows: readonly HTMLElement[]): HTMLElement {
  return element("ol", { class: "rows" }, rows);
}

function heading({ definitions, legacy }: Listing): HTMLElement {
  const count = definitions.length + legacy.length;
  return element("h2", { class: "results-title" }, counted(count, "error"));
}

/** The errors of each subdomain under its name. */
function groups(definitions: readonly Definition[], place: Place): Content {
  const subdomains = Map.groupBy(definitions, ({ domain, subdomain }) => `${domain}.${subdomain}`);
  return [...subdomains].map(([name, members]) =>
    element(
      "section",
      { class: "group" },
      element("h3", {}, name, element("span", { class: "soft" }, members.length)),
      list(members.map((definition) => row(definition, place, false))),
    ),
  );
}

function legacyRows({ legacy }: Listing): Content {
  return (
    legacy.length > 0 &&
    element(
      "section",
      { class: "group" },
      element("h3", {}, "Before Kuzzle 1.10.5"),
      element(
        "ol",
        { class: "rows" },
        legacy.map(({ id, class: name, first, last, code }) =>
          element(
            "li",
            { class: "row old" },
            element("span", { class: "row-id" }, element("b", {}, id)),
            element("span", { class: "row-aside" }, codeParts(code)),
            element("span", { class: "row-text" }, `${name} in ${rangeInWords(first, last)}`),
          ),
        ),
      ),
    )
  );
}
