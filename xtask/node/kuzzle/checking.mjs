// Registries with mistakes, and whether Kuzzle's checker accepts them, as its own and as a plugin's.
//
// Two things are no mistakes, and are not made: `subDomains` called `subdomains`, as in Kuzzle 1, and a text called
// `name` beside the domains, which makes a plugin's manifest of the file.
//
// Usage: node checking.mjs <file to write> <folder of kuzzle 2>

import { createRequire } from "node:module";
import { join } from "node:path";
import { writeCases } from "./cases.mjs";
import { mutate, textOf } from "./mutations.mjs";
import { Random } from "./random.mjs";

const COUNT = 20_000;
const [file, kuzzle] = process.argv.slice(2);
const { checkDomains, domains } = createRequire(import.meta.url)(
  join(kuzzle, "dist/lib/kerror/codes/index.js"),
);

const random = new Random(20_260_102);
const untouched = [domains, { plugin: domains.plugin }].map((value) => JSON.stringify(value));
const mutated = random.list(COUNT, makeMutated);
writeCases(file, [...untouched, ...mutated].flatMap(checked));

/** The text with what the checker says of it; it changes what it checks, so it gets the text read anew. */
function checked(text) {
  return ["kuzzle", "plugin"].map((kind) => ({ kind, text, rejection: rejectionOf(text, kind) }));
}

function rejectionOf(text, kind) {
  try {
    checkDomains(JSON.parse(text), { plugin: kind === "plugin" });
    return null;
  } catch (error) {
    return String(error.message);
  }
}

function makeMutated() {
  const registry = makeRegistry();
  mutate(registry, random);
  if (typeof registry.name === "string") delete registry.name;
  return textOf(registry, random);
}

/** A few domains of Kuzzle, with a few subdomains and errors of each. */
function makeRegistry() {
  return some(domains, 3, (domain) => ({
    ...domain,
    subDomains: some(domain.subDomains, 3, (subdomain) => ({
      ...subdomain,
      errors: some(subdomain.errors, 3, (error) => ({ ...error })),
    })),
  }));
}

/** Up to `limit` members of an object, each copied. */
function some(object, limit, copy) {
  const names = Object.keys(object);
  const chosen = new Set(random.list(1 + random.below(limit), () => random.pick(names)));
  return Object.fromEntries([...chosen].map((name) => [name, copy(object[name])]));
}
