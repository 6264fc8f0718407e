// What can still be typed: commands after "/", people after "@", channels after "#".

import { botName, store } from "../store.js";

/** Find what completes a text at the caret: {from, options: [{insert, name, hint, description}]}, or null. */
export function completions(text, caret) {
  const typed = text.slice(0, caret);
  if (/^\/\S*$/.test(typed)) return commandsFor(typed);
  const [, mark, part] = /(?:^|\s)([@#])([\p{L}\p{N}\p{M}._-]*)$/u.exec(typed) ?? [];
  if (!mark) return null;
  return { from: caret - part.length - 1, options: mark === "@" ? peopleFor(part) : channelsFor(part) };
}

/** The command that a text gives, once its name is complete. */
export function commandOf(text) {
  const name = /^(\/\S+)\s/.exec(text)?.[1];
  return store.commands.find((one) => one.command === name);
}

function commandsFor(typed) {
  const wanted = typed.slice(1).toLowerCase();
  const rank = (one) => (one.command.slice(1).startsWith(wanted) ? 0 : one.command.includes(wanted) ? 1 : 2);
  const options = store.commands.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b));
  return { from: 0, options: options.map((one) => ({ insert: `${one.command} `, name: one.command, hint: one.usage_hint, description: one.description })) };
}

function peopleFor(part) {
  const wanted = part.toLowerCase();
  const everybody = [...store.people, { name: store.bot.name, real_name: botName() }];
  const fits = (one) => [one.real_name, one.name, ...one.real_name.split(" ")].some((name) => name.toLowerCase().startsWith(wanted));
  return everybody.filter(fits).map((one) => ({ insert: `@${one.name} `, name: one.real_name, description: `@${one.name}` }));
}

function channelsFor(part) {
  const fits = (one) => one.kind !== "im" && one.name.startsWith(part.toLowerCase());
  return store.channels.filter(fits).map((one) => ({ insert: `#${one.name} `, name: `#${one.name}`, description: one.topic }));
}
