// Pure geometry in canvas coordinates, and text that fits.
const CURVE = 0.06
const clamp = (value, low, high) => low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value))
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y)
const inBox = (p, [left, top, right, bottom]) => p.x >= left && p.x <= right && p.y >= top && p.y <= bottom
const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

// The point that bends a link, the same as vis-network's "curvedCW".
function bend(from, to, curved) {
  if (!curved) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const dx = to.x - from.x, dy = from.y - to.y, part = 0.5 * CURVE + 0.5
  const angle = Math.atan2(dy, dx) + part * Math.PI
  return { x: from.x + part * Math.hypot(dx, dy) * Math.sin(angle), y: from.y + part * Math.hypot(dx, dy) * Math.cos(angle) }
}

function pointOn(from, to, curved, t) {
  const via = bend(from, to, curved), u = 1 - t
  return { x: u * u * from.x + 2 * u * t * via.x + t * t * to.x, y: u * u * from.y + 2 * u * t * via.y + t * t * to.y }
}

function distanceToSegment(p, a, b) {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
  const t = length ? clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length, 0, 1) : 0
  return distance(p, { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) })
}

function distanceToLink(p, from, to, curved) {
  let nearest = Infinity, last = from
  for (let step = 1; step <= 12; step++) {
    const next = pointOn(from, to, curved, step / 12)
    nearest = Math.min(nearest, distanceToSegment(p, last, next))
    last = next
  }
  return nearest
}

// Lines no wider than `width`; the last one ends in an ellipsis when there is more.
function wrapped(context, text, width, most) {
  const lines = []
  let line = ""
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && context.measureText(`${line} ${word}`).width <= width) { line += ` ${word}`; continue }
    if (line) lines.push(line)
    line = word
    while (line && context.measureText(line).width > width && lines.length < most) {
      const fits = fitting(context, line, width)
      lines.push(`${line.slice(0, fits)}-`)
      line = line.slice(fits)
    }
    if (lines.length > most) break
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let last = kept[most - 1]
  while (last && context.measureText(`${last}…`).width > width) last = Array.from(last).slice(0, -1).join("")
  return [...kept.slice(0, -1), `${last.trimEnd()}…`]
}

function fitting(context, word, width) {
  let fits = 1
  while (fits < word.length && context.measureText(`${word.slice(0, fits + 1)}-`).width <= width) fits++
  return fits > 1 && /[\uD800-\uDBFF]/.test(word[fits - 1]) ? fits - 1 : fits
}

// Which boxes lie near a point, without asking them all.
class Grid {
  constructor(size = 120) { this.size = size; this.cells = new Map() }
  *keys([left, top, right, bottom]) {
    for (let i = Math.floor(left / this.size); i <= Math.floor(right / this.size); i++)
      for (let j = Math.floor(top / this.size); j <= Math.floor(bottom / this.size); j++) yield `${i},${j}`
  }
  add(box) { for (const key of this.keys(box)) (this.cells.get(key) ?? this.cells.set(key, []).get(key)).push(box) }
  meets(box) {
    for (const key of this.keys(box)) if (this.cells.get(key)?.some(other => meet(box, other))) return true
    return false
  }
}
