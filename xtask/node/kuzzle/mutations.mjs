// Mistakes made in a registry, on every level of it.

const VALUES = JSON.parse(`[
  null, true, false, 0, 1, -1, 1.5, -0.5, 255, 256, 65535, 65536, 9007199254740992, 1e300,
  "", " ", "x", "1", "é", "__proto__", "constructor", "KuzzleError", "TooManyRequestsError", "BadRequest",
  [], [1], ["x"], {}, {"code": 1}, {"errors": {}}, {"code": 0, "errors": {}}, {"code": 0, "subDomains": {}}
]`);

const NAMES = [
  ..."code|Code|class|message|description|deprecated|errors|subDomains|SubDomains|name".split("|"),
  ...`status|params|toString|x||a.b|a b|${"x".repeat(200)}`.split("|"),
];

// Stand in the tree for what a tree can't hold, and are taken out of the text.
const SECOND = "\u0001second";
const SPELLED = "\u0001spelled";

const MUTATIONS = [
  remove,
  replace,
  replace,
  retype,
  duplicate,
  repeat,
  rename,
  swap,
  lift,
  respell,
  insert,
];

/** Makes one to three mistakes. */
export function mutate(registry, random) {
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const slot = pickSlot(registry, random);
    if (slot) random.pick(MUTATIONS)(slot, random);
  }
}

/** The text of a registry; now and then it is cut off. */
export function textOf(registry, random) {
  const text = JSON.stringify(registry)
    .replaceAll("\\u0001second", "")
    .replaceAll(/"\\u0001spelled([^"]*)"/g, "$1");
  return random.below(200) === 0 ? text.slice(0, random.below(text.length)) : text;
}

/** Where a value stands: a name in an object, or an index in an array. Every level is as likely as any other. */
function pickSlot(registry, random) {
  const levels = [];
  collectSlots(registry, [], levels);
  return levels.length > 0 ? random.pick(random.pick(levels)) : undefined;
}

function collectSlots(parent, ancestors, levels) {
  for (const [name, value] of Object.entries(parent)) {
    levels[ancestors.length] ??= [];
    levels[ancestors.length].push({ parent, name, ancestors });
    if (value !== null && typeof value === "object") {
      collectSlots(value, [...ancestors, parent], levels);
    }
  }
}

function remove({ parent, name }) {
  delete parent[name];
}

function replace({ parent, name }, random) {
  parent[name] = structuredClone(random.pick(VALUES));
}

/** The same in another type. */
function retype({ parent, name }, random) {
  const value = parent[name];
  const text = JSON.stringify(value);
  const others = [text, Number.parseFloat(text), [value], { value }, Boolean(value)];
  if (value !== null && typeof value === "object") others.push(Object.values(value));
  parent[name] = structuredClone(random.pick(others));
}

/** The same under another name beside it. */
function duplicate({ parent, name }, random) {
  parent[random.chance(50) ? `${name}_again` : random.pick(NAMES)] = structuredClone(parent[name]);
}

/** The same name a second time, with the same value or another one. */
function repeat({ parent, name }, random) {
  parent[name + SECOND] = structuredClone(random.chance(50) ? parent[name] : random.pick(VALUES));
}

function rename({ parent, name }, random) {
  const value = parent[name];
  delete parent[name];
  parent[random.pick(NAMES)] = value;
}

/** The value of a sibling. */
function swap({ parent, name }, random) {
  const other = random.pick(Object.keys(parent));
  [parent[name], parent[other]] = [parent[other], parent[name]];
}

/** One level up, where it may hide something. */
function lift({ parent, name, ancestors }) {
  const grandparent = ancestors.at(-1);
  if (grandparent) grandparent[name] = structuredClone(parent[name]);
}

/** Numbers written in another way; other values get a number. */
function respell({ parent, name }, random) {
  const number = Number.isInteger(parent[name]) ? parent[name] : random.below(300);
  parent[name] =
    SPELLED +
    random.pick([`${number}.0`, `${number}e0`, `${number}0E-1`, `-${number}`, `${number}.5`]);
}

function insert({ parent }, random) {
  parent[random.pick(NAMES)] = structuredClone(random.pick(VALUES));
}
