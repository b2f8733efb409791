import { engine } from "./started.js";

/** A registry of the engine, which lets go of it when nothing here refers to it any longer. */
export interface Source {
  readonly name: string;
  /** The registry that this one is a part of. */
  readonly whole?: Source;
}

/** The registry that the engine was built with. */
export const BUILT_IN: Source = { name: "" };

const unused = new FinalizationRegistry<string>((name) => engine().load("forget", name, ""));

/** A registry that the engine has loaded under this name. */
export function loaded(name: string): Source {
  const source = { name };
  unused.register(source, name);
  return source;
}

/** A registry narrowed to a release. */
export function narrowed(source: Source, release: string): Source {
  const whole = source.whole ?? source;
  return { name: `${whole.name}@${release}`, whole };
}
