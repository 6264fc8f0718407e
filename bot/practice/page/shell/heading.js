// Above the place that is open: its name, its topic, its members, or the app's tabs.

import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { appConversation, botName, on, openChannel, store } from "../store.js";
import { go } from "../sync.js";
import { avatar } from "./avatar.js";
import { showMembers } from "./channeldialogs.js";

/** Draw the heading, and again whenever the place changes. */
export function startHeading(node) {
  on("place channels people", () => {
    const shown = openChannel();
    const app = store.place.kind === "home" || (shown && shown === appConversation());
    fill(node, app ? appHeading() : channelHeading(shown));
    document.title = `${app ? botName() : `#${shown?.name ?? ""}`} · ${store.team}`;
  });
}

function channelHeading(shown) {
  if (!shown) return h("h1", {}, "No channel yet");
  const mark = shown.kind === "im" ? null : icon(shown.kind === "private" ? "lock" : "hash");
  return [
    h("h1", {}, mark, shown.name),
    h("span", { class: "topic", title: shown.topic || null }, shown.topic),
    shown.kind === "im" ? null : membersButton(shown),
  ];
}

function membersButton(shown) {
  const faces = shown.members.slice(0, 3).map((id) => avatar(id, { size: "tiny" }));
  const label = `${shown.members.length} members. Show and add members.`;
  return h("button", { type: "button", class: "members-button", "aria-label": label, title: label, onclick: () => showMembers(shown.id) }, h("span", { class: "faces" }, faces), String(shown.members.length));
}

function appHeading() {
  const app = appConversation();
  const tab = (target, name) => {
    const here = store.place.kind === "home" ? target === "home" : target === store.place.id;
    return h("a", { class: "tab-link", href: `#${target}`, "aria-current": here ? "page" : null, onclick: (event) => { event.preventDefault(); go(target); } }, name);
  };
  return [h("h1", {}, avatar(store.bot.user_id, { size: "small" }), botName()), h("nav", { class: "tabs", "aria-label": botName() }, tab("home", "Home"), app ? tab(app.id, "Messages") : null)];
}
