import { element } from "../element.js";
import { everything, newestRelease } from "../knowledge.js";
import { hashOf, START } from "../place.js";
import { counted } from "../words.js";
import { errorMap } from "./map.js";

/** What can be asked, each as it could be typed or pasted. */
const EXAMPLES: readonly { text: string; about: string }[] = [
  { text: "0x01010001", about: "a code, in any spelling" },
  { text: "security.token.expired", about: "an id" },
  { text: "conection droped", about: "words, with typing errors" },
];

const RESPONSE = `{
  "status": 206,
  "error": {
    "id": "services.storage.incomplete_delete",
    "code": 16842761,
    "message": "Couldn't delete all the requested documents: 2 failures",
    "status": 206,
    "errors": [
      { "document": { "_id": "doc-1" }, "status": 404, "reason": "not found" },
      { "document": { "_id": "doc-7" }, "status": 404, "reason": "not found" }
    ],
    "count": 2
  },
  "requestId": "r-2041",
  "controller": "document",
  "action": "mDelete",
  "index": "nyc",
  "collection": "yellow-taxi",
  "result": null
}`;

const LOG = `2024-03-05T10:11:12Z info: node started
2024-03-05T10:11:14Z error: {"id":"services.storage.not_connected","status":500}
2024-03-05T10:11:15Z error: {"id":"services.storage.not_connected","status":500}
2024-03-05T10:12:00Z warn: 0x07010001 for 10.0.0.4`;

/** What is shown before anything is asked. */
export function startPanel(paste: (text: string) => void): HTMLElement {
  const pasted = (text: string, about: string, content: string) =>
    element(
      "li",
      {},
      element("button", { type: "button", class: "example", onclick: () => paste(content) }, text),
      element("span", { class: "soft" }, about),
    );
  const newest = newestRelease();
  return element(
    "div",
    { class: "start" },
    element("h2", {}, "What went wrong, and what to do about it"),
    element(
      "p",
      { class: "lead" },
      `${counted(everything().definitions().length, "error")} of the Kuzzle API`,
      newest && `, releases 1.9.0 to ${newest}`,
      ". Ask above, or choose one from the list.",
    ),
    element(
      "ul",
      { class: "examples" },
      EXAMPLES.map(({ text, about }) =>
        element(
          "li",
          {},
          element("a", { class: "example", href: hashOf({ ...START, words: text }) }, text),
          element("span", { class: "soft" }, about),
        ),
      ),
      pasted('{ "status": 206, "error": … }', "what a server sent", RESPONSE),
      pasted("2024-03-05T10:11:12Z info: …", "a log: every error in it", LOG),
    ),
    errorMap(),
    element(
      "ul",
      { class: "more" },
      element(
        "li",
        {},
        element("a", { href: "#/compare" }, "What changed"),
        " between two releases of Kuzzle.",
      ),
      element(
        "li",
        {},
        "Drop a plugin’s manifest.json or a file with error codes on this page, and ",
        element("a", { href: "#/own" }, "your errors"),
        " are found like Kuzzle’s. Nothing leaves this page.",
      ),
      element(
        "li",
        { class: "keys" },
        element("kbd", {}, "/"),
        " to ask, ",
        element("kbd", {}, "↓"),
        element("kbd", {}, "↑"),
        " through the list, ",
        element("kbd", {}, "Enter"),
        " opens, ",
        element("kbd", {}, "Esc"),
        " goes back.",
      ),
    ),
  );
}
