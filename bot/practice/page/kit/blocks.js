// Every block, by type. A block that we do not know says so.

import { fill, h, link, ownPath, spoken, uid } from "../dom.js";
import { store } from "../store.js";
import { markdown } from "../text/markdown.js";
import { plain, textNodes } from "../text/mrkdwn.js";
import { richText } from "../text/richtext.js";
import { buildElement, cannotShow } from "./elements.js";

const BLOCKS = {
  section, header, context, actions, image, input, table,
  divider: () => h("hr"),
  rich_text: richText,
  markdown: (block) => h("div", { class: "markdown" }, markdown(block.text)),
};

/** Draw blocks into a node. What was typed before stays, and focus stays where it was. */
export function drawBlocks(node, { blocks, surface }) {
  const refocus = focusIn(node);
  surface.restart();
  surface.redraw = () => drawBlocks(node, { blocks, surface });
  fill(node, blocks.map((block, index) => blockNode(block, { surface, blockId: block.block_id ?? `block-${index}` })));
  refocus(node);
}

/** Say below each input what is wrong with it, by block_id; return the first that is wrong, if any. */
export function tellErrors(node, errors) {
  const wrong = [...node.querySelectorAll(".input")].filter((one) => {
    const error = errors[one.closest(".block").dataset.block];
    const place = one.querySelector(".input-error");
    place.textContent = error ?? "";
    place.hidden = !error;
    one.classList.toggle("wrong", Boolean(error));
    return error;
  });
  return wrong[0];
}

function blockNode(block, place) {
  const content = BLOCKS[block.type]?.(block, place) ?? cannotShow(`${block.type} block`);
  return spoken(h("div", { class: `block ${block.type}-block`, "data-block": place.blockId }, content));
}

/** Remember where the focus is among a node's elements; returns what puts it back into the node drawn instead. */
export function focusIn(node) {
  const active = document.activeElement;
  const spot = node.contains(active) ? active.closest("[data-action]") : null;
  if (!spot) return () => {};
  const { block, action } = spot.dataset;
  const range = "selectionStart" in active && active.type !== "email" ? [active.selectionStart, active.selectionEnd] : null;
  return (instead) => {
    const spots = [...instead.querySelectorAll("[data-action]")];
    const again = spots.find((one) => one.dataset.block === block && one.dataset.action === action)?.querySelector(active.tagName);
    again?.focus({ preventScroll: true });
    if (again && range && range[0] !== null) again.setSelectionRange(...range);
  };
}

function section(block, place) {
  const text = h("div", { class: "section-text" },
    block.text ? h("div", { class: "section-body" }, textNodes(block.text)) : null,
    block.fields?.length ? h("div", { class: "fields" }, block.fields.map((field) => h("div", { class: "field" }, textNodes(field)))) : null);
  if (!block.accessory) return text;
  const { accessory } = block;
  const beside = accessory.type === "image" ? picture(accessory, "accessory-image") : buildElement(accessory, place);
  return h("div", { class: "section" }, text, h("div", { class: "accessory" }, beside));
}

function header(block) {
  return h("div", { class: "header", role: "heading", "aria-level": "3" }, textNodes({ type: "plain_text", ...block.text }));
}

function context(block) {
  const pieces = block.elements.map((element) => (element.type === "image" ? picture(element, "context-image") : h("span", {}, textNodes(element))));
  return h("div", { class: "context" }, pieces);
}

function actions(block, place) {
  return h("div", { class: "actions" }, block.elements.map((element) => buildElement(element, place)));
}

function image(block) {
  return h("figure", { class: "image" }, block.title ? h("figcaption", {}, textNodes({ type: "plain_text", ...block.title })) : null, picture(block, "block-image"));
}

// Pictures from elsewhere are named, not fetched: the page asks nobody but the workspace for anything.
function picture(element, style) {
  const address = element.image_url ?? element.slack_file?.url ?? fileAddress(element.slack_file?.id);
  const path = ownPath(address);
  if (path) return h("img", { class: style, src: path, alt: element.alt_text, title: element.alt_text });
  return h("span", { class: `${style} absent`, title: "Pictures from other servers are not loaded here." }, link(address ?? "", `🖼 ${element.alt_text || "picture"}`));
}

function fileAddress(id) {
  const known = [...store.messages.values()].flatMap((messages) => [...messages.values()]).flatMap((message) => message.files ?? []);
  return known.find((file) => file.id === id)?.url;
}

function input(block, place) {
  const ids = { label: uid("label"), hint: uid("hint"), error: uid("error"), field: uid("field") };
  const describedby = block.hint ? `${ids.hint} ${ids.error}` : ids.error;
  const label = h("label", { id: ids.label, for: ids.field, class: "input-label" }, plain(block.label.text), block.optional ? h("span", { class: "optional" }, " (optional)") : null);
  const element = buildElement(block.element, { ...place, input: block, names: { id: ids.field, labelledby: ids.label, describedby } });
  return h("div", { class: "input" }, label, element, h("div", { class: "input-error", id: ids.error, role: "alert", hidden: true }),
    block.hint ? h("div", { class: "input-hint", id: ids.hint }, plain(block.hint.text)) : null);
}

function table(block) {
  const [head, ...body] = block.rows;
  const style = (column) => {
    const { align = "left", is_wrapped: wrapped = false } = block.column_settings?.[column] ?? {};
    return `align-${align}${wrapped ? " wrapped" : ""}`;
  };
  const row = (cells, tag) => h("tr", {}, cells.map((cell, column) => h(tag, { class: style(column) }, cellNodes(cell))));
  return h("div", { class: "table" }, h("table", {}, h("thead", {}, row(head, "th")), h("tbody", {}, body.map((cells) => row(cells, "td")))));
}

function cellNodes(cell) {
  return cell.type === "rich_text" ? richText(cell) : plain(String(cell.text ?? cell.value ?? ""), false);
}
