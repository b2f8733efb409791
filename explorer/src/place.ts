// Where in the explorer one is, as the part of the address behind the #.

/** What narrows the list of errors. */
export const FILTERS = ["domain", "class", "status", "retry", "audience"] as const;

export type FilterName = (typeof FILTERS)[number];

/** Filters that are set, by name. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** A place in the explorer. */
export interface Place {
  readonly page: "errors" | "pasted" | "compare" | "own";
  /** The id or the code of the error whose card is open. */
  readonly target?: string | undefined;
  /** What is looked for. */
  readonly words?: string | undefined;
  readonly filters: Filters;
  /** The release of Kuzzle that is asked about; the newest meanings where there is none. */
  readonly release?: string | undefined;
  /** The releases that are compared. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Where one begins. */
export const START: Place = { page: "errors", filters: {} };

const PAGES = ["pasted", "compare", "own"] as const;

/** The place of an address; whatever can't be read is the start. */
export function placeOf(hash: string): Place {
  const [path = "", search = ""] = hash.replace(/^#?\/?/, "").split(/\?(.*)/s);
  const query = new URLSearchParams(search);
  const value = (name: string) => query.get(name) || undefined;
  const name = decoded(path);
  const page = PAGES.find((known) => known === name) ?? "errors";
  const filters: Partial<Record<FilterName, string>> = {};
  for (const filter of FILTERS) {
    const set = value(filter);
    if (set !== undefined) {
      filters[filter] = set;
    }
  }
  const target = page === "errors" ? name || undefined : value("error");
  const rest = {
    words: value("q"),
    release: value("release"),
    from: value("from"),
    to: value("to"),
  };
  return { page, target, filters, ...rest };
}

/** The address of a place: `#/services.storage.unknown_index?release=2.4.5`. */
export function hashOf(place: Place): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined) => {
    if (value) {
      query.set(name, value);
    }
  };
  set("q", place.words);
  for (const name of FILTERS) {
    set(name, place.filters[name]);
  }
  set("release", place.release);
  set("from", place.from);
  set("to", place.to);
  set("error", place.page === "errors" ? undefined : place.target);
  const path = place.page === "errors" ? encodeURIComponent(place.target ?? "") : place.page;
  const search = query.toString();
  return `#/${path}${search && `?${search}`}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
