// @ts-check
// Places in the file are in the coordinates of figure 1, 950 x 410 and growing outwards. On the screen a place lies in
// its zone as it lies in that zone of the figure.
/** @import { Box, Point } from "../../types" */
/** @import { Plan, Web, Worlds, ZoneName, Zones } from "./types" */
import { clamp } from "./boxes.js"

/** @type {Worlds} */
const FIGURE = {
  own: [4, 4, 196, 150], other: [4, 150, 196, 318], politics: [4, 330, 564, 406], middle: [208, 4, 564, 318],
  table: [588, 34, 764, 398], outside: [764, 34, 946, 398],
}

/**
 * The part of the figure that each zone shows: what it was, and all that stands in it.
 * @param {Web["nodes"]} nodes
 * @returns {Worlds}
 */
export function worldsOf(nodes) {
  const worlds = structuredClone(FIGURE)
  for (const { zone, at } of nodes) if (at) worlds[zone] = stretched(worlds[zone], at)
  return worlds
}

/**
 * @param {Box} box
 * @param {Point} at
 * @returns {Box}
 */
const stretched = ([left, top, right, bottom], { x, y }) =>
  [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)]

/**
 * A point that lies in one box as it lies in another.
 * @param {Point} point
 * @param {Box} from
 * @param {Box} to
 * @returns {Point}
 */
const mapped = ({ x, y }, from, to) => ({
  x: to[0] + (x - from[0]) / (from[2] - from[0]) * (to[2] - to[0]),
  y: to[1] + (y - from[1]) / (from[3] - from[1]) * (to[3] - to[1]),
})

/**
 * Where a place in the file is on the screen.
 * @param {Point} at
 * @param {ZoneName} zone
 * @param {Worlds} worlds
 * @param {Zones} zones
 */
export const onScreen = (at, zone, worlds, zones) => mapped(at, worlds[zone], zones[zone])

/**
 * What to write in the file for a node that is put down at a point of the drawing; within its zone, whole numbers.
 * @param {Plan} plan
 * @param {string} id
 * @param {Point} point
 * @param {ZoneName} [zone] where it will stand, when that is another than now
 * @returns {Point}
 */
export function worldOf(plan, id, point, zone = plan.nodes.find(node => node.id === id)?.zone ?? "middle") {
  const box = plan.zones?.[zone] ?? plan.worlds[zone]
  const inside = { x: clamp(point.x, box[0], box[2]), y: clamp(point.y, box[1], box[3]) }
  const { x, y } = mapped(inside, box, plan.worlds[zone])
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
