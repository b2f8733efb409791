// Values of every scalar type, the awkward ones most.

const TEXTS = [
  "| |a|nyc|%|%s|100%|%%|0|-0|+7|--1|42| 42 |\t42\n|12px|.5|5.|.|-.5e-3|1e21|1e400|-1e400|1e-400|1_000",
  "|0x1F|0X|0xg|-0x1f|0b11|0B2|0o17|0o8|017|Infinity|-Infinity|+Infinity|infinity|NaN|null|true",
  "|9007199254740993|123456789012345678901234567890|0.1000000000000000055511151231257827",
  "|4.35|2.675|1.7976931348623159e308|2.4703282292062328e-324|5e-324|1e|1e+|1e5x|e5|١٢|１２",
  "|'|\"|`|'\"|'`|'\"`|'\"$\u007b|$\u007ba}'\"|'$\u007ba}|\\|\\'|a\nb|\r\n|\b\f\v|\u0000|\u001f|\u007f|\u009f",
  "|\u0085 7|\ufeff7|\u00a07|\u20287|\u2029|\u180e7|é|e\u0301|€|漢字|😀|👩‍👩‍👧|\u{10ffff}|\ufffd|\u200b|\u3000",
  `|${"x".repeat(76)}|${"x".repeat(77)}|${"x".repeat(75)}\n'|${"line\n".repeat(40)}|${"é'".repeat(60)}`,
].flatMap((texts) => texts.split("|"));

const NUMBERS = [
  "0|-0|1|-1|42|255|65535|-2147483648|4294967296|0.1|0.30000000000000004|4.35|1e21|1e-6|1e-7",
  "123456789012345680000|1e300|5e-324|2.2250738585072014e-308|1.7976931348623157e308|9007199254740991",
  "-9007199254740991|9007199254740992|9223372036854775808|-9223372036854775808|18446744073709551616",
  "2.220446049250313e-16|0.3333333333333333|NaN|Infinity|-Infinity",
].flatMap((numbers) => numbers.split("|").map(Number));

/** A whole text of any characters but lone surrogates, which only JavaScript can hold. */
export function text(random) {
  if (random.chance(60)) return random.pick(TEXTS);
  if (random.chance(40)) return decimal(random);
  const limit = random.pick([0x80, 0x100, 0x3000, 0x110000]);
  return String.fromCodePoint(
    ...random.list(random.below(12), () => random.below(limit)),
  ).toWellFormed();
}

/** A number of any size. */
export function number(random) {
  if (random.chance(30)) return random.pick(NUMBERS);
  if (random.chance(30)) return random.below(2000) - 1000;
  if (random.chance(40)) return Number(decimal(random));
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, random.bits());
  view.setUint32(4, random.bits());
  return view.getFloat64(0);
}

/** A big integer of up to fifty digits. */
export function bigInteger(random) {
  const size = BigInt(digits(random, 1 + random.below(50)));
  return random.chance(50) ? size : -size;
}

/** A value of any scalar type. */
export function scalar(random) {
  return random.pick([text, text, number, number, bigInteger, boolean, nothing])(random);
}

/** A value that JSON has, or undefined. */
export function jsonScalar(random) {
  return random.pick([text, text, number, boolean, nothing])(random);
}

/** An array or a plain object. */
export function composite(random) {
  const members = random.list(random.below(4), () => [text(random), part(random)]);
  return random.chance(50) ? members.map(([, value]) => value) : Object.fromEntries(members);
}

function part(random) {
  return random.chance(20) ? composite(random) : jsonScalar(random);
}

function boolean(random) {
  return random.chance(50);
}

function nothing(random) {
  return random.pick([null, undefined]);
}

function digits(random, length) {
  return random.list(length, () => random.below(10)).join("");
}

/** A decimal number in some notation, of any size. */
function decimal(random) {
  const sign = random.pick(["", "", "-", "+"]);
  const fraction = random.chance(50) ? `.${digits(random, random.below(20))}` : "";
  const exponent = random.chance(50) ? `e${random.pick(["", "-", "+"])}${random.below(340)}` : "";
  return sign + digits(random, 1 + random.below(22)) + fraction + exponent;
}
