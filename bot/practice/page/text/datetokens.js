// <!date^1525708800^{date_long} at {time}|fallback>: an instant, in the words of whoever reads it.

import { addDays, dayOf, dayParts, hourOf, nearDay, spokenHour, wall } from "../time.js";

/** Render Slack's date format for a reader in a zone; `today` is the reader's day. Unknown words give the fallback. */
export function dateText({ seconds, format, fallback, zone, now }) {
  const instant = seconds * 1000;
  const words = wordsFor({ instant, zone, now });
  let known = Number.isFinite(instant);
  const text = format.replace(/\{([a-z_]+)\}/g, (whole, word) => {
    if (!known || !(word in words)) known = false;
    return known ? words[word]() : whole;
  });
  return known ? text : fallback;
}

function wordsFor({ instant, zone, now }) {
  const day = () => dayOf(instant, zone);
  const at = () => dayParts(day());
  const near = (otherwise) => () => nearDay(day(), dayOf(now, zone)) ?? otherwise();
  const short = () => `${at().monthName.slice(0, 3)} ${at().day}, ${at().year}`;
  const plain = () => `${at().monthName} ${ordinal(at().day)}, ${at().year}`;
  const long = () => `${at().weekday}, ${plain()}`;
  const time = () => spokenHour(hourOf(instant, zone));
  return {
    date_num: day,
    date_slash: () => day().replace(/^(\d+)-(\d+)-(\d+)$/, "$2/$3/$1"),
    date: plain, date_short: short, date_long: long, date_long_full: long,
    date_pretty: near(plain), date_short_pretty: near(short), date_long_pretty: near(long), day_divider_pretty: near(long),
    time, time_secs: () => time().replace(" ", `:${String(wall(instant, zone).second).padStart(2, "0")} `),
    ago: () => ago(instant - now),
  };
}

function ordinal(day) {
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? "th" : { 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th";
  return `${day}${suffix}`;
}

/** A span of milliseconds in words: "3 days ago", "in 2 hours". */
export function ago(span) {
  const size = Math.abs(span);
  const units = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]];
  const [unit, length] = units.find(([, milliseconds]) => size >= milliseconds) ?? ["moment", size || 1];
  if (unit === "moment") return "just now";
  const count = Math.floor(size / length);
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return span < 0 ? `${words} ago` : `in ${words}`;
}

/** What stands on the line between two days: "Today", "Yesterday", or the day in full. */
export function dividerText(day, today) {
  if (day === today) return "Today";
  if (day === addDays(today, -1)) return "Yesterday";
  const at = dayParts(day);
  return `${at.weekday}, ${at.monthName} ${ordinal(at.day)}, ${at.year}`;
}
