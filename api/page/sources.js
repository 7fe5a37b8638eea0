// The statements that an answer rests on, beside it.

import { element } from "./element.js";

const STRENGTH = {
  must: "Must",
  should: "Good practice",
  information: "Information",
  question: "Reflective question",
};
const EDITION = {
  digest: "Plumbline's own summary of the document",
  source: "The authority's own document, word for word",
};

export const sourceId = (turn, number) => `source-${turn}-${number}`;
export const markerId = (turn, number) => `marker-${turn}-${number}`;

/** A link [n] from the answer to its source; the first of its number can be gone back to. */
export function marker(turn, number, first) {
  return element("a", {
    class: "marker",
    href: `#${sourceId(turn, number)}`,
    id: first ? markerId(turn, number) : null,
    "aria-label": `Source ${number}`,
    onclick: (event) => { event.preventDefault(); open(turn, number); },
  }, `[${number}]`);
}

function open(turn, number) {
  const card = document.getElementById(sourceId(turn, number));
  const more = card.closest("details");
  if (more) more.open = true;
  for (const other of document.querySelectorAll(".source.chosen")) other.classList.remove("chosen");
  card.classList.add("chosen");
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function facts(citation) {
  const places = [
    citation.standard_number && `standard ${citation.standard_number}`,
    citation.page !== null && `page ${citation.page}`,
  ];
  const rows = [
    ["Document", `${citation.document}, ${citation.version}`],
    ["Text", EDITION[citation.edition]],
    ["Section", citation.section.join(" › ")],
    ["Where", places.filter(Boolean).join(", ")],
  ];
  return element("dl", {}, rows.filter(([, value]) => value).map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value))));
}

function card(turn, citation, strength, marked) {
  return element("li", {
    class: `source ${strength ?? ""}`, id: sourceId(turn, citation.number), tabindex: "-1",
    "aria-label": `Source ${citation.number}`,
  },
    element("p", { class: "source-head" },
      element("span", { class: "number" }, `[${citation.number}]`),
      strength ? element("span", { class: "strength" }, STRENGTH[strength]) : null),
    element("blockquote", {}, citation.text),
    facts(citation),
    marked ? element("a", { class: "back", href: `#${markerId(turn, citation.number)}` }, "Back to the answer") : null);
}

/** The sources of an answer: those its words mark or put forward, and the rest folded away. */
export function sourceList(turn, citations, strengths, marked) {
  if (!citations.length) return null;
  const ordered = [...citations].sort((one, other) => one.number - other.number);
  const used = (each) => marked.has(each.number) || strengths.has(each.number);
  const cards = (wanted) => ordered.filter(wanted).map((each) =>
    card(turn, each, strengths.get(each.number), marked.has(each.number)));
  const shown = cards(used);
  const rest = cards((each) => !used(each));
  return element("aside", { class: "sources", "aria-label": "Sources of this answer" },
    element("h3", {}, "Sources"),
    shown.length ? element("ol", {}, shown) : null,
    rest.length ? element("details", { class: "more" },
      element("summary", {}, `Near, but not used (${rest.length})`), element("ol", {}, rest)) : null);
}
