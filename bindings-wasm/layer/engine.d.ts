/** A WASM module or a native addon that knows the registry and every rule: text in, text out. */
export interface Engine {
  /**
   * The definitions of a registry in code order as `{"rows", "release"}`: whole `rows` (see `Definition.fromRow`),
   * only their `ids`, or their `advice`, which is `[cause, fix]`. The rows of `releases` are all those of Kuzzle,
   * `[release, date]`, oldest first.
   */
  table(what: "rows" | "ids" | "advice" | "releases", registry: RegistryName): string;

  /** Which error it is: `{"definition": id, "by", "conflict"}`. An empty id is none. */
  resolve(registry: RegistryName, id: string, code?: number, status?: number): string;

  /**
   * The error in a body: `null`, or what there is of it (see `Facts` in `read.ts`). Where the body can't be read
   * `{"malformed": {"message", "line", "column"}}`.
   */
  parse(
    body: string,
    status: number | undefined,
    maxDepth: number,
    registry?: RegistryName,
  ): string;

  /**
   * The `context` of the error in a body; the failed `items` that this error reports; or the `failures` in any answer,
   * as an array. Where the body can't be read as with `parse`.
   */
  read(
    what: "context" | "items" | "failures",
    registry: RegistryName,
    body: string,
    status: number | undefined,
    maxDepth: number,
  ): string;

  /** The template filled with props as `util.format` does; each prop is a frame (see `frames.ts`). No JSON. */
  render(template: string, props: string): string;

  /**
   * The error in a body written anew; of `wire` those of Kuzzle's members are left out whose names are given, with
   * commas between them.
   */
  write(
    form: "wire" | "problem" | "attributes",
    registry: RegistryName,
    body: string,
    status: number | undefined,
    leftOut: string | undefined,
  ): string;

  /**
   * The ids that match `words` or that a misspelt id may mean (`suggest`), best first; or what a code meant before
   * Kuzzle 1.10.5 (`legacy`).
   */
  search(what: "words" | "suggest" | "legacy", registry: RegistryName, text: string): string;

  /**
   * Loads `files` (frames: `k` the kind, `n` the name of a file, `s` its text), puts a registry together `with`
   * another, whose name is the text, or lets it go (`forget`). `{"registry": name, "warnings"}`, or
   * `{"message", "complaints"}`.
   *
   * Says in which `folders` of a folder the files of a registry may stand, `""` being itself, and has those chosen
   * (`choose`; frames: `n` the name of each file there) that make one. A list of names.
   */
  load(
    what: "files" | "with" | "forget" | "folders" | "choose",
    registry: RegistryName,
    text: string,
  ): string;

  /** Every error that a text speaks of, in order: an array of `Hit`s without their definitions. */
  scan(registry: RegistryName, text: string): string;

  /** What differs between two registries, the older one first: a `Comparison`. */
  compare(from: RegistryName, to: RegistryName): string;
}

/**
 * The engine's name of a registry: `""` is the built-in one, `"0"` the first that was loaded, and `"@1.12.0"` or
 * `"0@1.12.0"` one of them narrowed to a release. Where a question can't be answered, as with a release that is none,
 * the answer is `{"invalid": reason}`.
 */
export type RegistryName = string;
