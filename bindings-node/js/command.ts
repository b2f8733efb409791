#!/usr/bin/env node
// The command `kuzzle-errors`, which the native addon holds.

import { type Addon, loadAddon } from "./addon.js";

const addon = load();
if (addon !== undefined) {
  // What Node.js would do on signals is what they do by themselves while the addon runs.
  process.exitCode = addon.runCommand(["kuzzle-errors", ...process.argv.slice(2)]);
}

function load(): Addon | undefined {
  try {
    return loadAddon();
  } catch (error) {
    console.error(`error: the command needs the native addon of this package; the library works without it

${(error as Error).message}

Install the package again with its optional dependencies, or the command alone: cargo install kuzzle-errors-cli`);
    process.exitCode = 1;
    return undefined;
  }
}
