// "to …": the moment to which the practice clock is moved, in the zone of an office.

import { moveClock } from "../deeds.js";
import { h } from "../dom.js";
import { me, now, store } from "../store.js";
import { cityOf, dayOf, hourOf, instantAt } from "../time.js";
import { combobox, matching } from "../widgets/combobox.js";
import { dateField } from "../widgets/datefield.js";
import { openDialog } from "../widgets/dialog.js";
import { timeField } from "../widgets/timefield.js";

const HOUR = 3_600_000;

/** Ask for a moment and move the clock there. */
export function askWhen() {
  const zones = [...new Set(store.people.map((person) => person.tz))].map((zone) => ({ key: zone, text: `${cityOf(zone)} time` }));
  const zone = combobox({ label: "Whose time", chosen: zones.filter((one) => one.key === me().tz), source: (query) => matching([{ label: null, options: zones }], query) });
  const here = () => zone.chosen()[0].key;
  const soon = now() + HOUR;
  const day = dateField({ label: "Date", today: () => dayOf(now(), here()), value: dayOf(soon, here()) });
  const hour = timeField({ label: "Time", value: hourOf(soon, here()) });
  const error = h("p", { class: "input-error", role: "alert" });
  const move = async () => {
    error.textContent = problem({ day, hour, zone: here() }) ?? "";
    if (error.textContent) return;
    const to = new Date(instantAt({ day: day.value(), hour: hour.value(), zone: here() })).toISOString();
    if (await moveClock({ to })) dialog.close();
  };
  const foot = [h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Cancel"), h("button", { type: "button", class: "button primary", onclick: move }, "Move the clock")];
  const body = [
    h("p", { class: "quiet" }, "The practice clock only moves forward. Everything that falls due on the way happens at once."),
    h("div", { class: "when" }, day.node, hour.node, zone.node), error,
  ];
  const dialog = openDialog({ title: "Move the practice clock to …", body, foot, narrow: true });
  day.input.focus();
}

function problem({ day, hour, zone }) {
  const typed = day.problem() ?? hour.problem();
  if (typed) return typed;
  if (!day.value() || !hour.value()) return "Choose a date and a time.";
  return instantAt({ day: day.value(), hour: hour.value(), zone }) <= now() ? "That moment has passed. Choose a later one." : null;
}
