// @ts-check
// Draws the web in the room's window, by the board's own placing and drawing: light, large, nothing to press.
/** @import { Keep, Plan, Web, Wishes } from "../board/placing/types" */
import { draw } from "../board/drawing/draw.js"
import { measurer } from "../board/drawing/measurer.js"
import { fromPicture } from "../board/placing/from_picture.js"
import { layout } from "../board/placing/layout.js"
import { LEAST_HEIGHT } from "../board/placing/zones.js"
import { absent, abouts } from "./about.js"

/** The drawing measures so many pixels across, whatever the window does: 28 for a name, 48 for what it is about. */
const WIDE = 1920
const NAME = 28
const SMALLER = 25
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
 * The plan that says all the web is about, large; where that does not fit, in letters a little smaller, and then less.
 * @param {Web} web
 * @param {string[]} moved
 * @param {Pick<Wishes, "H" | "wide" | "keep">} of
 * @returns {{ plan: Plan, about: string[] }}
 */
export function planned(web, moved, of) {
  const [first, ...others] = tried(web, moved), wished = placedBy(web, first, of)
  if (fits(wished.plan, first.fs)) return wished
  for (const one of others) {
    const found = placedBy(web, one, of)
    if (fits(found.plan, one.fs)) return found
  }
  return wished
}

/**
 * @param {Web} web
 * @param {string[]} moved
 * @returns {{ about: string[], fs: number }[]}
 */
const tried = (web, moved) => abouts(web, moved).flatMap(about => [NAME, SMALLER].map(fs => ({ about, fs })))

/**
 * @param {Plan} plan
 * @param {number} fs
 */
const fits = (plan, fs) => plan.W <= WIDE && plan.fs === fs

/**
 * @param {Web} web
 * @param {{ about: string[], fs: number }} one
 * @param {Pick<Wishes, "H" | "wide" | "keep">} of
 */
function placedBy(web, { about, fs }, { H, wide, keep }) {
  const kept = keep && { ...keep, W: WIDE, H: Math.max(H, LEAST_HEIGHT * fs + FOOT), fs }
  const wishes = { W: WIDE, H, wide, keep: kept, fs, left: EDGE, bottom: FOOT, room: true, focus: about }
  return { plan: layout(web, wishes), about }
}

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
