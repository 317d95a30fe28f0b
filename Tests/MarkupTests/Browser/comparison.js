// Compares two pictures slice by slice, and the texts that are seen in pairs of pages.
"use strict"

const { pictures, heights, pairs } = JSON.parse(document.querySelector("script").textContent)

const images = pictures.map((source) => Object.assign(new Image(), { src: source }))

const frames = pairs.map((pair) => pair.map((page) =>
  Object.assign(document.createElement("iframe"), { width: 640, srcdoc: page })))

const colors = (image) => {
  const canvas = document.createElement("canvas")
  Object.assign(canvas, { width: image.width, height: image.height })
  const context = canvas.getContext("2d")
  context.drawImage(image, 0, 0)
  return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)
}

/// How many pixels of each slice differ from the other picture's, and how many from the first one.
const slices = ([before, after]) => {
  let start = 0
  return heights.map((height) => {
    const slice = { pixels: height * images[0].width, different: 0, drawn: 0 }
    for (let index = start; index < start + slice.pixels; index++) {
      if (before[index] !== after[index]) slice.different += 1
      if (before[index] !== before[start]) slice.drawn += 1
    }
    start += slice.pixels
    return slice
  })
}

const seen = (frame) => frame.contentDocument.body.innerText.trim()

document.body.append(...images, ...frames.flat())
window.onload = () => {
  const escape = (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0")
  const comparison = {
    sizes: images.map(({ width, height }) => [width, height]), slices: slices(images.map(colors)),
    texts: frames.map(([before, after]) => ({ before: seen(before), after: seen(after) })),
  }
  document.body.innerHTML = "<pre></pre>"
  document.querySelector("pre").textContent =
    JSON.stringify(comparison).replace(/[<>&\u00A0]/g, escape)
}
