// A small calendar of a due date's working: which days were counted, which were not.

import { element, inWords } from "./element.js";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];
const MOST_MONTHS = 4;

const number = (iso) => iso.split("-").map(Number);
const months = (iso) => { const [year, month] = number(iso); return year * 12 + month - 1; };
const iso = (year, month, day) =>
  `${year}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function cell(date, day, worked, last) {
  if (!worked) return element("td", { class: "outside" }, String(day));
  const kind = date === last ? "due" : worked.counted ? "counted" : "skipped";
  return element("td", { class: kind, title: `${inWords(date)}: ${worked.why}` }, String(day));
}

function month(at, worked, last) {
  const [year, name] = [Math.floor(at / 12), at % 12];
  // In UTC, so that no reader's time zone moves a day.
  const before = (new Date(Date.UTC(year, name, 1)).getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, name + 1, 0)).getUTCDate();
  const cells = [...Array(before).fill(null), ...Array.from({ length: days }, (_, n) => n + 1)];
  const weeks = [];
  for (let start = 0; start < cells.length; start += 7) weeks.push(cells.slice(start, start + 7));
  return element("table", { class: "month" },
    element("caption", {}, `${MONTHS[name]} ${year}`),
    element("thead", {}, element("tr", {}, WEEKDAYS.map((day) => element("th", { scope: "col" }, day)))),
    element("tbody", {}, weeks.map((week) => element("tr", {}, week.map((day) => {
      if (day === null) return element("td", {});
      const date = iso(year, name, day);
      return cell(date, day, worked.get(date), last);
    })))));
}

/** The months of a working, or null where they are too many or days of it are left out. */
export function calendar(reading) {
  const dates = reading.working.map((day) => day.date).sort();
  if (dates.length < 2) return null;
  const [first, end] = [months(dates[0]), months(dates.at(-1))];
  const span = (Date.parse(dates.at(-1)) - Date.parse(dates[0])) / 86400000 + 1;
  if (end - first >= MOST_MONTHS || span !== dates.length) return null;
  const worked = new Map(reading.working.map((day) => [day.date, day]));
  return element("div", { class: "months", "aria-hidden": "true" },
    Array.from({ length: end - first + 1 }, (_, n) => month(first + n, worked, reading.date)));
}
