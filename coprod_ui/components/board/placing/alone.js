// @ts-check
// One zone opened whole: every name of it on rows of columns, the largest first.
/** @import { Box, Point } from "../../types" */
/** @import { Interest, Measured, Party, Pile, Placed, Plan, Settings, Web } from "./types" */
import { hull, moved } from "./boxes.js"
import { measured } from "./measuring.js"

const COLUMN = 12
const WIDER = 1.6
const SMALL = 0.1
const GAP = 6
const MOST_COLUMNS = 4
const HEAD = 5

/**
 * @param {Web} web
 * @param {Pile} pile
 * @param {Settings} o
 * @returns {Plan}
 */
export function alone(web, pile, o) {
  const { W, fs, left, worlds } = o
  const sorted = web.nodes.filter(node => node.pile === pile).sort((a, b) => b.rank - a.rank)
  const nodes = sorted.map(node => inRow(node, { ...o, wider: WIDER }))
  const widest = Math.max(fs * COLUMN, ...nodes.map(({ parts }) => hull(parts)[2] - hull(parts)[0] + fs))
  const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((W - left - fs) / widest)))
  const { done, bottom } = rows(nodes, columns, o)
  const said = web.said.alone(pile, nodes.length)
  const { H, places, widths, more, shown, folds } = o
  return {
    W, H: Math.max(H, bottom + o.bottom), fs, room: o.room, calm: false, zones: null, said: web.said, heading: said,
    worlds, nodes: [back(web, o), ...done], links: [], chairs: [], marks: [],
    keep: { W, H, places, widths, more, shown, fs, folds },
  }
}

/**
 * The way back to the whole web, in the upper right corner.
 * @param {Web} web
 * @param {Settings} o
 */
function back({ said: { back: name } }, o) {
  const node = measured({
    kind: "stack", id: "stack:whole", name, label: name, zone: "middle", pile: null, at: null, rank: 0, of: [],
  }, { ...o, wider: WIDER })
  const [, top, right] = hull(node.parts)
  return at(node, { x: o.W - o.fs - right, y: o.fs * 0.5 - top })
}

/**
 * A node as it stands in a row: an interest with its name beside it, and of its words only who brings it in, since its
 * ring says the rest; a party without what stands under its box.
 * @param {Party | Interest} node
 * @param {Settings} o
 * @returns {Measured}
 */
function inRow(node, o) {
  if (node.kind === "party") return measured({ ...node, tags: [] }, o)
  const found = measured({ ...node, size: Math.min(node.size, SMALL), words: node.words.slice(-1) }, o)
  if (found.kind !== "interest") return found
  const { fs, line, tag, r, ring, lines, spoken } = found, side = r + ring
  const high = lines.length * line + spoken.length * tag + 4, [name] = hull(found.parts.slice(1))
  const wide = -2 * name, x = side + fs * 0.5
  /** @type {Box[]} */
  const parts = [[-side, -side, side, side], [x - 3, -high / 2, x + wide, high / 2]]
  return { ...found, side: "beside", text: { x, y: -high / 2 + fs * 0.95, anchor: "start" }, parts }
}

/**
 * @param {Measured[]} nodes
 * @param {number} columns
 * @param {Settings} o
 * @returns {{ done: Placed[], bottom: number }}
 */
function rows(nodes, columns, o) {
  const gap = o.fs * 0.75, step = (o.W - o.left - gap) / columns
  /** @type {Placed[]} */
  const done = []
  let top = o.fs * HEAD
  for (let first = 0; first < nodes.length; first += columns) {
    const row = nodes.slice(first, first + columns), extents = row.map(node => hull(node.parts))
    const up = Math.max(...extents.map(extent => -extent[1])), down = Math.max(...extents.map(extent => extent[3]))
    row.forEach((node, i) => done.push(at(node, { x: o.left + gap + step * i - extents[i][0], y: top + up })))
    top += up + down + GAP
  }
  return { done, bottom: top }
}

/**
 * @param {Measured} node
 * @param {Point} point
 * @returns {Placed}
 */
const at = (node, { x, y }) => ({ ...node, x, y, rects: node.parts.map(part => moved(part, x, y)) })
