// Prints the size of each named file in bytes: raw, and as a server sends it, by gzip -9 and by brotli 11.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes).length;
  console.log(`${basename(file)}: ${bytes.length} bytes, gzip ${gzip}, brotli ${brotli}`);
}
