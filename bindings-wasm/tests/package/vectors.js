// The cases of vectors/, asked of the package; runs in Node.js and in browsers.

/** How each file is asked: what a case answers, to be compared with its `out`. */
const ANSWERS = {
  definitions: ({ byId }, id) => byId(id),
  lookups: (kuzzle, { code, id, release }) => {
    const registry = registryOf(kuzzle, release);
    const found = code === undefined ? registry.byId(text(id)) : registry.byCode(code);
    return found?.id ?? null;
  },
  releases: ({ at, InvalidRelease }, release) =>
    unless(
      InvalidRelease,
      () => at(text(release)).release,
      () => null,
    ),
  legacy: ({ legacy }, { code, release }) => legacy(code, release),
  resolve: (kuzzle, { id, code, status, release }) => {
    const resolution = registryOf(kuzzle, release).resolve(textOrNot(id), code, status);
    return { ...resolution, definition: resolution.definition?.id ?? null };
  },
  load: ({ InvalidRegistry, Registry }, { file, kind, ...source }) =>
    unless(
      InvalidRegistry,
      () => {
        const registry = Registry.load(text(source), { file, kind });
        const row = ({ id, code, class: name }) => ({ id, code, class: name });
        return { definitions: registry.definitions().map(row), complaints: registry.warnings };
      },
      ({ complaints }) => ({ definitions: [], complaints }),
    ),
  compare: (kuzzle, { from, to }) => {
    const { added, removed, changed, ...rest } = side(kuzzle, from).compare(side(kuzzle, to));
    const ids = (errors) => errors.map(({ id }) => id);
    return { ...rest, added: ids(added), removed: ids(removed), changed: changed.map(known) };
  },
  scan: (kuzzle, { release, ...source }) => {
    const whole = text(source);
    // Where the text is bytes, it is scanned as JavaScript decodes it.
    const decoded = typeof whole === "string" ? whole : new TextDecoder().decode(whole);
    return registryOf(kuzzle, release).scan(decoded).map(hitOf);
  },
  parse,
  "parse-hostile": parse,
  failures: ({ failures, Malformed }, { body }) =>
    unless(Malformed, () => failures(bodyOf(body), UNBOUNDED), malformed),
  render: ({ render }, { template, props }) => render(template, props.map(propOf)),
  build: (kuzzle, input) => built(kuzzle, input).toWire(),
  problem: (kuzzle, input) => JSON.stringify(made(kuzzle, input).toProblem()),
  opentelemetry: (kuzzle, input) => JSON.stringify(made(kuzzle, input).attributes()),
};

/** What `out` must be beside the answer: these files say more with less. */
const EXPECTATIONS = {
  parse: wholeError,
  "parse-hostile": wholeError,
  build: writtenText,
  problem: writtenText,
  opentelemetry: writtenText,
};

/** The files that are asked; those of the command alone are not among them. */
export const FILES = [...Object.keys(ANSWERS), "search"];

const UNBOUNDED = { maxDepth: Number.POSITIVE_INFINITY };

/** The cases of a file that are answered otherwise than they should be. */
export function complaints(kuzzle, file, { cases }, isEqual) {
  if (file === "search") {
    return cases.filter((vector) => !isFound(kuzzle, vector)).map(({ name }) => name);
  }
  const expectation = EXPECTATIONS[file] ?? ((out) => out);
  return cases.flatMap(({ name, in: input, out }) => {
    const answered = JSON.stringify(plain(ANSWERS[file](kuzzle, input)));
    const expected = JSON.stringify(expectation(out));
    return isEqual(JSON.parse(answered), JSON.parse(expected))
      ? []
      : [`${name}\n  expected ${expected}\n  answered ${answered}`];
  });
}

const plain = (answer) => answer ?? null;

const registryOf = ({ at, kuzzle }, release) => (release === undefined ? kuzzle() : at(release));

/** A hit without what is usual, as the vectors have it. */
function hitOf({ definition, start, end, code, id, ...hit }) {
  const usual = { by: "id", line: 1, in_documents: false, time: null, conflict: null };
  const rest = Object.entries(hit).filter(([name, value]) => value !== usual[name]);
  return { id, ...Object.fromEntries(rest), ...(definition || code === null ? {} : { code }) };
}

/** A registry that is compared. */
const side = (kuzzle, { release, file, kind, ...source }) =>
  release === undefined
    ? kuzzle.Registry.load(text(source), { file, kind })
    : registryOf(kuzzle, release);

/** What is not null in an object. */
const known = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

function unless(ErrorType, answer, otherwise) {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ErrorType) {
      return otherwise(error);
    }
    throw error;
  }
}

const malformed = ({ line, column }) => ({ malformed: { line, column } });

function parse({ Malformed, parse }, { body, http_status: status }) {
  const given = bodyOf(body);
  return unless(
    Malformed,
    () => {
      const error = parse(given, status, UNBOUNDED);
      if (error === undefined) {
        return null;
      }
      if (error.received !== given) {
        throw new Error("what came is not what is kept");
      }
      const { name, message } = error;
      return {
        id: error.id ?? null,
        class: name,
        code: error.code === undefined ? null : error.code >>> 0,
        status: error.status,
        message,
        error: error.toWire(),
        definition: error.definition?.id ?? null,
        context: error.context,
        conflict: error.conflict ?? null,
        failures: error.failures(),
      };
    },
    malformed,
  );
}

function wholeError(out) {
  if (!out?.error) {
    return out;
  }
  const { id, error } = out;
  const rest = { definition: id, context: {}, conflict: null, failures: [] };
  return { ...rest, ...out, error: writtenText(error) };
}

function writtenText(out) {
  return typeof out === "string" ? out : JSON.stringify(out);
}

function isFound({ search, suggest }, { in: input, out }) {
  const found =
    input.words === undefined ? suggest(text(input.suggest)) : search(text(input.words));
  const ids = found.map(({ id }) => id);
  if (out.first !== undefined) {
    return ids[0] === out.first;
  }
  return out.empty
    ? ids.length === 0
    : out.contains.every((id) => ids.slice(0, out.within).includes(id));
}

function made(kuzzle, input) {
  const { body, http_status: status } = input;
  return body === undefined ? built(kuzzle, input) : kuzzle.parse(bodyOf(body), status, UNBOUNDED);
}

function built({ error, errorNamed }, { id, args, params, message, errors }) {
  const named = Object.entries(params ?? {}).map(([name, value]) => [name, propOf(value)]);
  const made = args ? error(id, ...args.map(propOf)) : errorNamed(id, Object.fromEntries(named));
  if (message !== undefined) {
    made.withMessage(message);
  }
  return errors === undefined ? made : made.withErrors(errors.map(propOf));
}

/** A value of a message, which JSON alone can't always name. */
function propOf(value) {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const { number, big_integer: digits, json } = value;
  if (digits !== undefined) {
    return BigInt(digits);
  }
  return number === undefined ? json : Number(number);
}

/** A body as it is sent: what is no text and no form of one is its compact JSON. */
function bodyOf(body) {
  const isForm =
    body !== null && ["text", "base64", "repeat"].some((form) => Object.hasOwn(Object(body), form));
  return typeof body === "string" || isForm ? text(body) : JSON.stringify(body);
}

function text(input) {
  if (typeof input === "string") {
    return input;
  }
  if (input.base64 !== undefined) {
    return Uint8Array.from(atob(input.base64), (character) => character.charCodeAt(0));
  }
  return input.repeat === undefined ? input.text : input.repeat[0].repeat(input.repeat[1]);
}

const textOrNot = (input) =>
  typeof input === "object" && input !== null && (input.text ?? input.repeat) !== undefined
    ? text(input)
    : input;
