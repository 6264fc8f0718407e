// Days and times: datepicker (no zone), timepicker (may name a zone), datetimepicker (an instant, in the reader's zone).

import { h } from "../dom.js";
import { now } from "../store.js";
import { cityOf, dayOf, hourOf, instantAt, zoneLabel } from "../time.js";
import { dateField } from "../widgets/datefield.js";
import { timeField } from "../widgets/timefield.js";
import { readerZone } from "./surface.js";

/** Builders by element type. */
export const PICKERS = { datepicker, timepicker, datetimepicker };

const today = () => dayOf(now(), readerZone());

function datepicker(spot) {
  const { element } = spot;
  const recalled = spot.recalled();
  const field = dateField({
    ...spot.names, today, value: recalled ? recalled.selected_date : element.initial_date ?? null, placeholder: element.placeholder?.text,
    clearable: spot.optional, onchange: spot.changed,
  });
  return spot.field({ ...field, read: () => ({ type: "datepicker", selected_date: field.value() }) });
}

function timepicker(spot) {
  const { element } = spot;
  const recalled = spot.recalled();
  const field = timeField({
    ...spot.names, value: recalled ? recalled.selected_time : element.initial_time ?? null, placeholder: element.placeholder?.text,
    clearable: spot.optional, onchange: spot.changed,
  });
  const zone = element.timezone ? { timezone: element.timezone } : {};
  const node = h("div", { class: "with-zone" }, field.node, element.timezone ? zoneNote(element.timezone) : null);
  return spot.field({ ...field, node, read: () => ({ type: "timepicker", selected_time: field.value(), ...zone }) });
}

function datetimepicker(spot) {
  const zone = readerZone();
  const recalled = spot.recalled();
  const seconds = recalled ? recalled.selected_date_time : spot.element.initial_date_time;
  const start = seconds ? { day: dayOf(seconds * 1000, zone), hour: hourOf(seconds * 1000, zone) } : { day: null, hour: null };
  const both = () => day.value() && hour.value();
  const onchange = () => { if (both()) spot.changed(); else spot.noted(); };
  const day = dateField({ ...spot.names, today, value: start.day, clearable: spot.optional, onchange });
  const hour = timeField({ label: "Time", value: start.hour, clearable: spot.optional, onchange });
  const value = () => (both() ? instantAt({ day: day.value(), hour: hour.value(), zone }) / 1000 : null);
  const node = h("div", { class: "with-zone" }, day.node, hour.node, zoneNote(zone));
  const problem = () => day.problem() ?? hour.problem();
  return spot.field({ node, input: day.input, problem, read: () => ({ type: "datetimepicker", selected_date_time: value() }) });
}

function zoneNote(zone) {
  return h("span", { class: "zone-note", title: zone }, `${cityOf(zone)} time (${zoneLabel(now(), zone)})`);
}
