// @ts-check
// Signs on links are put down last, clashes first, each sliding along its link to a spot free of everything. Where it
// has no room the word goes first, then the sign; a clash never goes: its cross stands as near as can be, tied to it.
/** @import { Box, Point } from "../../types" */
/** @import { Mark, Routed, Said, Wide } from "./types" */
import { around, Taken } from "./boxes.js"
import { on } from "./curves.js"
import { smallLetters } from "./measuring.js"
import { nearest } from "./searching.js"

const ALONG = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.74, 0.26, 0.8, 0.2, 0.86, 0.14]
const SIZE = 0.62
const GAP = 2
const TURN = { clash: 0, together: 1, stake: 2, unknown: 3 }

/**
 * @typedef {object} Spot
 * @property {number} t along the link
 * @property {-1 | 0 | 1} word
 */

/**
 * @param {Routed[]} links
 * @param {Box[]} boxes what no mark may touch
 * @param {Box} paper what all stay on
 * @param {{ fs: number, wide: Wide, calm: boolean, said: Said }} o
 * @returns {Mark[]}
 */
export function marksFor(links, boxes, paper, { fs, wide, calm, said }) {
  const size = fs * SIZE, taken = new Taken(boxes)
  /** @type {Mark[]} */
  const marks = []
  const asked = links.filter(link => isMarked(link, calm))
  for (const link of asked.sort((a, b) => TURN[a.kind] - TURN[b.kind] || Number(b.strong) - Number(a.strong))) {
    const word = wordOf(link, said), width = word ? wide(word, smallLetters(fs), 700) + 6 : 0
    const free = (/** @type {Mark} */ { rects }) =>
      rects.every(rect => rect[0] >= paper[0] && rect[2] <= paper[2] && !taken.meets(rect, GAP))
    const mark = firstFree(link, size, width, free) ?? tied(link, size, paper, free)
    if (!mark) continue
    marks.push(mark)
    mark.rects.forEach(rect => taken.add(rect))
  }
  return marks
}

/**
 * The word beside a sign.
 * @param {Routed} link
 * @param {Said} said
 */
export function wordOf(link, said) {
  return link.kind === "clash" ? said.clash : link.kind === "together" ? said.together : ""
}

/**
 * That a link is for something is seen by its line; only a strong one says it twice.
 * @param {Routed} link
 * @param {boolean} calm
 */
function isMarked(link, calm) {
  if (link.kind === "stake") return link.strong || link.side <= 0
  return link.kind !== "unknown" || !calm
}

/**
 * @param {Routed} link
 * @param {number} size
 * @param {number} width of its word
 * @param {(mark: Mark) => boolean} free
 */
function firstFree(link, size, width, free) {
  for (const spot of spotsFor(width)) {
    const mark = markAt(link, on(link, spot.t), spot.word, size, width)
    if (free(mark)) return mark
  }
  return null
}

/**
 * @param {number} width
 * @returns {Iterable<Spot>}
 */
function* spotsFor(width) {
  if (width) for (const t of ALONG) yield* /** @type {Spot[]} */ ([{ t, word: 1 }, { t, word: -1 }])
  for (const t of ALONG) yield { t, word: 0 }
}

/**
 * The cross of a clash beside its link, on the nearest free spot.
 * @param {Routed} link
 * @param {number} size
 * @param {Box} paper
 * @param {(mark: Mark) => boolean} free
 * @returns {Mark | null}
 */
function tied(link, size, [left, top, right, bottom], free) {
  if (link.kind !== "clash") return null
  const foot = on(link, 0.5), mark = (/** @type {Point} */ spot) => ({ ...markAt(link, spot, 0, size, 0), foot })
  const spot = nearest(foot, [left + size, top + size, right - size, bottom - size], at => free(mark(at)))
  return spot && mark(spot)
}

/**
 * @param {Routed} link
 * @param {Point} at
 * @param {-1 | 0 | 1} word
 * @param {number} size
 * @param {number} width
 * @returns {Mark}
 */
function markAt(link, { x, y }, word, size, width) {
  const rects = [around(x, y, size)]
  if (word > 0) rects.push([x + size, y - size, x + size + width, y + size])
  if (word < 0) rects.push([x - size - width, y - size, x - size, y + size])
  return { link, x, y, word, size, rects, foot: null }
}
