
// MARK: Mails

// A mail is put together from pieces: text, a number for the use of a placeholder, and `true` or
// `false` for what the service inserts, in text or elsewhere.

const escaped = (value) => value.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
const missing = (use) => `⟨${use.parameter}?⟩`;
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(value) {
  return value.replace(/&(?:#(\d{1,6})|(\w+));/g, (all, code, name) =>
    code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : entities[name] || all);
}

const folded = (value) => value.normalize("NFC").toLowerCase();

function valueOf(person, use) {
  const value = person && person.values[use.slot];
  return value == null ? null : value;
}

const chipStyle = "background:#ffe08a;color:#5c3c00;border-radius:3px;padding:0 2px";

// With marks, each value in text is wrapped; without, these are the bytes of the mail's own page.
function mailOf(template, person, isMarked = false) {
  const standIn = "[" + escaped(text("unsubscribeStandIn")) + "]";
  const box = '<span style="outline:1px dashed #888;color:#555">' + standIn + "</span>";
  let html = "";
  for (const piece of (person && person.body) || template.body) {
    if (typeof piece === "string") html += piece;
    else if (typeof piece === "boolean") html += piece ? box : standIn;
    else html += inserted(template, person, piece, isMarked);
  }
  return html;
}

function inserted(template, person, number, isMarked) {
  const use = template.uses[number];
  const value = valueOf(person, use);
  let html = value;
  if (value === null) {
    html = escaped(missing(use));
    if (use.inText) html = `<mark style="${chipStyle}">${html}</mark>`;
  }
  if (!isMarked || !use.inText) return html;
  const about = escaped(aboutUse(use));
  return `<tmpl-value data-number="${number + 1}" data-about="${about}">${html}</tmpl-value>`;
}

const aboutUse = (use) =>
  `${use.parameter} → ${use.wire}\n${use.context} · ${use.place}`;

const markStyle = "<style>tmpl-value{outline:1.5px solid #7c3aed;outline-offset:1px;"
  + "border-radius:2px;background:rgb(124 58 237/12%)}"
  + "tmpl-value:hover{outline-width:2.5px;background:rgb(124 58 237/25%)}"
  + "tmpl-value::before,tmpl-value:hover::after{all:initial;font:600 9px/12px system-ui,sans-serif;"
  + "background:#6d28d9;color:#fff}"
  + "tmpl-value::before{content:attr(data-number);display:inline-block;min-width:8px;padding:0 2px;"
  + "border-radius:6px;margin:0 2px 0 0;text-align:center;vertical-align:super}"
  + "tmpl-value:hover::after{content:attr(data-about);position:fixed;z-index:2147483647;"
  + "inset:auto 8px 8px;padding:8px 10px;border-radius:8px;font:12px/1.5 ui-monospace,monospace;"
  + "white-space:pre-wrap;overflow-wrap:anywhere;text-align:start;background:#1b1f27}</style>";

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
  if (!template.titleMark) return [subject];
  const badge = element(
    "span", { class: "badge", title: text("adMarkHint"), lang: "ko" }, template.titleMark);
  return [badge, " ", subject];
}

// Text with the values in it set off: the exact source, or the plain text made from it.
function textOf(template, pieces, person, isDecoded) {
  const nodes = pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    if (typeof piece === "boolean") return `[${text("unsubscribeStandIn")}]`;
    const use = template.uses[piece];
    const value = valueOf(person, use);
    if (value === null) return element("mark", { class: "chip" }, missing(use));
    return element("b", { class: "value", title: aboutUse(use) }, isDecoded ? decoded(value) : value);
  });
  return nodes;
}

// The request with this one person in it, as the service would get it.
function requestOf(template, person) {
  const request = JSON.parse(template.request);
  if (!person) return JSON.stringify(request, null, 2);
  const recipient = { address: person.address };
  if (person.name) recipient.name = person.name;
  recipient.type = person.kind;
  recipient.parameters = {};
  // A name may be one that objects have a meaning for: entries take every name as it is.
  recipient.parameters = Object.fromEntries(
    template.wires.map((wire, slot) => [wire, person.values[slot]]));
  return JSON.stringify({ ...request, recipients: [recipient] }, null, 2);
}

// MARK: What the lists need to know

const templates = data.templates.map((template) => {
  const marks = new Map();
  for (const finding of template.findings) {
    for (const row of finding.rows) {
      const rank = severities.indexOf(finding.severity);
      if (!marks.has(row) || rank < marks.get(row)) marks.set(row, rank);
    }
  }
  const rows = new Map(template.people.map((person, index) => [person.row, index]));
  const slots = new Map();
  for (const use of template.uses) {
    const name = folded(use.parameter);
    if (!slots.has(name)) slots.set(name, new Set());
    slots.get(name).add(use.slot);
  }
  return { ...template, marks, rows, slots, haystacks: [] };
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

// `grade:gold` looks into that value alone; everything else is looked for anywhere.
function matcher(template, term) {
  const cut = term.search(/[:=]/);
  const name = cut > 0 ? term.slice(0, cut) : "";
  const wanted = term.slice(cut + 1);
  const isField = name === "address" || name === "name";
  const slots = [...template.slots.get(name) || []];
  if (!isField && !slots.length) return (index) => haystack(template, index).includes(term);
  return (index) => {
    const person = template.people[index];
    const values = slots.map((slot) => decoded(person.values[slot] ?? ""));
    if (isField) values.push(person[name]);
    return values.some((value) => folded(value).includes(wanted));
  };
}
