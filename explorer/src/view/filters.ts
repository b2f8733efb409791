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

/** Shows the filters of a place; `go` is called with the place that a choice leads to. */
export function showFilters(
  container: HTMLElement,
  place: Place,
  go: (place: Place) => void,
): void {
  const focused = (document.activeElement as HTMLElement | null)?.id;
  const isNarrowed = place.release !== undefined || Object.keys(place.filters).length > 0;
  fill(
    container,
    FILTERS.map((name) => filter(name, place, go)),
    releaseFilter(place, go),
    isNarrowed &&
      element(
        "button",
        {
          type: "button",
          class: "quiet",
          id: "clear-filters",
          onclick: () => go({ ...place, filters: {}, release: undefined }),
        },
        "Clear filters",
      ),
  );
  if (focused && container.querySelector(`#${CSS.escape(focused)}`) !== null) {
    document.getElementById(focused)?.focus();
  }
}

function filter(name: FilterName, place: Place, go: (place: Place) => void): HTMLElement {
  const chosen = place.filters[name];
  const counts = [...valuesOf(name, place)].sort(([one], [other]) => one.localeCompare(other));
  if (chosen !== undefined && !counts.some(([value]) => value === chosen)) {
    counts.push([chosen, 0]);
  }
  const options = counts.map(([value, count]) =>
    element("option", { value, selected: value === chosen }, `${labelOf(name, value)} (${count})`),
  );
  const onchange = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const { [name]: _, ...others } = place.filters;
    go({
      ...place,
      target: undefined,
      filters: value === "" ? others : { ...others, [name]: value },
    });
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
