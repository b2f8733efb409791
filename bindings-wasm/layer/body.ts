import { isOf } from "./kinds.js";
import { named } from "./names.js";
import { stringify } from "./stringify.js";

/** What a server sent: text, bytes, or what `JSON.parse` made of it. */
export type Body = string | ArrayBuffer | ArrayBufferView | object;

/** Bounds of what is read. */
export interface ParseOptions {
  /** Bodies that are longer in UTF-8 are refused; 64 MiB where nothing is said. */
  maxBytes?: number;
  /** Bodies with more objects and arrays in one another are refused; 1000 where nothing is said. */
  maxDepth?: number;
}

/** The bounds of what is in memory already, which is not too much. */
export const BOUNDLESS: ParseOptions = {
  maxBytes: Number.POSITIVE_INFINITY,
  maxDepth: Number.POSITIVE_INFINITY,
};

/** A body can't be read. */
export class Malformed extends SyntaxError {
  /** The line, from 1. */
  readonly line: number;
  /** The column in characters, from 1. */
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(`invalid JSON at line ${line}, column ${column}: ${message}`);
    this.line = line;
    this.column = column;
  }

  static {
    named(Malformed, "Malformed");
  }
}

/** The text of a body; what is not UTF-8 is U+FFFD. */
export function textOf(body: unknown, options: ParseOptions = {}): string {
  const { maxBytes = 64 << 20 } = options;
  if (typeof body === "string") {
    // No character has more bytes.
    if (body.length * 3 > maxBytes) {
      requireLength(body, maxBytes);
    }
    return cutWhereTooDeep(body, options);
  }
  if (isOf(ArrayBuffer, body) || ArrayBuffer.isView(body)) {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    if (body.byteLength > maxBytes) {
      const start = bytesOf(body).subarray(0, Math.max(maxBytes, 0));
      throw tooLong(decoder.decode(start, { stream: true }), maxBytes);
    }
    return cutWhereTooDeep(decoder.decode(body), options);
  }
  return body === undefined ? "" : stringify(body);
}

function requireLength(text: string, maxBytes: number): void {
  const room = new Uint8Array(Math.max(maxBytes, 0));
  const { read } = new TextEncoder().encodeInto(text, room);
  if (read < text.length) {
    throw tooLong(text.slice(0, read), maxBytes);
  }
}

function bytesOf(body: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(body)
    ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
    : new Uint8Array(body);
}

/** What is said of a body of which no more than a start, in whole characters, is within the limit. */
function tooLong(start: string, maxBytes: number): Malformed {
  let line = 1;
  let column = start.startsWith("\uFEFF") ? 0 : 1;
  for (let at = 0; at < start.length; at += 1) {
    const character = start.codePointAt(at) as number;
    if (character === 0x0a) {
      line += 1;
      column = 1;
    } else {
      column += 1;
      at += character > 0xffff ? 1 : 0;
    }
  }
  return new Malformed(`longer than the limit of ${maxBytes} bytes`, line, column);
}

/** Longer texts are looked through before they are given to the engine, which takes a copy. */
const LONG = 1 << 16;

/** A text, where it is long only up to the first bracket that is too deep, about which the engine complains. */
function cutWhereTooDeep(text: string, { maxDepth }: ParseOptions): string {
  return text.length > LONG ? cutTooDeep(text, depthOf(maxDepth)) : text;
}

function cutTooDeep(text: string, maxDepth: number): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        if (depth > maxDepth) {
          return text.slice(0, at + 1);
        }
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
      default:
    }
  }
  return text;
}

/** The position of the quote that ends the string which begins at a position. */
function endOfString(text: string, start: number): number {
  let quote = start;
  let backslashes: number;
  do {
    quote = text.indexOf('"', quote + 1);
    if (quote === -1) {
      return text.length;
    }
    backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) {
      backslashes += 1;
    }
  } while (backslashes % 2 === 1);
  return quote;
}

/** A status as the engine takes it. */
export function statusOf(status: unknown): number | undefined {
  return isWithin(status, 0, 0xffff) ? status : undefined;
}

/** A code as the engine takes it: unsigned, whichever way it was written. */
export function codeOf(code: unknown): number | undefined {
  return isWithin(code, -0x80000000, 0xffffffff) ? code >>> 0 : undefined;
}

/** A depth as the engine takes it. */
export function depthOf(depth = 1000): number {
  return Math.min(Math.max(Math.trunc(depth) || 0, 0), 0xffffffff);
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && least <= (value as number) && (value as number) <= most;
}
