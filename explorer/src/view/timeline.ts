import type { Definition, PublishedRelease } from "kuzzle-errors-wasm/slim";
import { type Content, element } from "../element.js";
import { rangeInWords, releasesInWords } from "../words.js";

/** How many releases are named below the line. */
const MOST_NAMES = 7;

/** The releases that have a definition, on a line of all releases. */
export function timeline(
  definition: Definition,
  all: readonly PublishedRelease[],
  asked: string | undefined,
): HTMLElement {
  const lines = Object.values(definition.releases ?? {});
  if (all.length === 0) {
    return element("p", {}, releasesInWords(definition));
  }
  const line = new Line(all);
  const bars = lines.map(([first, last]) => line.bar(first, last));
  const marks = [
    definition.deprecated !== null && line.mark(definition.deprecated, "deprecated"),
    asked !== undefined && line.mark(asked, "asked"),
  ];
  return element(
    "figure",
    { class: "timeline" },
    element(
      "div",
      { class: "line", role: "img", "aria-label": `In ${releasesInWords(definition)}` },
      bars,
      marks,
    ),
    element("div", { class: "scale", "aria-hidden": "true" }, line.names()),
    element(
      "figcaption",
      {},
      lines.map(([first, last]) => range(first, last, all)),
    ),
  );
}

/** A range in words, with the days. */
function range(first: string, last: string | null, all: readonly PublishedRelease[]): Content {
  const dateOf = (asked: string) => all.find(({ release }) => release === asked)?.date ?? "";
  const days = last === null ? `since ${dateOf(first)}` : `${dateOf(first)} to ${dateOf(last)}`;
  const name = element("strong", {}, rangeInWords(first, last));
  return element("span", { class: "range" }, name, " ", element("span", { class: "soft" }, days));
}

/** The line of all releases, each as wide as the others. */
class Line {
  readonly #all: readonly PublishedRelease[];

  constructor(all: readonly PublishedRelease[]) {
    this.#all = all;
  }

  bar(first: string, last: string | null): HTMLElement {
    const from = this.#indexOf(first);
    const to = last === null ? this.#all.length : this.#indexOf(last) + 1;
    const title = rangeInWords(first, last);
    const bar = element("span", { class: last === null ? "bar open" : "bar", title });
    bar.style.left = this.#percent(from);
    bar.style.width = this.#percent(to - from);
    return bar;
  }

  mark(release: string, kind: "deprecated" | "asked"): HTMLElement | null {
    const index = this.#indexOf(release);
    if (index < 0) {
      return null;
    }
    const title = kind === "asked" ? `You ask about ${release}` : `Deprecated since ${release}`;
    const mark = element("span", { class: `mark-${kind}`, title });
    mark.style.left = this.#percent(index + 0.5);
    return mark;
  }

  /** The names of some releases at their places: the first of each line, and some evenly apart. */
  names(): HTMLElement[] {
    const last = this.#all.length - 1;
    const isFirst = (index: number) =>
      index === 0 || majorOf(this.#all, index) !== majorOf(this.#all, index - 1);
    const firsts = this.#all.flatMap((_, index) => (isFirst(index) ? [index] : []));
    const step = Math.ceil(last / MOST_NAMES);
    const apart = (index: number, other: number) => Math.abs(index - other) >= step * 0.7;
    const chosen = [...firsts, last];
    for (let index = step; index < last; index += step) {
      if (chosen.every((other) => apart(index, other))) {
        chosen.push(index);
      }
    }
    return chosen.map((index) => {
      const kind = { 0: "scale-first", [last]: "scale-last" }[index];
      const between = firsts.includes(index) ? undefined : "scale-between";
      const name = element("span", { class: kind ?? between }, this.#all[index]?.release ?? "");
      if (index !== last) {
        name.style.left = this.#percent(index === 0 ? 0 : index + 0.5);
      }
      return name;
    });
  }

  #indexOf(asked: string): number {
    return this.#all.findIndex(({ release }) => release === asked);
  }

  #percent(index: number): string {
    return `${(index / this.#all.length) * 100}%`;
  }
}

function majorOf(all: readonly PublishedRelease[], index: number): string | undefined {
  return all[index]?.release.split(".")[0];
}
