// What a person can do, besides using a message's own buttons. Every refusal is shown where they look.

import { tell } from "./api.js";
import { changed, channel, setClock, store } from "./store.js";
import { attempt } from "./widgets/toast.js";

const mine = (body) => ({ as: store.me, ...body });

/** Say something, or give a slash command; resolves to false where it was refused. */
export async function say({ channel: place, text, thread }) {
  const body = mine({ channel: place, text, ...(thread ? { thread_ts: thread } : {}) });
  return Boolean(await attempt(() => tell("say", body)));
}

/** Use a shortcut; a message shortcut needs its message. */
export function useShortcut({ callback_id: callback, channel: place, ts }) {
  return attempt(() => tell("shortcut", mine({ callback_id: callback, ...(ts ? { channel: place, ts } : {}) })));
}

/** Move the practice clock forward: {to: ISO} or {days, hours, minutes}. */
export async function moveClock(step) {
  const answer = await attempt(() => tell("clock", step));
  if (answer?.now) setClock(answer.now);
  changed("clock");
  return Boolean(answer);
}

/** Make a channel; resolves to it, or undefined. */
export async function makeChannel({ name, isPrivate, withBot }) {
  const made = (await attempt(() => tell("channel", mine({ name, private: isPrivate, invite_bot: withBot }))))?.channel;
  if (made && !channel(made.id)) store.channels.push(made);
  changed("channels");
  return made;
}

/** Bring somebody into a channel. */
export function invite({ channel: place, user }) {
  return attempt(() => tell("invite", mine({ channel: place, user })));
}
