// Keeping what the page knows in step with the workspace, and going from place to place.

import { ask, listen, tell } from "./api.js";
import { forget } from "./kit/surface.js";
import { changed, channel, messagesOf, openChannel, setClock, store } from "./store.js";
import { attempt, toast } from "./widgets/toast.js";

let hangUp = () => {};
let reloading;
let reading;

/** Become the person that the address names (the first one otherwise), and go where it points. */
export async function start() {
  await become(new URLSearchParams(location.search).get("as"));
  window.addEventListener("hashchange", () => goByHash());
}

/** Be somebody: everything is asked for again, as that person may see other things. */
export async function become(id) {
  hangUp();
  const state = await attempt(() => ask("state"));
  if (!state) return;
  const me = state.people.some((one) => one.id === id) ? id : state.me;
  Object.assign(store, { me, messages: new Map(), thread: null, inspected: null, home: null, view: null });
  history.replaceState(null, "", `?as=${me}${location.hash}`);
  const line = listen({ as: me, onevent: hear, onreturn: () => attempt(reloadAll) });
  hangUp = line.hangUp;
  await line.opened; // what happens from here on is heard, so nothing falls between asking and listening
  await attempt(loadState);
  await goByHash();
}

async function loadState() {
  const { people, bot, commands, shortcuts, channels, home, view, team, clock } = await ask("state", { as: store.me });
  Object.assign(store, { people, bot, commands, shortcuts, channels, home, view, team: team.name });
  setClock(clock.now);
  changed("people channels clock home view");
}

async function reloadAll() {
  await loadState();
  await loadMessages(openChannel());
}

function reloadSoon() {
  clearTimeout(reloading);
  reloading = setTimeout(() => attempt(loadState), 60);
}

// The address may name a place that this person cannot see; then the first channel is shown.
async function goByHash() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const place = wanted === "home" ? { kind: "home" } : { kind: "channel", id: (channel(wanted) ?? firstChannel())?.id ?? null };
  Object.assign(store, { place, thread: null, inspected: null });
  changed("place channels side");
  await (place.kind === "home" ? attempt(() => tell("home", { as: store.me })) : openMessages(openChannel()));
}

function firstChannel() {
  const mine = store.channels.filter((one) => one.kind !== "im" && (one.members ?? []).includes(store.me));
  return mine[0] ?? store.channels[0];
}

/** Go to a channel (its id) or to "home". */
export function go(place) {
  if (location.hash === `#${place}`) goByHash();
  else location.hash = `#${place}`;
}

/** Open or close the replies to a message. */
export function openThread(ts) {
  Object.assign(store, { thread: ts, inspected: null });
  changed("side");
}

/** Show what something is made of, or stop showing it. */
export function inspect(inspected) {
  Object.assign(store, { inspected, thread: null });
  changed("side");
}

async function loadMessages(shown) {
  if (!shown) return;
  const as = store.me;
  const answer = await attempt(() => ask("messages", { as, channel: shown.id }));
  if (!answer || as !== store.me) return;
  store.messages.set(shown.id, new Map(answer.messages.map((message) => [message.ts, message])));
  shown.unread = 0;
  changed("messages channels");
}

// Slack opens a place at the first message that is new to the reader, under a line that says so.
async function openMessages(shown) {
  const fresh = shown?.unread ?? 0;
  store.unreadFrom = null;
  store.messages.delete(shown?.id);
  changed("messages");
  await loadMessages(shown);
  const main = messagesOf(shown?.id).filter((message) => !message.thread_ts || message.thread_ts === message.ts);
  store.unreadFrom = fresh ? main.at(-fresh)?.ts ?? main[0]?.ts : null;
  changed("messages");
}

const HEARD = {
  message: (event) => take(event, true),
  message_changed: (event) => take(event, false),
  message_deleted: (event) => {
    store.messages.get(event.channel)?.delete(event.ts);
    forget(`${event.channel}:${event.ts}`);
    changed("messages side");
  },
  view: (event) => showView(event.view),
  home: (event) => {
    store.home = event.view;
    changed("home");
  },
  clock: (event) => {
    setClock(event.now);
    changed("clock");
  },
  channels: reloadSoon,
  trouble: (event) => toast(event.shown),
};

function hear(event) {
  HEARD[event.type]?.(event);
}

function take({ channel: id, message }, fresh) {
  const known = channel(id);
  if (!known) return reloadSoon();
  if (!store.messages.has(id)) store.messages.set(id, new Map());
  store.messages.get(id).set(message.ts, message);
  if (id === openChannel()?.id) readSoon();
  else if (fresh && message.user !== store.me) known.unread += 1;
  changed("messages channels side");
  return undefined;
}

// What arrives in the channel that is open has been read; the workspace counts what was not asked for.
function readSoon() {
  clearTimeout(reading);
  reading = setTimeout(() => loadMessages(openChannel()), 400);
}

/** Show a form, or none. */
export function showView(view) {
  if (store.view && store.view.id !== view?.id && view?.previous_view_id !== store.view.id) forget(store.view.id);
  store.view = view;
  changed("view");
}

/** The replies to a message, oldest first. */
export function repliesTo(channelId, ts) {
  return messagesOf(channelId).filter((message) => message.thread_ts === ts && message.ts !== ts);
}
