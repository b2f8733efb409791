import type { Definition } from "kuzzle-errors-wasm/slim";
import { codeOf } from "./code.js";
import { byName, type Content, element, fill } from "./element.js";
import { everything, isComplete, registryAt } from "./knowledge.js";
import { legacyOf, listingOf } from "./listing.js";
import { ownErrors } from "./own-errors.js";
import { type Findings, findingsIn, isPasted } from "./pasted.js";
import { hashOf, type Place, placeOf, START } from "./place.js";
import { card, numberCard, unknownCard } from "./view/card.js";
import { comparePage } from "./view/compare.js";
import { acceptFiles, type GivenFile } from "./view/drop.js";
import { Field } from "./view/field.js";
import { showFilters } from "./view/filters.js";
import { findingsList, places } from "./view/log.js";
import { ownPage } from "./view/own.js";
import { Results } from "./view/results.js";
import { startPanel } from "./view/start.js";
import { say } from "./view/status.js";
import { counted } from "./words.js";

/** Longer texts are not kept in the history of the browser, which has its limits. */
const MOST_CHARACTERS = 500_000;

/** The page: it goes to places and shows them. */
export class Explorer {
  #place: Place = START;
  /** The text that was pasted last. */
  #pasted = "";
  /** What was found in it, in which release. */
  #found: { text: string; release: string | undefined; findings: Findings } | undefined;
  /** How often a text was read; what is shown of one is known by this number. */
  #readings = 0;
  /** The error that the arrows are at, whose card is shown though it isn't open. */
  #preview: string | undefined;
  /** Whether the last step was typing: the next one goes on in the same place of the history. */
  #isTyping = false;
  #detailKey = "";
  /** How far the page was scrolled before a card took the place of the list. */
  #scrolled = 0;

  readonly #page = byName("page");
  readonly #results = new Results();
  readonly #detail = element("section", { id: "detail", class: "detail", "aria-label": "Details" });
  readonly #field: Field;
  readonly #chooseFiles: () => void;

  constructor() {
    this.#field = new Field(
      (text) => this.#ask(text),
      () => this.#openFirst(),
      () => this.#results.focus(),
    );
    this.#chooseFiles = acceptFiles((files) => this.#take(files));
    this.#results.onpreview = (target) => {
      this.#preview = target;
      this.#show();
    };
    addEventListener("popstate", (event) => this.#arrive(event.state));
    document.addEventListener("click", (event) => this.#follow(event));
    document.addEventListener("keydown", (event) => this.#press(event));
  }

  /** Shows the place that the address names. */
  start(): void {
    this.#arrive(history.state);
  }

  /** Shows the same place again, because more is known. */
  refresh(): void {
    this.#found = undefined;
    this.#detailKey = "";
    this.#show();
  }

  #arrive(state: { pasted?: string } | null): void {
    this.#pasted = state?.pasted ?? this.#pasted;
    const place = placeOf(location.hash);
    // Texts are not in addresses: who comes by such an address from elsewhere has pasted nothing.
    this.#place = place.page === "pasted" && this.#pasted === "" ? START : place;
    this.#isTyping = false;
    this.#preview = undefined;
    this.#field.text = this.#place.page === "pasted" ? this.#pasted : (this.#place.words ?? "");
    this.#show();
    if (this.#place.target === undefined) {
      scrollTo(0, this.#scrolled);
    }
  }

  /** Goes to a place; `focus` moves the focus to what is there. */
  #go(place: Place, { replace = false, focus = false } = {}): void {
    const hash = hashOf(place);
    const isKept = place.page === "pasted" && this.#pasted.length <= MOST_CHARACTERS;
    const state = isKept ? { pasted: this.#pasted } : null;
    if (this.#place.target === undefined) {
      this.#scrolled = scrollY;
    }
    if (replace) {
      history.replaceState(state, "", hash);
    } else if (hash !== location.hash || place.page === "pasted") {
      history.pushState(state, "", hash);
    }
    this.#place = place;
    this.#preview = undefined;
    this.#show();
    if (focus) {
      this.#detail.scrollTop = 0;
      if (place.target !== undefined || place.page === "compare" || place.page === "own") {
        scrollTo(0, 0);
      }
      this.#page.querySelector<HTMLElement>("h2[tabindex]")?.focus({ preventScroll: true });
    }
  }

  /** What is in the field has changed. */
  #ask(text: string): void {
    const replace = this.#isTyping;
    this.#isTyping = true;
    const { filters, release } = this.#place;
    if (isPasted(text, registryAt(release) ?? everything())) {
      this.#pasted = text;
      this.#go({ page: "pasted", filters: {}, release }, { replace });
    } else {
      this.#go({ page: "errors", words: text || undefined, filters, release }, { replace });
    }
  }

  /** Opens the card of the best answer. */
  #openFirst(): void {
    this.#isTyping = false;
    const target = this.#listed()[0];
    if (this.#place.page === "pasted") {
      this.#results.focus();
    } else if (target !== undefined) {
      this.#go({ ...this.#place, target }, { focus: true });
    }
  }

  /** Follows the links of this page without loading it again. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a[href^="#/"]');
    const isPlain =
      event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && isPlain) {
      event.preventDefault();
      this.#isTyping = false;
      const place = placeOf(link.hash);
      this.#go(place, { focus: true });
      if (place.page !== "pasted") {
        this.#field.text = place.words ?? "";
      }
    }
  }

  #press(event: KeyboardEvent): void {
    const isElsewhere = !(event.target as Element).matches?.("input, textarea, select");
    if (event.key === "/" && isElsewhere && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#field.focus();
    } else if (event.key === "Escape") {
      this.#escape();
    }
  }

  /** One step back: from a card to the list, from the list to the field, from a question to none. */
  #escape(): void {
    const { target, page, words } = this.#place;
    this.#isTyping = false;
    if (this.#field.hasFocus) {
      if (page !== "errors" || target !== undefined || words !== undefined) {
        this.#field.text = "";
        this.#go({ ...this.#place, page: "errors", target: undefined, words: undefined });
      }
    } else if (target !== undefined) {
      this.#go({ ...this.#place, target: undefined });
      this.#preview = target;
      this.#show();
      this.#results.focus();
    } else {
      this.#field.focus();
    }
  }

  /** Files were dropped or chosen: answers and logs are read, all others are taken for errors of the user. */
  #take(files: readonly GivenFile[]): void {
    const own = files.filter((file) => !isAnswerOrLog(file));
    const text = files.find(isAnswerOrLog);
    if (own.length > 0) {
      ownErrors.add(own);
      this.#go({ page: "own", filters: {} });
      this.refresh();
      const refused = ownErrors.files.filter(({ ids }) => ids === undefined).length;
      say(
        refused > 0 ? `${counted(refused, "file")} refused` : "The errors of your files are added",
      );
    } else if (text !== undefined) {
      this.#paste(text.text);
    }
  }

  #paste(text: string): void {
    this.#isTyping = false;
    this.#field.text = text;
    this.#pasted = text;
    this.#go({ page: "pasted", filters: {}, release: this.#place.release }, { focus: true });
  }

  #show(): void {
    const { page, target, words } = this.#place;
    byName("filters").hidden = page === "compare" || page === "own";
    this.#page.dataset.page = page;
    this.#page.dataset.open = target === undefined ? "list" : "card";
    for (const link of document.querySelectorAll<HTMLAnchorElement>("header nav a")) {
      link.toggleAttribute("aria-current", link.hash === `#/${page}`);
    }
    const own = byName("own-count");
    const count = ownErrors.files.reduce((sum, { ids }) => sum + (ids?.length ?? 0), 0);
    own.hidden = count === 0;
    own.textContent = String(count);
    const title = {
      errors: target ?? words,
      pasted: "Pasted",
      compare: "What changed",
      own: "Your errors",
    };
    document.title = [title[page], "Kuzzle errors"].filter(Boolean).join(" · ");
    switch (page) {
      case "compare":
        this.#showAlone(
          comparePage(this.#place, (place) => this.#keepFocus(() => this.#go(place))),
        );
        break;
      case "own":
        this.#showAlone(ownPage(this.#chooseFiles, () => this.refresh()));
        break;
      case "pasted":
        this.#showPasted();
        break;
      default:
        this.#showErrors();
    }
  }

  /** Has the element with the same id hold the focus after its page was made anew. */
  #keepFocus(change: () => void): void {
    const id = document.activeElement?.id;
    change();
    if (id) {
      document.getElementById(id)?.focus();
    }
  }

  #showAlone(content: HTMLElement): void {
    this.#detailKey = "";
    fill(this.#page, content);
  }

  #showBeside(): void {
    if (this.#results.section.parentElement !== this.#page) {
      fill(this.#page, this.#results.section, this.#detail);
    }
  }

  #showErrors(): void {
    this.#showBeside();
    const place = this.#place;
    const listing = listingOf(place);
    showFilters(byName("filters"), place, listing.unfiltered, (next) => this.#go(next));
    const hasQuestion = place.words !== undefined;
    const best = hasQuestion ? listing.definitions[0]?.id : undefined;
    const target = this.#preview ?? place.target ?? best;
    this.#results.showListing(listing, place, this.#idOf(target));
    if (place.target === undefined && hasQuestion && listing.definitions.length === 1) {
      this.#page.dataset.open = "both";
    }
    if (hasQuestion && place.target === undefined) {
      const count = listing.definitions.length + listing.legacy.length;
      say([listing.note, counted(count, "error")].filter(Boolean).join(" "));
    }
    this.#showDetail(JSON.stringify([target, place.release, place.words, isComplete()]), () => {
      const code = codeOf(place.words?.trim() ?? "");
      if (target === undefined && code !== undefined && listing.legacy.length > 0) {
        return numberCard(code, listing.legacy, place);
      }
      return target === undefined
        ? startPanel((text) => this.#paste(text))
        : [this.#backLink(), this.#cardOf(target)];
    });
  }

  #showPasted(): void {
    this.#showBeside();
    const place = this.#place;
    if (!isComplete()) {
      const wait = () =>
        element("p", { class: "note", "aria-busy": "true" }, "The reader is being loaded …");
      this.#results.showContents("loading", undefined, wait);
      this.#showDetail("loading", () => null);
      return;
    }
    showFilters(byName("filters"), place, undefined, (next) => this.#go(next));
    const findings = this.#findingsIn(place);
    const { error, found } = findings;
    const target = this.#preview ?? place.target ?? error?.definition?.id ?? found[0]?.target;
    const key = `pasted ${this.#readings}`;
    this.#results.showContents(key, target, () => findingsList(findings, place));
    const what = error === undefined ? "" : `${error.name}: ${error.message}. `;
    say(`${what}${counted(found.length, "different error")} in the text`);
    this.#showDetail(`${key} ${target}`, () => {
      const item = found.find((one) => one.target === target);
      const isWhole = error !== undefined && found.length <= 1;
      return target === undefined || (isWhole && error.definition === undefined)
        ? null
        : [
            this.#backLink(),
            item !== undefined && !isWhole && places(item, this.#pasted),
            this.#cardOf(target),
          ];
    });
  }

  #findingsIn({ release }: Place): Findings {
    const text = this.#pasted;
    if (this.#found?.text !== text || this.#found.release !== release) {
      const findings = findingsIn(text, registryAt(release) ?? everything());
      this.#found = { text, release, findings };
      this.#readings += 1;
    }
    return this.#found.findings;
  }

  #showDetail(key: string, contents: () => Content): void {
    if (key !== this.#detailKey) {
      this.#detailKey = key;
      fill(this.#detail, contents());
      this.#detail.scrollTop = 0;
    }
  }

  /** The targets of the list, in order. */
  #listed(): string[] {
    return this.#place.page === "errors"
      ? listingOf(this.#place).definitions.map(({ id }) => id)
      : [];
  }

  #backLink(): HTMLElement {
    const href = hashOf({ ...this.#place, target: undefined });
    return element("a", { class: "back", href }, "← All results");
  }

  /** The definition that an id or a code names in the release that is asked about; else in any. */
  #definitionOf(target: string): Definition | undefined {
    const registry = registryAt(this.#place.release) ?? everything();
    const code = codeOf(target);
    return code === undefined
      ? (registry.byId(target) ?? everything().byId(target))
      : (registry.byCode(code) ?? everything().byCode(code));
  }

  #idOf(target: string | undefined): string | undefined {
    return target === undefined ? undefined : (this.#definitionOf(target)?.id ?? target);
  }

  #cardOf(target: string): Content {
    const { release } = this.#place;
    const definition = this.#definitionOf(target);
    if (definition !== undefined) {
      const isThere = registryAt(release)?.byId(definition.id) !== undefined;
      return [
        !isThere &&
          element("p", { class: "note warning" }, `Kuzzle ${release} does not have this error.`),
        card(definition, this.#place),
      ];
    }
    const code = codeOf(target);
    return code === undefined
      ? unknownCard(target, this.#place)
      : numberCard(code, legacyOf(code), this.#place);
  }
}

/** Whether a file is something to be read, not a file with definitions of errors. */
function isAnswerOrLog({ name, text }: GivenFile): boolean {
  if (/\.(log|txt|ndjson)$/i.test(name)) {
    return true;
  }
  try {
    return everything().parse(text) !== undefined;
  } catch {
    return false;
  }
}
