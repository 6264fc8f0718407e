// The small square that stands for somebody.

import { h } from "../dom.js";
import { person, store } from "../store.js";

/** Draw a person's initials, or the app's mark. */
export function avatar(id, { size = "", name = null } = {}) {
  const known = person(id);
  if (known?.bot || !known) return h("span", { class: `avatar app ${size}`, "aria-hidden": "true" }, h("img", { src: "/page/icon.svg", alt: "" }));
  const initials = (name ?? known.real_name).split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("");
  return h("span", { class: `avatar hue-${hue(id)} ${size}`, "aria-hidden": "true" }, initials.toUpperCase());
}

// Neighbours in the list of people are easy to tell apart.
function hue(id) {
  return store.people.findIndex((one) => one.id === id) % 8;
}
