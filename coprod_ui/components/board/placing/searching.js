// @ts-check
/** @import { Box, Point } from "../../types" */
import { clamp } from "./boxes.js"

const RING = 6
const RINGS = 12
const DIRECTIONS = 24
const STEP = 8

/**
 * @param {Point} point
 * @param {Box} box
 * @returns {Point}
 */
export const within = ({ x, y }, [left, top, right, bottom]) => ({ x: clamp(x, left, right), y: clamp(y, top, bottom) })

/**
 * The free spot nearest to a wish: on rings close around it, else anywhere in the box.
 * @param {Point} wish
 * @param {Box} box
 * @param {(spot: Point) => boolean} free
 * @returns {Point | null}
 */
export function nearest(wish, box, free) {
  if (free(wish)) return wish
  for (let ring = 1; ring <= RINGS; ring++)
    for (let step = 0; step < DIRECTIONS; step++) {
      const angle = step * 2 * Math.PI / DIRECTIONS
      const spot = within({ x: wish.x + ring * RING * Math.cos(angle), y: wish.y + ring * RING * Math.sin(angle) }, box)
      if (free(spot)) return spot
    }
  return nearestOfAll(wish, box, free)
}

/**
 * @param {Point} wish
 * @param {Box} box
 * @param {(spot: Point) => boolean} free
 * @returns {Point | null}
 */
function nearestOfAll(wish, [left, top, right, bottom], free) {
  let best = null, least = Infinity
  for (let x = left; x <= right; x += STEP) for (let y = top; y <= bottom; y += STEP) {
    const spot = { x, y }, far = distance(spot, wish)
    if (far < least && free(spot)) [best, least] = [spot, far]
  }
  return best
}

/**
 * @param {Point} a
 * @param {Point} b
 */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y)
