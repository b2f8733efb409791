import { element } from "../element.js";
import type { Snippet } from "../snippets.js";
import { copyButton } from "./copy.js";

/** The language that was looked at the last time. */
const PLACE = "kuzzle-errors.language";

/** Pieces of programs behind tabs, one for each language. */
export function languageTabs(snippets: readonly Snippet[]): HTMLElement {
  const remembered = localStorageItem();
  const start = Math.max(
    0,
    snippets.findIndex(({ language }) => language === remembered),
  );
  const tabs = snippets.map(({ language }, index) =>
    element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${index}`,
        "aria-controls": "snippet",
        onclick: () => choose(index),
      },
      language,
    ),
  );
  const code = element("code");
  const panel = element(
    "div",
    { role: "tabpanel", id: "snippet", class: "snippet" },
    element("pre", { tabindex: 0 }, code),
    copyButton("example", () => code.textContent ?? ""),
  );
  const choose = (chosen: number) => {
    const { language, text } = snippets[chosen] as Snippet;
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
    }
    code.textContent = text;
    panel.setAttribute("aria-labelledby", `tab-${chosen}`);
    remember(language);
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const current = tabs.indexOf(document.activeElement as HTMLButtonElement);
    if (step !== undefined && current >= 0) {
      const next = (current + step + tabs.length) % tabs.length;
      choose(next);
      tabs[next]?.focus();
      event.preventDefault();
    }
  };
  choose(start);
  const list = { role: "tablist", class: "tabs", "aria-label": "Languages", onkeydown: move };
  return element("div", { class: "languages" }, element("div", list, tabs), panel);
}

function localStorageItem(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

function remember(language: string): void {
  try {
    localStorage.setItem(PLACE, language);
  } catch {
    // Without storage the first language comes first again.
  }
}
