// Reads pages of texts in frames, walks over what stands there, and writes a verdict.
"use strict"

const { pages, isRemoteAllowed, isWalked } = JSON.parse(document.querySelector("script").textContent)
const verdict = { texts: 0, elements: 0, styles: 0, ran: [], problems: [], hosts: [] }
const object = (page, problem) => verdict.problems.push(`page ${page}: ${problem}`)

// MARK: What runs

/// Called by each frame before its texts: whatever they call, or do wrong, has run.
window.prepare = (frame, page) => {
  const ran = () => { if (!verdict.ran.includes(page)) verdict.ran.push(page) }
  for (const name of ["alert", "confirm", "prompt", "print", "open", "mark", "MARK"]) {
    frame[name] = ran
  }
  frame.addEventListener("error", ran)
}

// MARK: Addresses

const raster = /^data:image\/(png|gif|jpe?g|webp|bmp);base64,[A-Za-z0-9+\/=]*$/
const linkSchemes = ["https:", "http:", "mailto:", "tel:", "sms:"]

const isLink = (text) => {
  // What is no address anywhere leads nowhere.
  if (text.startsWith("#") || !URL.canParse(text, "https://here.example/")) return true
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return linkSchemes.includes(url.protocol) && url.username === ""
}

const isImage = (text) => {
  if (raster.test(text) || text.startsWith("cid:")) return true
  if (!isRemoteAllowed || !URL.canParse(text)) return false
  const url = new URL(text)
  if (url.protocol !== "https:" || url.username !== "") return false
  if (!verdict.hosts.includes(url.hostname)) verdict.hosts.push(url.hostname)
  return true
}

// MARK: Styles

const functions = [
  "rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp", "linear-gradient", "url",
]
const never = [
  "content", "cursor", "filter", "backdrop-filter", "clip-path", "mask", "-webkit-mask",
  "shape-outside", "animation", "transition", "transform", "translate", "scale", "rotate",
  "offset", "z-index", "inset", "top", "right", "bottom", "left", "behavior", "src",
  "list-style-image", "border-image", "-webkit-box-reflect", "all", "zoom",
]
const neutral = ["initial", "none", "auto", "normal", "unset"]

const checkStyle = (page, style) => {
  for (const name of style) {
    const value = style.getPropertyValue(name)
    verdict.styles += 1
    const isNever = name.startsWith("--")
      || never.some((other) => name === other || name.startsWith(other + "-"))
    // What a shorthand sets beside what it says.
    const isNeutral = neutral.includes(value) || name.startsWith("border-image-") && !value.includes("(")
    if (isNever && !isNeutral) object(page, `property ${name}: ${value}`)
    if (name === "position" && value !== "static" && value !== "relative") {
      object(page, `position ${value}`)
    }
    for (const [, address] of value.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)) {
      if (!isImage(address)) object(page, `${name}: url(${address})`)
    }
  }
  const unquoted = style.cssText.replace(/"(?:[^"\\]|\\.)*"/g, "")
  for (const [, called] of unquoted.matchAll(/([\w-]*)\(/g)) {
    if (called !== "" && !functions.includes(called)) object(page, `function ${called}`)
  }
}

const checkRules = (page, rules) => {
  for (const rule of rules) {
    const kind = rule.constructor.name
    if (kind === "CSSStyleRule" && rule.cssRules.length === 0) checkStyle(page, rule.style)
    else if (kind === "CSSMediaRule") checkRules(page, rule.cssRules)
    else object(page, `rule ${rule.cssText}`)
  }
}

// MARK: Elements

const checkAttribute = (page, element, name, value, allowed) => {
  if (!allowed.includes(name) || name.startsWith("on")) object(page, `attribute ${name}`)
  if (name === "href" && !isLink(value)) object(page, `link to ${value}`)
  if ((name === "src" || name === "background") && !isImage(value)) object(page, `image ${value}`)
}

const checkElement = (page, element, elements, attributes) => {
  verdict.elements += 1
  const name = element.localName
  if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" || element.shadowRoot
    || !elements.includes(name)) object(page, `element ${name}`)
  for (const { name, value } of element.attributes) {
    checkAttribute(page, element, name, value, attributes)
  }
  const isAway = element.hasAttribute("href") && !element.getAttribute("href").startsWith("#")
  const rel = ["noopener", "noreferrer", "nofollow"]
  if (isAway && !(element.target === "_blank" && rel.every((word) => element.relList.contains(word)))) {
    object(page, "a link that tells where it was")
  }
  checkStyle(page, element.style)
  const { position } = element.ownerDocument.defaultView.getComputedStyle(element)
  if (position !== "static" && position !== "relative") object(page, `position ${position}`)
}

// MARK: Trees

/// A tree in one line. A line end that begins `pre` is no part of it: browsers forget it.
const outline = (node) => {
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
    const isFirst = node.parentNode.localName === "pre" && !node.previousSibling
    return JSON.stringify(isFirst ? node.data.replace(/^\n+/, "") : node.data).replace(/^""$/, "")
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return ""
  // XML turns white space in values to spaces.
  const attributes = [...node.attributes].map(({ name, value }) =>
    `${name}=${JSON.stringify(value.replace(/[\t\n]/g, " "))}`)
  return `<${[node.localName, ...attributes].join(" ")}>${[...node.childNodes].map(outline).join("")}</>`
}

/// The tree that the tags of a text say, without any of HTML's rules.
const literal = (text) => {
  const closed = text.replace(/<((?:br|col|hr|img|wbr)(?: [^<>]*)?)>/g, "<$1/>")
  const xml = new DOMParser().parseFromString(`<div>${closed}</div>`, "text/xml")
  return outline(xml.documentElement)
}

const again = (root) =>
  new DOMParser().parseFromString(`<body><div>${root.innerHTML}</div>`, "text/html").body.firstChild

const checkTree = (page, root, text) => {
  const others = NodeFilter.SHOW_ALL & ~NodeFilter.SHOW_ELEMENT & ~NodeFilter.SHOW_TEXT
  const other = document.createTreeWalker(root, others).nextNode()
  if (other) object(page, `node ${other.nodeName}`)
  const tree = outline(root)
  if (outline(again(root)) !== tree) object(page, `another tree when read again: ${text}`)
  if (literal(text) !== tree) object(page, `another tree than the tags say: ${text}`)
}

// MARK: Pages

const walk = (frame, page) => {
  const { texts, elements, attributes } = pages[page]
  const { body, head, documentElement, styleSheets } = frame.contentDocument
  const roots = [...body.childNodes]
  if (roots.length !== texts.length || documentElement.childNodes.length !== 2
    || head.childNodes.length !== 3 || documentElement.attributes.length !== 0) {
    return object(page, "a text that leaves its place")
  }
  for (const sheet of styleSheets) checkRules(page, sheet.cssRules)
  for (const { name, value } of body.attributes) {
    checkAttribute(page, body, name, value, attributes)
  }
  checkStyle(page, body.style)
  roots.forEach((root, number) => {
    for (const element of root.querySelectorAll("*")) {
      checkElement(page, element, elements, attributes)
    }
    checkTree(page, root, texts[number])
    verdict.texts += 1
  })
}

const frames = []

const open = (page) => {
  if (page >= pages.length) return
  const { texts, bodyAttributes } = pages[page]
  const frame = frames[page] = document.createElement("iframe")
  // What is not walked over may not lead the judge away.
  if (!isWalked) frame.sandbox = "allow-scripts allow-same-origin allow-forms"
  frame.onload = () => {
    frame.onload = null
    open(page + 4)
  }
  frame.srcdoc = "<!doctype html><meta charset=utf-8><title>page</title>"
    + `<script>parent.prepare(window, ${page})</` + `script><body${bodyAttributes}>`
    + texts.map((text) => `<div>${text}</div>`).join("")
  document.body.append(frame)
}
for (let page = 0; page < 4; page++) open(page)

window.onload = () => setTimeout(() => {
  if (isWalked) frames.forEach(walk)
  const json = JSON.stringify(verdict).replace(/[<>&\u00A0]/g, (character) =>
    "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"))
  document.body.innerHTML = "<pre></pre>"
  document.querySelector("pre").textContent = json
}, 2000)
