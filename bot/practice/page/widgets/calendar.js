// One month of days to choose from, steered by arrows, Page Up and Page Down.

import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { addDays, dayParts, longDay } from "../time.js";

/** Build a calendar that starts on a day; `onpick` hears the ISO date, `onleave` that Escape was pressed. */
export function calendar({ day, chosen, today, onpick, onleave }) {
  const node = h("div", { class: "calendar", role: "dialog", "aria-label": "Choose a date" });
  const state = { node, day, chosen, today, onpick };
  node.addEventListener("keydown", (event) => steer(state, event, onleave));
  draw(state);
  return { node, focus: () => node.querySelector("[tabindex='0']").focus() };
}

function draw(state) {
  const at = dayParts(state.day);
  const turn = (days, label, name) => h("button", { type: "button", class: "icon-button", "aria-label": label, onclick: () => move(state, days) }, icon(name));
  fill(state.node,
    h("div", { class: "calendar-head" },
      turn(-monthBefore(state.day), "Previous month", "back"),
      h("span", { "aria-live": "polite" }, `${at.monthName} ${at.year}`),
      turn(monthAfter(state.day), "Next month", "next")),
    h("div", { class: "calendar-grid", role: "grid" }, ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"].map((name) => h("span", { class: "calendar-name" }, name)), days(state)));
}

function days(state) {
  const first = `${state.day.slice(0, 8)}01`;
  const start = addDays(first, -new Date(`${first}T00:00:00Z`).getUTCDay());
  return Array.from({ length: 42 }, (_, index) => dayButton(state, addDays(start, index)));
}

function dayButton(state, day) {
  const classes = ["calendar-day", day.slice(0, 7) !== state.day.slice(0, 7) && "other", day === state.today && "today", day === state.chosen && "chosen"];
  return h("button", {
    type: "button", class: classes.filter(Boolean).join(" "), tabindex: day === state.day ? "0" : "-1", "aria-label": longDay(day),
    "aria-pressed": String(day === state.chosen), onclick: () => state.onpick(day),
  }, String(Number(day.slice(8))));
}

function move(state, days) {
  state.day = addDays(state.day, days);
  draw(state);
}

function steer(state, event, onleave) {
  const steps = {
    ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -monthBefore(state.day), PageDown: monthAfter(state.day),
  };
  if (event.key === "Escape") onleave();
  else if (event.key in steps) {
    move(state, steps[event.key]);
    state.node.querySelector("[tabindex='0']").focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

// How many days away the same day of the neighbouring month is (its last day, if it is shorter).
function monthAfter(iso) {
  return between(iso, 1);
}

function monthBefore(iso) {
  return -between(iso, -1);
}

function between(iso, months) {
  const { year, month, day } = dayParts(iso);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const other = Date.UTC(year, month - 1 + months, Math.min(day, last));
  return Math.round((other - Date.parse(`${iso}T00:00:00Z`)) / 86_400_000);
}
