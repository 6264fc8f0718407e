// Something that floats beside its anchor, above everything else, and goes away when one looks elsewhere.

import { h } from "../dom.js";

const GAP = 4;
const MARGIN = 8;

/** Show content beside an anchor; returns {close, place}. It follows its anchor, and closes by itself on a press outside. */
export function popup({ anchor, content, onclose = () => {}, wide = false }) {
  const node = h("div", { class: "popup", popover: "manual" }, content);
  (anchor.closest("dialog") ?? document.body).append(node);
  node.showPopover();
  const place = () => position(node, anchor, wide);
  const outside = (event) => {
    if (!node.contains(event.target) && !anchor.contains(event.target)) close();
  };
  const follow = (event) => {
    if (event.target instanceof Node && node.contains(event.target)) return;
    if (inSight(anchor)) place();
    else close();
  };
  const close = () => {
    if (!node.isConnected) return;
    node.remove();
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("scroll", follow, true);
    window.removeEventListener("resize", follow);
    onclose();
  };
  document.addEventListener("pointerdown", outside, true);
  document.addEventListener("scroll", follow, true);
  window.addEventListener("resize", follow);
  place();
  return { close, place };
}

function inSight(anchor) {
  const { top, bottom } = anchor.getBoundingClientRect();
  return anchor.isConnected && bottom > 0 && top < innerHeight;
}

// Below the anchor if there is room, else above; never over the edge of the window.
function position(node, anchor, wide) {
  const at = anchor.getBoundingClientRect();
  if (wide) node.style.minWidth = `${at.width}px`;
  node.style.maxHeight = `${Math.max(at.top, innerHeight - at.bottom) - GAP - MARGIN}px`;
  const { width, height } = node.getBoundingClientRect();
  const below = at.bottom + GAP + height <= innerHeight - MARGIN || at.top < innerHeight - at.bottom;
  node.style.top = `${below ? at.bottom + GAP : Math.max(MARGIN, at.top - GAP - height)}px`;
  node.style.left = `${Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN))}px`;
}
