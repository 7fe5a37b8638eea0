// A due date: its readings, and the working day by day.

import { calendar } from "./calendar.js";
import { element, inShort, inWords } from "./element.js";

const clock = (time) => (time ? `, ${time}` : "");

function row(day) {
  return element("tr", { class: day.counted ? "counted" : "skipped" },
    element("th", { scope: "row" }, inShort(day.date)),
    element("td", {}, day.counted ? "yes" : "no"),
    element("td", {}, day.why));
}

function working(reading) {
  const heads = ["Day", "Counted?", "Why"].map((text) => element("th", { scope: "col" }, text));
  return element("details", { class: "working" },
    element("summary", {}, "Show the working, day by day"),
    calendar(reading),
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Working" },
      element("table", {},
        element("caption", { class: "unseen" }, `Working of ${inWords(reading.date)}`),
        element("thead", {}, element("tr", {}, heads)),
        element("tbody", {}, reading.working.map(row)))));
}

function readingBox(reading, first) {
  return element("div", { class: first ? "reading first" : "reading" },
    element("p", { class: "date" }, inWords(reading.date) + clock(reading.time)),
    element("p", { class: "label" }, first ? reading.label : `Or: ${reading.label}`),
    working(reading));
}

/** The due date of an answer. */
export function dueBox(due) {
  return element("section", { class: "due", "aria-label": "Due date" },
    element("h3", {}, "Due"),
    due.readings.map((reading, index) => readingBox(reading, index === 0)));
}
