import type { Audience, Retry } from "./definition.js";
import type { ClassName } from "./generated/statuses.js";

/** What differs between two registries; all lists are in code order. */
export interface Comparison {
  readonly from: ComparedRegistry;
  readonly to: ComparedRegistry;
  /** What only the newer registry has. */
  readonly added: readonly ComparedError[];
  /** What only the older registry has. */
  readonly removed: readonly ComparedError[];
  /** What both have, and what about it differs. */
  readonly changed: readonly Difference[];
  /** The codes that mean another error in the newer registry. */
  readonly reused: readonly Reuse[];
}

/** One of the two registries of a comparison. */
export interface ComparedRegistry {
  /** The release that it is narrowed to. */
  readonly release: string | null;
  /** How many definitions it has; before 1.10.5 how many old meanings. */
  readonly definitions: number;
}

/** What a registry has under an id. */
export interface ComparedError {
  readonly id: string;
  readonly code: number;
  readonly hex: string;
  readonly class: ClassName;
  readonly status: number;
  /** Null before 1.10.5. */
  readonly description: string | null;
}

/** What something was in the older registry, and what it is in the newer. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** What differs about an id that both registries have; null where nothing does. */
export interface Difference {
  readonly id: string;
  readonly code: Change<number> | null;
  readonly class: Change<ClassName> | null;
  readonly status: Change<number> | null;
  /** The names of the values of its message; null in a list is a placeholder without a name. */
  readonly params: Change<readonly (string | null)[]> | null;
  /** Since when it is deprecated. */
  readonly deprecated: Change<string | null> | null;
  /** Of this and what follows only where both come from files. */
  readonly message: Change<string> | null;
  readonly description: Change<string | null> | null;
  readonly cause: Change<string | null> | null;
  readonly fix: Change<string | null> | null;
  readonly retry: Change<Retry | null> | null;
  readonly audience: Change<Audience | null> | null;
}

/** A code that means one error in the older registry and another one in the newer. */
export interface Reuse {
  readonly code: number;
  readonly hex: string;
  /** The id that it means in the older registry. */
  readonly from: string;
  /** The id that it means in the newer registry. */
  readonly to: string;
}
