// One answer: its words with their markers, and everything that stands beside them.

import { dueBox } from "./due.js";
import { element } from "./element.js";
import { marker, sourceList } from "./sources.js";

const MARKER = /\[(\d+)\]/g;

/** Text with its [n] markers as links to the sources. */
function linked(text, turn, numbers, seen) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(MARKER)) {
    const number = Number(match[1]);
    if (!numbers.has(number)) continue;
    parts.push(text.slice(at, match.index), marker(turn, number, !seen.has(number)));
    seen.add(number);
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(at)];
}

/** The answer's lines as paragraphs and lists, each with the strength of what it quotes. */
function words(text, turn, strengths, numbers, seen) {
  const body = element("div", { class: "words" });
  let list = null;
  for (const line of text.split("\n")) {
    const item = line.startsWith("- ");
    const quoted = [...line.matchAll(MARKER)].map((match) => strengths.get(Number(match[1])));
    const strength = quoted.find(Boolean) ?? "";
    const inside = linked(item ? line.slice(2) : line, turn, numbers, seen);
    if (!item) list = null;
    if (item) {
      list ??= body.appendChild(element("ul"));
      list.append(element("li", { class: strength }, inside));
    } else if (line.trim()) {
      body.append(element("p", { class: strength }, inside));
    }
  }
  return body;
}

const BINDS = {
  must: "Bottom line",
  should: "Expectation",
  information: "It says",
  question: "A question to reflect on",
};

/** What each framework says, as a table, and how two of them stand to each other. */
function sideBySide(reply, turn, numbers, seen) {
  const says = new Map(reply.statements.map((each) => [each.citation, each]));
  const rows = reply.compared.map((each) => element("tr", {},
    element("th", { scope: "row" }, each.authority),
    element("td", {}, each.doubtful
      ? element("p", {}, "It is not certain that this answers the question.")
      : null, each.citations.length
      ? element("ul", {}, each.citations.map((number) => {
        const { text, strength } = says.get(number);
        const said = `${BINDS[strength]}: “${text}” [${number}]`;
        return element("li", { class: strength }, linked(said, turn, numbers, seen));
      }))
      : "Says nothing that surely answers this.")));
  const [first, ...rest] = reply.answer.split("\n\n");
  const last = rest.at(-1) ?? "";
  return element("div", {},
    element("table", { class: "compared" },
      element("caption", {}, first),
      element("thead", {}, element("tr", {},
        element("th", { scope: "col" }, "Framework"), element("th", { scope: "col" }, "What it says"))),
      element("tbody", {}, rows)),
    last.includes("\n") ? null : element("p", {}, last));
}

function notices(reply) {
  const told = new Set(reply.conflicts.map((conflict) => conflict.explanation));
  return reply.notices.filter((notice) => !told.has(notice.text)).map((notice) =>
    element("p", { class: `notice ${notice.kind === "urgent" ? "urgent" : ""}` },
      element("strong", {}, "Note: "), notice.text));
}

function conflicts(reply, turn, numbers) {
  return reply.conflicts.map((conflict) => element("div", { class: "conflict" },
    element("h3", {}, "The document says more than one thing"),
    element("p", {}, linked(conflict.explanation, turn, numbers, new Set(numbers)))));
}

function options(clarify, choose) {
  if (!clarify?.options.length) return null;
  return element("div", { class: "options", role: "group", "aria-label": clarify.question },
    clarify.options.map((option) => element("button", {
      type: "button", onclick: () => choose(option.value, option.label),
    }, option.label)));
}

function suggestions(reply, suggest) {
  if (!reply.suggestions.length) return null;
  return element("div", { class: "suggestions" },
    element("h3", {}, "You could"),
    element("ul", {}, reply.suggestions.map((text) => element("li", {}, suggest(text) ?? text))));
}

/**
 * One turn of the conversation. `choose(value, label)` sends an option; `suggest(text)` gives
 * a button for a suggestion that the page can act on, or null.
 */
export function turnBox(asked, reply, turn, { choose, suggest }) {
  const strengths = new Map(reply.statements.map((each) => [each.citation, each.strength]));
  const numbers = new Set(reply.citations.map((citation) => citation.number));
  const marked = new Set();
  const said = reply.compared.length
    ? sideBySide(reply, turn, numbers, marked)
    : words(reply.answer, turn, strengths, numbers, marked);
  const sources = sourceList(turn, reply.citations, strengths, marked);
  return element("article", { class: `turn ${reply.kind}`, "aria-label": `Answer to: ${asked}` },
    element("h2", { class: "asked" }, asked),
    element("div", { class: sources ? "beside" : "alone" },
      element("div", { class: "answer" },
        reply.due ? dueBox(reply.due) : null,
        said,
        options(reply.clarify, choose),
        conflicts(reply, turn, numbers),
        notices(reply),
        suggestions(reply, suggest)),
      sources));
}
