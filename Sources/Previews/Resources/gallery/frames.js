
// MARK: Frames

const deviceWidths = { phone: 391, desktop: 642 }; // 375 and 640 with their borders
// A scroll bar of its own would make the layout narrower than the width that is shown.
const frameStyles = {
  phone: "<style>html{scrollbar-width:none}</style>",
  desktop: "<style>html{scrollbar-width:thin}</style>",
};
// What mail programs do that turn colours themselves: everything, and pictures back again.
const forcedStyle = "<style>html{background:#fff;filter:invert(1) hue-rotate(180deg)}"
  + "img{filter:invert(1) hue-rotate(180deg)}</style>";
const devices = {};
for (const kind of ["phone", "desktop"]) {
  const inbox = element("div", { class: "inbox" });
  const screen = element("div", { class: "screen" });
  const scale = element("span", { class: "scale" });
  const slot = element("figure", { class: `slot ${kind}` },
    element("figcaption", {}, element("span", {}, text(keyed("view", kind))), scale),
    element("div", { class: "room" }));
  const device = element("div", { class: "device" }, inbox, screen);
  slot.lastChild.append(device);
  stage.append(slot);
  devices[kind] = { slot, device, inbox, screen, scale };
}

function fillInbox(template, person) {
  const preheader = (person && person.preheader) || "";
  const sender = template.sender.name || template.sender.address;
  for (const kind of ["phone", "desktop"]) {
    const initial = Array.from(sender.trim())[0] || "?";
    devices[kind].inbox.replaceChildren(
      element("span", { class: "avatar", "aria-hidden": "true" }, initial.toUpperCase()),
      element("p", { class: "sender" }, isolated(sender)),
      element("p", { class: "line" }, ...subjectOf(template, person)),
      element("p", { class: "preheader" }, isolated(preheader)));
  }
}

function fillFrames(template, person) {
  const html = mailOf(template, person, state.values);
  for (const kind of ["phone", "desktop"]) {
    devices[kind].device.classList.toggle("night", state.scheme !== "light");
    devices[kind].screen.classList.toggle("synthetic", Boolean(person && person.synthetic));
    devices[kind].screen.dataset.mark = text("syntheticMark");
    if (devices[kind].slot.hidden) devices[kind].screen.replaceChildren();
    else fillFrame(kind, template, html);
  }
}

function documentOf(kind, template, html) {
  const scheme = state.scheme === "dark" && template.schemes
    ? `<meta name="color-scheme" content="${escaped(template.schemes)}">` : "";
  return data.framePrefix + frameStyles[kind] + scheme
    + (state.scheme === "forced" ? forcedStyle : "") + (state.values ? markStyle : "") + html;
}

// A new frame each time, so that history stays clean. The old one stays below until the new one
// has something to show.
function fillFrame(kind, template, html) {
  const { screen } = devices[kind];
  const old = [...screen.children];
  const frame = element("iframe", {
    sandbox: "", title: text(keyed("frame", kind)), referrerpolicy: "no-referrer",
    class: state.scheme,
  });
  const ready = () => { for (const frame of old) frame.remove(); };
  let loads = 0;
  frame.addEventListener("load", () => {
    ready();
    loads += 1;
    // Somebody followed a link of the mail: the policy blocked it, so show the mail again.
    if (loads === 2 && frame.isConnected) fillFrame(kind, template, html);
  });
  setTimeout(ready, 200);
  frame.srcdoc = documentOf(kind, template, html);
  screen.append(frame);
}

function layOut() {
  const style = getComputedStyle(stage);
  const length = (name) => parseFloat(style[name]) || 0;
  const gap = length("columnGap");
  const width = stage.clientWidth - length("paddingLeft") - length("paddingRight");
  const height = stage.clientHeight - length("paddingTop") - length("paddingBottom");
  const kinds = ["phone", "desktop"].filter((kind) => !devices[kind].slot.hidden);
  const total = kinds.reduce((sum, kind) => sum + deviceWidths[kind], 0);
  const together = Math.min(1, (width - gap * (kinds.length - 1)) / total);
  const stacked = kinds.length > 1 && (narrow.matches || together < 0.55);
  stage.classList.toggle("stacked", stacked);
  for (const kind of kinds) {
    const { slot, scale } = devices[kind];
    const wished = stacked ? Math.min(1, width / deviceWidths[kind]) : together;
    const factor = Math.floor(wished * deviceWidths[kind]) / deviceWidths[kind];
    const room = Math.max(200, Math.floor(height - 28));
    slot.style.setProperty("--width", `${deviceWidths[kind]}px`);
    slot.style.setProperty("--scale", factor);
    slot.style.setProperty("--height", `${room}px`);
    // In whole pixels, or a hair's breadth below the frame belongs to nobody.
    slot.style.setProperty("--length", `${Math.floor(room / factor)}px`);
    scale.textContent = factor < 0.995 ? `${Math.round(factor * 100)}%` : "";
  }
}

function setView(view) {
  state.view = view;
  widths.press(view);
  devices.phone.slot.hidden = view === "desktop";
  devices.desktop.slot.hidden = view === "phone";
  layOut();
  refill();
}

function setScheme(scheme) {
  state.scheme = scheme;
  schemes.press(scheme);
  schemeNote.textContent = text(keyed("note", scheme));
  refill();
}

let isStarted = false;

function refill() {
  if (!isStarted) return;
  const template = templates[state.template];
  const person = template.people[state.person] || null;
  fillFrames(template, person);
  writeHash(template, person);
}
