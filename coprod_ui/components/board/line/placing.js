// @ts-check
// Where the card with a sentence may stand: near what moved, over as little as can be.
/** @import { Canvas } from "../hands/canvas.js" */
/** @import { Point } from "../types" */
import { clamp, hull, meet } from "../placing/boxes.js"
import { on } from "../placing/curves.js"

const LEFT = 68
const LOWER = 62

/**
 * @typedef {[number, number, number, number]} Box
 * @typedef {{ x: number, y: number, w: number, from: Point, to: Point, cost: number }} Spot
 */

/**
 * @param {Canvas} canvas
 * @param {string[]} about
 * @param {[number, number][]} sizes
 * @returns {Spot | null}
 */
export function placeFor(canvas, about, sizes) {
  const node = canvas.plan?.nodes.find((/** @type {any} */ each) => about.includes(each.id))
  if (!node) return null
  const own = canvas.onScreen(hull(node.rects)), taken = obstacles(canvas, node, about)
  /** @type {Spot | null} */
  let best = null
  for (const [w, h] of sizes) {
    for (let x = LEFT; x <= canvas.W - w - 12; x += 16) {
      for (let y = 8; y <= canvas.H - h - LOWER; y += 12) {
        const cost = costOf([x, y, x + w, y + h], own, taken)
        if (cost < (best?.cost ?? Infinity)) best = { x, y, w, cost, ...tied([x, y, x + w, y + h], own) }
      }
    }
  }
  return best
}

/**
 * What must not be covered, each with how bad it is: a name never, a sign rather not.
 * @param {Canvas} canvas
 * @param {any} node
 * @param {string[]} about
 * @returns {[Box, number][]}
 */
function obstacles(canvas, node, about) {
  const plan = /** @type {import("../placing/types").Plan} */ (canvas.plan)
  const seen = (/** @type {Box} */ box) => canvas.onScreen(box)
  /** @type {[Box, number][]} */
  const found = plan.nodes.filter((/** @type {any} */ each) => each !== node)
    .flatMap((/** @type {any} */ each) => each.rects.map((/** @type {Box} */ rect) => [seen(rect), Infinity]))
  for (const mark of plan.marks) for (const rect of mark.rects) found.push([seen(rect), 12])
  for (const link of plan.links) {
    if (!about.includes(link.a) && !about.includes(link.b)) continue
    for (let at = 0.1; at < 1; at += 0.1) { const { x, y } = on(link, at); found.push([seen([x, y, x, y]), 6]) }
  }
  const drawer = canvas.board.drawerBox()
  if (drawer) found.push([drawer, Infinity])
  return found
}

/**
 * @param {Box} box
 * @param {Box} own
 * @param {[Box, number][]} taken
 */
function costOf(box, own, taken) {
  if (meet(box, own, 14)) return Infinity
  const across = Math.max(own[0] - box[2], box[0] - own[2], 0), down = Math.max(own[1] - box[3], box[1] - own[3], 0)
  return taken.reduce((cost, [other, bad]) => cost + (meet(box, other, 4) ? bad : 0), Math.hypot(across, down) / 4)
}

/**
 * The line between the card and what moved.
 * @param {Box} box
 * @param {Box} own
 */
function tied(box, own) {
  const middle = { x: (own[0] + own[2]) / 2, y: (own[1] + own[3]) / 2 }
  const from = { x: clamp(middle.x, box[0] + 8, box[2] - 8), y: clamp(middle.y, box[1] + 8, box[3] - 8) }
  return { from, to: { x: clamp(from.x, own[0], own[2]), y: clamp(from.y, own[1], own[3]) } }
}
