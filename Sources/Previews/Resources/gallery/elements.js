// The preview gallery: lists, keys and frames of index.html. Its files are one function's body, in
// the order that Gallery.swift gives them.
//
// Data reaches the page as text nodes and attributes only; markup of mails goes into sandboxed
// frames and nowhere else.

// MARK: Texts and elements

const data = JSON.parse(document.getElementById("data").textContent);
const labels = data.labels || {};
const severities = ["error", "warning", "advice"];
const icons = {
  list: "M3 4.5h10M3 8h10M3 11.5h10",
  previous: "M10 3.5 5.5 8l4.5 4.5",
  next: "M6 3.5 10.5 8 6 12.5",
  up: "M3.5 10 8 5.5l4.5 4.5",
  close: "m4 4 8 8m0-8-8 8",
  open: "M9 3h4v4m0-4L7.5 8.5M6.5 4H4a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V9.5",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.2-1.3L14 14",
  phone: "M5 1.5h6a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Zm2 11h2",
  desktop: "M2 3h12v8H2zm4 11h4m-2-3v3",
  both: "M1.5 4h4v9h-4zM8 3h6.5v8H8zm2 11h3",
  light: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0-3.500v1m0 11v1M1.500 8h1m11 0h1M3.400 3.400l.7.7m7.800 "
    + "7.800.7.7m0-9.200-.7.7m-7.800 7.800-.7.7",
  dark: "M13.500 9.600A5.800 5.800 0 0 1 6.400 2.500a5.800 5.800 0 1 0 7.100 7.100Z",
  forced: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 0v12m2.500-11.200v10.400",
  values: "M5.500 3H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h1.500m5-10H12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-1.500"
    + "M6 6l4 4m0-4-4 4",
  error: "m5.5 5.5 5 5m0-5-5 5",
  warning: "M8 4.5v4.200m0 2.300v.1",
  advice: "M8 7.300v4.200M8 4.900v.1",
};

const has = (key) => Object.prototype.hasOwnProperty.call(labels, key);
const number = (n) => n.toLocaleString(data.lang);

function text(key, values = {}) {
  const label = has(key) ? labels[key] : key;
  return label.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
}

const keyed = (prefix, name) => prefix + name[0].toUpperCase() + name.slice(1);

function counted(key, n) {
  return text(n === 1 && has(key + "One") ? key + "One" : key, { n: number(n) });
}

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", icons[name]);
  svg.append(path);
  return svg;
}

// Names may hold direction overrides: isolated, they cannot reorder what stands around them.
const isolated = (value, kind) => element("bdi", { class: kind }, value || "");

const mark = (severity) =>
  element("span", { class: `mark ${severity}`, role: "img", "aria-label": text(severity) },
    icon(severity));

function button(kind, key, onclick, ...children) {
  return element("button",
    { type: "button", class: kind, title: text(key), "aria-label": text(key), onclick },
    ...children);
}

function segments(kind, names, onclick, withText) {
  const buttons = {};
  for (const name of names) {
    buttons[name] = button("", keyed(kind, name), () => onclick(name), icon(name),
      withText ? element("span", {}, text(keyed("short", name))) : null);
  }
  const press = (chosen) => {
    for (const name of names) buttons[name].setAttribute("aria-pressed", name === chosen);
  };
  const group = element("div", { class: "segments", role: "group", "aria-label": text(kind) },
    ...Object.values(buttons));
  return { group, press };
}
