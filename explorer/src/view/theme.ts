import { byName } from "../element.js";

const PLACE = "kuzzle-errors.theme";
const THEMES = ["system", "light", "dark"] as const;

/** Has the button in the head of the page change the theme. */
export function startTheme(): void {
  const button = byName("theme");
  const show = () => {
    const theme = document.documentElement.dataset.theme ?? "system";
    button.textContent = { system: "◐", light: "☀", dark: "☾" }[theme] ?? "◐";
    button.setAttribute("aria-label", `Theme: ${theme}`);
    button.title = `Theme: ${theme}`;
  };
  button.addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme ?? "system";
    const next = THEMES[(THEMES.indexOf(theme as "system") + 1) % THEMES.length] ?? "system";
    if (next === "system") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = next;
    }
    try {
      localStorage.setItem(PLACE, next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    show();
  });
  show();
}
