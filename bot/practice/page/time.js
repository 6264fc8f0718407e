// Instants in somebody's zone. Instants are milliseconds since 1970; zones are IANA names; days are ISO dates.

const CITIES = { "America/Los_Angeles": "San Francisco", "Asia/Phnom_Penh": "Phnom Penh", "Europe/Paris": "Paris" };
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const formatters = new Map();

/** What people call the place that keeps a zone's time. */
export function cityOf(zone) {
  return CITIES[zone] ?? zone.split("/").pop().replaceAll("_", " ");
}

/** The parts of an instant on the wall clock of a zone. */
export function wall(instant, zone) {
  if (!formatters.has(zone)) formatters.set(zone, wallFormatter(zone));
  const found = {};
  for (const part of formatters.get(zone).formatToParts(instant)) found[part.type] = Number(part.value);
  return { year: found.year, month: found.month, day: found.day, hour: found.hour, minute: found.minute, second: found.second };
}

function wallFormatter(timeZone) {
  const two = "2-digit";
  return new Intl.DateTimeFormat("en-u-ca-gregory", {
    timeZone, hourCycle: "h23", year: "numeric", month: two, day: two, hour: two, minute: two, second: two,
  });
}

const pad = (number) => String(number).padStart(2, "0");

/** The day in a zone, as an ISO date. */
export function dayOf(instant, zone) {
  const at = wall(instant, zone);
  return `${at.year}-${pad(at.month)}-${pad(at.day)}`;
}

/** The time of day in a zone, as HH:MM. */
export function hourOf(instant, zone) {
  const at = wall(instant, zone);
  return `${pad(at.hour)}:${pad(at.minute)}`;
}

/** HH:MM as people read it: "9:30 AM". */
export function spokenHour(hhmm) {
  const [hour, minute] = hhmm.split(":").map(Number);
  return `${hour % 12 || 12}:${pad(minute)} ${hour < 12 ? "AM" : "PM"}`;
}

/** The time of day in a zone as people read it. */
export function timeIn(instant, zone) {
  return spokenHour(hourOf(instant, zone));
}

/** A zone's abbreviation at an instant: "PDT", "GMT+7". */
export function zoneLabel(instant, zone) {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" }).formatToParts(instant);
  return parts.find((part) => part.type === "timeZoneName").value;
}

/** The pieces of an ISO date, in words. */
export function dayParts(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return { year, month, day, weekday, monthName: MONTHS[month - 1] };
}

/** "Friday, May 18, 2018". */
export function longDay(iso) {
  const at = dayParts(iso);
  return `${at.weekday}, ${at.monthName} ${at.day}, ${at.year}`;
}

/** "Fri, May 18, 2018". */
export function shortDay(iso) {
  const at = dayParts(iso);
  return `${at.weekday.slice(0, 3)}, ${at.monthName.slice(0, 3)} ${at.day}, ${at.year}`;
}

/** Another day, some days away from an ISO date. */
export function addDays(iso, days) {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "today", "yesterday", "tomorrow" as seen from another day, or null. */
export function nearDay(iso, today) {
  if (iso === today) return "today";
  if (iso === addDays(today, -1)) return "yesterday";
  return iso === addDays(today, 1) ? "tomorrow" : null;
}

/** The instant at which a zone's wall clock shows a day and an hour; in a gap, the instant just after it. */
export function instantAt({ day, hour, zone }) {
  const wanted = Date.parse(`${day}T${hour}:00Z`);
  const first = wanted - offsetAt(wanted, zone);
  const second = wanted - offsetAt(first, zone);
  const shown = hourOf(second, zone) === hour && dayOf(second, zone) === day;
  return shown ? second : Math.max(first, second);
}

function offsetAt(instant, zone) {
  const at = wall(instant, zone);
  return Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) - Math.floor(instant / 1000) * 1000;
}
