// @ts-check
// One way of finding places, for every act: who stands somewhere keeps standing there; then causes, stacks and the rest
// each take the free spot nearest to their wish, where nothing comes within half a letter of anything.
/** @import { Box, Point } from "../../types" */
/** @import { Kept, Measured, Placed, Settings, ZoneName, Zones } from "./types" */
import { hull, moved, Taken } from "./boxes.js"
import { stackWish } from "./folding.js"
import { nearest, within } from "./searching.js"
import { onScreen } from "./world.js"
import { HEADROOM } from "./zones.js"

const HEADING = 0.875

/**
 * Every node with its place, or the zone that is full.
 * @param {Measured[]} nodes
 * @param {Zones} zones
 * @param {Settings} o
 * @returns {{ done: Placed[], full: ZoneName | null }}
 */
export function placed(nodes, zones, o) {
  const taken = new Taken([politicsHeading(zones, o)])
  /** @type {Placed[]} */
  const done = []
  const wishes = wishesOf(nodes, zones, o)
  for (const node of [...nodes].sort((a, b) => turn(a, o) - turn(b, o))) {
    const box = standing(node, zones, o), spot = spotFor(node, box, wishes, taken, o)
    if (!spot) return { done, full: node.zone }
    const rects = node.parts.map(part => moved(part, spot.x, spot.y))
    done.push({ ...node, ...spot, rects })
    rects.forEach(rect => taken.add(rect))
  }
  return { done, full: null }
}

/**
 * @param {Zones} zones
 * @param {Settings} o
 * @returns {Box}
 */
function politicsHeading({ politics: [left, top] }, o) {
  const wide = Math.max(...o.headings.map(text => o.wide(text, o.fs * HEADING, 700)))
  return [left, top, left + wide + 40, top + o.fs * 1.9]
}

/**
 * How a node measures, to see whether it is still the same size.
 * @param {Measured} node
 */
export function extentOf(node) {
  const [left, top, right, bottom] = hull(node.parts)
  return `${Math.round(right - left)} x ${Math.round(bottom - top)}`
}

/**
 * The place it had when it stood in this zone and its place in the file was the same; best when it was as large as now.
 * @param {Measured} node
 * @param {Settings} o
 * @returns {Kept | null}
 */
function keptBy(node, o) {
  const kept = (o.places[node.id] ?? []).filter(each => samePlace(each, node)), extent = extentOf(node)
  return kept.find(each => each.extent === extent) ?? kept[0] ?? null
}

/**
 * Whether two say the same of where a node belongs: its zone, and its place in the file.
 * @param {Pick<Kept, "zone" | "at">} one
 * @param {Pick<Kept, "zone" | "at">} other
 */
export const samePlace = (one, other) =>
  one.zone === other.zone && one.at?.x === other.at?.x && one.at?.y === other.at?.y

/**
 * @param {Measured} node
 * @param {Settings} o
 */
function turn(node, o) {
  const kept = keptBy(node, o)
  if (kept) return kept.extent === extentOf(node) ? 0 : 1
  if (o.hot.has(node.id)) return 2
  return node.kind === "stack" ? 3 : node.at ? 4 : 5
}

/**
 * Where the middle of a node may be, in its zone.
 * @param {Measured} node
 * @param {Zones} zones
 * @param {Settings} o
 * @returns {Box}
 */
function standing(node, zones, o) {
  const [left, top, right, bottom] = zones[node.zone], [l, t, r, b] = hull(node.parts)
  const gap = o.fs * 0.5, side = node.zone === "table" ? o.fs : gap
  return [left + side - l, top + o.fs * HEADROOM[node.zone] + gap - t, right - side - r, bottom - gap - b]
}

/**
 * @param {Measured} node
 * @param {Box} box
 * @param {Map<string, Point>} wishes
 * @param {Taken} taken
 * @param {Settings} o
 */
function spotFor(node, box, wishes, taken, o) {
  if (box[0] > box[2] || box[1] > box[3]) return null
  const free = (/** @type {Point} */ { x, y }, /** @type {number} */ gap) =>
    !node.parts.some(part => taken.meets(moved(part, x, y), gap))
  const kept = keptBy(node, o), inside = kept ? box : cleared(node, box, o)
  const wish = within(kept ?? wishes.get(node.id) ?? { x: 0, y: 0 }, inside)
  if (kept && free(wish, 0)) return wish
  return nearest(wish, inside, spot => free(spot, o.fs * 0.5))
}

/**
 * What is new stands clear of the drawer.
 * @param {Measured} node
 * @param {Box} box
 * @param {Settings} o
 * @returns {Box}
 */
function cleared(node, [left, top, right, bottom], o) {
  if (node.zone !== "middle" || node.kind === "stack") return [left, top, right, bottom]
  return [Math.min(right, Math.max(left, o.clear - hull(node.parts)[0])), top, right, bottom]
}

/**
 * Where each would like to stand: at its place in the file, or by its kind.
 * @param {Measured[]} nodes
 * @param {Zones} zones
 * @param {Settings} o
 */
function wishesOf(nodes, zones, o) {
  /** @type {Map<string, Point>} */
  const wishes = new Map()
  /** @type {Map<string, number>} */
  const count = new Map(), number = new Map()
  const group = (/** @type {Measured} */ node) =>
    node.kind === "interest" ? (o.hot.has(node.id) ? "hot" : "cool") : node.zone
  const added = (/** @type {Map<string, number>} */ to, /** @type {string} */ which) => {
    to.set(which, (to.get(which) ?? 0) + 1)
    return to.get(which) ?? 0
  }
  for (const node of nodes) if (!node.at && node.kind !== "stack") added(number, group(node))
  for (const node of nodes) {
    if (node.at) wishes.set(node.id, onScreen(node.at, node.zone, o.worlds, zones))
    else if (node.kind === "stack") wishes.set(node.id, share(zones[node.zone], stackWish(node)))
    else {
      const n = added(count, group(node)) - 1, along = (n + 0.5) / (number.get(group(node)) ?? 1)
      wishes.set(node.id, share(zones[node.zone], byKind(group(node), n, along)))
    }
  }
  return wishes
}

/**
 * Causes stand to the right of other interests, each on a height of its own; what stands in a zone is spread over it.
 * @param {string} group
 * @param {number} n which of its group
 * @param {number} along 0 to 1
 * @returns {Point} as a share of the zone
 */
function byKind(group, n, along) {
  switch (group) {
    case "hot": return { x: [0.6, 0.86][n % 2], y: along }
    case "cool": return { x: [0.1, 0.36][n % 2], y: along }
    case "middle": return { x: 1, y: along }
    case "politics": return { x: along, y: 0.9 }
    default: return { x: 0.5, y: along }
  }
}

/**
 * @param {Box} box
 * @param {Point} share
 * @returns {Point}
 */
const share = ([left, top, right, bottom], { x, y }) => ({ x: left + x * (right - left), y: top + y * (bottom - top) })
