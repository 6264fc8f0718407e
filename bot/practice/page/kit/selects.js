// The ten select menus: static, external, users, conversations, channels; each for one choice or several.

import { store } from "../store.js";
import { withEmoji } from "../text/emoji.js";
import { combobox, matching } from "../widgets/combobox.js";

const KINDS = {
  static_select: { field: "option", source: (spot) => (query) => matching(optionGroups(spot.element), query) },
  external_select: { field: "option", source: suggestions },
  users_select: { field: "user", source: () => (query) => matching([{ label: null, options: store.people.map(personOption) }], query) },
  conversations_select: { field: "conversation", source: (spot) => (query) => matching([{ label: null, options: conversations(spot.element).map(channelOption) }], query) },
  channels_select: { field: "channel", source: () => (query) => matching([{ label: null, options: publicChannels().map(channelOption) }], query) },
};

const TYPES = Object.keys(KINDS).flatMap((type) => [type, `multi_${type}`]);

/** Builders of the select menus, by element type. */
export const SELECTS = Object.fromEntries(TYPES.map((type) => [type, select]));

function select(spot) {
  const { element } = spot;
  const multi = element.type.startsWith("multi_");
  const { field, source } = KINDS[element.type.replace("multi_", "")];
  const name = multi ? `selected_${field}s` : `selected_${field}`;
  const values = (options) => options.map((option) => option.data);
  const read = () => ({ type: element.type, [name]: multi ? values(box.chosen()) : values(box.chosen())[0] ?? null });
  let told = JSON.stringify(null);
  const tellOnce = () => {
    const value = JSON.stringify(read());
    if (value !== told) spot.changed();
    told = value;
  };
  const box = combobox({
    ...spot.names, multi, placeholder: element.placeholder?.text, clearable: spot.optional, max: element.max_selected_items, source: source(spot),
    chosen: starting(spot, { multi, field, name }), onchange: multi ? spot.noted : tellOnce, onclose: multi ? tellOnce : () => {},
  });
  told = JSON.stringify(read());
  return spot.field({ node: box.node, input: box.input, read });
}

function starting(spot, { multi, field, name }) {
  const { element } = spot;
  const recalled = spot.recalled();
  const fallback = element.default_to_current_conversation && store.place.kind === "channel" ? store.place.id : undefined;
  const initial = multi ? element[`initial_${field}s`] : element[`initial_${field}`];
  const value = recalled ? recalled[name] : fallback && !multi ? fallback : initial;
  const all = [multi ? value ?? [] : value].flat().filter(Boolean);
  return all.map((one) => (field === "option" ? toOption(one) : idOption(one))).filter((option) => stillOffered(element, option));
}

function stillOffered(element, option) {
  if (!element.type.endsWith("static_select")) return true;
  return optionGroups(element).some((group) => group.options.some((one) => one.key === option.key));
}

function optionGroups(element) {
  const groups = element.option_groups ?? [{ options: element.options ?? [] }];
  return groups.map((group) => ({ label: group.label?.text, options: group.options.map(toOption) }));
}

function toOption(option) {
  return { key: option.value, text: withEmoji(option.text.text), description: option.description?.text, data: option };
}

function suggestions(spot) {
  const least = spot.element.min_query_length ?? 3;
  const tooShort = Object.assign([], { note: `Type at least ${least} character${least === 1 ? "" : "s"}.` });
  let latest = 0;
  return (query) => (query.trim().length < least ? tooShort : later(query));

  async function later(query) {
    latest += 1;
    const mine = latest;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    return mine === latest ? optionGroups(await spot.suggest(query)) : [];
  }
}

function personOption(person) {
  return { key: person.id, text: person.real_name, description: `@${person.name}`, data: person.id };
}

function channelOption(channel) {
  return { key: channel.id, text: channel.kind === "im" ? channel.name : `#${channel.name}`, data: channel.id };
}

function idOption(id) {
  const person = store.people.find((one) => one.id === id);
  const channel = store.channels.find((one) => one.id === id);
  if (person) return personOption(person);
  return channel ? channelOption(channel) : { key: id, text: id, data: id };
}

function publicChannels() {
  return store.channels.filter((channel) => channel.kind === "channel");
}

const FILTER_NAMES = { channel: "public", private: "private", im: "im" };

function conversations({ filter }) {
  const fits = (channel) => !filter?.include || filter.include.includes(FILTER_NAMES[channel.kind]);
  const bots = (channel) => !filter?.exclude_bot_users || channel.kind !== "im";
  return store.channels.filter((channel) => fits(channel) && bots(channel));
}
