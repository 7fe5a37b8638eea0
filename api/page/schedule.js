// The schedule page: choose an event, lay out what follows, give what really happened.

import { AGAIN, notYet, remember, remembered, tell } from "./chooser.js";
import { element, inShort, inWords } from "./element.js";
import { framework, frameworks, Problem, schedule, scheduleFile } from "./service.js";

const FILES = [
  ["Calendar file", "text/calendar", "ics"],
  ["Table (CSV)", "text/csv", "csv"],
  ["Drawing", "image/svg+xml", "svg"],
];

const at = (id) => document.getElementById(id);
const [form, chooser, events, date, send] = ["ask", "framework", "event", "date", "send"].map(at);
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
      await listEvents();
    }
  } catch (error) {
    at("status").textContent = error.message;
    if (notYet(error)) setTimeout(listFrameworks, AGAIN);
  }
}

async function listEvents() {
  remember(chooser.value);
  events.disabled = true;
  const found = chooser.value ? (await framework(chooser.value)).events : [];
  const first = found.length ? "Choose" : "No reviewed timescale of this framework gives a date";
  events.replaceChildren(element("option", { value: "" }, first), ...found.map((each) =>
    element("option", { value: each.id }, `${each.name}: ${each.duties} due`)));
  events.disabled = !found.length;
}

const clock = (time) => (time ? `, ${time}` : "");

function cell(duty) {
  return element("td", {},
    element("p", { class: "subject" }, duty.subject),
    element("p", {}, `${duty.relation}${duty.who ? `; ${duty.who}` : ""}`),
    duty.conditions.length ? element("small", {}, `Where ${duty.conditions.join("; ")}`) : null,
    duty.other_dates.map((other) =>
      element("small", {}, `Read the other way (${other.label}): ${inWords(other.date)}`)),
    duty.conflicts_with.length ? element("small", {}, "The document gives a second figure for this.") : null,
    duty.why_no_date ? element("small", {}, duty.why_no_date) : null,
    element("details", {},
      element("summary", {}, "Where it stands"),
      duty.citations.map((citation) => element("blockquote", {}, `“${citation.text}” `,
        element("small", {}, `${citation.section.join(" > ")} (${citation.statement_id})`))),
      duty.notices.map((notice) => element("small", {}, notice.text))));
}

function row(duty) {
  return element("tr", { class: duty.placed.expected ? "expected" : "" },
    element("th", { scope: "row", class: "date" }, inShort(duty.date) + clock(duty.time)),
    cell(duty));
}

function table(duties, caption, dated) {
  const heads = (dated ? ["By", "What"] : ["What"]).map((text) => element("th", { scope: "col" }, text));
  return element("div", { class: "scroll" }, element("table", {},
    element("caption", { class: "unseen" }, caption),
    element("thead", {}, element("tr", {}, heads)),
    element("tbody", {}, duties.map((duty) => (dated ? row(duty) : element("tr", {}, cell(duty)))))));
}

/** Ask again with the date that an event of the schedule really had. */
function happened(placed) {
  const id = `happened-${placed.event.id}`;
  const value = asked.happened[placed.event.id] ?? "";
  const field = element("input", { id, type: "date", value, min: "1900-01-01", max: "2040-12-31" });
  field.addEventListener("change", () => {
    const real = { ...asked.happened };
    if (field.value) real[placed.event.id] = field.value; else delete real[placed.event.id];
    guarded(() => lay({ ...asked, happened: real }));
  });
  return element("div", { class: "field" },
    element("label", { for: id }, `${placed.event.name}: really on`),
    field,
    placed.expected ? element("p", { class: "hint" }, `expected by ${inShort(placed.date)}`) : null);
}

function download([label, type, ending]) {
  return element("button", {
    type: "button", class: "quiet",
    onclick: () => guarded(async () => {
      const address = URL.createObjectURL(await scheduleFile(asked, type));
      element("a", { href: address, download: `schedule-${asked.framework}-${asked.event}-${asked.date}.${ending}` }).click();
      URL.revokeObjectURL(address);
    }),
  }, label);
}

function box(body) {
  const later = body.events.slice(1);
  return element("article", { class: "turn schedule" }, element("div", { class: "answer" },
    element("h2", {}, `What follows ${body.event.name} on ${inWords(body.date)}`),
    element("p", { class: "hint" }, `${body.authority}, ${body.document} (${body.version})`),
    body.notices.map((notice) => element("p", { class: "notice" }, notice.text)),
    later.length ? element("details", { class: "events-box", open: Object.keys(asked.happened).length > 0 },
      element("summary", {}, "Give what really happened since"),
      element("div", { class: "events" }, later.map(happened))) : null,
    body.duties.length ? table(body.duties, "Duties with a date", true) : null,
    body.undated.length ? [
      element("h3", {}, "What binds without a date"),
      table(body.undated, "Duties without a date", false)] : null,
    element("div", { class: "actions" }, FILES.map(download),
      element("button", { type: "button", class: "quiet", onclick: () => print() }, "Print"))));
}

async function lay(wanted) {
  at("status").textContent = "Laying it out …";
  try {
    const body = await schedule(wanted);
    asked = wanted;
    at("laid").replaceChildren(box(body));
  } finally {
    at("status").textContent = "";
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  guarded(() => lay({ framework: chooser.value, event: events.value, date: date.value, happened: {} }));
});
chooser.addEventListener("change", () => guarded(listEvents));
listFrameworks();
