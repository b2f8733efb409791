// Registries with mistakes, and whether Kuzzle's checker accepts them: as its own, as a plugin's, and as the errors in
// the manifest of a plugin.
//
// Three things are no mistakes of what the checker checks, and are not made: `subDomains` called `subdomains`, as in
// Kuzzle 1; a text called `name` beside the domains, which makes a plugin's manifest of the file; another name in a
// manifest.
//
// Usage: node checking.mjs <file to write> <folder of kuzzle 2>

import { createRequire } from "node:module";
import { join } from "node:path";
import { writeCases } from "./cases.mjs";
import { mutate, textOf } from "./mutations.mjs";
import { Random } from "./random.mjs";

const REGISTRIES = 20_000;
const MANIFESTS = 5_000;

const [file, kuzzle] = process.argv.slice(2);
const { checkDomains, domains, loadPluginsErrors } = createRequire(import.meta.url)(
  join(kuzzle, "dist/lib/kerror/codes/index.js"),
);
const ownDomains = structuredClone(domains);

const random = new Random(20_260_102);
const untouched = [ownDomains, { plugin: ownDomains.plugin }].map((value) => JSON.stringify(value));
const registries = [...untouched, ...random.list(REGISTRIES, mutatedRegistry)];
const manifests = [JSON.stringify(makeManifest()), ...random.list(MANIFESTS, mutatedManifest)];
writeCases(file, [...registries.flatMap(checkedRegistry), ...manifests.map(checkedManifest)]);

function checkedRegistry(text) {
  return ["kuzzle", "plugin"].map((kind) => {
    const options = { plugin: kind === "plugin" };
    return { kind, text, rejection: rejectionOf(text, (read) => checkDomains(read, options)) };
  });
}

/** Kuzzle looks at the errors of a manifest that has some, among those of the plugins before it: here there are none. */
function checkedManifest(text) {
  const check = (manifest) => manifest.errors && loadPluginsErrors(manifest, 0);
  domains.plugin.subDomains = structuredClone(ownDomains.plugin.subDomains);
  return { kind: "plugin", file: "manifest.json", text, rejection: rejectionOf(text, check) };
}

/** What the checker says against a text; it changes what it checks, so it gets the text read anew. */
function rejectionOf(text, check) {
  try {
    check(JSON.parse(text));
    return null;
  } catch (error) {
    return String(error.message);
  }
}

function mutatedRegistry() {
  const registry = makeRegistry();
  mutate(registry, random);
  if (typeof registry.name === "string") delete registry.name;
  return textOf(registry, random);
}

function mutatedManifest() {
  const manifest = makeManifest();
  mutate(manifest, random);
  return textOf({ ...manifest, name: "shop" }, random);
}

/** A few domains of Kuzzle, with a few subdomains and errors of each. */
function makeRegistry() {
  return some(ownDomains, 3, (domain) => ({
    ...domain,
    subDomains: some(domain.subDomains, 3, (subdomain) => ({
      ...subdomain,
      errors: some(subdomain.errors, 3, (error) => ({ ...error })),
    })),
  }));
}

/** A plugin with a few errors of Kuzzle. */
function makeManifest() {
  const { errors } = random.pick(Object.values(ownDomains.services.subDomains));
  return {
    name: "shop",
    kuzzleVersion: ">=2.0.0",
    errors: some(errors, 4, (error) => ({ ...error })),
  };
}

/** Up to `limit` members of an object, each copied. */
function some(object, limit, copy) {
  const names = Object.keys(object);
  const chosen = new Set(random.list(1 + random.below(limit), () => random.pick(names)));
  return Object.fromEntries([...chosen].map((name) => [name, copy(object[name])]));
}
