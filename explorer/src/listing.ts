// Which errors a place lists.

import { type Definition, type Legacy, legacy, type Registry } from "kuzzle-errors-wasm/slim";
import { codeOf, hexOf } from "./code.js";
import { everything, isComplete, registryAt } from "./knowledge.js";
import { FILTERS, type FilterName, type Filters, type Place } from "./place.js";

/** What is listed beside the open card. */
export interface Listing {
  /** The errors, best first or in the order of their codes. */
  readonly definitions: readonly Definition[];
  /** The same before the filters. */
  readonly unfiltered: readonly Definition[];
  /** What a number meant before Kuzzle 1.10.5. */
  readonly legacy: readonly Legacy[];
  /** In which order the errors stand. */
  readonly order: "code" | "closeness";
  /** Something to be said about the list. */
  readonly note?: string | undefined;
}

/** How each filter reads an error. */
const VALUE_OF: Record<FilterName, (definition: Definition) => string> = {
  domain: ({ domain }) => domain,
  class: (definition) => definition.class,
  status: ({ status }) => String(status),
  retry: ({ retry }) => retry ?? "",
  audience: ({ audience }) => audience ?? "",
};

/** Lists what is looked for in a place. */
export function listingOf(place: Place): Listing {
  const registry = registryAt(place.release);
  const found =
    registry === undefined
      ? nothing(`“${place.release}” is no release of Kuzzle.`)
      : find(place.words?.trim() ?? "", registry, place.release);
  const definitions = filtered(found.definitions, place.filters);
  return { ...found, definitions, unfiltered: found.definitions };
}

/** The values of a filter among errors that pass all the others, and how often each occurs. */
export function valuesOf(
  name: FilterName,
  definitions: readonly Definition[],
  filters: Filters,
): Map<string, number> {
  const { [name]: _, ...others } = filters;
  const counts = new Map<string, number>();
  for (const definition of filtered(definitions, others)) {
    const value = VALUE_OF[name](definition);
    if (value !== "") {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The errors that pass all filters. */
function filtered(definitions: readonly Definition[], filters: Filters): readonly Definition[] {
  const set = FILTERS.filter((name) => filters[name] !== undefined);
  return set.length === 0
    ? definitions
    : definitions.filter((definition) =>
        set.every((name) => VALUE_OF[name](definition) === filters[name]),
      );
}

/** A listing before the filters. */
type Found = Omit<Listing, "unfiltered">;

function nothing(note: string): Found {
  return { definitions: [], legacy: [], order: "closeness", note };
}

function find(words: string, registry: Registry, release: string | undefined): Found {
  if (words === "") {
    return { definitions: registry.definitions(), legacy: [], order: "code" };
  }
  const code = codeOf(words);
  if (code !== undefined) {
    return withCode(code, words, registry, release);
  }
  const exact = registry.byId(words);
  if (exact !== undefined) {
    return { definitions: [exact], legacy: [], order: "code" };
  }
  return matching(words, registry, release);
}

/** Every meaning of a number; of a number that is an HTTP status and no code, the errors with that status. */
function withCode(
  code: number,
  words: string,
  registry: Registry,
  release: string | undefined,
): Found {
  const among = (all: Registry) => all.definitions().filter((holder) => holder.code === code);
  const legacy = legacyOf(code, release);
  const definitions = among(registry);
  if (definitions.length > 0) {
    return { definitions, legacy, order: "code" };
  }
  const withStatus = registry.definitions().filter(({ status }) => status === code);
  if (withStatus.length > 0) {
    const note = `${words} is no code, but an HTTP status.`;
    return { definitions: withStatus, legacy, order: "code", note };
  }
  const elsewhere = among(everything());
  const place = release === undefined ? "" : ` in Kuzzle ${release}`;
  const otherwise = elsewhere.length > 0 ? " In other releases it is this one." : "";
  const note = `No error has the code ${hexOf(code)}${place}.${otherwise}`;
  return { definitions: elsewhere, legacy, order: "code", note };
}

/** What matches words, or what they may have been meant for. */
function matching(words: string, registry: Registry, release: string | undefined): Found {
  if (!isComplete()) {
    return nothing("The search is being loaded …");
  }
  const definitions = registry.search(words);
  if (definitions.length > 0) {
    return { definitions, legacy: [], order: "closeness" };
  }
  const meant = codeOf(`0x${words}`);
  const byNumber = meant === undefined ? undefined : registry.byCode(meant);
  if (byNumber !== undefined) {
    const note = `Did you mean ${byNumber.hex}?`;
    return { definitions: [byNumber], legacy: [], order: "code", note };
  }
  const elsewhere = everything().byId(words);
  if (elsewhere !== undefined) {
    const note = `Kuzzle ${release} does not have this error; other releases do.`;
    return { definitions: [elsewhere], legacy: [], order: "code", note };
  }
  const suggested = registry.suggest(words);
  const note = suggested.length > 0 ? "Nothing has this name. Did you mean:" : "Nothing found.";
  return { definitions: suggested, legacy: [], order: "closeness", note };
}

/** What a number meant before Kuzzle 1.10.5. */
export function legacyOf(code: number, release?: string): Legacy[] {
  return isComplete() ? legacy(code, release) : [];
}
