// Prints the checksum of a file as package-lock.json writes it.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const digest = createHash("sha512").update(readFileSync(process.argv[2])).digest("base64");
console.log(`sha512-${digest}`);
