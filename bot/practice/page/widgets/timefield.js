// A time of day: typed ("9:30 am", "14:05") or chosen from the half hours; always HH:MM underneath.

import { spokenHour } from "../time.js";
import { combobox } from "./combobox.js";

/** Build a time field; returns {node, input, value, problem}. */
export function timeField({ value = null, onchange = () => {}, ...wish }) {
  const box = combobox({
    ...wish, placeholder: wish.placeholder ?? "Select a time", chosen: value ? [option(value)] : [], source: timesFor, resolve,
    onchange: (chosen) => onchange(chosen[0]?.key ?? null),
  });
  return { node: box.node, input: box.input, value: () => box.chosen()[0]?.key ?? null, problem: box.problem, set: (time) => box.choose(time ? [option(time)] : []) };
}

const HALF_HOURS = Array.from({ length: 48 }, (_, half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);

function option(time) {
  return { key: time, text: spokenHour(time) };
}

function timesFor(query) {
  const meant = readings(query);
  const times = meant.length || query.trim() ? meant : HALF_HOURS;
  return Object.assign([{ label: null, options: times.map(option) }], { note: "Type a time as 9:30 am or 14:05." });
}

// Only a reading that nobody can doubt is taken without being picked.
function resolve(typed) {
  const meant = readings(typed);
  if (meant.length === 1) return { option: option(meant[0]) };
  const problem = meant.length ? `Morning or afternoon? Choose ${meant.map(spokenHour).join(" or ")}.` : "Type a time as 9:30 am or 14:05.";
  return { problem };
}

/** Every time of day that a text can mean: "9:30" is morning or evening, "09:30" and "21:30" are not in doubt. */
export function readings(text) {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a|p)?\.?m?\.?$/i.exec(text.trim());
  if (!match) return [];
  const [, hours, minutes = "00", half] = match;
  const hour = Number(hours);
  if (Number(minutes) > 59 || hour > 23 || (half && (hour > 12 || hour === 0))) return [];
  const at = (value) => `${String(value).padStart(2, "0")}:${minutes}`;
  if (half) return [at((hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0))];
  const certain = hour > 12 || hour === 0 || (hours.startsWith("0") && match[2]);
  return certain ? [at(hour)] : [at(hour % 12), at((hour % 12) + 12)];
}
