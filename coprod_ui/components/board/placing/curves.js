// @ts-check
// Links bend away from what they would cross: of ten bends, the one through the fewest names and boxes.
/** @import { Box, Point } from "../../types" */
/** @import { Curve, Placed } from "./types" */
import { meet } from "./boxes.js"

const BENDS = [0.05, -0.05, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42]
const BENDING = 14
const STEPS = Object.freeze({ first: 0.04, last: 0.97, each: 0.03 })
const NEAR = 4
/** What it costs, each step, to run through one; a circle most: the link would read as a chain. */
const COST = Object.freeze({ interest: 8, party: 3, stack: 3, words: 1, heading: 1, outside: 8 })

/**
 * The point of a curve at a share of its length, 0 to 1.
 * @param {Curve} curve
 * @param {number} t
 * @returns {Point}
 */
export const on = ({ x1, y1, cx, cy, x2, y2 }, t) => ({
  x: (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2,
  y: (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2,
})

/**
 * The way from one node to another, within the drawing where it can be.
 * @param {Placed} from
 * @param {Placed} to
 * @param {Placed[]} nodes
 * @param {Box[]} headings
 * @param {Box} paper
 * @returns {Curve}
 */
export function route(from, to, nodes, headings, paper) {
  const obstacles = [...obstaclesFor(from, to, nodes, headings), ...beyond(paper)]
  let best = bent(from, to, 0), least = Infinity
  for (const bend of BENDS) {
    const curve = bent(from, to, bend), cost = costOf(curve, Math.abs(bend) * BENDING, obstacles, least)
    if (cost < least) [best, least] = [curve, cost]
  }
  return best
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} bend
 * @returns {Curve}
 */
function bent(from, to, bend) {
  const dx = to.x - from.x, dy = to.y - from.y
  return {
    x1: from.x, y1: from.y, x2: to.x, y2: to.y,
    cx: (from.x + to.x) / 2 - dy * bend, cy: (from.y + to.y) / 2 + dx * bend,
  }
}

/**
 * What may lie in the way, with what crossing it costs. The ends' own box and circle do not.
 * @param {Placed} from
 * @param {Placed} to
 * @param {Placed[]} nodes
 * @param {Box[]} headings
 * @returns {[Box, number][]}
 */
function obstaclesFor(from, to, nodes, headings) {
  const dx = Math.abs(to.x - from.x), dy = Math.abs(to.y - from.y)
  const reach = 0.21 * Math.hypot(dx, dy) + NEAR
  /** @type {Box} */
  const around = [
    Math.min(from.x, to.x) - reach, Math.min(from.y, to.y) - reach,
    Math.max(from.x, to.x) + reach, Math.max(from.y, to.y) + reach,
  ]
  /** @type {[Box, number][]} */
  const found = headings.map(box => [box, COST.heading])
  for (const node of nodes) {
    const own = node.id === from.id || node.id === to.id
    if (own && node.kind === "party") continue
    node.rects.forEach((rect, i) => { if (i || !own) found.push([rect, i ? COST.words : COST[node.kind]]) })
  }
  return found.filter(([box]) => meet(box, around))
}

/**
 * What lies outside the drawing.
 * @param {Box} paper
 * @returns {[Box, number][]}
 */
const beyond = ([left, top, right, bottom]) => [
  [[-Infinity, -Infinity, Infinity, top], COST.outside], [[-Infinity, bottom, Infinity, Infinity], COST.outside],
  [[-Infinity, top, left, bottom], COST.outside], [[right, top, Infinity, bottom], COST.outside],
]

/**
 * @param {Curve} curve
 * @param {number} bending
 * @param {[Box, number][]} obstacles
 * @param {number} most past which it no longer matters
 */
function costOf(curve, bending, obstacles, most) {
  let cost = bending
  for (let t = STEPS.first; t < STEPS.last && cost < most; t += STEPS.each) {
    const { x, y } = on(curve, t)
    for (const [[left, top, right, bottom], each] of obstacles)
      if (x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom + NEAR) cost += each
  }
  return cost
}
