import { type Definition, kuzzle, type Legacy } from "kuzzle-errors-wasm/slim";
import { type Content, element } from "../element.js";
import { AUDIENCE, RETRY } from "../generated/sentences.js";
import { everything, isComplete, releases } from "../knowledge.js";
import { legacyOf } from "../listing.js";
import { hashOf, type Place } from "../place.js";
import { snippetsOf } from "../snippets.js";
import {
  AUDIENCE_WORDS,
  RETRY_WORDS,
  rangeInWords,
  releasesInWords,
  spellingsOf,
} from "../words.js";
import { anatomy, codeParts } from "./anatomy.js";
import { copyButton } from "./copy.js";
import { messageWithParams } from "./message.js";
import { languageTabs } from "./tabs.js";
import { timeline } from "./timeline.js";

/** Everything about one error. */
export function card(definition: Definition, place: Place): HTMLElement {
  return element(
    "article",
    { class: "card", "aria-labelledby": "card-title" },
    head(definition, place),
    verdict(definition),
    advice(definition),
    section("Message", message(definition)),
    definition.releases !== null &&
      section("Releases", timeline(definition, releases(), place.release)),
    otherMeanings(definition.code, definition.id, place),
    section("Look it up in", languageTabs(snippetsOf(definition, isBuiltIn(definition)))),
  );
}

/** A part of a card under a heading. */
export function section(title: string, ...contents: Content[]): HTMLElement {
  return element("section", { class: "part-of-card" }, element("h3", {}, title), contents);
}

/** What else a number has meant: in other releases, and before 1.10.5. */
function otherMeanings(code: number, id: string, place: Place): HTMLElement | null {
  const holders = everything()
    .definitions()
    .filter((holder) => holder.code === code && holder.id !== id);
  const old = legacyOf(code).filter((meaning) => meaning.id !== id);
  if (holders.length + old.length === 0) {
    return null;
  }
  return section(
    "Other meanings of this number",
    element(
      "ul",
      { class: "meanings" },
      holders.map((holder) => meaning(holder, releasesInWords(holder), place)),
      old.map((meant) => meaning(meant, rangeInWords(meant.first, meant.last), place)),
    ),
  );
}

function meaning(holder: Definition | Legacy, range: string, place: Place): HTMLElement {
  const { id } = holder;
  const target = everything().byId(id) && hashOf({ ...place, target: id, release: undefined });
  return element(
    "li",
    {},
    target ? element("a", { href: target, class: "id" }, id) : element("span", { class: "id" }, id),
    " ",
    element("span", { class: "soft" }, `${holder.class}${range && ` in ${range}`}`),
  );
}

function isBuiltIn({ id }: Definition): boolean {
  return kuzzle().byId(id) !== undefined;
}

function head(definition: Definition, place: Place): HTMLElement {
  const { id, domain, subdomain, name, description, deprecated, hex, url } = definition;
  const address = () => {
    const plain = hashOf({ page: "errors", target: id, filters: {}, release: place.release });
    return new URL(plain, location.href).href;
  };
  return element(
    "header",
    { class: "card-head" },
    element(
      "p",
      { class: "path" },
      domain,
      element("i", {}, "."),
      subdomain,
      element("i", {}, "."),
    ),
    element("h2", { id: "card-title", tabindex: -1, "data-id": id }, name),
    element("p", { class: "lead" }, description),
    deprecated !== null && element("p", { class: "note warning" }, deprecation(deprecated)),
    element(
      "div",
      { class: "identity" },
      anatomy(definition),
      element(
        "p",
        { class: "spellings" },
        spellingsOf(definition.code)
          .slice(1)
          .map((spelling) => element("code", {}, spelling)),
      ),
    ),
    element(
      "div",
      { class: "actions" },
      copyButton("id", id),
      copyButton("code", hex),
      copyButton("link", address),
      url !== null &&
        element(
          "a",
          { href: url, rel: "noreferrer", target: "_blank", class: "outside" },
          "Kuzzle’s page",
        ),
    ),
  );
}

function deprecation(deprecated: string): string {
  const isRelease = releases().some(({ release }) => release === deprecated);
  return isRelease ? `Deprecated since ${deprecated}` : `Deprecated: ${deprecated}`;
}

/** Whether to send the request again, whose job it is, and the class. */
function verdict(definition: Definition): HTMLElement {
  const { retry, audience, status } = definition;
  const cell = (title: string, word: Content, text: Content, kind = "") =>
    element(
      "div",
      { class: `verdict-cell ${kind}` },
      element("h3", {}, title),
      element("p", { class: "word" }, word),
      text && element("p", { class: "soft" }, text),
    );
  return element(
    "div",
    { class: "verdict" },
    retry !== null && cell("Send it again?", RETRY_WORDS[retry], RETRY[retry], `retry-${retry}`),
    audience !== null &&
      cell("Who fixes it?", AUDIENCE_WORDS[audience], `To be fixed by ${AUDIENCE[audience]}.`),
    cell("Class and status", element("code", {}, definition.class), `HTTP status ${status}`),
  );
}

function advice({ cause, fix }: Definition): HTMLElement | null {
  if (!isComplete()) {
    return element("p", { class: "soft", "aria-busy": "true" }, "Cause and fix are being loaded …");
  }
  if (cause === null && fix === null) {
    return null;
  }
  return element(
    "div",
    { class: "advice" },
    cause !== null && section("Why it happens", element("p", {}, cause)),
    fix !== null && section("What to do", element("p", {}, fix)),
  );
}

/** The template, and the error as a server sends it. */
function message(definition: Definition): Content[] {
  const { params } = definition;
  const values = params.map((name) => `<${name}>`);
  const sent = () =>
    JSON.stringify(JSON.parse(definition.error(...(values as never)).toWire()), null, 2);
  const shown = element("code");
  const details = element(
    "details",
    {
      class: "sent",
      ontoggle: () => {
        shown.textContent ||= sent();
      },
    },
    element("summary", {}, "As a server sends it"),
    element(
      "div",
      { class: "snippet" },
      element("pre", { tabindex: 0 }, shown),
      copyButton("JSON", sent),
    ),
  );
  return [element("p", { class: "message" }, messageWithParams(definition)), details];
}

/** A number that no error has now, or has in no release that is asked about. */
export function numberCard(code: number, old: readonly Legacy[], place: Place): HTMLElement {
  return element(
    "article",
    { class: "card", "aria-labelledby": "card-title" },
    element(
      "header",
      { class: "card-head" },
      element("p", { class: "path" }, "A number"),
      element("h2", { id: "card-title", tabindex: -1 }, codeParts(code)),
      element(
        "p",
        { class: "lead" },
        old.length > 0
          ? "No error has this code since Kuzzle 1.10.5. Before, it had another meaning."
          : "No error of Kuzzle has or had this code. Applications and plugins number theirs as they like.",
      ),
      element(
        "p",
        { class: "spellings" },
        spellingsOf(code).map((text) => element("code", {}, text)),
      ),
    ),
    otherMeanings(code, "", place),
  );
}

/** An id that nobody here knows. */
export function unknownCard(id: string, place: Place): HTMLElement {
  const suggested = isComplete() ? everything().suggest(id) : [];
  return element(
    "article",
    { class: "card", "aria-labelledby": "card-title" },
    element(
      "header",
      { class: "card-head" },
      element("p", { class: "path" }, "No error of Kuzzle has the id"),
      element("h2", { id: "card-title", tabindex: -1 }, id),
      element(
        "p",
        { class: "lead" },
        "It is perhaps one of a plugin or an application: drop their file on this page, and it is known.",
      ),
    ),
    suggested.length > 0 &&
      section(
        "Did you mean",
        element(
          "ul",
          { class: "meanings" },
          suggested.map((near) =>
            element(
              "li",
              {},
              element("a", { class: "id", href: hashOf({ ...place, target: near.id }) }, near.id),
              " ",
              element("span", { class: "soft" }, near.description),
            ),
          ),
        ),
      ),
  );
}
