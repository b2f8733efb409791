// How long after its script has arrived the package answers.

import { byCode } from "./package/index.js";

globalThis.answer = byCode(0x01010001).id;
const now = performance.now();
const script = performance
  .getEntriesByType("resource")
  .find(({ name }) => name.endsWith("/package/index.js"));
globalThis.milliseconds = now - script.responseEnd;
