// The markdown block speaks standard Markdown, not mrkdwn: headings, lists, tasks, tables, fences, quotes, **bold**.

import { h, link, safeAddress } from "../dom.js";
import { withEmoji } from "./emoji.js";

/** Turn standard Markdown into nodes. */
export function markdown(text) {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const nodes = [];
  while (lines.length) nodes.push(nextBlock(lines));
  return nodes.filter(Boolean);
}

const STARTS = [
  [/^\s*$/, (lines) => void lines.shift()],
  [/^```/, fence],
  [/^#{1,6}\s/, heading],
  [/^\s*([-*_])(\s*\1){2,}\s*$/, (lines) => (lines.shift(), h("hr"))],
  [/^>/, quote],
  [/^\s*([-*+]|\d+[.)])\s/, list],
  [/^\s*\|.*\|\s*$/, table],
];

function nextBlock(lines) {
  const start = STARTS.find(([pattern]) => pattern.test(lines[0]));
  return start ? start[1](lines) : paragraph(lines);
}

function fence(lines) {
  lines.shift();
  const code = takeWhile(lines, (line) => !line.startsWith("```"));
  lines.shift();
  return h("pre", {}, code.join("\n"));
}

function heading(lines) {
  const [, marks, title] = /^(#+)\s+(.*?)#*$/.exec(lines.shift());
  return h("div", { class: "markdown-heading", role: "heading", "aria-level": marks.length + 2 }, spans(title));
}

function quote(lines) {
  return h("blockquote", {}, markdown(takeWhile(lines, (line) => line.startsWith(">")).map((line) => line.replace(/^> ?/, "")).join("\n")));
}

const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;

function list(lines) {
  const [, indent, mark] = ITEM.exec(lines[0]);
  const items = [];
  while (lines.length && ITEM.test(lines[0]) && ITEM.exec(lines[0])[1].length >= indent.length) {
    if (ITEM.exec(lines[0])[1].length > indent.length) items.at(-1)?.append(list(lines));
    else items.push(item(ITEM.exec(lines.shift())));
  }
  return h(/\d/.test(mark) ? "ol" : "ul", { start: /\d/.test(mark) ? Number.parseInt(mark, 10) : null }, items);
}

function item([, , , task, text]) {
  const box = task ? h("input", { type: "checkbox", disabled: true, checked: task !== " " }) : null;
  return h("li", { class: task ? "task" : null }, box, spans(text));
}

function table(lines) {
  const rows = takeWhile(lines, (line) => /^\s*\|/.test(line)).map(cells);
  const ruled = rows[1]?.every((cell) => /^:?-+:?$/.test(cell));
  const head = ruled ? h("tr", {}, rows[0].map((cell) => h("th", {}, spans(cell)))) : null;
  const body = rows.slice(ruled ? 2 : 0).map((row) => h("tr", {}, row.map((cell) => h("td", {}, spans(cell)))));
  return h("div", { class: "table" }, h("table", {}, head, body));
}

function cells(line) {
  return line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

function paragraph(lines) {
  const [first, ...rest] = [lines.shift(), ...takeWhile(lines, (line) => !STARTS.some(([pattern]) => pattern.test(line)))];
  return h("p", {}, spans(first), rest.map((line) => [h("br"), spans(line)]));
}

function takeWhile(lines, wanted) {
  const taken = [];
  while (lines.length && wanted(lines[0])) taken.push(lines.shift());
  return taken;
}

const SPAN = /`([^`]+)`|\*\*(\S(?:.*?\S)?)\*\*|(?<!\w)[*_](\S(?:.*?\S)?)[*_](?!\w)|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"])/g;

function spans(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    nodes.push(withEmoji(text.slice(from, match.index)), spanned(match));
    from = match.index + match[0].length;
  }
  return [...nodes, withEmoji(text.slice(from))];
}

function spanned([whole, code, bold, italic, strike, label, target, address]) {
  if (code) return h("code", {}, code);
  if (bold) return h("b", {}, spans(bold));
  if (italic) return h("i", {}, spans(italic));
  if (strike) return h("s", {}, spans(strike));
  if (label) return safeAddress(target) ? link(target, spans(label)) : whole;
  return link(address, address);
}
