// What Slack would tell a person in passing, in red.

import { h } from "../dom.js";
import { icon } from "../icons.js";

const LASTS = 9000;

/** Show a sentence for some seconds, above everything else. */
export function toast(sentence) {
  const region = document.getElementById("toasts");
  const close = () => node.remove();
  const node = h("div", { class: "toast" }, icon("warn"), h("span", {}, sentence), h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: close }, icon("close")));
  region.append(node);
  if (region.matches(":popover-open")) region.hidePopover();
  region.showPopover();
  setTimeout(close, LASTS);
}

/** Do something with the workspace; where it refuses, say so and return undefined. */
export async function attempt(deed) {
  try {
    return await deed();
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}
