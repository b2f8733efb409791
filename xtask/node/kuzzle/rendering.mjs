// Templates and arguments, and what Node's util.format makes of them.
//
// Not among them: texts with lone surrogates (they are no Unicode), big integers under %j (Node throws), arrays and
// objects under anything but %j and %c (Node shows JavaScript source, we JSON).
//
// Usage: node rendering.mjs <file to write>

import { format } from "node:util";
import { encode, writeCases } from "./cases.mjs";
import { Random } from "./random.mjs";
import { composite, number, scalar, text } from "./values.mjs";

const COUNT = 25_000;
const PLACEHOLDERS = ["%s", "%s", "%d", "%i", "%f", "%j", "%o", "%O", "%c", "%%"];
const TEXTS = [...' |Index |" of "|% |50% |%x|%S|%é|é€😀|\n|\u0000|%\u0000|%1|, |%%%'.split("|")];

const random = new Random(20_260_101);
writeCases(process.argv[2], random.list(COUNT, makeCase));

function makeCase() {
  const template = makeTemplate();
  const args = makeArguments(lettersOf(template));
  return { template, args: args.map(encode), expected: format(template, ...args) };
}

function makeTemplate() {
  const pieces = random.list(1 + random.below(7), () =>
    random.pick(random.chance(65) ? PLACEHOLDERS : TEXTS),
  );
  return pieces.join("") + (random.chance(8) ? "%" : "");
}

/** The letters of the placeholders that take an argument, in order. */
function lettersOf(template) {
  const letters = [...template.matchAll(/%(.)/gs)].map(([, letter]) => letter);
  return letters.filter((letter) => "sdifjoOc".includes(letter));
}

/** The right number of arguments, or too few, or too many. */
function makeArguments(letters) {
  const count = random.chance(60) ? letters.length : random.below(letters.length + 4);
  return Array.from({ length: count }, (_, position) => makeArgument(letters[position]));
}

function makeArgument(letter) {
  if ("jc".includes(letter ?? "s") && random.chance(30)) return composite(random);
  if (random.below(1000) === 0) return text(random).repeat(2000);
  const value = scalar(random);
  return letter === "j" && typeof value === "bigint" ? number(random) : value;
}
