import type { Complaint } from "kuzzle-errors-wasm/slim";
import { type Content, element } from "../element.js";
import { type OwnFile, ownErrors } from "../own-errors.js";
import { hashOf, START } from "../place.js";
import { counted } from "../words.js";

/** The page about the files of the user. */
export function ownPage(choose: () => void, changed: () => void): HTMLElement {
  return element(
    "article",
    { class: "card own", "aria-labelledby": "card-title" },
    element(
      "header",
      { class: "card-head" },
      element("h2", { id: "card-title", tabindex: -1 }, "Your errors"),
      element(
        "p",
        { class: "lead" },
        "A plugin’s manifest.json, an application’s errors, or the code files of another Kuzzle. They are checked as " +
          "Kuzzle does, and found like all others from then on. They stay in this browser.",
      ),
      element(
        "div",
        { class: "drop" },
        element("p", {}, "Drop files anywhere on this page, or"),
        element("button", { type: "button", id: "choose-files", onclick: choose }, "Choose files"),
      ),
    ),
    ownErrors.files.map((file) => ownFile(file, changed)),
  );
}

function ownFile(file: OwnFile, changed: () => void): HTMLElement {
  const { name, ids, complaints } = file;
  const errors = complaints.filter(({ severity }) => severity === "error");
  const warnings = complaints.filter(({ severity }) => severity === "warning");
  const remove = () => {
    ownErrors.remove(name);
    changed();
  };
  const outcome =
    ids === undefined
      ? `Refused: ${counted(errors.length, "error")}`
      : `${counted(ids.length, "error")} added`;
  return element(
    "section",
    { class: `part-of-card file ${ids === undefined ? "refused" : ""}` },
    element(
      "h3",
      {},
      element("code", {}, name),
      element("span", { class: "tag" }, outcome),
      warnings.length > 0 && element("span", { class: "tag" }, counted(warnings.length, "warning")),
      element(
        "button",
        { type: "button", class: "quiet", onclick: remove, "aria-label": `Remove ${name}` },
        "Remove",
      ),
    ),
    complaints.length > 0 &&
      element(
        "ol",
        { class: "complaints" },
        complaints.map((complaint) => complaintItem(complaint, file)),
      ),
    ids !== undefined &&
      element(
        "p",
        { class: "ids" },
        ids
          .slice(0, 50)
          .map((id) => [
            element("a", { class: "id", href: hashOf({ ...START, target: id }) }, id),
            " ",
          ]),
        ids.length > 50 && `and ${ids.length - 50} more`,
      ),
  );
}

/** What is wrong, where, and the line of the file with a mark below the place. */
function complaintItem(complaint: Complaint, { name, text }: OwnFile): HTMLElement {
  const { severity, message, path, line, column, rule } = complaint;
  const place = line === null ? name : `${name}:${line}:${column ?? 1}`;
  return element(
    "li",
    { class: severity },
    element("p", {}, element("b", {}, severity), ` ${message}`),
    element(
      "p",
      { class: "soft" },
      element("code", {}, place),
      " ",
      element("code", {}, path),
      ` ${rule}`,
    ),
    line !== null && excerpt(text, line, column ?? 1),
  );
}

function excerpt(text: string, line: number, column: number): Content {
  const shown = [...(text.split("\n")[line - 1] ?? "").trimEnd()];
  // Very long lines, as those of files in one line, are cut around the place.
  const start = column > 100 ? column - 40 : 0;
  const begin = `${line} | ${start > 0 ? "…" : ""}`;
  const mark = `${" ".repeat(begin.length + column - 1 - start)}^`;
  const cut = shown.slice(start, start + 110).join("");
  return element("pre", { class: "excerpt", tabindex: 0 }, `${begin}${cut}\n${mark}`);
}
