// Building the page: everything from the service goes in as text, never as markup.

/** Make an element with properties and children; a child may be a string, a node or null. */
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== null && value !== false && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
  return node;
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

function parts(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  // In UTC, so that no reader's time zone moves the day.
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return { year, month: MONTHS[month - 1], day, weekday };
}

/** "2026-01-13" as "Tuesday 13 January 2026". */
export function inWords(iso) {
  const { year, month, day, weekday } = parts(iso);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "2026-01-13" as "Tue 13 Jan 2026". */
export function inShort(iso) {
  const { year, month, day, weekday } = parts(iso);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)} ${year}`;
}
