// The rich_text block: sections, lists, quotes and preformatted text, each a list of runs.

import { h, link } from "../dom.js";
import { emojiOf } from "./emoji.js";
import { broadcastMention, channelMention, dateMention, groupMention, userMention } from "./mentions.js";
import { plain } from "./mrkdwn.js";

/** Turn a rich_text block into nodes. */
export function richText(block) {
  return h("div", { class: "rich-text" }, block.elements.map(part));
}

const PARTS = {
  rich_text_section: (element) => h("p", {}, runs(element)),
  rich_text_preformatted: (element) => h("pre", {}, runs(element)),
  rich_text_quote: (element) => h("blockquote", {}, runs(element)),
  rich_text_list: list,
};

function part(element) {
  return PARTS[element.type]?.(element) ?? null;
}

function list(element) {
  const tag = element.style === "ordered" ? "ol" : "ul";
  const start = tag === "ol" && element.offset ? element.offset + 1 : null;
  return h(tag, { class: `indent-${Math.min(element.indent ?? 0, 8)}`, start }, element.elements.map((item) => h("li", {}, runs(item))));
}

function runs(element) {
  return (element.elements ?? []).map((run) => styled(run.style, RUNS[run.type]?.(run) ?? run.text ?? ""));
}

const RUNS = {
  text: (run) => plain(run.text, false),
  link: (run) => link(run.url, run.text ?? run.url),
  emoji: (run) => emojiOf(run.name) ?? `:${run.name}:`,
  user: (run) => userMention(run.user_id),
  channel: (run) => channelMention(run.channel_id),
  usergroup: (run) => groupMention(run.usergroup_id),
  broadcast: (run) => broadcastMention(run.range),
  color: (run) => h("code", {}, run.value),
  date: (run) => dateMention({ seconds: run.timestamp, format: run.format, address: run.url, fallback: run.fallback ?? "" }),
};

function styled(style = {}, content) {
  const tags = { bold: "b", italic: "i", strike: "s", underline: "u", code: "code" };
  return Object.entries(tags).reduce((inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner), content);
}
