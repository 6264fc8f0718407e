// JSON to read and to copy.

import { h } from "../dom.js";

/** Show a value as indented JSON with a button that copies it. */
export function rawView(json) {
  const text = JSON.stringify(json, null, 2);
  const copy = h("button", { type: "button", class: "button small", onclick: async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = "Copied";
  } }, "Copy");
  return h("div", { class: "raw" }, copy, h("pre", { tabindex: "0" }, text));
}
