// The middle of the page: the messages of a channel with a composer under them, or the app's Home tab.

import { invite } from "../deeds.js";
import { fill, h } from "../dom.js";
import { drawBlocks } from "../kit/blocks.js";
import { Surface } from "../kit/surface.js";
import { icon } from "../icons.js";
import { appConversation, botName, on, openChannel, store } from "../store.js";
import { go, inspect } from "../sync.js";
import { composer } from "./composer.js";
import { startMessages } from "./messagelist.js";

/** Keep the middle of the page showing the place that is open. */
export function startPlace({ place, foot }) {
  const messages = h("div", { class: "messages", role: "log", "aria-label": "Messages", tabindex: "0" });
  const home = h("div", { class: "home" });
  startMessages(messages);
  let shown = "";
  let pen = null;
  let tried = null;
  const writeTried = () => {
    if (!tried || !pen) return;
    pen.write(tried);
    tried = null;
  };
  document.addEventListener("try-command", ({ detail }) => {
    tried = detail;
    if (pen) writeTried();
    else go(appConversation().id);
  });
  on("place people channels", () => {
    const channel = openChannel();
    const wanted = `${store.me} ${channel?.id} ${channel?.members.includes(store.me)}`;
    const middle = store.place.kind === "home" ? home : messages;
    if (middle.parentNode !== place) fill(place, middle);
    if (wanted !== shown) pen = channel ? openComposer(foot, channel) : void fill(foot);
    shown = wanted;
    writeTried();
  });
  on("home place people clock", () => { if (store.place.kind === "home") drawHome(home); });
}

// Where there is a keyboard one can write at once, unless something else is being done.
function openComposer(foot, channel) {
  if (!channel.members.includes(store.me)) return void fill(foot, joinBar(channel));
  const name = channel.kind === "im" ? channel.name : `#${channel.name}`;
  const pen = composer({ channel: channel.id, placeholder: `Message ${name}`, id: "composer-text" });
  fill(foot, pen.node);
  const idle = document.activeElement === document.body || document.activeElement.closest("#sidebar, #heading, #bar");
  if (idle && matchMedia("(hover: hover)").matches) pen.focus();
  return pen;
}

// Anybody may read a public channel; only its members write in it.
function joinBar(channel) {
  const join = h("button", { type: "button", class: "button primary", onclick: () => invite({ channel: channel.id, user: store.me }) }, "Join channel");
  return h("div", { class: "join" }, h("span", {}, `You are viewing #${channel.name}.`), join);
}

function drawHome(node) {
  const { home } = store;
  if (!home) return fill(node, h("div", { class: "beginning" }, h("b", {}, `${botName()} has nothing here yet.`)));
  const surface = new Surface({ key: home.id ?? "home", container: { view_id: home.id } });
  let body = node.querySelector(".home-body");
  if (!body) {
    body = h("div", { class: "home-body" });
    fill(node, h("div", { class: "home-tools" }, h("button", { type: "button", class: "icon-button", "aria-label": "Show the blocks of this view", title: "Show the blocks (JSON)", onclick: () => inspect({ title: "App Home", json: store.home }) }, icon("braces"))), body);
  }
  drawBlocks(body, { blocks: home.blocks, surface });
  return node;
}
