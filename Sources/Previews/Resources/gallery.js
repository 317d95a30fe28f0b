// The preview gallery: lists, keys and frames of index.html.
//
// Data reaches the page as text nodes and attributes only; markup of mails goes into sandboxed
// frames and nowhere else.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const rowHeight = 48;
  const deviceWidths = { phone: 391, desktop: 642 }; // 375 and 640 with their borders
  // A scroll bar of its own would make the layout narrower than the width that is shown.
  const frameStyles = {
    phone: "<style>html{scrollbar-width:none}</style>",
    desktop: "<style>html{scrollbar-width:thin}</style>",
  };
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
    error: "m5.5 5.5 5 5m0-5-5 5",
    warning: "M8 4.5v4.200m0 2.300v.1",
    advice: "M8 7.300v4.200M8 4.900v.1",
  };

  // MARK: Texts and elements

  const labels = data.labels || {};
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

  // MARK: Mails

  const escaped = (value) => value.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
  const missing = (use) => `⟨${use.parameter}?⟩`;

  function valueOf(person, use) {
    const value = person && person.values[use.slot];
    return value == null ? null : value;
  }

  function mailOf(template, person) {
    const standIn = "[" + escaped(text("unsubscribeStandIn")) + "]";
    const box = '<span style="outline:1px dashed #888;color:#555">' + standIn + "</span>";
    let html = "";
    for (const piece of (person && person.body) || template.body) {
      if (typeof piece === "string") {
        html += piece;
        continue;
      }
      // What the service inserts: true in text, where an element may stand.
      if (typeof piece === "boolean") {
        html += piece ? box : standIn;
        continue;
      }
      const use = template.uses[piece];
      const value = valueOf(person, use);
      if (value !== null) html += value;
      else if (!use.inText) html += escaped(missing(use));
      else {
        html += '<mark style="background:#ffe08a;color:#5c3c00;border-radius:3px;padding:0 2px">'
          + escaped(missing(use)) + "</mark>";
      }
    }
    return html;
  }

  function subjectOf(template, person) {
    const subject = element("bdi");
    for (const piece of template.title) {
      if (typeof piece === "string") {
        subject.append(piece);
        continue;
      }
      const use = template.uses[piece];
      const value = valueOf(person, use);
      subject.append(value === null ? element("mark", { class: "chip" }, missing(use)) : value);
    }
    if (!subject.textContent.trim()) {
      subject.replaceChildren(element("em", {}, text("noSubject")));
    }
    if (!template.advertising) return [subject];
    const badge = element(
      "span", { class: "badge", title: text("adMarkHint"), lang: "ko" }, "(광고)");
    return [badge, " ", subject];
  }

  // MARK: What the lists need to know

  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

  function decoded(value) {
    return value.replace(/&(?:#(\d{1,6})|(\w+));/g, (all, code, name) =>
      code ? String.fromCharCode(code) : entities[name] || all);
  }

  const folded = (value) => value.normalize("NFC").toLowerCase();

  const templates = data.templates.map((template) => {
    const marks = new Map();
    for (const finding of template.findings) {
      for (const row of finding.rows) {
        const rank = severities.indexOf(finding.severity);
        if (!marks.has(row) || rank < marks.get(row)) marks.set(row, rank);
      }
    }
    const rows = new Map(template.people.map((person, index) => [person.row, index]));
    return { ...template, marks, rows, haystacks: [] };
  });

  function severityOf(template, person) {
    if (person.blocked) return "error";
    return severities[template.marks.get(person.row)] || null;
  }

  function haystack(template, index) {
    if (template.haystacks[index] === undefined) {
      const person = template.people[index];
      const values = person.values.filter((value) => value != null).map(decoded);
      template.haystacks[index] = folded([person.address, person.name, ...values].join("\n"));
    }
    return template.haystacks[index];
  }

  // MARK: The page

  const state = {
    template: 0, person: 0, shown: [], query: "", onlyProblems: false,
    view: "both", findings: false,
  };
  const narrow = matchMedia("(max-width: 760px)");
  if (narrow.matches) state.view = "phone";

  const search = element("input", {
    type: "search", id: "search", placeholder: text("searchPlaceholder"),
    "aria-label": text("searchPlaceholder"), autocomplete: "off", spellcheck: "false",
    "aria-controls": "people",
  });
  const problems = element("button", {
    type: "button", class: "toggle", "aria-pressed": "false",
    onclick: () => { state.onlyProblems = !state.onlyProblems; filter(); },
  }, text("onlyProblems"));
  const shownCount = element("p", { class: "count", role: "status" });
  const sizer = element("div", { class: "sizer", role: "presentation" });
  const people = element("div",
    { id: "people", class: "people", role: "listbox", tabindex: "0", "aria-label": text("people") },
    sizer);
  const nothing = element("p", { class: "empty", hidden: true }, text("noMatch"));
  const templateList = element("ul", { class: "templates" });
  const sidebar = element("aside", { class: "sidebar", id: "lists" },
    element("header", {},
      element("h1", {}, text("title")),
      button("icon-button narrow-only", "closeList", () => showLists(false), icon("close"))),
    element("nav", { "aria-label": text("templates") }, templateList),
    element("div", { class: "filter" },
      element("div", { class: "search" }, icon("search"), search, element("kbd", {}, "/")),
      element("div", { class: "filter-row" }, shownCount, problems)),
    people, nothing,
    element("footer", {},
      data.note ? element("p", {}, data.note) : null,
      element("p", {}, data.generatedBy)));

  const position = element("span", { class: "position" });
  const listButton = button(
    "icon-button narrow-only", "openList", () => showLists(true), icon("list"));
  listButton.setAttribute("aria-controls", "lists");
  const views = {};
  for (const view of ["phone", "desktop", "both"]) {
    views[view] = button("", keyed("view", view), () => setView(view), icon(view),
      element("span", {}, text(keyed("short", view))));
  }
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
    element("div", { class: "segments", role: "group", "aria-label": text("width") },
      views.phone, views.desktop, views.both),
    page,
    button("icon-button wide-only", "help", () => help.showModal(), "?"));

  const subject = element("h2", { class: "subject" });
  const route = element("p", { class: "route" });
  const banner = element("div", { class: "banner", role: "status", hidden: true });
  const stage = element("div", { class: "stage" });
  const findingsBody = element("div",
    { class: "drawer-body", id: "findings", tabindex: "0", hidden: true, role: "region",
      "aria-label": text("findings") });
  const findingsBar = element("button", {
    type: "button", class: "drawer-bar", "aria-expanded": "false", "aria-controls": "findings",
    onclick: () => showFindings(!state.findings),
  });
  const main = element("main", {},
    element("header", { class: "mail" }, toolbar, subject, route),
    banner, stage,
    element("section", { class: "drawer" }, findingsBar, findingsBody));

  const shortcuts = [
    [["j", "↓"], "helpNext"], [["k", "↑"], "helpPrevious"], [["[", "]"], "helpTemplate"],
    [["/"], "helpSearch"], [["1"], "viewPhone"], [["2"], "viewDesktop"], [["3"], "viewBoth"],
    [["f"], "helpFindings"], [["?"], "helpHelp"], [["Esc"], "helpClose"],
  ];
  const help = element("dialog", { class: "help", "aria-labelledby": "help-title" },
    element("form", { method: "dialog" },
      element("header", {},
        element("h2", { id: "help-title" }, text("help")),
        button("icon-button", "close", () => help.close(), icon("close"))),
      element("dl", {}, ...shortcuts.map(([keys, key]) =>
        element("div", {}, element("dt", {}, ...keys.map((k) => element("kbd", {}, k))),
          element("dd", {}, text(key))))),
      element("p", {}, text("helpFrame"))));
  help.addEventListener("click", (event) => { if (event.target === help) help.close(); });

  // MARK: Frames

  const devices = {};
  for (const kind of ["phone", "desktop"]) {
    const inbox = element("div", { class: "inbox" });
    const screen = element("div", { class: "screen" });
    const scale = element("span", { class: "scale" });
    const slot = element("figure", { class: `slot ${kind}` },
      element("figcaption", {}, element("span", {}, text(keyed("view", kind))), scale),
      element("div", { class: "room" }, element("div", { class: "device" }, inbox, screen)));
    stage.append(slot);
    devices[kind] = { slot, inbox, screen, scale };
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
    const html = mailOf(template, person);
    for (const kind of ["phone", "desktop"]) {
      if (devices[kind].slot.hidden) devices[kind].screen.replaceChildren();
      else fillFrame(kind, html);
    }
  }

  // A new frame each time, so that history stays clean. The old one stays below until the new one
  // has something to show.
  function fillFrame(kind, html) {
    const { screen } = devices[kind];
    const old = [...screen.children];
    const frame = element("iframe",
      { sandbox: "", title: text(keyed("frame", kind)), referrerpolicy: "no-referrer" });
    const ready = () => { for (const frame of old) frame.remove(); };
    let loads = 0;
    frame.addEventListener("load", () => {
      ready();
      loads += 1;
      // Somebody followed a link of the mail: the policy blocked it, so show the mail again.
      if (loads === 2 && frame.isConnected) fillFrame(kind, html);
    });
    setTimeout(ready, 200);
    frame.srcdoc = data.framePrefix + frameStyles[kind] + html;
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
    const stacked = kinds.length > 1 && (narrow.matches || together < 0.6);
    stage.classList.toggle("stacked", stacked);
    for (const kind of kinds) {
      const { slot, scale } = devices[kind];
      const factor = stacked ? Math.min(1, width / deviceWidths[kind]) : together;
      slot.style.setProperty("--width", `${deviceWidths[kind]}px`);
      slot.style.setProperty("--scale", factor);
      slot.style.setProperty("--height", `${Math.max(200, height - 28)}px`);
      scale.textContent = factor < 0.995 ? `${Math.round(factor * 100)}%` : "";
    }
  }

  // MARK: Showing

  let pending = 0;

  function show(rest = true) {
    const template = templates[state.template];
    const person = template.people[state.person] || null;
    subject.replaceChildren(...subjectOf(template, person));
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
    fillInbox(template, person);
    showBanner(template, person);
    showFindingsOf(template, person);
    markSelection();
    document.title = `${template.name} · ${text("title")}`;
    // Holding a key down passes by many people: only where it rests are frames made.
    clearTimeout(pending);
    pending = setTimeout(() => {
      fillFrames(template, person);
      writeHash(template, person);
    }, rest ? 0 : 60);
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
      const open = () => showFindings(true);
      banner.append(
        element("button", { type: "button", class: "link", onclick: open }, text("showFindings")));
    }
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

  function showFindingsOf(template, person) {
    const pills = severities.filter((severity) => template.counts[severity]).map((severity) =>
      element("span", { class: `pill ${severity}` }, icon(severity),
        element("span", { class: "wide-only" },
          counted(severity + "Count", template.counts[severity])),
        element("span", { class: "narrow-only" }, number(template.counts[severity]))));
    const here = person
      ? template.findings.filter((finding) => finding.rows.includes(person.row)).length : 0;
    findingsBar.replaceChildren(
      element("span", { class: "drawer-title" }, text("findings")),
      ...(pills.length ? pills : [element("span", { class: "quiet" }, text("noFindings"))]),
      here ? element("span", { class: "quiet" }, counted("findingsHere", here)) : "",
      element("span", { class: "turn" }, icon("up")));
    const rank = (finding) => severities.indexOf(finding.severity);
    const sorted = [...template.findings].sort((a, b) => rank(a) - rank(b));
    const all = severities.reduce((sum, severity) => sum + template.counts[severity], 0);
    const more = all - sorted.length;
    findingsBody.replaceChildren(sorted.length
      ? element("ul", {}, ...sorted.map((finding) => findingItem(template, finding, person)),
        more > 0 ? element("li", {}, text("moreFindings", { n: number(more) })) : null)
      : element("p", { class: "empty" }, text("noFindings")));
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

  function showFindings(open) {
    state.findings = open;
    findingsBody.hidden = !open;
    findingsBar.setAttribute("aria-expanded", open);
    main.classList.toggle("findings-open", open);
    if (open) findingsBody.scrollTop = 0;
  }

  function setView(view) {
    state.view = view;
    for (const [name, node] of Object.entries(views)) {
      node.setAttribute("aria-pressed", name === view);
    }
    devices.phone.slot.hidden = view === "desktop";
    devices.desktop.slot.hidden = view === "phone";
    layOut();
    const template = templates[state.template];
    fillFrames(template, template.people[state.person] || null);
  }

  function showLists(open) {
    document.body.classList.toggle("lists-open", open);
    main.inert = open;
    (open ? search : listButton).focus();
  }

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
    state.shown = [];
    template.people.forEach((person, index) => {
      if (state.onlyProblems && !severityOf(template, person)) return;
      if (terms.length) {
        const hay = haystack(template, index);
        if (!terms.every((term) => hay.includes(term))) return;
      }
      state.shown.push(index);
    });
    const all = template.people.length;
    shownCount.textContent = state.shown.length < all
      ? text("countOf", { n: number(state.shown.length), total: number(all) })
      : all < template.total
        ? text("countFirst", { n: number(all), total: number(template.total) })
        : counted("peopleCount", all);
    problems.setAttribute("aria-pressed", state.onlyProblems);
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
    const hash = `#${encodeURIComponent(template.folder)}/${person ? person.key : ""}`;
    if (location.hash !== hash) location.replace(hash);
  }

  function whole(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  function readHash() {
    const hash = location.hash.slice(1);
    const cut = hash.lastIndexOf("/");
    const name = cut < 0 ? hash : hash.slice(0, cut);
    const key = cut < 0 ? "" : hash.slice(cut + 1);
    const index = templates.findIndex(
      (template) => template.folder === name || template.folder === whole(name));
    if (index < 0) return false;
    const exact = templates[index].people.some((person) => person.key === key);
    const wanted = exact ? key : whole(key);
    const current = templates[index].people[state.person];
    if (index === state.template && current && current.key === wanted) return false;
    if (index !== state.template || state.shown.length === 0) selectTemplate(index, wanted);
    else select(templates[index].people.findIndex((person) => person.key === wanted));
    return true;
  }

  // MARK: Keys

  const actions = {
    j: () => step(1), ArrowDown: () => step(1), ArrowRight: () => step(1),
    k: () => step(-1), ArrowUp: () => step(-1), ArrowLeft: () => step(-1),
    "[": () => selectTemplate(state.template - 1), "]": () => selectTemplate(state.template + 1),
    "/": () => { if (narrow.matches) showLists(true); search.focus(); search.select(); },
    1: () => setView("phone"), 2: () => setView("desktop"), 3: () => setView("both"),
    f: () => showFindings(!state.findings), "?": () => help.showModal(),
  };
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
    else if (state.findings) showFindings(false);
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
    if (event.target.closest(".drawer-body") && name.startsWith("Arrow")) return;
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
  setView(state.view);
  if (!readHash()) show();
  new ResizeObserver(layOut).observe(stage);
  new ResizeObserver(drawRows).observe(people);
})();
