// Every element of a block, by type, and the spot it stands in.

import { h } from "../dom.js";
import { CHOICES } from "./choices.js";
import { INPUTS } from "./inputs.js";
import { PICKERS } from "./pickers.js";
import { SELECTS } from "./selects.js";

const BUILDERS = { ...CHOICES, ...SELECTS, ...PICKERS, ...INPUTS };

/** Build an element. `input` is its input block, if it stands in one; `names` say how it is labelled. */
export function buildElement(element, { surface, blockId, input = null, names = {} }) {
  const builder = BUILDERS[element.type];
  if (!builder) return cannotShow(`${element.type} element`);
  return builder(new Spot({ element, surface, blockId, input, names: { label: spokenName(element), ...names } }));
}

/** Say plainly that something of Slack's is not known here. */
export function cannotShow(what) {
  return h("p", { class: "cannot" }, `The practice workspace cannot show this ${what}.`);
}

// Outside an input block an element has no label of its own; its placeholder names it.
function spokenName(element) {
  return element.placeholder?.text ?? null;
}

// Where an element stands: what it may remember, and whom it tells of a change.
class Spot {
  constructor({ element, surface, blockId, input, names }) {
    this.element = element;
    this.surface = surface;
    this.blockId = blockId;
    this.actionId = element.action_id;
    this.names = input ? { ...names, label: null } : names;
    this.optional = Boolean(input?.optional);
    this.required = Boolean(input) && !input.optional;
    this.dispatches = !input || Boolean(input.dispatch_action);
    this.noted = () => this.surface.remember();
    this.changed = () => (this.dispatches ? this.act(this.read()) : this.noted());
  }

  recalled() {
    return this.surface.recall(this);
  }

  act(action) {
    return this.surface.act({ element: this.element, blockId: this.blockId, actionId: this.actionId, action });
  }

  suggest(value) {
    return this.surface.suggest({ blockId: this.blockId, actionId: this.actionId, value });
  }

  // A field has a value, which goes with everything that the surface sends.
  field({ node, input, read, problem }) {
    Object.assign(this, { read, problem });
    this.surface.spots.push(this);
    if (this.element.focus_on_load) input.setAttribute("autofocus", "");
    return this.wrapped(node);
  }

  wrapped(node) {
    return h("div", { class: `element kind-${this.element.type}`, "data-action": this.actionId, "data-block": this.blockId }, node);
  }
}
