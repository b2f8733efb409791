import { MultipleErrorsError, PartialError } from "./batch.js";
import type { ClassName } from "./definition.js";
import type { KuzzleError } from "./error.js";
import * as plain from "./generated/classes.js";
import type { ErrorId, KnownErrors } from "./generated/known-errors.js";

/** The classes that are made of a message, an id and a code. */
export const PLAIN: Partial<
  Record<ClassName, new (message: string, id?: ErrorId, code?: number) => KuzzleError>
> = { ...plain };

/** The classes that fix a status. */
export const CLASSES = { ...plain, PartialError, MultipleErrorsError };

/** The error that the definition with an id builds. */
export type KuzzleErrorOf<Id extends ErrorId> = Id extends ErrorId
  ? InstanceOf<KnownErrors[Id]["class"]> & { id: Id }
  : never;

type InstanceOf<Name> = Name extends keyof typeof CLASSES
  ? InstanceType<(typeof CLASSES)[Name]>
  : KuzzleError;
