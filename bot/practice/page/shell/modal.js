// The form in front: the top of the stack of views that the app opened for us.

import { tell } from "../api.js";
import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { drawBlocks, tellErrors } from "../kit/blocks.js";
import { Surface, forget } from "../kit/surface.js";
import { withEmoji } from "../text/emoji.js";
import { on, store } from "../store.js";
import { showView } from "../sync.js";
import { openDialog } from "../widgets/dialog.js";
import { attempt } from "../widgets/toast.js";
import { rawView } from "./raw.js";

/** Keep the top view on the screen, if there is one. */
export function startModal() {
  let form = null;
  on("view", () => {
    const { view } = store;
    if (form && form.view.id === view?.id) return update(form, view);
    form?.dialog.close();
    form = view ? open(view) : null;
    return undefined;
  });
}

function open(view) {
  const form = { view, blocks: h("div", { class: "form-blocks" }), banner: h("div", { class: "form-banner", role: "alert", hidden: true }) };
  form.surface = new Surface({ key: view.id, container: { view_id: view.id } });
  form.foot = h("div", { class: "form-foot" });
  const raw = h("button", { type: "button", class: "icon-button", "aria-label": "Show the blocks of this form", title: "Show the blocks (JSON)", onclick: () => toggleRaw(form) }, icon("braces"));
  const back = view.previous_view_id ? h("button", { type: "button", class: "icon-button", "aria-label": "Back", onclick: () => close(form, false) }, icon("back")) : null;
  form.dialog = openDialog({
    title: title(view), body: [form.banner, form.blocks], foot: form.foot, tools: [raw], before: [back].filter(Boolean), onleave: () => close(form, Boolean(view.previous_view_id)),
  });
  form.dialog.node.addEventListener("keydown", (event) => enter(form, event));
  update(form, view);
  focusFirst(form);
  return form;
}

function title(view) {
  return withEmoji(view.title?.text ?? "");
}

// The app may change a form while somebody fills it in: what was typed stays.
function update(form, view) {
  form.view = view;
  form.dialog.node.querySelector("h2").textContent = title(view);
  drawBlocks(form.blocks, { blocks: view.blocks, surface: form.surface });
  const submit = view.submit ? h("button", { type: "button", class: "button primary", "data-submit": "", onclick: () => send(form) }, withEmoji(view.submit.text)) : null;
  const closing = h("button", { type: "button", class: "button", onclick: () => close(form, false) }, withEmoji(view.close?.text ?? (view.submit ? "Cancel" : "Close")));
  fill(form.foot, closing, submit);
}

function focusFirst(form) {
  const wanted = form.blocks.querySelector("[autofocus]") ?? form.blocks.querySelector("input:not([type=hidden]), textarea, select");
  (wanted ?? form.dialog.node.querySelector(".dialog-foot .primary, .dialog-foot .button"))?.focus();
}

function enter(form, event) {
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) return;
  const field = event.target;
  const oneLine = field.tagName === "INPUT" && field.classList.contains("text-input");
  if (!oneLine && !((event.ctrlKey || event.metaKey) && field.tagName === "TEXTAREA")) return;
  event.preventDefault();
  if (form.view.submit) send(form);
}

async function send(form) {
  const button = form.foot.querySelector("[data-submit]");
  if (button.getAttribute("aria-busy") === "true") return;
  const errors = form.surface.problems();
  if (Object.keys(errors).length) return showErrors(form, errors);
  button.setAttribute("aria-busy", "true");
  try {
    await submit(form);
  } finally {
    button.removeAttribute("aria-busy");
  }
  return undefined;
}

async function submit(form) {
  const { view } = form;
  form.banner.hidden = true;
  tellErrors(form.blocks, {});
  try {
    const answer = await tell("submit", { as: store.me, view_id: view.id, state: { values: form.surface.values() } });
    if (answer.errors) showErrors(form, answer.errors);
    else showView(answer.view ?? null);
  } catch (error) {
    fill(form.banner, icon("warn"), error.message);
    form.banner.hidden = false;
  }
}

function showErrors(form, errors) {
  const first = tellErrors(form.blocks, errors);
  first?.scrollIntoView({ block: "nearest" });
  first?.querySelector("input, textarea")?.focus();
}

async function close(form, all) {
  const answer = await attempt(() => tell("close", { as: store.me, view_id: form.view.id, ...(all ? { all: true } : {}) }));
  forget(form.view.id);
  showView(answer?.view ?? null);
}

function toggleRaw(form) {
  const raw = form.blocks.parentNode.querySelector(".raw");
  form.blocks.hidden = !raw;
  if (raw) raw.remove();
  else form.blocks.after(rawView(form.view));
}
