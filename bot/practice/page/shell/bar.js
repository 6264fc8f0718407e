// The bar at the top: the practice time in every office, the buttons that move it, and who we are.

import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { moveClock } from "../deeds.js";
import { me, now, on, store } from "../store.js";
import { become } from "../sync.js";
import { cityOf, dayOf, dayParts, shortDay, timeIn, zoneLabel } from "../time.js";
import { menuButton } from "../widgets/menu.js";
import { askWhen } from "./clockdialog.js";
import { avatar } from "./avatar.js";

/** Draw the bar and keep its time. */
export function startBar(node) {
  const clocks = h("div", { class: "clocks", role: "group", "aria-label": "Practice time" });
  const people = h("div", { class: "who" });
  const sidebar = h("button", { type: "button", class: "bar-button burger", "aria-label": "Show the channels", onclick: () => document.body.classList.toggle("drawer") }, icon("menu"));
  fill(node, sidebar, h("span", { class: "bar-mark", title: "Practice time" }, icon("clock")), clocks, movers(), people);
  on("clock people", () => drawClocks(clocks));
  on("people", () => fill(people, switcher()));
  setInterval(() => drawClocks(clocks), 1000);
}

// The offices are the zones of the people, ours first.
function offices() {
  const zones = [...new Set(store.people.map((person) => person.tz))];
  return zones.sort((a, b) => Number(b === me().tz) - Number(a === me().tz));
}

let drawn = "";

function drawClocks(node) {
  const at = now();
  const text = offices().map((zone) => [zone, timeIn(at, zone), dayOf(at, zone)].join());
  if (text.join() === drawn && node.childElementCount) return;
  drawn = text.join();
  fill(node, offices().map((zone) => office(zone, at)));
}

function office(zone, at) {
  const day = dayParts(dayOf(at, zone));
  const words = `${day.weekday.slice(0, 3)} ${day.day} ${day.monthName.slice(0, 3)} ${day.year}`;
  return h("div", { class: zone === me().tz ? "office ours" : "office", title: `${zone}, ${zoneLabel(at, zone)}` },
    h("span", { class: "office-city" }, cityOf(zone)),
    h("span", { class: "office-time" }, timeIn(at, zone)), h("span", { class: "office-day" }, words));
}

function movers() {
  const step = (label, name, move) => h("button", { type: "button", class: "bar-button", title: name, "aria-label": name, onclick: () => moveClock(move) }, label);
  return h("div", { class: "movers", role: "group", "aria-label": "Move the practice clock" },
    step(["+1", h("span", { class: "long" }, " hour"), h("span", { class: "short" }, "h")], "Move the clock one hour forward", { hours: 1 }),
    step(["+1", h("span", { class: "long" }, " day"), h("span", { class: "short" }, "d")], "Move the clock one day forward", { days: 1 }),
    h("button", { type: "button", class: "bar-button", title: "Move the clock to a chosen moment", onclick: askWhen }, "to …"));
}

function switcher() {
  const items = () => store.people.map((person) => ({
    label: person.real_name, hint: `${cityOf(person.tz)} · ${timeIn(now(), person.tz)}, ${shortDay(dayOf(now(), person.tz))}`, mark: avatar(person.id, { size: "small" }), checked: person.id === store.me,
    onpick: () => become(person.id),
  }));
  const content = [avatar(store.me, { size: "small" }), h("span", { class: "who-text" }, h("span", { class: "who-you" }, "You are: "), h("b", {}, me().real_name), h("span", { class: "who-city" }, ` · ${cityOf(me().tz)}`)), icon("down")];
  return menuButton({ label: `You are ${me().real_name}, ${cityOf(me().tz)}. Be somebody else.`, items: () => [{ heading: "Be somebody else" }, ...items()], content, class: "bar-button switcher" });
}
