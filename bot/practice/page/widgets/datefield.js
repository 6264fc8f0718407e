// A date: typed as 2018-05-04 or chosen in a calendar, and always shown with its weekday and year.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { shortDay } from "../time.js";
import { calendar } from "./calendar.js";
import { popup } from "./popup.js";

/** Build a date field; returns {node, input, value, problem}. `today()` is the reader's day. */
export function dateField({ value = null, today, placeholder, clearable, onchange = () => {}, id, labelledby, describedby, label }) {
  const field = { value, problem: null };
  const input = h("input", {
    type: "text", id, class: "date-input", autocomplete: "off", spellcheck: "false", placeholder: placeholder ?? "Select a date",
    "aria-labelledby": labelledby, "aria-describedby": describedby, "aria-label": label,
  });
  const clear = h("button", { type: "button", class: "combo-clear", "aria-label": "Clear", onclick: () => { set(null); input.focus(); } }, icon("close"));
  const opener = h("button", { type: "button", class: "date-open", "aria-label": "Open the calendar", "aria-haspopup": "dialog", onclick: open }, icon("calendar"));
  const node = h("div", { class: "combo datefield" }, opener, input, clear);
  input.addEventListener("focus", () => { if (field.value) input.value = field.value; input.select(); });
  input.addEventListener("input", () => read(false));
  input.addEventListener("blur", () => { read(true); show(); });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    open();
  });
  show();
  return { node, input, value: () => field.value, problem: () => field.problem, set };

  function read(final) {
    const typed = input.value.trim();
    field.problem = null;
    if (!typed) update(null);
    else if (isDay(typed)) update(typed);
    else if (final && typed !== shown()) field.problem = "Type the date as 2018-05-04, or choose it in the calendar.";
  }
  function update(day) {
    if (day === field.value) return;
    field.value = day;
    clear.hidden = !(clearable && day);
    onchange(day);
  }
  function set(day) {
    field.problem = null;
    update(day);
    show();
  }
  function show() {
    if (!field.problem) input.value = shown();
    clear.hidden = !(clearable && field.value);
  }
  function shown() {
    return field.value ? shortDay(field.value) : "";
  }
  function open() {
    const leave = () => { opened.close(); opener.focus(); };
    const month = calendar({
      day: field.value ?? today(), chosen: field.value, today: today(), onleave: leave, onpick: (day) => { leave(); set(day); },
    });
    const opened = popup({ anchor: node, content: month.node });
    month.focus();
  }
}

/** Tell whether a text is a day of the calendar, written as an ISO date. */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
