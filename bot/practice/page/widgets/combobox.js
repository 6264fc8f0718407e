// A field that one types in to choose from a list. Every select menu and the time picker are made of it.
// An option is {key, text, description, data}; a source gives groups [{label, options}], at once or later.

import { fill, h, uid } from "../dom.js";
import { icon } from "../icons.js";
import { popup } from "./popup.js";

/** Build a combobox; returns {node, input, chosen, choose}. `onchange` hears each pick; `onclose` that the list went away. */
export function combobox(wish) {
  const box = { multi: false, clearable: false, max: Infinity, onchange() {}, onclose() {}, resolve: () => null, ...wish };
  box.chosen = [...(wish.chosen ?? [])];
  box.listId = uid("list");
  box.options = [];
  box.active = -1;
  box.opened = null;
  box.chips = h("span", { class: "chips" });
  box.input = h("input", {
    type: "text", id: wish.id, class: "combo-input", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": box.listId, "aria-labelledby": wish.labelledby, "aria-label": wish.label,
    "aria-describedby": wish.describedby,
  });
  box.clear = h("button", { type: "button", class: "combo-clear", "aria-label": "Clear", onclick: () => { choose(box, []); box.input.focus(); } }, icon("close"));
  box.node = h("div", { class: box.multi ? "combo many" : "combo" }, box.chips, box.input, box.clear, h("span", { class: "combo-arrow" }, icon("down")));
  listenTo(box);
  show(box);
  return { node: box.node, input: box.input, chosen: () => box.chosen, problem: () => box.unresolved?.problem ?? null, choose: (options) => choose(box, options) };
}

function listenTo(box) {
  const { input } = box;
  box.node.addEventListener("pointerdown", (event) => {
    if (event.target.closest("button")) return;
    if (event.target !== input) event.preventDefault();
    input.focus();
    if (!box.opened) open(box, "");
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("input", () => open(box, input.value));
  input.addEventListener("blur", () => box.opened?.close());
  input.addEventListener("keydown", (event) => steer(box, event));
}

async function open(box, query) {
  box.query = query;
  if (!box.opened) {
    box.list = h("div", { class: "options", role: "listbox", id: box.listId, "aria-multiselectable": box.multi ? "true" : null });
    box.opened = popup({ anchor: box.node, content: box.list, wide: true, onclose: () => closed(box) });
    box.input.setAttribute("aria-expanded", "true");
  }
  const answer = box.source(query);
  if (answer instanceof Promise) fill(box.list, h("div", { class: "options-note" }, "Looking…"));
  const groups = await answer;
  if (box.opened && box.query === query) draw(box, groups);
}

function draw(box, groups) {
  box.options = groups.flatMap((group) => group.options);
  const nodes = groups.flatMap((group) => [
    group.label ? h("div", { class: "options-group", role: "presentation" }, group.label) : null,
    ...group.options.map((option) => optionNode(box, option)),
  ]);
  fill(box.list, nodes, box.options.length ? null : h("div", { class: "options-note" }, groups.note ?? "Nothing matches."));
  const chosenAt = box.options.findIndex((option) => isChosen(box, option));
  activate(box, box.query === "" && !box.multi && chosenAt >= 0 ? chosenAt : 0);
  box.opened.place();
}

function optionNode(box, option) {
  const node = h("div", { class: "option", role: "option", id: uid("option"), "aria-selected": String(isChosen(box, option)) },
    h("span", { class: "option-text" }, option.mark, option.text), option.description ? h("span", { class: "option-hint" }, option.description) : null);
  node.addEventListener("pointerdown", (event) => event.preventDefault());
  node.addEventListener("click", () => pick(box, option));
  return node;
}

function isChosen(box, option) {
  return box.chosen.some((one) => one.key === option.key);
}

function activate(box, at) {
  const nodes = [...box.list.querySelectorAll("[role=option]")];
  box.active = nodes.length ? (at + nodes.length) % nodes.length : -1;
  nodes.forEach((node, index) => node.classList.toggle("active", index === box.active));
  nodes[box.active]?.scrollIntoView({ block: "nearest" });
  box.input.setAttribute("aria-activedescendant", nodes[box.active]?.id ?? "");
}

function steer(box, event) {
  const { key } = event;
  if (key === "Escape" && box.opened) leave(box);
  else if (key === "Enter" && box.opened && box.active >= 0) pick(box, box.options[box.active]);
  else if (key === "ArrowDown" || key === "ArrowUp") {
    if (box.opened) activate(box, box.active + (key === "ArrowDown" ? 1 : -1));
    else open(box, "");
  } else if (key === "Backspace" && box.multi && !box.input.value && box.chosen.length) {
    choose(box, box.chosen.slice(0, -1));
    return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function leave(box) {
  show(box);
  box.opened.close();
}

function pick(box, option) {
  if (!box.multi) {
    choose(box, [option]);
    box.opened?.close();
    return;
  }
  const without = box.chosen.filter((one) => one.key !== option.key);
  if (without.length === box.chosen.length && box.chosen.length >= box.max) return;
  choose(box, without.length < box.chosen.length ? without : [...box.chosen, option]);
  open(box, "");
}

function choose(box, options) {
  box.chosen = options;
  box.unresolved = null;
  show(box);
  box.onchange(box.chosen);
}

// What was typed but not picked: the field may know what it means; otherwise it shows its choice again.
function closed(box) {
  box.opened = null;
  box.active = -1;
  box.input.setAttribute("aria-expanded", "false");
  box.input.setAttribute("aria-activedescendant", "");
  if (!box.multi) settle(box, box.input.value.trim());
  show(box);
  box.onclose();
}

function settle(box, typed) {
  box.unresolved = null;
  if (typed === (box.chosen[0]?.text ?? "")) return;
  const meant = typed ? box.resolve(typed) : null;
  if (meant?.option) choose(box, [meant.option]);
  else if (!typed && box.clearable) choose(box, []);
  else if (meant?.problem) {
    choose(box, []);
    box.unresolved = { typed, problem: meant.problem };
  }
}

function show(box) {
  box.input.value = box.multi ? "" : box.unresolved?.typed ?? box.chosen[0]?.text ?? "";
  box.input.placeholder = box.multi && box.chosen.length ? "" : box.placeholder ?? "Choose an option";
  box.clear.hidden = !(box.clearable && box.chosen.length);
  fill(box.chips, box.multi ? box.chosen.map((option) => chip(box, option)) : null);
}

function chip(box, option) {
  const drop = () => { choose(box, box.chosen.filter((one) => one.key !== option.key)); box.input.focus(); if (!box.opened) box.onclose(); };
  return h("span", { class: "chip" }, option.text, h("button", { type: "button", "aria-label": `Remove ${option.text}`, onclick: drop }, icon("close")));
}

/** Keep the options of some groups whose text contains what was typed. */
export function matching(groups, query) {
  const wanted = query.trim().toLocaleLowerCase();
  const fits = (option) => option.text.toLocaleLowerCase().includes(wanted);
  return groups.map((group) => ({ ...group, options: group.options.filter(fits) })).filter((group) => group.options.length);
}
