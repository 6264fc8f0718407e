// People, channels, groups and dates that a text points at.

import { dateText } from "./datetokens.js";
import { h, link } from "../dom.js";
import { channel, me, now, person, store } from "../store.js";
import { longDay, dayOf, timeIn, zoneLabel } from "../time.js";

/** "@Dara Sok"; our own name stands out. */
export function userMention(id, label) {
  const name = person(id)?.real_name ?? label ?? id;
  return h("span", { class: id === store.me ? "mention mine" : "mention" }, `@${name}`);
}

/** "#rainsy-us", which opens that channel; one we cannot see is only named. */
export function channelMention(id, label) {
  const known = channel(id);
  if (!known) return h("span", { class: "mention" }, label ? `#${label}` : "a private channel");
  return h("a", { class: "mention", href: `#${id}` }, `#${known.name}`);
}

/** "@here", "@channel", "@everyone". */
export function broadcastMention(range) {
  return h("span", { class: "mention mine" }, `@${range}`);
}

/** "@team" for a group of people. */
export function groupMention(label) {
  return h("span", { class: "mention" }, label.startsWith("@") ? label : `@${label}`);
}

/** An instant in our zone; pointing at it names the day, the hour and the zone. */
export function dateMention({ seconds, format, address, fallback }) {
  const zone = me().tz;
  const shown = dateText({ seconds, format, fallback, zone, now: now() });
  const time = h("time", { class: "date", title: fullInstant(seconds * 1000, zone) }, shown);
  return address ? link(address, time) : time;
}

/** "Friday, May 18, 2018, 11:59 PM PDT". */
export function fullInstant(instant, zone) {
  if (!Number.isFinite(instant)) return null;
  return `${longDay(dayOf(instant, zone))}, ${timeIn(instant, zone)} ${zoneLabel(instant, zone)}`;
}
