import type { Engine } from "../../bindings-wasm/layer/engine.js";

/** What the native addon does. */
export interface Addon extends Engine {
  /** Runs the command on the streams of the process and answers its exit status; the arguments begin with its name. */
  runCommand(arguments_: string[]): number;
}

/** What the addon of a platform is called: on Linux there are two C libraries, and npm installs for the one in use. */
const ABIS: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ["-gnu", "-musl"],
  win32: ["-msvc"],
};

/**
 * The native addon of this platform, which stands in a package of its own.
 *
 * @throws {Error} Where there is none, with the reasons.
 */
export function loadAddon(): Addon {
  const { platform, arch } = process;
  const reasons: string[] = [];
  for (const abi of ABIS[platform] ?? [""]) {
    try {
      return require(`kuzzle-errors-${platform}-${arch}${abi}`);
    } catch (error) {
      reasons.push(String((error as Error).message).split("\n", 1)[0] as string);
    }
  }
  throw new Error(`no native addon for ${platform} on ${arch}: ${reasons.join("; ")}`);
}
