
// MARK: Showing

let pending = 0;

function show(rest = true) {
  const template = templates[state.template];
  const person = template.people[state.person] || null;
  subject.replaceChildren(...subjectOf(template, person));
  showRoute(template, person);
  fillInbox(template, person);
  showBanner(template, person);
  showPanel();
  showValuesOf(template, person);
  markSelection();
  document.title = `${template.name} · ${text("title")}`;
  // Holding a key down passes by many people: only where it rests are frames made.
  clearTimeout(pending);
  pending = setTimeout(() => {
    fillFrames(template, person);
    writeHash(template, person);
  }, rest ? 0 : 60);
}

function showRoute(template, person) {
  route.replaceChildren(
    element("span", { class: "wide-only" },
      isolated(template.sender.name, "strong"), " ", isolated(template.sender.address)),
    " → ");
  if (person) {
    if (person.name) route.append(isolated(person.name, "strong"), " ");
    route.append(isolated(person.address), " ",
      person.row > 0
        ? element("span", { class: "row-number" }, text("row", { n: number(person.row) }))
        : "");
    page.href = "./" + person.file.split("/").map(encodeURIComponent).join("/");
  } else {
    route.append(text("nobody"));
    page.removeAttribute("href");
  }
  page.hidden = !person;
  const why = (person && person.why) || [];
  reasons.hidden = !why.length;
  reasons.replaceChildren(...why.map((reason) => element("span", { class: "tag" }, reason)));
}

function showBanner(template, person) {
  const errors = template.counts.error;
  const lines = [];
  if (errors) lines.push(counted("notSendable", errors));
  if (person && person.blocked) lines.push(text("personBlocked"));
  banner.hidden = !lines.length;
  banner.replaceChildren(mark("error"), element("p", {}, ...lines.map((line, index) =>
    element(index ? "span" : "strong", {}, index ? " · " + line : line))));
  if (template.findings.length) {
    const open = () => openPanel("findings");
    banner.append(
      element("button", { type: "button", class: "link", onclick: open }, text("showFindings")));
  }
}

// MARK: Panels below the mail

const panels = {
  findings: (template, person) => findingsOf(template, person),
  plain: (template, person) => code(
    textOf(template, person && person.plain ? [person.plain] : template.plain, person, true),
    "plainNote"),
  source: (template, person) => code(textOf(template, template.source, person), "sourceNote"),
  request: (template, person) => code([requestOf(template, person)], "requestNote"),
};
const panelButtons = {};
for (const name of Object.keys(panels)) {
  panelButtons[name] = element("button", {
    type: "button", class: "panel-button", "aria-expanded": "false", "aria-controls": "panel",
    onclick: () => openPanel(state.panel === name ? "" : name),
  });
}
panelBar.append(...Object.values(panelButtons));

function code(nodes, note) {
  return [
    element("p", { class: "panel-note" }, text(note)),
    element("pre", { class: "code", dir: "auto" }, ...nodes),
  ];
}

function openPanel(name) {
  state.panel = name;
  panelBody.scrollTop = 0;
  showPanel();
}

function showPanel() {
  const template = templates[state.template];
  const person = template.people[state.person] || null;
  for (const [name, node] of Object.entries(panelButtons)) {
    node.setAttribute("aria-expanded", name === state.panel);
    if (name !== "findings") node.replaceChildren(text(name));
  }
  panelButtons.findings.replaceChildren(text("findings"), ...findingsSummary(template, person));
  panelBody.hidden = !state.panel;
  main.classList.toggle("findings-open", state.panel === "findings");
  if (!state.panel) return;
  panelBody.setAttribute("aria-label", text(state.panel));
  panelBody.replaceChildren(...panels[state.panel](template, person));
}

function findingsSummary(template, person) {
  const pills = severities.filter((severity) => template.counts[severity]).map((severity) =>
    element("span",
      { class: `pill ${severity}`, title: counted(severity + "Count", template.counts[severity]) },
      icon(severity), number(template.counts[severity])));
  const here = person
    ? template.findings.filter((finding) => finding.rows.includes(person.row)).length : 0;
  return [
    ...(pills.length ? pills : [element("span", { class: "quiet" }, text("noFindings"))]),
    here ? element("span", { class: "quiet wide-only" }, counted("findingsHere", here)) : "",
  ];
}

function findingsOf(template, person) {
  const rank = (finding) => severities.indexOf(finding.severity);
  const sorted = [...template.findings].sort((a, b) => rank(a) - rank(b));
  const all = severities.reduce((sum, severity) => sum + template.counts[severity], 0);
  const more = all - sorted.length;
  if (!sorted.length) return [element("p", { class: "empty" }, text("noFindings"))];
  return [element("ul", {},
    ...sorted.map((finding) => findingItem(template, finding, person)),
    more > 0 ? element("li", {}, text("moreFindings", { n: number(more) })) : null)];
}

function findingItem(template, finding, person) {
  const isHere = person && finding.rows.includes(person.row);
  return element("li", { class: `${finding.severity}${isHere ? " here" : ""}` },
    mark(finding.severity),
    element("div", {},
      element("p", { class: "message" }, isolated(finding.message)),
      finding.help ? element("p", { class: "hint" }, isolated(finding.help)) : null,
      element("p", { class: "facts" },
        element("code", {}, isolated(finding.place)),
        element("span", { class: "rule" }, finding.rule),
        finding.count > 1 ? element("span", {}, `× ${number(finding.count)}`) : null,
        ...rowLinks(template, finding))));
}

function rowLinks(template, finding) {
  const links = finding.rows.slice(0, 12).map((row) => {
    const index = template.rows.get(row);
    const label = text("row", { n: number(row) });
    if (index === undefined) return element("span", { class: "row-number" }, label);
    const go = () => select(index);
    return element("button", { type: "button", class: "row-link", onclick: go }, label);
  });
  const more = finding.rows.length - links.length;
  if (more > 0) links.push(element("span", { class: "row-number" }, `+${number(more)}`));
  return links;
}

// MARK: Values beside the mail

function showValues(open) {
  state.values = open;
  values.hidden = !open;
  valuesButton.setAttribute("aria-pressed", open);
  const template = templates[state.template];
  showValuesOf(template, template.people[state.person] || null);
  layOut();
  refill();
}

function showValuesOf(template, person) {
  if (!state.values) return;
  const uses = template.uses.map((use, index) => ({ ...use, number: index + 1 }));
  const group = (title, some) => some.length
    ? [element("h3", {}, text(title)),
      element("ol", {}, ...some.map((use) => valueItem(use, valueOf(person, use))))]
    : [];
  values.replaceChildren(
    ...group("valuesElsewhere", uses.filter((use) => !use.inText)),
    ...group("valuesInText", uses.filter((use) => use.inText)),
    uses.length ? "" : element("p", { class: "empty" }, text("noValues")));
}

function valueItem(use, value) {
  const shown = value === null ? element("mark", { class: "chip" }, missing(use))
    : value === "" ? element("em", {}, text("emptyValue")) : isolated(decoded(value));
  return element("li", {},
    element("span", { class: "value-number" }, number(use.number)),
    element("div", {},
      element("p", { class: "value-text" }, shown),
      element("p", { class: "facts" },
        isolated(use.parameter, "strong"),
        use.wire !== use.parameter ? element("span", {}, "→ ", element("code", {}, use.wire)) : null),
      element("p", { class: "facts" }, element("span", {}, use.context),
        element("code", {}, use.place))));
}

// MARK: Lists on narrow screens

function showLists(open) {
  document.body.classList.toggle("lists-open", open);
  main.inert = open;
  (open ? search : listButton).focus();
}
