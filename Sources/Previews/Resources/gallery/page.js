
// MARK: The page

const rowHeight = 48;
const state = {
  template: 0, person: 0, shown: [], query: "", only: { problems: false, notable: false },
  view: "both", scheme: "light", values: false, panel: "",
};
const narrow = matchMedia("(max-width: 760px)");
if (narrow.matches) state.view = "phone";

const search = element("input", {
  type: "search", id: "search", placeholder: text("searchPlaceholder"),
  "aria-label": text("searchPlaceholder"), title: text("searchHint"), autocomplete: "off",
  spellcheck: "false", "aria-controls": "people",
});
const toggles = {};
for (const kind of ["problems", "notable"]) {
  toggles[kind] = element("button", {
    type: "button", class: `toggle ${kind}`, "aria-pressed": "false",
    title: text(keyed("hint", kind)),
    onclick: () => { state.only[kind] = !state.only[kind]; filter(); },
  }, text(keyed("only", kind)));
}
const shownCount = element("p", { class: "count", role: "status" });
const sizer = element("div", { class: "sizer", role: "presentation" });
const people = element("div",
  { id: "people", class: "people", role: "listbox", tabindex: "0", "aria-label": text("people") },
  sizer);
const nothing = element("p", { class: "empty", hidden: true }, text("noMatch"));
const templateList = element("ul", { class: "templates" });
const sidebar = element("aside",
  { class: "sidebar", id: "lists", "aria-label": text("lists") },
  element("header", {},
    element("h1", {}, text("title")),
    button("icon-button narrow-only", "closeList", () => showLists(false), icon("close"))),
  element("nav", { "aria-label": text("templates") }, templateList),
  element("div", { class: "filter" },
    element("div", { class: "search" }, icon("search"), search, element("kbd", {}, "/")),
    element("div", { class: "filter-row" }, shownCount, toggles.notable, toggles.problems)),
  people, nothing,
  element("footer", {},
    data.note ? element("p", {}, data.note) : null,
    data.snapshots
      ? element("p", {}, element("a", { href: data.snapshots }, text("snapshotsLink")))
      : null,
    element("p", {}, data.generatedBy)));

const position = element("span", { class: "position" });
const listButton = button(
  "icon-button narrow-only", "openList", () => showLists(true), icon("list"));
listButton.setAttribute("aria-controls", "lists");
const widths = segments("view", ["phone", "desktop", "both"], (view) => setView(view), true);
const schemes = segments("scheme", ["light", "dark", "forced"], (scheme) => setScheme(scheme));
const valuesButton = button("icon-button", "showValues", () => showValues(!state.values),
  icon("values"));
valuesButton.setAttribute("aria-controls", "values");
const page = element("a",
  { class: "icon-button", target: "_blank", rel: "noopener", title: text("openPage"),
    "aria-label": text("openPage") },
  icon("open"));
const toolbar = element("div", { class: "toolbar" },
  listButton,
  element("div", { class: "group" },
    button("icon-button", "previous", () => step(-1), icon("previous")),
    position,
    button("icon-button", "next", () => step(1), icon("next"))),
  widths.group, schemes.group, valuesButton, page,
  button("icon-button wide-only", "help", () => help.showModal(), "?"));

const subject = element("h2", { class: "subject" });
const route = element("p", { class: "route" });
const reasons = element("p", { class: "reasons", hidden: true });
const banner = element("div", { class: "banner", role: "status", hidden: true });
const schemeNote = element("p", { class: "scheme-note", role: "status" });
const stage = element("div", { class: "stage", id: "stage" });
const values = element("section",
  { class: "values", id: "values", hidden: true, tabindex: "0", "aria-label": text("values") });
const panelBar = element("div", { class: "drawer-bar" });
const panelBody = element("div",
  { class: "drawer-body", id: "panel", tabindex: "0", hidden: true, role: "region" });
const main = element("main", {},
  element("header", { class: "mail" }, toolbar, subject, route, reasons),
  banner,
  element("div", { class: "bench" },
    element("div", { class: "view" }, schemeNote, stage), values),
  element("section", { class: "drawer", "aria-label": text("panels") }, panelBar, panelBody));

const shortcuts = [
  [["j", "↓"], "next"], [["k", "↑"], "previous"], [["[", "]"], "helpTemplate"],
  [["/"], "helpSearch"], [["1"], "viewPhone"], [["2"], "viewDesktop"], [["3"], "viewBoth"],
  [["d"], "helpScheme"], [["v"], "showValues"], [["f"], "findings"], [["t"], "plain"],
  [["s"], "source"], [["r"], "request"], [["?"], "helpHelp"], [["Esc"], "helpClose"],
];
const help = element("dialog", { class: "help", "aria-labelledby": "help-title" },
  element("form", { method: "dialog" },
    element("header", {},
      element("h2", { id: "help-title" }, text("help")),
      button("icon-button", "close", () => help.close(), icon("close"))),
    element("dl", {}, ...shortcuts.map(([keys, key]) =>
      element("div", {}, element("dt", {}, ...keys.map((k) => element("kbd", {}, k))),
        element("dd", {}, text(key))))),
    element("p", {}, text("searchHint")),
    element("p", {}, text("helpFrame"))));
help.addEventListener("click", (event) => { if (event.target === help) help.close(); });
