// What the page knows, and who wants to hear of a change. Everything shown follows from this.

export const store = {
  me: null, // user id of the person we are
  team: "",
  people: [], // [{id, name, real_name, tz}]
  bot: { user_id: "", name: "" },
  commands: [],
  shortcuts: [],
  channels: [],
  home: null,
  view: null, // top of my modal stack
  place: { kind: "channel", id: null }, // or {kind: "home"}
  messages: new Map(), // channel -> Map(ts -> message)
  unreadFrom: null, // ts of the first message that was new when the place was opened
  thread: null, // ts of the message whose replies are shown
  inspected: null, // {title, json} shown raw
  clock: { practised: 0, heard: 0 }, // practice time, and the machine's time when we were told it
};

const listeners = new Map();

/** Call a function whenever one of these topics changes. */
export function on(topics, listener) {
  for (const topic of topics.split(" ")) listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

/** Say that topics have changed. */
export function changed(topics) {
  const wanting = topics.split(" ").flatMap((topic) => listeners.get(topic) ?? []);
  for (const listener of new Set(wanting)) listener();
}

/** The practice time in milliseconds, running since we last heard it. */
export function now() {
  return store.clock.practised + (performance.now() - store.clock.heard);
}

/** Set the practice time from an ISO instant. */
export function setClock(iso) {
  store.clock = { practised: Date.parse(iso), heard: performance.now() };
}

/** The person we are. */
export function me() {
  return person(store.me) ?? { id: store.me, name: "", real_name: "", tz: "UTC" };
}

/** A person, the bot included, or undefined. */
export function person(id) {
  if (id === store.bot.user_id) return { id, name: store.bot.name, real_name: botName(), tz: "UTC", bot: true };
  return store.people.find((one) => one.id === id);
}

/** What people call the bot; its `name` is the handle that one types after "@". */
export function botName() {
  return store.bot.real_name ?? store.bot.name;
}

/** A channel that we can see, or undefined. */
export function channel(id) {
  return store.channels.find((one) => one.id === id);
}

/** The channel shown, or undefined on the Home tab. */
export function openChannel() {
  return store.place.kind === "channel" ? channel(store.place.id) : undefined;
}

/** The conversation between us and the bot. */
export function appConversation() {
  return store.channels.find((one) => one.kind === "im" && (one.members ?? []).includes(store.bot.user_id))
    ?? store.channels.find((one) => one.kind === "im");
}

/** The messages of a channel, oldest first. */
export function messagesOf(channelId) {
  const known = store.messages.get(channelId) ?? new Map();
  return [...known.values()].sort((a, b) => Number(a.ts) - Number(b.ts));
}
