// One message: who, when, what, its files, and what can be done with it.

import { h, link, ownPath, spoken } from "../dom.js";
import { icon } from "../icons.js";
import { drawBlocks } from "../kit/blocks.js";
import { Surface } from "../kit/surface.js";
import { useShortcut } from "../deeds.js";
import { botName, me, now, person, store } from "../store.js";
import { inspect, openThread } from "../sync.js";
import { dividerText } from "../text/datetokens.js";
import { emojiOf } from "../text/emoji.js";
import { fullInstant } from "../text/mentions.js";
import { mrkdwn } from "../text/mrkdwn.js";
import { dayOf, timeIn } from "../time.js";
import { menuButton } from "../widgets/menu.js";
import { avatar } from "./avatar.js";

/** Build a message. `compact` leaves its author out, `replies` are shown as a line to press. */
export function messageNode(message, { channel, compact = false, replies = [], inThread = false }) {
  const body = h("div", { class: "message-body" }, compact ? null : author(message), content(message, channel, inThread), attachments(message), files(message), reactions(message), replies.length ? replyLine(message, replies) : null);
  const side = h("div", { class: "message-side" }, compact ? h("span", { class: "message-hour" }, stamp(message.ts)) : avatar(authorId(message), { name: message.bot ? null : undefined }));
  return h("article", { class: ["message", compact && "compact", message.ephemeral && "ephemeral"].filter(Boolean).join(" "), "data-ts": message.ts, "aria-label": `${nameOf(message)}, ${stamp(message.ts).textContent}` },
    message.ephemeral ? h("div", { class: "only-you" }, icon("eye"), "Only visible to you") : null, side, body, tools(message, { channel, inThread }));
}

/** Who wrote a message, in words. */
export function nameOf(message) {
  if (message.bot) return message.username || botName();
  return person(message.user)?.real_name ?? message.username ?? "Somebody";
}

function authorId(message) {
  return message.bot ? store.bot.user_id : message.user;
}

function author(message) {
  return h("div", { class: "author" }, h("b", { class: "author-name" }, nameOf(message)), message.bot ? h("span", { class: "app-badge" }, "APP") : null, stamp(message.ts));
}

function stamp(ts) {
  const instant = Number(ts) * 1000;
  return h("time", { class: "stamp", title: fullInstant(instant, me().tz) }, timeIn(instant, me().tz));
}

function content(message, channel, inThread) {
  const node = h("div", { class: "content", dir: "auto" });
  if (message.blocks?.length) {
    const surface = new Surface({ key: `${inThread ? "thread " : ""}${channel}:${message.ts}`, container: { channel, ts: message.ts } });
    drawBlocks(node, { blocks: message.blocks, surface });
  } else node.append(...mrkdwn(message.text ?? ""));
  spoken(node);
  if (message.edited) node.append(h("span", { class: "edited" }, " (edited)"));
  return node;
}

// The older way of adding to a message: a coloured bar, a title, a text.
function attachments(message) {
  return (message.attachments ?? []).map((one) => h("blockquote", { class: "attachment" },
    one.pretext ? h("div", {}, mrkdwn(one.pretext)) : null,
    one.title ? h("b", {}, one.title_link ? link(one.title_link, one.title) : one.title) : null,
    h("div", {}, mrkdwn(one.text ?? one.fallback ?? "")),
    (one.fields ?? []).map((field) => h("div", {}, h("b", {}, field.title ?? ""), " ", mrkdwn(field.value ?? "")))));
}

function files(message) {
  if (!message.files?.length) return null;
  return h("div", { class: "files" }, message.files.map((file) => (file.mimetype?.startsWith("image/") && address(file) ? pictureFile(file) : plainFile(file))));
}

// Who fetches a file says who they are: only those who see a message may see what it carries.
function address(file) {
  const path = ownPath(file.url);
  return path && `${path}?${new URLSearchParams({ as: store.me })}`;
}

function pictureFile(file) {
  const download = h("a", { class: "download", href: address(file), download: file.name, title: `Download ${file.name}`, "aria-label": `Download ${file.name}` }, icon("file"));
  return h("figure", { class: "picture-file" },
    h("figcaption", {}, file.title || file.name, " ", download),
    link(address(file), h("img", { src: address(file), alt: file.alt_txt || file.title || file.name, width: file.original_w, height: file.original_h })));
}

function plainFile(file) {
  return h("a", { class: "file", href: address(file), download: file.name }, icon("file"), h("span", { class: "file-text" }, h("b", {}, file.title || file.name), h("span", { class: "quiet" }, `${file.name} · ${sizeText(file.size)}`)));
}

function sizeText(bytes = 0) {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return h("div", { class: "reactions" }, message.reactions.map((one) => h("span", { class: "reaction", title: (one.users ?? []).map((id) => person(id)?.real_name ?? id).join(", ") }, emojiOf(one.name) ?? `:${one.name}:`, " ", String(one.count ?? one.users?.length ?? 1))));
}

function replyLine(message, replies) {
  const authors = [...new Set(replies.map(authorId))].slice(0, 4);
  const last = replies.at(-1);
  const day = dividerText(dayOf(Number(last.ts) * 1000, me().tz), dayOf(now(), me().tz));
  return h("button", { type: "button", class: "reply-line", onclick: () => openThread(message.ts) }, authors.map((id) => avatar(id, { size: "tiny" })),
    h("b", {}, replyCount(replies.length)), h("span", { class: "quiet" }, `Last reply ${day === "Today" || day === "Yesterday" ? day.toLowerCase() : day} at ${timeIn(Number(last.ts) * 1000, me().tz)}`));
}

/** "1 reply", "2 replies". */
export function replyCount(count) {
  return count === 1 ? "1 reply" : `${count} replies`;
}

function tools(message, { channel, inThread }) {
  const threadable = !message.ephemeral && !inThread;
  const reply = threadable ? h("button", { type: "button", class: "icon-button", "aria-label": "Reply in thread", title: "Reply in thread", onclick: () => openThread(message.thread_ts ?? message.ts) }, icon("reply")) : null;
  const more = menuButton({ label: "More actions on this message", items: () => moreItems(message, channel), content: icon("more"), class: "icon-button" });
  return h("div", { class: "tools", role: "toolbar", "aria-label": "Message actions" }, reply, more);
}

function moreItems(message, channel) {
  const shortcuts = message.ephemeral ? [] : store.shortcuts.filter((one) => one.type === "message");
  const uses = shortcuts.map((one) => ({ label: one.name, hint: one.description, mark: icon("bolt"), onpick: () => useShortcut({ ...one, channel, ts: message.ts }) }));
  const raw = { label: "Show the blocks (JSON)", mark: icon("braces"), onpick: () => inspect({ title: "Message", json: message }) };
  return [...(uses.length ? [{ heading: botName() }, ...uses] : []), { heading: "Inspect" }, raw];
}
