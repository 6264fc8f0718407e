// A message, a form or the Home tab: somewhere that blocks are shown and acted on.
// It knows its fields, keeps what was typed while the app redraws it, and tells the workspace of each action.

import { tell } from "../api.js";
import { me, store } from "../store.js";
import { confirmed } from "../widgets/dialog.js";
import { attempt } from "../widgets/toast.js";
import { textNodes } from "../text/mrkdwn.js";

const kept = new Map(); // surface key -> values, as Slack keeps them while block_id and action_id stay the same

/** A place for blocks. `container` is how the workspace knows it: {channel, ts} or {view_id}. */
export class Surface {
  constructor({ key, container }) {
    this.key = key;
    this.container = container;
    this.spots = [];
    this.redraw = () => {};
  }

  /** Forget the fields, as the blocks are about to be drawn anew; their values stay known. */
  restart() {
    this.remember();
    this.spots = [];
  }

  /** What every field holds, as Slack's state.values. */
  values() {
    const values = {};
    for (const spot of this.spots) (values[spot.blockId] ??= {})[spot.actionId] = spot.read();
    return values;
  }

  remember() {
    if (this.spots.length) kept.set(this.key, this.values());
  }

  /** What a field held before the blocks were redrawn, if it is still the same field. */
  recall({ blockId, actionId, element }) {
    const value = kept.get(this.key)?.[blockId]?.[actionId];
    return value?.type === element.type ? value : undefined;
  }

  /** What keeps the form from being sent, by block_id. */
  problems() {
    const found = {};
    for (const spot of this.spots) {
      const problem = spot.problem?.() ?? (spot.required && isEmpty(spot.read()) ? "Please complete this required field." : null);
      if (problem) found[spot.blockId] ??= problem;
    }
    return found;
  }

  /** Tell the app that an element was used, after asking where it wants to be asked. */
  async act({ element, blockId, actionId, action }) {
    if (element.confirm && !(await confirmed(confirmWords(element.confirm)))) return this.undo();
    this.remember();
    const body = { as: store.me, container: this.container, block_id: blockId, action_id: actionId, action, state: { values: this.values() } };
    return attempt(() => tell("action", body));
  }

  undo() {
    this.spots = [];
    this.redraw();
  }

  /** Ask the app for the options of an external select. */
  async suggest({ blockId, actionId, value }) {
    const body = { as: store.me, container: this.container, block_id: blockId, action_id: actionId, value };
    return (await attempt(() => tell("suggest", body))) ?? { options: [] };
  }
}

/** Forget what was typed in a surface that is gone. */
export function forget(key) {
  kept.delete(key);
}

function confirmWords(confirm) {
  return {
    title: confirm.title?.text ?? "Are you sure?", text: textNodes(confirm.text), style: confirm.style,
    confirm: confirm.confirm?.text ?? "Yes", deny: confirm.deny?.text ?? "Cancel",
  };
}

function isEmpty({ type, timezone, ...fields }) {
  return Object.values(fields).every((value) => value === null || value === "" || (Array.isArray(value) && !value.length));
}

/** The zone in which this reader's pickers work. */
export function readerZone() {
  return me().tz;
}
