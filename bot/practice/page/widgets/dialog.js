// A window in front of everything else: focus stays in it, Escape leaves it, and focus returns to where it was.

import { h, uid } from "../dom.js";
import { icon } from "../icons.js";

/** Open a dialog; returns {node, close}. `onleave` hears the cross and Escape, and decides whether to close. */
export function openDialog({ title, body, foot, onleave, narrow = false, tools = [], before = [] }) {
  const heading = uid("title");
  const node = h("dialog", { class: narrow ? "dialog narrow" : "dialog", "aria-labelledby": heading },
    h("div", { class: "dialog-head" }, before, h("h2", { id: heading }, title), tools,
      h("button", { type: "button", class: "icon-button dialog-x", "aria-label": "Close window", onclick: () => leave() }, icon("close"))),
    h("div", { class: "dialog-body", tabindex: "-1" }, body),
    foot ? h("div", { class: "dialog-foot" }, foot) : null);
  const returnTo = document.activeElement;
  const close = () => {
    if (!node.isConnected) return;
    node.close();
    node.remove();
    if (returnTo?.isConnected) returnTo.focus();
  };
  const leave = () => (onleave ?? close)();
  node.addEventListener("cancel", (event) => { event.preventDefault(); leave(); });
  node.addEventListener("close", () => { if (node.isConnected) { node.remove(); leave(); } });
  document.body.append(node);
  node.showModal();
  return { node, close };
}

/** Ask before something is done (Slack's confirm object); resolves to true or false. */
export function confirmed({ title, text, confirm, deny, style }) {
  return new Promise((resolve) => {
    const done = (answer) => { dialog.close(); resolve(answer); };
    const yes = h("button", { type: "button", class: style === "danger" ? "button danger solid" : "button primary", onclick: () => done(true) }, confirm);
    const no = h("button", { type: "button", class: "button", onclick: () => done(false) }, deny);
    const dialog = openDialog({ title, body: text, foot: [no, yes], narrow: true, onleave: () => done(false) });
    yes.focus();
  });
}
