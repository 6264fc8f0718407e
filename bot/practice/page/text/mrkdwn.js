// Slack's mrkdwn, turned into nodes. Source: docs.slack.dev/messaging/formatting-message-text

import { h, link, safeAddress } from "../dom.js";
import { emojiOf, withEmoji } from "./emoji.js";
import { store } from "../store.js";
import { broadcastMention, channelMention, dateMention, groupMention, userMention } from "./mentions.js";

const WORD = "\\p{L}\\p{N}\\p{M}";
const span = (mark) => `(?<![${WORD}${mark}])${mark}(?=[^\\s${mark}])((?:<[^<>\\n]*>|[^${mark}\\n])*?[^\\s${mark}])${mark}(?![${WORD}])`;
const INLINE = new RegExp(
  [
    "<([^<>\\n]+)>",
    "`([^`\\n]+)`",
    span("\\*"),
    span("_"),
    span("~"),
    ":([a-z0-9_+'-]+(?:::skin-tone-\\d)?):",
    "(https?:\\/\\/[^\\s<>|]*[^\\s<>|.,;:!?)\\]'\"])",
  ].join("|"),
  "gu",
);

/** Turn a text object (plain_text or mrkdwn) into nodes. */
export function textNodes(text) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text, { verbatim: text.verbatim }) : plain(text.text, text.emoji !== false);
}

/** Turn plain text into nodes, keeping its line breaks. */
export function plain(text, emoji = true) {
  return withBreaks(emoji ? withEmoji(text) : text);
}

/** Turn mrkdwn into nodes: fenced code and quotes first, then what stands within a line. */
export function mrkdwn(text, { verbatim = false } = {}) {
  return String(text).split("```").flatMap((part, index, parts) => {
    const fenced = index % 2 === 1 && index < parts.length - 1;
    if (fenced) return [h("pre", {}, unescaped(part.replace(/^\n|\n$/g, "")))];
    const loose = index % 2 === 1 ? `\`\`\`${part}` : part;
    return lines(index > 0 ? loose.replace(/^\n/, "") : loose, verbatim);
  });
}

function lines(text, verbatim) {
  const groups = [];
  for (const line of text.split("\n")) {
    const [, quote, bullet, content] = /^(?:((?:&gt;|>)\s?)|((?:[•◦▪]|-)\s+))?(.*)$/su.exec(line);
    const kind = quote ? "quote" : bullet && !bullet.startsWith("-") ? "bullet" : "text";
    const body = kind === "text" ? line : content;
    if (kind === "bullet" || groups.at(-1)?.kind !== kind) groups.push({ kind, lines: [body] });
    else groups.at(-1).lines.push(body);
  }
  return groups.flatMap((group) => lineGroup(group, verbatim));
}

function lineGroup({ kind, lines: body }, verbatim) {
  const nodes = body.flatMap((line, index) => (index ? [h("br"), ...inline(line, verbatim)] : inline(line, verbatim)));
  if (kind === "quote") return [h("blockquote", {}, nodes)];
  if (kind === "bullet") return [h("span", { class: "bullet" }, nodes)];
  return nodes;
}

/** Turn one line into nodes. */
export function inline(text, verbatim = false) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(unescaped(text.slice(from, match.index)), piece(match, verbatim));
    from = match.index + match[0].length;
  }
  return [...nodes, unescaped(text.slice(from))].filter((node) => node !== "");
}

function piece([whole, token, code, bold, italic, strike, emoji, address], verbatim) {
  if (token) return angled(token) ?? unescaped(whole);
  if (code) return codeNode(unescaped(code));
  if (bold) return h("b", {}, inline(bold, verbatim));
  if (italic) return h("i", {}, inline(italic, verbatim));
  if (strike) return h("s", {}, inline(strike, verbatim));
  if (emoji) return emojiOf(emoji) ?? whole;
  return verbatim ? unescaped(whole) : link(unescaped(address), unescaped(address));
}

// A command that a message shows can be put into the message box by pressing it.
function codeNode(code) {
  const node = h("code", {}, code);
  if (!store.commands.some((one) => code === one.command || code.startsWith(`${one.command} `))) return node;
  const press = () => document.dispatchEvent(new CustomEvent("try-command", { detail: code }));
  return h("button", { type: "button", class: "try", title: "Put this command into the message box", onclick: press }, node);
}

// What stands between < and >: a mention, a date, a link; or nothing of Slack's, and then it is text.
function angled(token) {
  const [target, label] = cut(token, "|");
  if (/^@[UW]/.test(target)) return userMention(target.slice(1), label);
  if (/^#C/.test(target)) return channelMention(target.slice(1), label);
  if (target.startsWith("!date^")) return dateToken(target, label);
  if (target.startsWith("!subteam^")) return groupMention(label ?? target.slice(9));
  if (/^!(here|channel|everyone)/.test(target)) return broadcastMention(/^!(\w+)/.exec(target)[1]);
  if (!/^(https?|mailto|webcal|tel):/i.test(target) || !safeAddress(unescaped(target))) return null;
  return link(unescaped(target), label ? inline(label, true) : unescaped(target.replace(/^(mailto|tel):/, "")));
}

function dateToken(target, fallback = "") {
  const [, seconds, format, address] = target.split("^");
  return dateMention({ seconds: Number(seconds), format: format ?? "", address, fallback: unescaped(fallback) });
}

function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function withBreaks(text) {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));
}

/** Undo Slack's three escapes. */
export function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
