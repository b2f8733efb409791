import { byName, element } from "../element.js";

/** A file that was dropped or chosen. */
export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** Larger files are none that this page could show. */
const MOST_BYTES = 32 << 20;

/** Has files that are dropped anywhere on the page be read; answers what lets people choose some. */
export function acceptFiles(take: (files: GivenFile[]) => void): () => void {
  const read = async (files: Iterable<File>) => {
    const small = [...files].filter(({ size }) => size <= MOST_BYTES);
    take(
      await Promise.all(small.map(async (file) => ({ name: file.name, text: await file.text() }))),
    );
  };
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const mark = (isOver: boolean) => document.body.classList.toggle("dropping", isOver);
  document.addEventListener("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      mark(true);
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      mark(false);
    }
  });
  document.addEventListener("drop", (event) => {
    mark(false);
    if (hasFiles(event)) {
      event.preventDefault();
      read(event.dataTransfer?.files ?? []);
    }
  });
  const input = element("input", {
    type: "file",
    multiple: true,
    hidden: true,
    id: "files",
    accept: ".json,.log,.txt,.ndjson",
    "aria-label": "Files",
    onchange: () => {
      read(input.files ?? []);
      input.value = "";
    },
  });
  byName("page").after(input);
  return () => input.click();
}
