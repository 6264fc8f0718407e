// The list of places: channels, private channels, conversations, and the app with its tabs.

import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { appConversation, botName, on, store } from "../store.js";
import { go } from "../sync.js";
import { avatar } from "./avatar.js";
import { askForChannel } from "./channeldialogs.js";

/** Draw the side bar, and again whenever what it lists changes. */
export function startSidebar(node) {
  on("channels place people", () => draw(node));
  document.getElementById("veil").addEventListener("click", closeDrawer);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeDrawer(); });
  on("place", closeDrawer);
}

function closeDrawer() {
  document.body.classList.remove("drawer");
}

function draw(node) {
  const held = document.activeElement?.closest?.("#sidebar a")?.getAttribute("href");
  const app = appConversation();
  const direct = store.channels.filter((channel) => channel.kind === "im" && channel !== app);
  fill(node,
    h("div", { class: "team" }, h("span", { class: "team-name" }, store.team)),
    h("div", { class: "places" },
      group("Channels", channelsOf("channel"), addButton()),
      group("Private channels", channelsOf("private")),
      group("Direct messages", direct.map(placeOf)),
      group("Apps", appPlaces(app))));
  if (held) node.querySelector(`a[href="${held}"]`)?.focus();
}

function channelsOf(kind) {
  return store.channels.filter((channel) => channel.kind === kind).sort((a, b) => a.name.localeCompare(b.name)).map(placeOf);
}

function group(title, places, extra = null) {
  if (!places.length && !extra) return null;
  return h("section", { class: "group" }, h("h2", {}, title), h("ul", {}, places.map((place) => h("li", {}, place)), extra ? h("li", {}, extra) : null));
}

function placeOf(channel) {
  const mark = channel.kind === "im" ? avatar(channel.members.find((id) => id !== store.me), { size: "tiny" }) : icon(channel.kind === "private" ? "lock" : "hash");
  const outside = channel.kind === "channel" && !(channel.members ?? []).includes(store.me);
  return placeLink({ target: channel.id, mark, name: channel.name, unread: channel.unread, style: outside ? "outside" : "" });
}

function appPlaces(app) {
  const name = h("span", { class: "app-name" }, avatar(store.bot.user_id, { size: "tiny" }), botName());
  const home = placeLink({ target: "home", mark: null, name: "Home", style: "tab" });
  const messages = app ? placeLink({ target: app.id, mark: null, name: "Messages", unread: app.unread, style: "tab" }) : null;
  return [name, home, messages].filter(Boolean);
}

function placeLink({ target, mark, name, unread = 0, style = "" }) {
  const here = store.place.kind === "home" ? target === "home" : target === store.place.id;
  const count = unread && !here ? h("span", { class: "badge", "aria-label": `${unread} unread` }, String(unread)) : null;
  const onclick = (event) => { event.preventDefault(); go(target); closeDrawer(); };
  return h("a", { href: `#${target}`, class: `place-link ${style} ${count ? "unread" : ""}`, "aria-current": here ? "page" : null, onclick }, mark, h("span", { class: "place-name" }, name), count);
}

function addButton() {
  return h("button", { type: "button", class: "place-link add", onclick: askForChannel }, icon("plus"), h("span", { class: "place-name" }, "Add a channel"));
}
