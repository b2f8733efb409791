// The errors of applications, plugins and other Kuzzles, from files that the user drops on the page.

import {
  type Complaint,
  InvalidRegistry,
  kuzzle,
  Registry,
  type RegistryFile,
} from "kuzzle-errors-wasm/slim";

/** A file that the user has given, and what became of it. */
export interface OwnFile extends RegistryFile {
  /** What is wrong or strange in it. */
  readonly complaints: readonly Complaint[];
  /** The ids of its errors, which now are among all others; undefined where the file is refused. */
  readonly ids: readonly string[] | undefined;
}

/** Where files are kept for the next visit, and how long they may be together. */
const PLACE = "kuzzle-errors.files";
const MOST_CHARACTERS = 2_000_000;

class OwnErrors {
  /** The files, in the order in which they came. */
  files: readonly OwnFile[] = [];
  /** Kuzzle's errors and those of the files; undefined while there are no files. */
  registry: Registry | undefined;

  /** Checks files and takes those over that are valid; a file of the same name is replaced. */
  add(files: readonly RegistryFile[]): void {
    const names = new Set(files.map(({ name }) => name));
    this.#set([...this.files.filter(({ name }) => !names.has(name)), ...files]);
  }

  /** Forgets a file. */
  remove(name: string): void {
    this.#set(this.files.filter((file) => file.name !== name));
  }

  /** Takes the files of the last visit. */
  restore(): void {
    try {
      const files: RegistryFile[] = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
      this.#merge(files);
    } catch {
      // What can't be read, or what was damaged, is no file.
    }
  }

  #set(files: readonly RegistryFile[]): void {
    this.#merge(files);
    try {
      const kept = this.files.map(({ name, text }) => ({ name, text }));
      const text = JSON.stringify(kept);
      localStorage.setItem(PLACE, text.length > MOST_CHARACTERS ? "[]" : text);
    } catch {
      // Without storage the files last as long as the page.
    }
  }

  #merge(files: readonly RegistryFile[]): void {
    let together = kuzzle();
    this.files = files.map(({ name, text }) => {
      try {
        const loaded = Registry.load(text, { file: name });
        const merged = together.with(loaded);
        const warnings = [...loaded.warnings, ...merged.warnings];
        together = merged;
        const ids = loaded.definitions().map(({ id }) => id);
        return { name, text, complaints: ofFile(warnings, name), ids };
      } catch (failure) {
        if (failure instanceof InvalidRegistry) {
          return { name, text, complaints: failure.complaints, ids: undefined };
        }
        throw failure;
      }
    });
    this.registry = this.files.some(({ ids }) => ids !== undefined) ? together : undefined;
  }
}

/** The files of the user. */
export const ownErrors = new OwnErrors();

/** Warnings come again with each registry that is put on top; each is wanted once, with its file. */
function ofFile(complaints: readonly Complaint[], name: string): readonly Complaint[] {
  const seen = new Set<string>();
  return complaints.filter((complaint) => {
    const text = JSON.stringify(complaint);
    const isNew = (complaint.file ?? name) === name && !seen.has(text);
    seen.add(text);
    return isNew;
  });
}
