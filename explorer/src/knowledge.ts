// What the explorer knows: the built-in registry, and the errors that its user has added.

import allModule from "kuzzle-errors-wasm/all.wasm?url";
import mainModule from "kuzzle-errors-wasm/main.wasm?url";
import {
  InvalidRelease,
  kuzzle,
  loadAll,
  type PublishedRelease,
  type Registry,
  releases as releasesOfKuzzle,
  start,
} from "kuzzle-errors-wasm/slim";
import { ownErrors } from "./own-errors.js";

let complete = false;
let published: readonly PublishedRelease[] = [];

/** Starts what a list and the plain part of a card need. */
export async function startKnowledge(): Promise<void> {
  await start(fetch(mainModule));
}

/** Loads the rest: causes and fixes, search, logs, releases, old numbers, files of users. */
export async function completeKnowledge(): Promise<void> {
  await loadAll(new URL(allModule, location.href));
  published = releasesOfKuzzle();
  complete = true;
  ownErrors.restore();
}

/** Whether all has been loaded. */
export function isComplete(): boolean {
  return complete;
}

/** Every release of Kuzzle, oldest first; none until all has been loaded. */
export function releases(): readonly PublishedRelease[] {
  return published;
}

/** The newest release that is known. */
export function newestRelease(): string {
  return published.at(-1)?.release ?? "";
}

/** All errors: those of Kuzzle and those of the user. */
export function everything(): Registry {
  return ownErrors.registry ?? kuzzle();
}

/** All errors that a release has; undefined where the text is no release. */
export function registryAt(release: string | undefined): Registry | undefined {
  try {
    return release === undefined ? everything() : everything().at(release);
  } catch (failure) {
    if (failure instanceof InvalidRelease) {
      return undefined;
    }
    throw failure;
  }
}
