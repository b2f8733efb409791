import type { Engine } from "../layer/engine.js";

/**
 * A text in the memory of a module: the position of its bytes in the upper half, their number in the lower; 0 is none.
 * Whoever holds it owns it.
 */
type Text = bigint;

/** What a module exports; `abi.rs` says more. */
interface Exports {
  memory: WebAssembly.Memory;
  reserve(length: number): number;
  release(answer: Text): void;
}

const needsAll = (): never => {
  throw new Error("this needs all of kuzzle-errors: await loadAll() first");
};

/** Starts a module and answers its engine. */
export function run(module: WebAssembly.Module): Engine {
  const { exports } = new WebAssembly.Instance(module);
  const { memory, reserve, release } = exports as unknown as Exports;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  const give = (value: string | number | undefined): Text => {
    if (value === undefined) {
      return 0n;
    }
    const bytes = encoder.encode(String(value));
    const position = reserve(bytes.length) >>> 0;
    new Uint8Array(memory.buffer).set(bytes, position);
    return (BigInt(position) << 32n) | BigInt(bytes.length);
  };

  const take = (answer: Text): string => {
    const position = Number((answer >> 32n) & 0xffffffffn);
    const length = Number(answer & 0xffffffffn);
    const text = decoder.decode(new Uint8Array(memory.buffer, position, length));
    release(answer);
    return text;
  };

  const ask = (name: keyof Engine) => {
    const answer = exports[name] as ((...question: Text[]) => Text) | undefined;
    return (...question: (string | number | undefined)[]): string =>
      take(answer?.(...question.map(give)) || needsAll());
  };

  return {
    table: ask("table"),
    resolve: ask("resolve"),
    parse: ask("parse"),
    read: ask("read"),
    render: ask("render"),
    write: ask("write"),
    search: ask("search"),
    load: ask("load"),
    scan: ask("scan"),
    compare: ask("compare"),
  };
}
