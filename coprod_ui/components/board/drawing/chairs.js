// @ts-check
// Chairs on the table's edge, each tied to whose it is, or to who could ask for it.
/** @import { Chair } from "../placing/types" */
/** @import { Shape } from "./types" */
import { shape } from "./shapes.js"
import { tile } from "./tile.js"

const NEAR = 11

/**
 * A line from who sits there to its chair, where that is near or asked for; a long one would run through names.
 * @param {Chair[]} chairs
 * @param {number} fs
 * @param {Set<string>} chosen
 * @returns {Shape[]}
 */
export const ties = (chairs, fs, chosen) => chairs.flatMap(({ of, taken, x, y, half }) => of.flatMap(node => {
  if (!taken) return [shape("path", { class: "claims", d: `M${x + half * 0.7} ${y}L${node.x - node.w / 2 - 3} ${node.y}` })]
  const from = node.x + node.w / 2
  return x - from < fs * NEAR || chosen.has(node.id) ? [shape("path", { class: "bridge", d: `M${from} ${node.y}L${x} ${y}` })] : []
}))

/**
 * @param {Chair[]} chairs
 * @returns {Shape[]}
 */
export const seats = chairs => chairs.map(({ of: [node], taken, x, y, half }) => taken
  ? shape("g", { class: "chair", "data-chair": node.id }, shape("circle", { class: "seat", cx: x, cy: y, r: half }), tile(node, x, y, half * 0.66))
  : shape("rect", { class: "free", x: x - half * 0.62, y: y - half * 0.62, width: half * 1.24, height: half * 1.24, rx: 4 }))
