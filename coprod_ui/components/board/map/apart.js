// @ts-check
// Cards in the rings kept apart: no card lies on another, nor on a name. What has no room is counted where it belongs.
/** @import { Box } from "../../types" */
import { EDGES, spot } from "./places.js"

/** @typedef {{ x: number, y: number, angle: number, ring: string }} Spot */
/** @typedef {{ width: number, height: number }} Size */
/**
 * Where a card stands, and whether its name stands left of its sign.
 * @typedef {Spot & { leftward: boolean, box: Box }} Place
 */
/**
 * A ring in a quarter in which not all have room.
 * @typedef {object} Crowd
 * @property {number} x
 * @property {number} y
 * @property {string[]} ids of whom have none
 */

/** From where a card stands to the end of it at the sign, in pixels. */
const SIGN = 18
const TURN = Math.PI / 40
const TURNS = Array.from({ length: 19 }, (_, at) => (at % 2 ? 1 : -1) * Math.ceil(at / 2) * TURN)
/** How far from the middle of its ring a card may stand, as parts of the way to the ends. */
const DEPTHS = [0, 0.35, -0.35, 0.7, -0.7]
/** What says how many have no room. */
export const COUNT = { width: 36, height: 26 }

/** @param {Spot} at */
const quarterOf = ({ angle }) => Math.floor(angle / (Math.PI / 2))
/** @param {Spot} at */
const crowdOf = at => `${at.ring}|${quarterOf(at)}`
/** @param {Box} one @param {Box} other */
const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
/** @param {string} ring */
function depthOf(ring) {
  const ends = [0, ...Object.values(EDGES), 1], at = Object.keys(EDGES).indexOf(ring)
  const [inner, outer] = at < 0 ? ends.slice(-2) : ends.slice(at, at + 2)
  return (outer - inner) / 2
}

/**
 * The spots, each turned along its ring, within its quarter, to where its card has room; where there is none it is
 * counted in the middle of its ring and quarter. Who comes first has room first.
 * @param {Map<string, Spot>} spots
 * @param {(id: string) => Size} sizeOf a card, in pixels
 * @param {Size} field in pixels
 * @param {Box[]} names what no card may lie on, in pixels
 * @returns {{ places: Map<string, Place>, crowds: Map<string, Crowd> }}
 */
export function apart(spots, sizeOf, field, names) {
  const crowds = /** @type {Map<string, Crowd>} */ (new Map())
  for (;;) {
    const counts = [...crowds.values()].map(at => boxAround(at, COUNT, field))
    const { places, without } = placed(spots, sizeOf, field, [...names, ...counts])
    const crowded = without.filter(at => !crowds.has(crowdOf(at[1])))
    if (!crowded.length) {
      for (const [id, at] of without) crowds.get(crowdOf(at))?.ids.push(id)
      return { places, crowds: new Map([...crowds].filter(([, { ids }]) => ids.length)) }
    }
    for (const [, at] of crowded) {
      const others = [...crowds.values()].map(each => boxAround(each, COUNT, field))
      crowds.set(crowdOf(at), { ...counted(at, field, [...names, ...others]), ids: [] })
    }
  }
}

/**
 * Where a number stands in a ring and quarter: in the middle, or beside a name that stands there.
 * @param {Spot} at
 * @param {Size} field
 * @param {Box[]} taken
 */
function counted(at, field, taken) {
  const middle = { ...at, angle: (quarterOf(at) + 0.5) * Math.PI / 2 }, every = stands(middle)
  return every.find(each => !taken.some(other => overlap(other, boxAround(each, COUNT, field)))) ?? every[0]
}

/**
 * @param {Map<string, Spot>} spots
 * @param {(id: string) => Size} sizeOf
 * @param {Size} field
 * @param {Box[]} taken
 */
function placed(spots, sizeOf, field, taken) {
  const places = /** @type {Map<string, Place>} */ (new Map()), all = [...taken]
  const without = /** @type {[string, Spot][]} */ ([])
  for (const [id, at] of spots) {
    const found = ways(at, sizeOf(id), field).find(({ box }) => !all.some(other => overlap(other, box)))
    if (!found) {
      without.push([id, at])
      continue
    }
    all.push(found.box)
    places.set(id, found)
  }
  return { places, without }
}

/**
 * Every way a card may stand that is within the field, nearest to its spot first: with its name away from the middle,
 * or towards it.
 * @param {Spot} at
 * @param {Size} size
 * @param {Size} field
 * @returns {Place[]}
 */
function ways(at, size, field) {
  const both = stands(at).flatMap(each => [{ ...each, leftward: each.x < 0 }, { ...each, leftward: each.x >= 0 }])
  const boxed = both.map(each => ({ ...each, box: boxOf(each, size, field, each.leftward) }))
  return boxed.filter(({ box }) => isIn(box, field))
}
/**
 * @param {Box} box
 * @param {Size} field
 */
const isIn = ([left, top, right, bottom], { width, height }) =>
  left >= 0 && top >= 0 && right <= width && bottom <= height
/**
 * Every place within the ring and quarter of a spot, nearest to it first.
 * @param {Spot} at
 */
function stands(at) {
  const depth = depthOf(at.ring), quarter = quarterOf(at)
  const angles = TURNS.map(turn => at.angle + turn).filter(angle => isWithin(angle, quarter))
  return angles.flatMap(angle => DEPTHS.map(part => ({ ...at, ...deeper(at.ring, angle, part * depth), angle })))
}
/**
 * @param {number} angle
 * @param {number} quarter
 */
function isWithin(angle, quarter) {
  const within = angle - quarter * Math.PI / 2
  return within > 0.03 && within < Math.PI / 2 - 0.03
}
/**
 * @param {string} ring
 * @param {number} angle
 * @param {number} by further out than the middle of the ring
 */
function deeper(ring, angle, by) {
  const { x, y } = spot(ring, angle)
  return { x: x + by * Math.cos(angle), y: y - by * Math.sin(angle) }
}

/**
 * @param {{ x: number, y: number }} at
 * @param {Size} size
 * @param {Size} field
 * @param {boolean} leftward
 * @returns {Box}
 */
function boxOf({ x, y }, { width, height }, field, leftward) {
  const left = (1 + x) / 2 * field.width - (leftward ? width - SIGN : SIGN), middle = (1 + y) / 2 * field.height
  return [left, middle - height / 2, left + width, middle + height / 2]
}
/**
 * @param {{ x: number, y: number }} at
 * @param {Size} size
 * @param {Size} field
 * @returns {Box}
 */
function boxAround({ x, y }, { width, height }, field) {
  const across = (1 + x) / 2 * field.width, down = (1 + y) / 2 * field.height
  return [across - width / 2, down - height / 2, across + width / 2, down + height / 2]
}
