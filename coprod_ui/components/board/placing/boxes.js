// @ts-check
// Rectangles: left, top, right, bottom, y down.
/** @import { Box } from "../../types" */

/**
 * The value, or the end of the range it is past; the middle of a range that is none.
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value))

/**
 * Whether two boxes come closer than `gap`; at 0, whether they overlap.
 * @param {Box} a
 * @param {Box} b
 */
export const meet = (a, b, gap = 0) =>
  a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap

/**
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @returns {Box}
 */
export const moved = (box, x, y) => [box[0] + x, box[1] + y, box[2] + x, box[3] + y]

/**
 * The smallest box around boxes; there must be one.
 * @param {Box[]} boxes
 * @returns {Box}
 */
export const hull = boxes => [
  Math.min(...boxes.map(box => box[0])), Math.min(...boxes.map(box => box[1])),
  Math.max(...boxes.map(box => box[2])), Math.max(...boxes.map(box => box[3])),
]

/**
 * The box with its middle at a point.
 * @param {number} x
 * @param {number} y
 * @param {number} half
 * @returns {Box}
 */
export const around = (x, y, half) => [x - half, y - half, x + half, y + half]

const ROW = 4096

/** Which boxes lie near, without asking them all. */
export class Taken {
  /** @param {Box[]} boxes */
  constructor(boxes = [], size = 96) {
    this.size = size
    /** @type {Map<number, Box[]>} */
    this.cells = new Map()
    for (const box of boxes) this.add(box)
  }
  /**
   * The cells that a box lies in, grown by a gap on all sides.
   * @param {Box} box
   * @param {number} gap
   */
  cellsOf([left, top, right, bottom], gap = 0) {
    const { size } = this, cells = [], last = Math.floor((bottom + gap) / size)
    for (let i = Math.floor((left - gap) / size); i <= Math.floor((right + gap) / size); i++)
      for (let j = Math.floor((top - gap) / size); j <= last; j++) cells.push(i * ROW + j)
    return cells
  }
  /** @param {Box} box */
  add(box) {
    for (const cell of this.cellsOf(box)) {
      const there = this.cells.get(cell)
      if (there) there.push(box)
      else this.cells.set(cell, [box])
    }
  }
  /**
   * Whether any box comes closer than `gap`.
   * @param {Box} box
   */
  meets(box, gap = 0) {
    return this.cellsOf(box, gap).some(cell => this.cells.get(cell)?.some(other => meet(box, other, gap)))
  }
}
