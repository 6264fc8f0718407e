// Line icons, drawn as nodes so that no picture has to be loaded.

const PATHS = {
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6L6 18",
  back: "M14 6l-6 6 6 6",
  next: "M10 6l6 6-6 6",
  down: "M7 10l5 5 5-5",
  plus: "M12 5v14M5 12h14",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6z",
  send: "M4 12l16-7-6 15-3-6z",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  braces: "M9 4c-3 0-3 2-3 4s0 4-2 4c2 0 2 2 2 4s0 4 3 4M15 4c3 0 3 2 3 4s0 4 2 4c-2 0-2 2-2 4s0 4-3 4",
  reply: "M5 5h14v10h-8l-5 4v-4H5z",
  people: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 5.5M17 14c2.5.5 4 2.5 4 6",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z",
  hash: "M9 4L7 20M17 4l-2 16M4 9h16M3 15h16",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  eye: "M2 12s4-6 10-6 10 6 10 6-4 6-10 6-10-6-10-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  warn: "M12 4l9 16H3zM12 10v4M12 17h.01",
  slash: "M15 4L9 20",
};

/** Draw one icon. */
export function icon(name) {
  const svg = svgNode("svg", { viewBox: "0 0 24 24", class: name === "more" ? "icon dots" : "icon", "aria-hidden": "true" });
  svg.append(svgNode("path", { d: PATHS[name] }));
  return svg;
}

function svgNode(tag, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
