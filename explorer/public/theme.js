// Before anything is drawn: the theme that was chosen the last time.

try {
  const theme = localStorage.getItem("kuzzle-errors.theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Without storage the system's theme is the one.
}
