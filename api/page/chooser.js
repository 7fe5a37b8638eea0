// What the pages have in common: the framework that was chosen, and how a problem is told.

import { element } from "./element.js";

const CHOSEN = "plumbline.framework";

/** Milliseconds between looks at an index that is being built. */
export const AGAIN = 3000;

/** The framework that this reader chose last, if the browser keeps it. */
export function remembered() {
  try { return localStorage.getItem(CHOSEN); } catch { return null; }
}

/** Keep the framework for the next visit. */
export function remember(framework) {
  try { localStorage.setItem(CHOSEN, framework); } catch { /* a private window keeps nothing */ }
}

/** Say what went wrong, or clear what was said with null. */
export function tell(problem) {
  const said = problem ? [element("p", { class: "problem" }, problem.message)] : [];
  document.getElementById("problem").replaceChildren(...said);
}

/** Whether a later look may find the service ready. */
export const notYet = (error) => error.status === 503 || error.status === 0;
