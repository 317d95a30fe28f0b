
// MARK: Lists

function showTemplates() {
  templateList.replaceChildren(...templates.map((template, index) => {
    const worst = severities.slice(0, 2).find((severity) => template.counts[severity]);
    const total = template.counts[worst];
    return element("li", {},
      element("button", { type: "button", onclick: () => selectTemplate(index) },
        isolated(template.name, "name"),
        template.samples
          ? element("span", { class: "tag", title: text("samplesHint") }, text("samples")) : null,
        worst
          ? element("span", { class: `pill ${worst}`, title: counted(worst + "Count", total) },
            icon(worst), number(total))
          : null,
        element("span", { class: "quiet", title: counted("peopleCount", template.total) },
          number(template.total))));
  }));
}

const rows = new Map();

function filter() {
  const template = templates[state.template];
  const terms = folded(state.query).split(/\s+/).filter(Boolean);
  const matchers = terms.map((term) => matcher(template, term));
  const hasNotable = template.people.some((person) => person.why);
  state.shown = [];
  template.people.forEach((person, index) => {
    if (state.only.problems && !severityOf(template, person)) return;
    if (state.only.notable && hasNotable && !person.why) return;
    if (matchers.every((matches) => matches(index))) state.shown.push(index);
  });
  const all = template.people.length;
  shownCount.textContent = state.shown.length < all
    ? text("countOf", { n: number(state.shown.length), total: number(all) })
    : all < template.total
      ? text(hasNotable ? "countOf" : "countFirst", { n: number(all), total: number(template.total) })
      : counted("peopleCount", all);
  for (const [kind, toggle] of Object.entries(toggles)) {
    toggle.setAttribute("aria-pressed", state.only[kind]);
  }
  toggles.notable.hidden = !hasNotable;
  nothing.textContent = text(all ? "noMatch" : "nobody");
  nothing.hidden = state.shown.length > 0;
  people.hidden = !state.shown.length;
  sizer.style.height = `${state.shown.length * rowHeight}px`;
  for (const row of rows.values()) row.remove();
  rows.clear();
  people.scrollTop = 0;
  markSelection();
}

// Only the rows in view exist, at fixed heights, in document order.
function drawRows() {
  const first = Math.max(0, Math.floor(people.scrollTop / rowHeight) - 4);
  const last = Math.min(
    state.shown.length, Math.ceil((people.scrollTop + people.clientHeight) / rowHeight) + 4);
  for (const [at, row] of rows) {
    if (at < first || at >= last) {
      row.remove();
      rows.delete(at);
    }
  }
  for (let at = last - 1; at >= first; at -= 1) {
    if (rows.has(at)) continue;
    const row = personRow(at);
    sizer.insertBefore(row, rows.get(at + 1) || null);
    rows.set(at, row);
  }
}

function personRow(at) {
  const template = templates[state.template];
  const index = state.shown[at];
  const person = template.people[index];
  const severity = severityOf(template, person);
  const row = element("div", {
    class: "person", role: "option", id: `person-${index}`, "data-at": at,
    "aria-posinset": at + 1, "aria-setsize": state.shown.length,
    "aria-selected": index === state.person,
  },
  element("div", { class: "lines" },
    person.name ? element("p", { class: "name" }, isolated(person.name)) : null,
    element("p", { class: person.name ? "address" : "name" },
      person.why ? element("span", { class: "why" }, person.why[0] + " · ") : null,
      isolated(person.address || text("noAddress")))),
  severity ? mark(severity) : null);
  row.style.top = `${at * rowHeight}px`;
  return row;
}

function markSelection() {
  const template = templates[state.template];
  const at = state.shown.indexOf(state.person);
  if (at >= 0) {
    const top = at * rowHeight;
    const room = people.clientHeight;
    if (top < people.scrollTop) people.scrollTop = top;
    if (top + rowHeight > people.scrollTop + room) people.scrollTop = top + rowHeight - room;
  }
  drawRows();
  for (const [row, node] of rows) node.setAttribute("aria-selected", row === at);
  if (rows.has(at)) people.setAttribute("aria-activedescendant", rows.get(at).id);
  else people.removeAttribute("aria-activedescendant");
  [...templateList.querySelectorAll("button")].forEach((node, index) => {
    if (index === state.template) node.setAttribute("aria-current", "true");
    else node.removeAttribute("aria-current");
  });
  position.textContent = state.shown.length
    ? `${at < 0 ? "–" : number(at + 1)} / ${number(state.shown.length)}` : "–";
  position.setAttribute("aria-label", text("position"));
}
