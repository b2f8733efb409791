import type { Definition } from "kuzzle-errors-wasm/slim";
import { element, fill } from "../element.js";
import { isComplete, releases } from "../knowledge.js";
import { valuesOf } from "../listing.js";
import { FILTERS, type FilterName, type Place } from "../place.js";
import { AUDIENCE_WORDS, RETRY_WORDS } from "../words.js";

const LABELS: Record<FilterName, string> = {
  domain: "Domain",
  class: "Class",
  status: "Status",
  retry: "Retry",
  audience: "Who fixes it",
};

/**
 * Shows the filters of a place, which count among `definitions`; `go` is called with the place that a choice leads to.
 * Where nothing can be counted there is the filter of releases alone.
 */
export function showFilters(
  container: HTMLElement,
  place: Place,
  definitions: readonly Definition[] | undefined,
  go: (place: Place) => void,
): void {
  const focused = document.activeElement?.id;
  const isNarrowed = place.release !== undefined || Object.keys(place.filters).length > 0;
  const clear = () => go({ ...place, filters: {}, release: undefined });
  const button = { type: "button", class: "quiet", id: "clear-filters", onclick: clear };
  fill(
    container,
    definitions && FILTERS.map((name) => filter(name, place, definitions, go)),
    releaseFilter(place, go),
    isNarrowed && element("button", button, "Clear filters"),
  );
  if (focused && container.querySelector(`#${CSS.escape(focused)}`) !== null) {
    document.getElementById(focused)?.focus();
  }
}

function filter(
  name: FilterName,
  place: Place,
  definitions: readonly Definition[],
  go: (place: Place) => void,
): HTMLElement {
  const chosen = place.filters[name];
  const counts = valuesOf(name, definitions, place.filters);
  if (chosen !== undefined && !counts.has(chosen)) {
    counts.set(chosen, 0);
  }
  const sorted = [...counts].sort(([one], [other]) => one.localeCompare(other));
  const options = sorted.map(([value, count]) =>
    element("option", { value, selected: value === chosen }, `${labelOf(name, value)} (${count})`),
  );
  const onchange = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const { [name]: _, ...others } = place.filters;
    const filters = value === "" ? others : { ...others, [name]: value };
    go({ ...place, target: undefined, filters });
  };
  return pill(`filter-${name}`, LABELS[name], chosen, options, onchange);
}

function releaseFilter(place: Place, go: (place: Place) => void): HTMLElement {
  const onchange = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    go({ ...place, release: value || undefined });
  };
  const groups = releaseOptions(place.release);
  const isOther = !releases().some(({ release }) => release === place.release);
  if (place.release !== undefined && isOther) {
    groups.unshift(element("option", { value: place.release, selected: true }, place.release));
  }
  return pill("filter-release", "Release", place.release, groups, onchange);
}

/** All releases, the newest first, each line of releases under its name. */
export function releaseOptions(chosen: string | undefined): HTMLElement[] {
  if (!isComplete()) {
    return [];
  }
  const lines = Map.groupBy(releases().toReversed(), ({ release }) => release.split(".")[0]);
  return [...lines].map(([line, members]) =>
    element(
      "optgroup",
      { label: `Kuzzle ${line}` },
      members.map(({ release, date }) =>
        element("option", { value: release, selected: release === chosen }, `${release} (${date})`),
      ),
    ),
  );
}

function pill(
  id: string,
  label: string,
  chosen: string | undefined,
  options: readonly HTMLElement[],
  onchange: (event: Event) => void,
): HTMLElement {
  return element(
    "label",
    { class: chosen === undefined ? "pill" : "pill set", for: id },
    element("span", { class: "pill-label" }, label),
    element("select", { id, onchange }, element("option", { value: "" }, "any"), options),
  );
}

function labelOf(name: FilterName, value: string): string {
  const words: Partial<Record<FilterName, Record<string, string>>> = {
    retry: RETRY_WORDS,
    audience: AUDIENCE_WORDS,
  };
  return words[name]?.[value] ?? value;
}
