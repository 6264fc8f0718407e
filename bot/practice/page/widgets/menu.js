// A list of things to do, opened by a button.

import { h } from "../dom.js";
import { popup } from "./popup.js";

/** Open a menu at a button. Items are {label, hint, mark, onpick} or {heading}; arrows move, Enter picks, Escape goes back. */
export function openMenu({ anchor, label, items }) {
  const node = h("div", { class: "menu", role: "menu", "aria-label": label }, items.map((item) => row(item, pick)));
  const opened = popup({ anchor, content: node, onclose: () => anchor.setAttribute("aria-expanded", "false") });
  anchor.setAttribute("aria-expanded", "true");
  node.addEventListener("keydown", (event) => steer(event, node, leave));
  (node.querySelector("[aria-checked=true]") ?? rows(node)[0])?.focus();

  function pick(item) {
    leave();
    item.onpick();
  }
  function leave() {
    opened.close();
    anchor.focus();
  }
}

/** Build a button that opens a menu; `items` is asked each time. */
export function menuButton({ label, items, content, ...props }) {
  const button = h("button", { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": label, title: label, ...props }, content);
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-expanded") !== "true") openMenu({ anchor: button, label, items: items() });
  });
  return button;
}

function row(item, pick) {
  if (item.heading) return h("div", { class: "menu-heading", role: "presentation" }, item.heading);
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  const checked = item.checked === undefined ? null : String(item.checked);
  return h("button", { type: "button", role, class: "menu-item", tabindex: "-1", "aria-checked": checked, onclick: () => pick(item) },
    item.mark, h("span", { class: "menu-text" }, item.label, item.hint ? h("span", { class: "menu-hint" }, item.hint) : null));
}

function rows(node) {
  return [...node.querySelectorAll("button")];
}

function steer(event, node, leave) {
  const all = rows(node);
  const at = all.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
  if (event.key === "Escape" || event.key === "Tab") leave();
  else if (event.key in moves) all.at(moves[event.key] % all.length)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
