// An engine of a few definitions that remembers what it was asked.

const LINES = [[2, ["2.0.0", null]]];
const ROWS = [
  [
    "core.fatal.unexpected_error",
    1,
    "InternalError",
    500,
    "Unexpected",
    "Not declared: %s",
    ["error_id"],
    LINES,
    null,
    "never",
    "plugin",
    "https://example.org/core",
  ],
  [
    "services.storage.unknown_index",
    16842753,
    "PreconditionError",
    412,
    "No index",
    'No index "%s"',
    ["index"],
    LINES,
    null,
    "never",
    "client",
    "https://example.org/services",
  ],
  [
    "services.storage.import_failed",
    16842757,
    "PartialError",
    206,
    "Import",
    "Import failed",
    [],
    LINES,
    null,
    "check",
    "client",
    "https://example.org/services",
  ],
  [
    "app.orders.too_late",
    3355508741,
    "ServiceUnavailableError",
    503,
    "Too late",
    "Too late for %s on %s",
    ["item", "day"],
    [],
    null,
    "later",
    null,
    null,
  ],
];
/** What was asked, the newest last. */
export const asked = [];
/** What the engine answers to the questions of a function from now on. */
export const answers = {};
function answer(name, otherwise) {
  return (...question) => {
    asked.push([name, ...question]);
    return answers[name] ?? otherwise(...question);
  };
}
export const fakeEngine = {
  table: answer("table", (what) =>
    JSON.stringify({
      rows:
        what === "rows"
          ? ROWS
          : ROWS.map(([id]) => (what === "ids" ? id : [`cause of ${id}`, `fix of ${id}`])),
      release: null,
    }),
  ),
  resolve: answer("resolve", () => '{"definition":null,"by":null,"conflict":null}'),
  parse: answer("parse", () => "null"),
  read: answer("read", () => "null"),
  render: answer("render", (template, props) => `${template} with ${props}`),
  write: answer("write", (_form, _registry, body) => body),
  search: answer("search", () => "[]"),
  load: answer("load", () => '{"registry":"7","warnings":[]}'),
  scan: answer("scan", () => `[{"id":"${ROWS[1][0]}","line":1},{"id":null,"line":2}]`),
  compare: answer("compare", () => '{"added":[]}'),
};
