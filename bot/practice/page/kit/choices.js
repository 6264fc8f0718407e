// Elements of few options, all of them in sight or one click away: buttons, overflow menus, checkboxes, radio buttons.

import { h, link, safeAddress, uid } from "../dom.js";
import { icon } from "../icons.js";
import { withEmoji } from "../text/emoji.js";
import { textNodes } from "../text/mrkdwn.js";
import { menuButton } from "../widgets/menu.js";

/** Builders by element type. */
export const CHOICES = { button, overflow, checkboxes, radio_buttons: radioButtons };

function button(spot) {
  const { element } = spot;
  const action = pick(element, ["type", "text", "value", "style", "url"]);
  const style = { primary: "button primary", danger: "button danger" }[element.style] ?? "button";
  const address = element.url ? safeAddress(element.url) : null;
  const label = textNodes({ type: "plain_text", ...element.text });
  const onclick = () => busyWhile(node, () => spot.act(action));
  const node = address
    ? h("a", { class: style, href: address, target: "_blank", rel: "noopener noreferrer", "aria-label": element.accessibility_label, onclick }, label)
    : h("button", { class: style, type: "button", "aria-label": element.accessibility_label, onclick }, label);
  return spot.wrapped(node);
}

async function busyWhile(node, deed) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  try {
    await deed();
  } finally {
    node.removeAttribute("aria-busy");
  }
}

function overflow(spot) {
  const { element } = spot;
  const items = () => element.options.map((option) => ({
    label: option.url ? link(option.url, withEmoji(option.text.text)) : withEmoji(option.text.text),
    hint: option.description?.text, onpick: () => spot.act({ type: "overflow", selected_option: option }),
  }));
  return spot.wrapped(menuButton({ label: "More actions", items, content: icon("more"), class: "button overflow" }));
}

function checkboxes(spot) {
  return optionList(spot, "checkbox", "initial_options", "selected_options", (options) => options);
}

function radioButtons(spot) {
  return optionList(spot, "radio", "initial_option", "selected_option", (options) => options[0] ?? null);
}

function optionList(spot, type, initial, field, shape) {
  const { element } = spot;
  const recalled = spot.recalled();
  const chosen = [recalled ? recalled[field] : element[initial]].flat().filter(Boolean).map((option) => option.value);
  const name = uid("group");
  const boxes = element.options.map((option) => h("input", { type, name, id: uid("choice"), checked: chosen.includes(option.value), onchange: spot.changed }));
  const read = () => ({ type: element.type, [field]: shape(element.options.filter((option, index) => boxes[index].checked)) });
  const node = h("div", { class: "choices", role: type === "radio" ? "radiogroup" : "group", "aria-labelledby": spot.names.labelledby, "aria-label": spot.names.label },
    element.options.map((option, index) => choice(boxes[index], option)));
  return spot.field({ node, input: boxes[0], read });
}

function choice(box, option) {
  return h("div", { class: "choice" }, box, h("label", { for: box.id }, textNodes(option.text),
    option.description ? h("span", { class: "choice-hint" }, textNodes(option.description)) : null));
}

function pick(from, names) {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}
