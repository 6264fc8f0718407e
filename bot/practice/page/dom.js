// Building nodes. Text always becomes a text node, so nothing that a message says can turn into markup.

let counter = 0;

/** Return an id that no other node on the page has. */
export function uid(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}

/** Build an element: `on…` are listeners, `true` is an empty attribute, `null`, `undefined` and `false` are left out. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) put(node, name, value);
  node.append(...flat(children));
  return node;
}

/** Replace everything in a node. */
export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function put(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "value" || name === "checked" || name === "disabled") node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

/** Say that a node holds Khmer, if it does: the letters need taller lines and their own way of breaking them. */
export function spoken(node) {
  if (/[\u1780-\u17ff]/.test(node.textContent)) node.setAttribute("lang", "km");
  return node;
}

/** Return an address that is safe to follow, or null: what a message links to is not ours to trust. */
export function safeAddress(address) {
  try {
    const url = new URL(address, location.href);
    return ["http:", "https:", "mailto:", "webcal:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Build a link that opens elsewhere, or plain text where the address is not safe. */
export function link(address, ...label) {
  const href = safeAddress(address);
  if (!href) return h("span", {}, ...label);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...label);
}

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** The path of an address that the practice workspace itself serves, or null: the page loads nothing from anywhere else. */
export function ownPath(address) {
  const href = safeAddress(address ?? "");
  const { hostname, port, pathname, search } = new URL(href ?? "about:blank");
  const ours = LOOPBACK.includes(hostname) && LOOPBACK.includes(location.hostname) && port === location.port;
  return href && ours ? `${pathname}${search}` : null;
}
