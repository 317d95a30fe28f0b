
// MARK: Choosing

function select(index, rest = true) {
  const { people } = templates[state.template];
  if (index < 0 || index >= people.length || index === state.person) return;
  state.person = index;
  show(rest);
}

function step(by) {
  const at = state.shown.indexOf(state.person);
  const next = at < 0 ? 0 : Math.max(0, Math.min(state.shown.length - 1, at + by));
  if (state.shown.length) select(state.shown[next], false);
}

// The same person stays chosen where a template has them.
function selectTemplate(index, key) {
  if (index < 0 || index >= templates.length) return;
  const current = templates[state.template].people[state.person];
  const wanted = key !== undefined ? key : current && current.key;
  const found = templates[index].people.findIndex((person) => person.key === wanted);
  state.template = index;
  state.person = Math.max(0, found);
  filter();
  show();
  const node = templateList.querySelectorAll("button")[index];
  if (node) node.scrollIntoView({ block: "nearest" });
}

// MARK: Addresses

// Keys are safe in an address as they are; names need not be.
function writeHash(template, person) {
  const look = new URLSearchParams();
  if (state.scheme !== "light") look.set("scheme", state.scheme);
  if (state.values) look.set("values", "1");
  const query = look.size ? `?${look}` : "";
  const hash = `#${encodeURIComponent(template.folder)}/${person ? person.key : ""}${query}`;
  if (location.hash !== hash) location.replace(hash);
}

function whole(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function readLook(query) {
  const look = new URLSearchParams(query);
  const scheme = look.get("scheme");
  if (["light", "dark", "forced"].includes(scheme) && scheme !== state.scheme) setScheme(scheme);
  if (look.has("values") && !state.values) showValues(true);
}

function readHash() {
  const [hash, query] = location.hash.slice(1).split("?", 2);
  const cut = hash.lastIndexOf("/");
  const name = cut < 0 ? hash : hash.slice(0, cut);
  const key = cut < 0 ? "" : hash.slice(cut + 1);
  const index = templates.findIndex(
    (template) => template.folder === name || template.folder === whole(name));
  if (index < 0) return;
  const exact = templates[index].people.some((person) => person.key === key);
  const wanted = exact ? key : whole(key);
  const current = templates[index].people[state.person];
  const isShown = index === state.template && current && current.key === wanted;
  if (!isShown && (index !== state.template || !state.shown.length)) selectTemplate(index, wanted);
  else if (!isShown) select(templates[index].people.findIndex((person) => person.key === wanted));
  readLook(query || "");
}

// MARK: Keys

const actions = {
  j: () => step(1), ArrowDown: () => step(1), ArrowRight: () => step(1),
  k: () => step(-1), ArrowUp: () => step(-1), ArrowLeft: () => step(-1),
  "[": () => selectTemplate(state.template - 1), "]": () => selectTemplate(state.template + 1),
  "/": () => { if (narrow.matches) showLists(true); search.focus(); search.select(); },
  1: () => setView("phone"), 2: () => setView("desktop"), 3: () => setView("both"),
  d: () => setScheme({ light: "dark", dark: "forced", forced: "light" }[state.scheme]),
  v: () => showValues(!state.values),
  "?": () => help.showModal(),
};
for (const name of Object.keys(panels)) {
  actions[name[0]] = () => openPanel(state.panel === name ? "" : name);
}
actions.t = actions.p;
delete actions.p;
const listActions = {
  Home: () => step(-Infinity), End: () => step(Infinity),
  PageUp: () => step(-Math.floor(people.clientHeight / rowHeight)),
  PageDown: () => step(Math.floor(people.clientHeight / rowHeight)),
};

// With a Korean layout the J key types ㅓ: then the key's place counts.
function keyName(event) {
  const letter = /^Key([A-Z])$/.exec(event.code);
  const isForeign = event.key === "Process" || (event.key.length === 1 && event.key > "~");
  return letter && isForeign ? letter[1].toLowerCase() : event.key;
}

function escape() {
  if (document.body.classList.contains("lists-open")) showLists(false);
  else if (state.panel) openPanel("");
  else if (state.values) showValues(false);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const name = keyName(event);
  if (event.target === search) {
    if (event.isComposing || !["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(name)) return;
    event.preventDefault();
    if (name === "Escape" && state.query) clearSearch();
    else if (name === "Enter" || name === "Escape") leaveSearch(name);
    else actions[name]();
    return;
  }
  if (event.target.closest(".drawer-body, .values") && name.startsWith("Arrow")) return;
  const action = name === "Escape" ? escape
    : actions[name] || (event.target === people && listActions[name]);
  if (!action) return;
  event.preventDefault();
  action();
});

function clearSearch() {
  search.value = "";
  state.query = "";
  filter();
}

function leaveSearch(key) {
  if (key === "Enter" && !state.shown.includes(state.person)) step(0);
  if (narrow.matches) showLists(false);
  else people.focus();
}

// MARK: Start

search.addEventListener("input", () => { state.query = search.value; filter(); });
people.addEventListener("scroll", drawRows, { passive: true });
people.addEventListener("click", (event) => {
  const row = event.target.closest("[data-at]");
  if (!row) return;
  select(state.shown[Number(row.dataset.at)]);
  if (narrow.matches) showLists(false);
});
addEventListener("hashchange", readHash);
narrow.addEventListener("change", () => { showNarrow(); layOut(); });

function showNarrow() {
  if (!narrow.matches && document.body.classList.contains("lists-open")) showLists(false);
}

document.getElementById("app").append(sidebar, main, help);
if (!templates.length) {
  main.replaceChildren(element("p", { class: "empty" }, text("noTemplates")));
  sidebar.remove();
  return;
}
showTemplates();
filter();
setScheme(state.scheme);
setView(state.view);
valuesButton.setAttribute("aria-pressed", "false");
isStarted = true;
readHash();
show();
new ResizeObserver(layOut).observe(stage);
new ResizeObserver(drawRows).observe(people);
