import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { frame } from "../../bindings-wasm/layer/frames.js";
import { InvalidRegistry, type RegistryFile } from "../../bindings-wasm/layer/registry.js";
import { answerOf, engine } from "../../bindings-wasm/layer/started.js";

/** Larger files are no registries. */
const LARGEST_FILE = 16 << 20;

/**
 * The files of a registry at a path: the one, or those that the engine chooses in a folder.
 *
 * @throws {InvalidRegistry} Where they can't be read.
 */
export function readFiles(place: string | URL): RegistryFile[] {
  const path = place instanceof URL ? fileURLToPath(place) : place;
  return unless(path, "file", () => namesAt(path)).map(readFile);
}

function namesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  const folders: string[] = answerOf(engine().load("folders", "", ""));
  const names = folders.flatMap((folder) => namesIn(path, folder));
  const question = names.map((name) => frame("n", name)).join("");
  const chosen: string[] = answerOf(engine().load("choose", "", question));
  if (chosen.length === 0) {
    throw new Error(
      "no file of a registry in this folder: expected `0-core.json` or the like, or a manifest",
    );
  }
  return chosen.map((name) => join(path, name));
}

function namesIn(path: string, folder: string): string[] {
  const isThere = statSync(join(path, folder), { throwIfNoEntry: false })?.isDirectory();
  const names = isThere ? readdirSync(join(path, folder)) : [];
  return folder === "" ? names : names.map((name) => `${folder}/${name}`);
}

function readFile(name: string): RegistryFile {
  const bytes = unless(name, "file", () => {
    const { size } = statSync(name);
    return size > LARGEST_FILE ? undefined : readFileSync(name);
  });
  if (bytes === undefined) {
    throw invalid(name, "file-size", `expected at most ${LARGEST_FILE} bytes`);
  }
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return { name, text: unless(name, "utf-8", () => decoder.decode(bytes)) };
}

/** What is done with a file, or a complaint about it. */
function unless<T>(file: string, rule: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw invalid(file, rule, (error as Error).message);
  }
}

function invalid(file: string, rule: string, message: string): InvalidRegistry {
  const complaint = { file, path: "$", value: null, rule, message, line: null, column: null };
  const text = `invalid registry: 1 error\n${file}: error: $: ${message} (${rule})`;
  return new InvalidRegistry(text, [{ ...complaint, severity: "error" }]);
}
