import "./offline/register.js";
import { byName, element, fill } from "./element.js";
import { Explorer } from "./explorer.js";
import { completeKnowledge, startKnowledge } from "./knowledge.js";
import { startTheme } from "./view/theme.js";

startTheme();
try {
  await startKnowledge();
  const explorer = new Explorer();
  explorer.start();
  // What was just drawn is shown first, then the larger module is asked for.
  await new Promise(requestAnimationFrame);
  await completeKnowledge();
  explorer.refresh();
  document.documentElement.dataset.ready = "true";
} catch (failure) {
  fill(
    byName("page"),
    element("p", { class: "note warning" }, `This page could not start: ${failure}`),
  );
  throw failure;
}
