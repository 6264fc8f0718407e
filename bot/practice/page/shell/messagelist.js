// The messages of a channel, under a line for each day. A message is redrawn only when something about it changed,
// so that an open menu or a half-typed field in one survives news of another.

import { h } from "../dom.js";
import { focusIn } from "../kit/blocks.js";
import { me, messagesOf, now, on, openChannel, store } from "../store.js";
import { dividerText } from "../text/datetokens.js";
import { dayOf } from "../time.js";
import { messageNode, nameOf } from "./message.js";

const TOGETHER = 5 * 60; // seconds within which one author's messages stand under one name

/** Keep the messages of the open channel in a node. */
export function startMessages(node) {
  const list = new KeyedList(node);
  on("messages place people clock", () => {
    if (store.place.kind !== "channel") return;
    const shown = openChannel();
    list.show(shown?.id ?? null, shown ? rowsOf(shown) : []);
  });
}

function rowsOf(channel) {
  const all = messagesOf(channel.id);
  const main = all.filter((message) => !message.thread_ts || message.thread_ts === message.ts);
  const today = dayOf(now(), me().tz);
  const rows = [beginning(channel)];
  let before = null;
  for (const message of main) {
    const day = dayOf(Number(message.ts) * 1000, me().tz);
    const newDay = !before || day !== before.day;
    if (newDay) rows.push(divider(day, today));
    if (message.ts === store.unreadFrom) rows.push(newLine());
    const replies = all.filter((reply) => reply.thread_ts === message.ts && reply.ts !== message.ts);
    const compact = !newDay && continues(before.message, message);
    rows.push(messageRow({ message, replies, compact, channel: channel.id, today }));
    before = { message, day };
  }
  return rows;
}

function messageRow({ message, replies, compact, channel, today }) {
  const known = JSON.stringify([message, replies.map((reply) => reply.ts), compact, today, me().id]);
  const forUs = message.user === me().id || message.ephemeral;
  return { key: message.ts, known, forUs, build: () => messageNode(message, { channel, compact, replies }) };
}

function continues(previous, message) {
  const same = nameOf(previous) === nameOf(message) && !previous.ephemeral && !message.ephemeral && previous.bot === message.bot;
  return same && Number(message.ts) - Number(previous.ts) < TOGETHER;
}

function divider(day, today) {
  const text = dividerText(day, today);
  return { key: `day ${day}`, known: text, build: () => h("div", { class: "day", role: "separator", "aria-label": text }, h("span", {}, text)) };
}

function newLine() {
  return { key: "new", known: "", build: () => h("div", { class: "day new", role: "separator", "aria-label": "New" }, h("span", {}, "New")) };
}

function beginning(channel) {
  const words = channel.kind === "im" ? `This is the start of your conversation with ${channel.name}.` : `This is the very beginning of #${channel.name}.`;
  return { key: "beginning", known: words + channel.topic, build: () => h("div", { class: "beginning" }, h("b", {}, words), channel.topic ? h("span", { class: "quiet" }, channel.topic) : null) };
}

/** Rows that keep their nodes while what is known of them stays the same, and a view that stays at the newest row. */
export class KeyedList {
  constructor(node) {
    this.node = node;
    this.of = undefined;
    this.rows = new Map();
  }

  show(of, rows) {
    const other = of !== this.of;
    const known = other ? new Map() : this.rows;
    const answered = rows.at(-1)?.forUs && !known.has(rows.at(-1).key);
    const line = rows.find((row) => row.key === "new" && !known.has("new"));
    const toEnd = other || answered || this.atEnd();
    const held = [...known].find(([, row]) => row.node.contains(document.activeElement));
    const refocus = held ? focusIn(held[1].node) : () => {};
    this.rows = new Map(rows.map((row) => [row.key, drawn(row, known.get(row.key))]));
    this.of = of;
    arrange(this.node, rows.map((row) => this.rows.get(row.key).node));
    if (held && !held[1].node.isConnected) refocus(this.rows.get(held[0])?.node ?? this.node);
    if (line) this.rows.get("new").node.scrollIntoView({ block: "start" });
    else if (toEnd) this.node.scrollTop = this.node.scrollHeight;
  }

  atEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < 80;
  }
}

function drawn(row, before) {
  return before?.known === row.known ? before : { known: row.known, node: row.build() };
}

// Move as little as possible: a node that stays where it is keeps its focus.
function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
