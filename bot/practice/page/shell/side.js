// The pane on the right: the replies to a message, or what a message or view is made of.

import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { messagesOf, me, now, on, openChannel, store } from "../store.js";
import { inspect, openThread, repliesTo } from "../sync.js";
import { dayOf } from "../time.js";
import { composer } from "./composer.js";
import { messageNode, replyCount } from "./message.js";
import { KeyedList } from "./messagelist.js";
import { rawView } from "./raw.js";

/** Keep the pane showing what was asked for; hidden otherwise. */
export function startSide(node) {
  let thread = null;
  on("side messages clock", () => {
    node.hidden = !(store.thread || store.inspected);
    document.body.classList.toggle("with-side", !node.hidden);
    if (store.inspected) {
      if (thread !== store.inspected) fill(node, head(store.inspected.title, () => inspect(null)), rawView(store.inspected.json));
      thread = store.inspected;
    } else if (store.thread) {
      if (thread?.ts !== store.thread) thread = startThread(node, store.thread);
      thread.draw();
    } else {
      thread = null;
      fill(node);
    }
  });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) openThread(null);
  });
}

function head(title, onclose) {
  return h("div", { class: "side-head" }, h("h2", {}, title), h("button", { type: "button", class: "icon-button", "aria-label": "Close this pane", onclick: onclose }, icon("close")));
}

function startThread(node, ts) {
  const channel = openChannel();
  const replies = h("div", { class: "messages thread", role: "log", "aria-label": "Replies" });
  const list = new KeyedList(replies);
  const pen = composer({ channel: channel.id, thread: ts, placeholder: "Reply…" });
  fill(node, head("Thread", () => openThread(null)), replies, pen.node);
  pen.focus();
  return { ts, draw: () => list.show(`${store.me} ${ts}`, threadRows(channel.id, ts)) };
}

function threadRows(channel, ts) {
  const parent = messagesOf(channel).find((message) => message.ts === ts);
  const replies = repliesTo(channel, ts);
  const row = (message) => ({
    key: message.ts, known: JSON.stringify([message, dayOf(now(), me().tz)]), build: () => messageNode(message, { channel, inThread: true }),
  });
  const count = { key: "count", known: String(replies.length), build: () => h("div", { class: "day replies" }, h("span", {}, replyCount(replies.length))) };
  return [...(parent ? [row(parent)] : []), ...(replies.length ? [count] : []), ...replies.map(row)];
}
