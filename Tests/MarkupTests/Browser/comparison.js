// Compares the halves of a picture slice by slice, and the texts that are seen in pairs of pages.
"use strict"

const { picture, heights, pairs } = JSON.parse(document.querySelector("script").textContent)

const image = Object.assign(new Image(), { src: picture })

const frames = pairs.map((pair) => pair.map((page) =>
  Object.assign(document.createElement("iframe"), { width: 640, srcdoc: page })))

const colors = () => {
  const canvas = document.createElement("canvas")
  Object.assign(canvas, { width: image.width, height: image.height })
  const context = canvas.getContext("2d")
  context.drawImage(image, 0, 0)
  return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)
}

/// Whether two colours differ by more than a shade, by which gradients are dithered.
const differ = (one, other) => one !== other && [0, 8, 16, 24].some((channel) =>
  Math.abs((one >>> channel & 255) - (other >>> channel & 255)) > 2)

/// How many pixels of each slice differ from those beside them, and how many from the first one.
const slices = (colors) => {
  const width = image.width / 2
  let row = 0
  return heights.map((height) => {
    const slice = { pixels: height * width, different: 0, drawn: 0 }
    const first = colors[row * image.width]
    for (const end = row + height; row < end; row++) {
      const start = row * image.width
      for (let index = start; index < start + width; index++) {
        if (differ(colors[index], colors[index + width])) slice.different += 1
        if (colors[index] !== first) slice.drawn += 1
      }
    }
    return slice
  })
}

const seen = (frame) => frame.contentDocument.body.innerText.trim()

document.body.append(image, ...frames.flat())
window.onload = () => {
  const escape = (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0")
  const comparison = {
    size: [image.width, image.height], slices: slices(colors()),
    texts: frames.map(([before, after]) => ({ before: seen(before), after: seen(after) })),
  }
  document.body.innerHTML = "<pre></pre>"
  document.querySelector("pre").textContent =
    JSON.stringify(comparison).replace(/[<>&\u00A0]/g, escape)
}
