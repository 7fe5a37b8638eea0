// The materials page: say what is needed, read it, take it away as a file.

import { AGAIN, notYet, remember, remembered, tell } from "./chooser.js";
import { element, inShort, inWords } from "./element.js";
import { framework, frameworks, material, materialFile, Problem } from "./service.js";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const FILES = [["Word", WORD, "docx"], ["Markdown", "text/markdown", "md"], ["To print (HTML)", "text/html", "html"]];
const DATES = ["last_visit", "last_core_group", "last_review", "last_supervision", "next_conference"];

const at = (id) => document.getElementById(id);
const [form, chooser, use, send] = ["ask", "framework", "use", "send"].map(at);
let asked = null;

/** Do something that asks the service, and tell what went wrong. */
async function guarded(work) {
  tell(null);
  send.disabled = true;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(error);
  } finally {
    send.disabled = false;
  }
}

async function listFrameworks() {
  try {
    const found = await frameworks();
    chooser.append(...found.frameworks.map((each) => element("option", { value: each.id }, each.authority)));
    at("status").textContent = "";
    const wanted = remembered() ?? found.default;
    if (found.frameworks.some((each) => each.id === wanted)) {
      chooser.value = wanted;
      await listTopics();
    }
  } catch (error) {
    at("status").textContent = error.message;
    if (notYet(error)) setTimeout(listFrameworks, AGAIN);
  }
}

async function listTopics() {
  remember(chooser.value);
  const sections = chooser.value ? (await framework(chooser.value)).sections : [];
  const names = [...new Set(sections.map((each) => each.section[0]))];
  at("topics").replaceChildren(...names.map((value) => element("option", { value })));
}

/** Show the fields that the chosen use has. */
function showFields() {
  const reflecting = use.value !== "supervision";
  for (const [id, wanted] of [["supervision", !reflecting], ["reflection", reflecting]]) {
    at(id).hidden = !wanted;
    at(id).disabled = !wanted;
  }
  at("session-length").hidden = use.value !== "session";
}

/** The path and body of what is asked for. */
function wanted() {
  const body = { framework: chooser.value, topic: at("topic").value.trim() };
  if (use.value === "supervision") {
    const facts = Object.fromEntries(DATES.filter((id) => at(id).value).map((id) => [id, at(id).value]));
    if (at("age").value) facts.age = Number(at("age").value);
    return ["supervision-prompts", {
      ...body, facts, minutes: Number(at("minutes").value), model: at("supervision-model").value,
    }];
  }
  return ["reflective-questions", {
    ...body, audience: at("audience").value, level: at("level").value, count: Number(at("count").value),
    model: at("reflection-model").value,
    session_minutes: use.value === "session" ? Number(at("session").value) : null,
  }];
}

/** Marks [n], each a link to its source. */
function marks(numbers) {
  return numbers.flatMap((number) => [" ", element("a", {
    class: "marker", href: `#source-${number}`, "aria-label": `Source ${number}`,
    onclick: () => { at("sources-box").open = true; },
  }, `[${number}]`)]);
}

function prompt(each, group) {
  const stage = each.stage && each.stage !== group.name ? element("small", {}, each.stage) : null;
  return element("li", { class: each.strength }, stage,
    element("p", {}, each.text, marks(each.citations)),
    each.note ? element("details", {},
      element("summary", {}, "For the facilitator"),
      element("p", {}, "The standard:", marks(each.note.says)),
      element("p", {}, `Listen for: ${each.note.listen}`),
      element("p", {}, `Then: ${each.note.probe}`)) : null);
}

function groups(body) {
  let count = 1;
  return body.groups.flatMap((group) => {
    const list = element("ol", { start: count }, group.prompts.map((each) => prompt(each, group)));
    count += group.prompts.length;
    const time = group.minutes === null ? "" : ` (${group.minutes} minutes)`;
    return [element("h3", {}, group.name + time,
      group.minutes_citation === null ? null : marks([group.minutes_citation])), list];
  });
}

function due(body) {
  if (body.kind !== "supervision" || !body.given.length) return null;
  const lines = body.due.map((each) => element("li", { class: each.late ? "late" : "" },
    element("strong", {}, `${inShort(each.date)}: ${each.subject}`),
    ` (${each.standing}). Timescale: ${each.relation}.`, marks(each.citations),
    each.conditions.length ? element("small", {}, `Where ${each.conditions.join("; ")}`) : null));
  return element("div", { class: "due" }, element("h3", {}, "What is due and what is late"),
    lines.length ? element("ul", {}, lines)
      : element("p", {}, "No timescale of this framework counts from the dates given."));
}

function left(body) {
  if (body.kind !== "supervision" || !body.musts) return null;
  if (!body.left_for_next_time.length) {
    return element("p", { class: "hint" }, `All ${body.musts} distinct musts of the section are touched.`);
  }
  return element("p", { class: "notice" },
    `The prompts touch ${body.musts_touched} of the section's ${body.musts} distinct musts. For next time:`,
    marks(body.left_for_next_time));
}

function session(body) {
  if (!body.session) return null;
  const plan = body.session;
  return [
    element("h3", {}, "Aims"), element("ul", {}, plan.aims.map((aim) => element("li", {}, aim))),
    element("h3", {}, "Plan"),
    element("ul", {}, plan.parts.map((part) => element("li", {},
      element("strong", {}, `${part.name} (${part.minutes} minutes): `), part.what,
      part.prompts.length ? ` Questions ${part.prompts.join(", ")}.` : "")))];
}

function quiz(body) {
  if (!body.session) return null;
  return [
    element("h3", {}, "The situation (made of nothing real)"), element("p", {}, body.session.vignette),
    body.session.quiz.length ? element("h3", {}, "Quiz") : null,
    element("ol", {}, body.session.quiz.map((each) => element("li", {},
      element("p", {}, each.text),
      element("ul", {}, each.options.map((option) => element("li", {}, option))),
      element("details", {}, element("summary", {}, "Answer"),
        element("p", {}, `${each.options[each.right]}. ${each.why}`, marks(each.citations))))))];
}

function sources(body) {
  return element("details", { id: "sources-box" }, element("summary", {}, `Sources (${body.citations.length})`),
    element("ol", {}, body.citations.map((each) => element("li", { id: `source-${each.number}`, tabindex: "-1" },
      element("blockquote", {}, `“${each.text}” `,
        element("small", {}, `${each.section.join(" > ")} (${each.statement_id})`))))));
}

function download([label, type, ending]) {
  return element("button", {
    type: "button", class: "quiet",
    onclick: () => guarded(async () => {
      const address = URL.createObjectURL(await materialFile(...asked, type));
      element("a", { href: address, download: `${asked[0]}-${asked[1].framework}.${ending}` }).click();
      URL.revokeObjectURL(address);
    }),
  }, label);
}

function box(body) {
  return element("article", { class: "turn material" }, element("div", { class: "answer" },
    element("h2", { tabindex: "-1", id: "made" }, body.topic),
    element("p", { class: "hint" },
      `${body.authority}, ${body.document} (${body.version}); ${body.model}; ${inWords(body.made_on)}`),
    element("div", { class: "actions" }, FILES.map(download),
      element("button", { type: "button", class: "quiet", onclick: () => print() }, "Print this")),
    due(body), session(body), groups(body), quiz(body), left(body),
    body.notices.map((notice) => element("p", { class: "notice" }, notice.text)),
    sources(body)));
}

async function make(request) {
  at("status").textContent = "Making it …";
  try {
    const body = await material(...request);
    asked = request;
    at("laid").replaceChildren(box(body));
    at("made").focus();
  } finally {
    at("status").textContent = "";
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  guarded(() => make(wanted()));
});
use.addEventListener("change", showFields);
chooser.addEventListener("change", () => guarded(listTopics));
showFields();
listFrameworks();
