// Making a channel, and seeing and adding its members.

import { invite, makeChannel } from "../deeds.js";
import { fill, h, uid } from "../dom.js";
import { botName, channel, on, person, store } from "../store.js";
import { go } from "../sync.js";
import { cityOf } from "../time.js";
import { openDialog } from "../widgets/dialog.js";
import { avatar } from "./avatar.js";

/** Ask for a channel's name and make it. */
export function askForChannel() {
  const ids = { name: uid("name") };
  const name = h("input", { id: ids.name, class: "text-input", placeholder: "e.g. appeal-2019", maxlength: "80", autocomplete: "off" });
  const isPrivate = h("input", { type: "checkbox", id: uid("private") });
  const withBot = h("input", { type: "checkbox", id: uid("bot"), checked: true });
  const make = async () => {
    const made = await makeChannel({ name: name.value.trim().toLowerCase().replaceAll(" ", "-"), isPrivate: isPrivate.checked, withBot: withBot.checked });
    if (!made) return;
    dialog.close();
    go(made.id);
  };
  name.addEventListener("keydown", (event) => { if (event.key === "Enter") make(); });
  const body = [
    h("label", { class: "input-label", for: ids.name }, "Name"), name,
    h("div", { class: "choice" }, isPrivate, h("label", { for: isPrivate.id }, "Private: only its members see it")),
    h("div", { class: "choice" }, withBot, h("label", { for: withBot.id }, `Add ${botName()}`)),
  ];
  const foot = [h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Cancel"), h("button", { type: "button", class: "button primary", onclick: make }, "Create")];
  const dialog = openDialog({ title: "Create a channel", body, foot, narrow: true });
  name.focus();
}

/** Show who is in a channel, and who could be. */
export function showMembers(id) {
  const body = h("div", { class: "members" });
  const draw = () => fill(body, memberLists(channel(id)));
  on("channels", draw);
  draw();
  openDialog({ title: `#${channel(id).name}`, body, narrow: true });
}

function memberLists(shown) {
  const everybody = [...store.people.map((one) => one.id), store.bot.user_id];
  const inside = everybody.filter((one) => shown.members.includes(one));
  const outside = everybody.filter((one) => !shown.members.includes(one));
  return [
    shown.topic ? h("p", { class: "quiet" }, shown.topic) : null,
    h("h3", {}, `Members (${inside.length})`), h("ul", {}, inside.map((one) => memberRow(one))),
    outside.length ? [h("h3", {}, "Not in this channel"), h("ul", {}, outside.map((one) => memberRow(one, shown.id)))] : null,
  ];
}

function memberRow(id, channelId) {
  const { real_name: name, tz, bot } = person(id);
  const add = channelId ? h("button", { type: "button", class: "button small", "aria-label": `Add ${name}`, onclick: () => invite({ channel: channelId, user: id }) }, "Add") : null;
  return h("li", { class: "member" }, avatar(id, { size: "small" }), h("span", { class: "member-name" }, name, h("span", { class: "quiet" }, bot ? " app" : ` ${cityOf(tz)}`)), add);
}
