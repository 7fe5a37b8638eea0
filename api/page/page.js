// The page: ask, show, follow up.

import { turnBox } from "./answer.js";
import { AGAIN, notYet, remember, remembered, tell } from "./chooser.js";
import { element } from "./element.js";
import { ask, forget, frameworks, Problem } from "./service.js";

const at = (id) => document.getElementById(id);
const [form, chooser, field, send] = ["ask", "framework", "question", "send"].map(at);
let conversation = null;
let known = [];
let turns = 0;

async function listFrameworks() {
  try {
    const found = await frameworks();
    known = found.frameworks;
    chooser.append(...known.map((each) => element("option", { value: each.id },
      each.answers_from ? each.authority : `${each.authority} (no text yet)`)));
    const wanted = remembered() ?? found.default;
    if (known.some((each) => each.id === wanted)) chooser.value = wanted;
    at("status").textContent = "";
  } catch (error) {
    at("status").textContent = error.message;
    if (notYet(error)) setTimeout(listFrameworks, AGAIN);
  }
}

/** Ask; `whole` is the question itself where `question` only picks an option of its answer. */
async function put(question, shown = question, framework = chooser.value || null, whole = question) {
  if (send.disabled) return;
  tell(null);
  send.disabled = true;
  at("status").textContent = "Looking in the framework …";
  try {
    show(whole, shown, await ask(question, framework, conversation));
    field.value = "";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 404) startAfresh();
    tell(error);
  } finally {
    send.disabled = false;
    at("status").textContent = "";
  }
}

function show(question, shown, reply) {
  conversation = reply.conversation_id;
  turns += 1;
  const box = turnBox(shown, reply, turns, {
    choose: (value, label) => put(value, `${shown} (${label})`, undefined, question),
    suggest: (text) => elsewhere(text, question),
  });
  // Only the newest question back is waited for: an older one's options would be new questions.
  for (const old of document.querySelectorAll(".options button")) old.disabled = true;
  at("turns").prepend(box);
  at("examples").hidden = true;
  at("afresh").hidden = false;
  at("said").textContent = reply.answer;
  box.scrollIntoView({ block: "nearest" });
}

/** A suggestion that names an authority asks the same question of its framework. */
function elsewhere(text, question) {
  const named = known.filter((each) => text.includes(each.authority));
  const [other] = named.sort((one, two) => two.authority.length - one.authority.length);
  if (!other) return null;
  return element("button", {
    type: "button", class: "quiet",
    onclick: () => put(question, `${question} (${other.authority})`, other.id),
  }, text);
}

function startAfresh() {
  conversation = null;
  at("afresh").hidden = true;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (field.value.trim()) put(field.value.trim());
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
chooser.addEventListener("change", () => remember(chooser.value));
at("afresh").addEventListener("click", () => {
  if (conversation) forget(conversation);
  startAfresh();
  at("turns").replaceChildren();
  at("examples").hidden = false;
  tell(null);
  field.focus();
});
for (const example of document.querySelectorAll(".example")) {
  example.addEventListener("click", () => put(example.textContent));
}
listFrameworks();
