// What is typed: text of one line or many, an e-mail address, a web address, a number; and files that are chosen.

import { fill, h } from "../dom.js";

/** Builders by element type. */
export const INPUTS = {
  plain_text_input: (spot) => textField(spot, { problem: lengthProblem(spot.element) }),
  email_text_input: (spot) => textField(spot, { kind: "email", problem: emailProblem }),
  url_text_input: (spot) => textField(spot, { kind: "url", problem: urlProblem }),
  number_input: (spot) => textField(spot, { mode: spot.element.is_decimal_allowed ? "decimal" : "numeric", problem: numberProblem(spot.element) }),
  file_input: fileField,
};

const MOST_FILES = 10;
const MOST_BYTES = 10_000_000;

function textField(spot, { kind = "text", mode, problem }) {
  const { element } = spot;
  const recalled = spot.recalled();
  const input = field(spot, element.multiline, { type: element.multiline ? null : kind, inputmode: mode, maxlength: element.max_length ?? (kind === "text" && !mode ? 3000 : null) });
  input.value = recalled ? recalled.value ?? "" : element.initial_value ?? "";
  const value = () => input.value.trim() === "" ? null : input.value;
  dispatching(spot, input);
  return spot.field({ node: input, input, read: () => ({ type: element.type, value: value() }), problem: () => (value() === null ? null : problem(value())) });
}

function field(spot, multiline, { type, ...props }) {
  const names = { id: spot.names.id, "aria-labelledby": spot.names.labelledby, "aria-label": spot.names.label, "aria-describedby": spot.names.describedby };
  const shared = { class: "text-input", placeholder: spot.element.placeholder?.text, dir: "auto", autocomplete: "off", ...names, ...props };
  return multiline ? h("textarea", { rows: "4", ...shared }) : h("input", { type: type === "text" || !type ? "text" : type, ...shared });
}

// Text is told to the app while typing or on Enter, as dispatch_action_config says; on Enter if it says nothing.
function dispatching(spot, input) {
  const when = spot.element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  let waiting;
  input.addEventListener("input", () => {
    spot.noted();
    clearTimeout(waiting);
    if (spot.dispatches && when.includes("on_character_entered")) waiting = setTimeout(spot.changed, 300);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!spot.dispatches || !when.includes("on_enter_pressed")) return;
    event.preventDefault();
    event.stopPropagation();
    spot.changed();
  });
}

function lengthProblem({ min_length: least = 0 }) {
  return (value) => ([...value].length < least ? `Please type at least ${least} characters.` : null);
}

function emailProblem(value) {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : "Please enter a valid email address.";
}

function urlProblem(value) {
  return /^https?:\/\/\S+$/i.test(value) ? null : "Please enter a valid URL (starting with http:// or https://).";
}

function numberProblem({ is_decimal_allowed: decimal, min_value: least, max_value: most }) {
  return (value) => {
    if (!(decimal ? /^-?\d*\.?\d+$/ : /^-?\d+$/).test(value.trim())) return decimal ? "Please enter a number." : "Please enter a whole number.";
    if (least !== undefined && Number(value) < Number(least)) return `Please enter a number of at least ${least}.`;
    return most !== undefined && Number(value) > Number(most) ? `Please enter a number of at most ${most}.` : null;
  };
}

// Files are read when they are chosen, and travel in the form as {name, content}: the workspace keeps them.
function fileField(spot) {
  const { element } = spot;
  const most = element.max_files ?? MOST_FILES;
  let files = spot.recalled()?.files ?? [];
  let tooLarge = "";
  const names = h("ul", { class: "file-names" });
  let reading = false;
  const labels = { id: spot.names.id, "aria-labelledby": spot.names.labelledby, "aria-label": spot.names.label, "aria-describedby": spot.names.describedby };
  const input = h("input", { type: "file", class: "text-input", multiple: most > 1, accept: (element.filetypes ?? []).map((type) => `.${type}`).join(",") || null, ...labels });
  // The browser's own field names a single file that was just chosen; it forgets what a redrawn form remembers.
  const show = () => fill(names, files.length === input.files.length && files.length < 2 ? [] : files.map((file) => h("li", {}, file.name)));
  input.addEventListener("change", async () => {
    reading = true;
    const chosen = [...input.files];
    tooLarge = chosen.find((file) => file.size > MOST_BYTES)?.name ?? "";
    files = await Promise.all(chosen.filter((file) => file.size <= MOST_BYTES).map(asContent));
    reading = false;
    show();
    spot.noted();
  });
  show();
  const problem = () => {
    if (reading) return "The file is still being read. Press again.";
    if (tooLarge) return `${tooLarge} is larger than 10 MB.`;
    return files.length > most ? `Please choose at most ${most} files.` : null;
  };
  return spot.field({ node: h("div", {}, input, names), input, read: () => ({ type: element.type, files }), problem });
}

async function asContent(file) {
  const address = await new Promise((resolve, reject) => {
    const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result), onerror: () => reject(reader.error) });
    reader.readAsDataURL(file);
  });
  return { name: file.name, content: address.slice(address.indexOf(",") + 1) };
}
