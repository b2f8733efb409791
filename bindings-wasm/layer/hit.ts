import type { Definition } from "./definition.js";
import type { Conflict } from "./error.js";

/** One error that a text speaks of; what there is not is null. */
export interface Hit {
  /** The id, be it known or not. */
  readonly id: string | null;
  /** The code of the definition; else the one that stands there without an id. */
  readonly code: number | null;
  readonly definition: Definition | null;
  /** What says which error it is. */
  readonly by: "id" | "code";
  /** Where id, code and status contradict each other. */
  readonly conflict: Conflict | null;
  /** Whether it stands in the data of somebody, below `result`, `_source`, `body` or `documents`. */
  readonly in_documents: boolean;
  /** When the line was written, as RFC 3339. */
  readonly time: string | null;
  /** The line, from 1. */
  readonly line: number;
  /** Where in the text the id or the code stands: `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}
