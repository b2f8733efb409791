// The drop-ins beside Kuzzle's own modules, over Kuzzle's own code files.
//
// CASES holds what Kuzzle 1 and 2 build, as `xtask/node/kuzzle/building.mjs` writes it: each of their errors without
// arguments, with the right number of them and with too many; APPLICATION the errors of an application; DIFFERENCES is
// the table of all that may differ.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";

import * as kuzzle from "kuzzle-errors";
import * as kerror from "kuzzle-errors/kerror";
import * as kerror1x from "kuzzle-errors/kerror-1x";

const read = (file) => readFileSync(file, "utf8");
const cases = read(process.env.CASES).trim().split("\n").map(JSON.parse);
const application = JSON.parse(read(process.env.APPLICATION));
const { differences: rows } = JSON.parse(read(process.env.DIFFERENCES));

const CLASSES = new Map(Object.entries(kuzzle));
const one = kerror1x.withRegistry(kuzzle.Registry.load(process.env.KUZZLE_1));
const two = kerror.withRegistry(kuzzle.Registry.load(process.env.KUZZLE_2));

/** What is only different where no `util.format` renders. */
const NOT_HERE = ["Arrays and objects are shown as JSON"];

const BUILDERS = {
  "1.11.0": { loaded: one.get },
  "2.56.0": { loaded: two.get },
  application: {
    raw: (...given) => kerror.rawGet(application, ...given),
    wrapped: (domain, subdomain, ...given) =>
      kerror.rawWrap(application, domain, subdomain).get(...given),
    loaded: kerror.withRegistry(kuzzle.Registry.load(application)).get,
  },
};

/** A value as `encode` in the scripts of Kuzzle's writes it. */
function decode(value) {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const { number, json } = value;
  if (number !== undefined) {
    return Number(number);
  }
  return json === undefined ? undefined : JSON.parse(json);
}

function build(get, { asked, args, errors, message }) {
  const list = errors === undefined ? [] : [errors.map((each) => JSON.parse(each))];
  const options = message === undefined ? [] : [{ message }];
  return get(...asked.split("."), ...args.map(decode), ...list, ...options);
}

/** The members of an error, those of its JSON under `json.`. */
function membersOf({ id, code, status, message, class: type, props, errors, count }, json) {
  const members = { id, code, status, message, class: type, props, errors, count };
  for (const [name, value] of Object.entries(json)) {
    members[`json.${name}`] = value;
  }
  const isThere = ([, value]) => value !== undefined;
  return new Map(Object.entries(members).filter(isThere));
}

function membersOfOurs(error) {
  const { id, code, status, message, name, props, errors, count } = error;
  const fields = { id, code, status, message, class: name, props, errors, count };
  return membersOf(fields, JSON.parse(JSON.stringify(error)));
}

function membersOfKuzzle({ expected, json }) {
  const props = expected.props?.map(decode);
  return membersOf({ ...expected, props }, json);
}

function allows(row, { registry, name }, type, member, theirs, ours) {
  const isMeant =
    row.in.includes(registry) &&
    row.members.includes(member) &&
    (row.class ?? type) === type &&
    (row.case ?? name) === name;
  if (!isMeant) {
    return false;
  }
  if (row.only !== undefined) {
    return row.only === (ours === undefined ? "kuzzle" : "ours");
  }
  return row.kuzzle_appends === undefined
    ? row.kuzzle === theirs && row.ours === ours
    : theirs === ours + row.kuzzle_appends;
}

test("every error of both is the same, but for what the table allows", () => {
  const needed = new Set();
  const wrong = [];
  for (const each of cases) {
    for (const [how, get] of Object.entries(BUILDERS[each.registry])) {
      const error = build(get, each);
      assert.ok(error instanceof CLASSES.get(error.name) && error instanceof Error);
      assert.equal(error.constructor.name, error.name);
      const [theirs, ours] = [membersOfKuzzle(each), membersOfOurs(error)];
      for (const member of new Set([...theirs.keys(), ...ours.keys()])) {
        const [their, our] = [theirs.get(member), ours.get(member)];
        if (
          isDeepStrictEqual(JSON.parse(JSON.stringify([their])), JSON.parse(JSON.stringify([our])))
        ) {
          continue;
        }
        const type = each.expected.class;
        const row = rows.find((row) => allows(row, each, type, member, their, our));
        needed.add(row?.what);
        if (row === undefined) {
          wrong.push(`${each.registry} ${each.name} ${how} ${member}: ${their}, we say ${our}`);
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(cases.length > 1500);
  const needless = rows.filter(({ what }) => !needed.has(what)).map(({ what }) => what);
  assert.deepEqual(needless, NOT_HERE);
});

test("all that Kuzzle has is in the cases", () => {
  for (const [registry, { length }] of [
    ["1.11.0", kuzzle.Registry.load(process.env.KUZZLE_1).definitions()],
    ["2.56.0", kuzzle.Registry.load(process.env.KUZZLE_2).definitions()],
  ]) {
    const built = cases.filter((each) => each.registry === registry);
    assert.equal(new Set(built.map(({ expected }) => expected.id)).size, length);
  }
});
