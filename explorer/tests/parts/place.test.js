// Addresses are places, and places are addresses.

import assert from "node:assert/strict";
import { test } from "node:test";

import { hashOf, placeOf, START } from "../../src/place.ts";

const ADDRESSES = {
  "#/": START,
  "#/services.storage.unknown_index": { ...START, target: "services.storage.unknown_index" },
  "#/0x01010016?release=1.12.0": { ...START, target: "0x01010016", release: "1.12.0" },
  "#/?q=unknown+index&domain=services&status=412": {
    page: "errors",
    words: "unknown index",
    filters: { domain: "services", status: "412" },
  },
  "#/compare?from=1.12.0&to=2.0.0": { page: "compare", filters: {}, from: "1.12.0", to: "2.0.0" },
  "#/pasted?error=core.fatal.unexpected_error": {
    page: "pasted",
    filters: {},
    target: "core.fatal.unexpected_error",
  },
  "#/own": { page: "own", filters: {} },
};

/** A place without what is undefined in it. */
const known = (place) => JSON.parse(JSON.stringify(place));

for (const [address, place] of Object.entries(ADDRESSES)) {
  test(address, () => {
    assert.deepEqual(known(placeOf(address)), place);
    assert.equal(hashOf(place), address);
  });
}

test("ids may hold anything", () => {
  const place = { ...START, target: "plugin.my shop?/#.100%" };
  assert.deepEqual(known(placeOf(hashOf(place))), place);
});

test("what is no address is the start, or is not found", () => {
  for (const address of ["", "#", "#/?unknown=1", "#/?q="]) {
    assert.deepEqual(known(placeOf(address)), START);
  }
  assert.equal(placeOf("#/100%").target, "100%");
});
