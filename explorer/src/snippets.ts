// The same look-up in every language, ready to be pasted.

import type { Definition } from "kuzzle-errors-wasm/slim";

/** A piece of a program. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
}

/** How the error is looked up and recognized in each language. */
export function snippetsOf(definition: Definition, isBuiltIn: boolean): readonly Snippet[] {
  return isBuiltIn ? builtIn(definition) : own(definition);
}

/** The constant of a definition in each language; the files that `cargo xtask codegen` writes hold them. */
export function constantsOf({ domain, subdomain, name }: Definition) {
  const upper = name.toUpperCase();
  const python = (part: string) => (part === "assert" ? "assert_" : part);
  return {
    rust: { path: `${domain}::${subdomain}`, name: `${subdomain}::${upper}` },
    c: `KUZZLE_${domain}_${subdomain}_${name}`.toUpperCase(),
    python: `ids.${python(domain)}.${python(subdomain)}.${upper}`,
    javascript: `ids.${domain}.${subdomain}.${upper}`,
  };
}

function builtIn(definition: Definition): readonly Snippet[] {
  const { id, hex } = definition;
  const { rust, c, python, javascript } = constantsOf(definition);
  return [
    {
      language: "Rust",
      text: `use kuzzle_errors::definitions::${rust.path};

let definition = kuzzle_errors::by_id("${id}");
assert_eq!(definition, Some(${rust.name}));
if error.is(${rust.name}) { /* … */ }`,
    },
    {
      language: "C",
      text: `#include "kuzzle_errors.h"

const kuzzle_definition *definition = kuzzle_errors_by_code(${c});
printf("%s: %s\\n", definition->id, definition->description);`,
    },
    {
      language: "Python",
      text: `import kuzzle_errors
from kuzzle_errors import ids

definition = kuzzle_errors.by_id(${python})
print(definition.hex, definition.cause, definition.fix)`,
    },
    {
      language: "JavaScript",
      text: `import { byId, ids } from "kuzzle-errors"; // in browsers: "kuzzle-errors-wasm"

const definition = byId(${javascript});
if (error.is(${javascript})) { /* … */ }`,
    },
    { language: "Terminal", text: `kuzzle-errors explain ${id}\nkuzzle-errors explain ${hex}` },
  ];
}

/** The file comes first where an error is not built in. */
function own({ id }: Definition): readonly Snippet[] {
  return [
    {
      language: "Rust",
      text: `let own = kuzzle_errors::Registry::load("manifest.json")?;
let registry = kuzzle_errors::Registry::kuzzle().with(&own)?;
let definition = registry.by_id("${id}");`,
    },
    {
      language: "C",
      text: `kuzzle_registry *own = kuzzle_registry_load("manifest.json", KUZZLE_REGISTRY_KIND_ANY, NULL, NULL);
const kuzzle_definition *definition = kuzzle_registry_by_id(own, "${id}");`,
    },
    {
      language: "Python",
      text: `from kuzzle_errors import Registry

registry = Registry.kuzzle().with_(Registry.load("manifest.json"))
definition = registry.by_id("${id}")`,
    },
    {
      language: "JavaScript",
      text: `import { kuzzle, loadAll, Registry } from "kuzzle-errors-wasm";

await loadAll();
const registry = kuzzle().with(Registry.load(manifest));
const definition = registry.byId("${id}");`,
    },
    {
      language: "Terminal",
      text: `kuzzle-errors explain --registry manifest.json ${id}`,
    },
  ];
}
