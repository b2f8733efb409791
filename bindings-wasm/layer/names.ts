/** Gives a class of errors, and what it makes, their name, which no minifier or bundler changes. */
export function named(type: { name: string; prototype: Error }, name: string): void {
  hide(type, "name", name);
  hide(type.prototype, "name", name);
}

/** Sets a member that is not listed when its holder is shown. */
export function hide(holder: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: true, configurable: true });
}
