// What a pasted text holds: one answer of a server, or anything with errors in it.

import {
  type Conflict,
  type Definition,
  type Failure,
  failures,
  type Hit,
  type KuzzleError,
  Malformed,
  type Registry,
} from "kuzzle-errors-wasm/slim";
import { isComplete } from "./knowledge.js";

/** Longer texts are no words that somebody types. */
const LONGEST_WORDS = 200;

/** What was found in a pasted text. */
export interface Findings {
  /** The error that the text as a whole is. */
  readonly error: KuzzleError | undefined;
  /** The failed items of an answer that is no error. */
  readonly items: readonly Failure[];
  /** Every error in the text, the most frequent first. */
  readonly found: readonly Found[];
}

/** All hits of one error. */
export interface Found {
  /** The id, or the code where there is no id. */
  readonly target: string;
  readonly definition: Definition | undefined;
  readonly hits: readonly Hit[];
  /** Where id, code and status contradict each other. */
  readonly conflicts: readonly Conflict[];
}

/** Whether a text is to be read, not searched for: an answer, several lines, anything with an error among words. */
export function isPasted(text: string, registry: Registry): boolean {
  const trimmed = text.trim();
  const isText = /^[{["<]|\n/.test(trimmed) || trimmed.length > LONGEST_WORDS;
  return isText || (isComplete() && /\s/.test(trimmed) && registry.scan(trimmed).length > 0);
}

/** Reads a pasted text. */
export function findingsIn(text: string, registry: Registry): Findings {
  return { ...answerIn(text, registry), found: errorsIn(text, registry) };
}

function answerIn(text: string, registry: Registry): Pick<Findings, "error" | "items"> {
  try {
    const error = registry.parse(text);
    return { error, items: error === undefined ? failures(text) : [] };
  } catch (failure) {
    if (failure instanceof Malformed) {
      return { error: undefined, items: [] };
    }
    throw failure;
  }
}

function errorsIn(text: string, registry: Registry): readonly Found[] {
  const targetOf = ({ id, code }: Hit) => id ?? String(code);
  const found = [...Map.groupBy(registry.scan(text), targetOf)].map(([target, hits]) => ({
    target,
    definition: registry.byId(target),
    hits,
    conflicts: different(hits.flatMap(({ conflict }) => conflict ?? [])),
  }));
  return found.sort((one, other) => other.hits.length - one.hits.length);
}

/** Each conflict once. */
function different(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [...new Map(conflicts.map((conflict) => [JSON.stringify(conflict), conflict])).values()];
}
