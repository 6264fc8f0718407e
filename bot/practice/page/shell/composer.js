// Where one writes: Enter sends, Shift+Enter starts a new line, "/" lists the commands. Drafts wait, one per place.

import { say, useShortcut } from "../deeds.js";
import { fill, h, uid } from "../dom.js";
import { icon } from "../icons.js";
import { store } from "../store.js";
import { menuButton } from "../widgets/menu.js";
import { commandOf, completions } from "./completion.js";

const drafts = new Map(); // "person place" -> what was typed and not sent

/** Build a composer for a channel, or for a thread in it. */
export function composer({ channel, thread = null, placeholder, id = null }) {
  const pen = { channel, thread, draft: `${store.me} ${channel} ${thread}`, found: null, active: 0, listId: uid("completions") };
  pen.input = h("textarea", {
    id, class: "composer-text", rows: "1", placeholder, "aria-label": placeholder, role: "combobox", dir: "auto",
    "aria-expanded": "false", "aria-controls": pen.listId, "aria-autocomplete": "list",
  });
  pen.input.value = drafts.get(pen.draft) ?? "";
  pen.list = h("div", { class: "completions", role: "listbox", id: pen.listId, hidden: true });
  pen.usage = h("div", { class: "usage", hidden: true });
  pen.send = h("button", { type: "button", class: "send", "aria-label": "Send", title: "Send", onclick: () => send(pen) }, icon("send"));
  pen.node = h("div", { class: "composer" }, pen.list, pen.usage, h("div", { class: "composer-box" }, pen.input, h("div", { class: "composer-tools" }, tools(pen), pen.send)));
  pen.input.addEventListener("input", () => noticed(pen));
  pen.input.addEventListener("click", () => complete(pen));
  pen.input.addEventListener("keydown", (event) => steer(pen, event));
  pen.input.addEventListener("blur", () => hide(pen));
  requestAnimationFrame(() => grow(pen));
  showUsage(pen);
  return { node: pen.node, focus: () => pen.input.focus(), write: (text) => { write(pen, text); pen.input.focus(); } };
}

function tools(pen) {
  const items = () => {
    const shortcuts = store.shortcuts.filter((one) => one.type === "global");
    const uses = shortcuts.map((one) => ({ label: one.name, hint: one.description, mark: icon("bolt"), onpick: () => useShortcut(one) }));
    return [{ heading: uses.length ? "Shortcuts" : "No shortcuts yet" }, ...uses, { heading: "Write" }, { label: "Give a command", hint: "Type / to list them", mark: icon("slash"), onpick: () => startCommand(pen) }];
  };
  const plus = menuButton({ label: "Shortcuts", items, content: icon("plus"), class: "icon-button" });
  const slash = h("button", { type: "button", class: "icon-button", "aria-label": "Commands", title: "Commands", onclick: () => startCommand(pen) }, icon("slash"));
  return pen.thread ? [] : [plus, slash];
}

function startCommand(pen) {
  pen.input.focus();
  if (!pen.input.value) pen.input.value = "/";
  pen.input.setSelectionRange(pen.input.value.length, pen.input.value.length);
  noticed(pen);
}

function noticed(pen) {
  drafts.set(pen.draft, pen.input.value);
  grow(pen);
  complete(pen);
  showUsage(pen);
}

function grow({ input, send: button }) {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 240)}px`;
  button.classList.toggle("ready", input.value.trim() !== "");
}

function showUsage(pen) {
  const command = pen.thread ? undefined : commandOf(pen.input.value);
  pen.usage.hidden = !command;
  if (command) fill(pen.usage, h("b", {}, command.command), " ", h("span", { class: "usage-hint" }, command.usage_hint), h("span", { class: "quiet" }, ` ${command.description ?? ""}`));
}

function complete(pen) {
  const found = completions(pen.input.value, pen.input.selectionStart);
  pen.found = found?.options.length && !(pen.thread && pen.input.value.startsWith("/")) ? found : null;
  pen.active = 0;
  drawList(pen);
}

function drawList(pen) {
  pen.list.hidden = !pen.found;
  pen.input.setAttribute("aria-expanded", String(Boolean(pen.found)));
  const options = (pen.found?.options ?? []).map((option, index) => optionNode(pen, option, index));
  fill(pen.list, options);
  options[pen.active]?.scrollIntoView({ block: "nearest" });
  pen.input.setAttribute("aria-activedescendant", options[pen.active]?.id ?? "");
}

function optionNode(pen, option, index) {
  const active = index === pen.active;
  const node = h("div", { class: active ? "completion active" : "completion", role: "option", id: uid("completion"), "aria-selected": String(active) },
    h("span", { class: "completion-name" }, h("b", {}, option.name), option.hint ? h("span", { class: "usage-hint" }, ` ${option.hint}`) : null),
    option.description ? h("span", { class: "completion-hint" }, option.description) : null);
  node.addEventListener("pointerdown", (event) => { event.preventDefault(); take(pen, option); });
  return node;
}

function take(pen, option) {
  const { input, found } = pen;
  input.setRangeText(option.insert, found.from, input.selectionStart, "end");
  input.focus();
  hide(pen);
  noticed(pen);
}

function hide(pen) {
  pen.found = null;
  drawList(pen);
}

function steer(pen, event) {
  if (event.isComposing) return;
  const { key, shiftKey } = event;
  if (pen.found && steerList(pen, key)) stop(event);
  else if (key === "Enter" && !shiftKey) {
    stop(event);
    send(pen);
  }
}

function steerList(pen, key) {
  const { options } = pen.found;
  const chosen = options[pen.active];
  if (key === "ArrowDown" || key === "ArrowUp") {
    pen.active = (pen.active + (key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
    drawList(pen);
  } else if (key === "Tab" || (key === "Enter" && chosen.insert.trim() !== pen.input.value.trim())) take(pen, chosen);
  else if (key === "Escape") hide(pen);
  else return false;
  return true;
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

async function send(pen) {
  const typed = pen.input.value.trim();
  if (!typed) return;
  write(pen, "");
  const said = await say({ channel: pen.channel, text: typed, thread: pen.thread });
  if (!said && !pen.input.value) write(pen, typed);
}

function write(pen, text) {
  pen.input.value = text;
  noticed(pen);
  hide(pen);
}
