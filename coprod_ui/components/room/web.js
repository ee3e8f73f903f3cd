// @ts-check
// Draws the web in the room's window, by the board's own placing and drawing: light, large, nothing to press.
/** @import { Keep, Plan, Web, Wishes } from "../board/placing/types" */
import { draw } from "../board/drawing/draw.js"
import { measurer } from "../board/drawing/measurer.js"
import { fromPicture } from "../board/placing/from_picture.js"
import { layout } from "../board/placing/layout.js"
import { absent, abouts } from "./about.js"

/** The drawing measures so many pixels across, whatever the window does: 28 for a name, 48 for what it is about. */
const WIDE = 1920
const NAME = 28
/** A web that is full gets smaller letters; what it is about is then drawn smaller by as much, down to this and 39. */
const LEAST_NAME = 23
const EDGE = 24
const FOOT = 4
/** The letters of a sentence get smaller by so much at a time, never under this many pixels. */
const STEP = 0.94
const LEAST = 24

/** @typedef {{ picture: Record<string, any>, moved: string[] }} Told */

/** @type {WeakMap<Element, { shape: string, keep: Keep }>} where everything stood in each drawing */
const KEPT = new WeakMap()

/**
 * Draws what is told in the first SVG element in `drawn`; what stood there keeps its place.
 * @param {HTMLElement} drawn
 * @param {Told} told
 * @param {Record<string, string>} words
 */
export async function show(drawn, told, words) {
  await fonts()
  const svg = /** @type {SVGElement} */ (drawn.querySelector("svg")), { width, height } = drawn.getBoundingClientRect()
  const H = Math.round(WIDE * height / (width || WIDE)), shape = `${H}`
  const kept = KEPT.get(svg), keep = kept?.shape === shape ? kept.keep : null
  const web = fromPicture(new Map(Object.entries(told.picture)), words)
  const wide = measurer(getComputedStyle(svg).fontFamily)
  const { plan, about } = planned(web, told.moved, { H, wide, keep })
  KEPT.set(svg, { shape, keep: plan.keep })
  svg.setAttribute("viewBox", `0 0 ${plan.W} ${plan.H}`)
  draw(svg, plan, lookAt(web, about, told.moved))
}

/**
 * The plan that says the most of what the web is about in letters that are large enough; else that with the largest.
 * @param {Web} web
 * @param {string[]} moved
 * @param {Pick<Wishes, "H" | "wide" | "keep">} of
 * @returns {{ plan: Plan, about: string[] }}
 */
export function planned(web, moved, of) {
  const wishes = { ...of, W: WIDE, fs: NAME, left: EDGE, bottom: FOOT, room: true }
  /** @type {{ plan: Plan, about: string[] } | null} */
  let largest = null
  for (const about of abouts(web, moved)) {
    const found = { plan: layout(web, { ...wishes, focus: about }), about }
    if (seenSize(found.plan) >= LEAST_NAME) return found
    if (!largest || seenSize(found.plan) > seenSize(largest.plan)) largest = found
  }
  return /** @type {{ plan: Plan, about: string[] }} */ (largest)
}

/**
 * How large the letters of a name are in the end, in a drawing that may have become larger than its window.
 * @param {Plan} plan
 */
const seenSize = ({ fs, W }) => fs * WIDE / W

/**
 * @param {Web} web
 * @param {string[]} about
 * @param {string[]} moved
 */
function lookAt(web, about, moved) {
  const away = new Set(absent(web))
  return { chosen: new Set(about.filter(id => away.has(id))), fresh: new Set(moved), tab: "" }
}

/** The letters that everything is measured with, once they are there. */
const fonts = () => Promise.all([400, 500, 600, 700].map(weight => document.fonts.load(`${weight} ${NAME}px "Source Sans"`)))

/**
 * Makes a sentence's letters smaller until it fits its place, so that it is never cut.
 * @param {HTMLElement} sentence
 */
export function fit(sentence) {
  const place = /** @type {HTMLElement} */ (sentence.parentElement)
  sentence.style.fontSize = ""
  let size = parseFloat(getComputedStyle(sentence).fontSize)
  while (sentence.scrollHeight > place.clientHeight && size * STEP > LEAST) {
    size *= STEP
    sentence.style.fontSize = `${size}px`
  }
}
