// @ts-check
// How the drawing lies behind the window on it: moved, and larger or smaller.
/** @import { Point } from "../types" */
import { clamp } from "../placing/boxes.js"

export const LEAST = 0.4
export const MOST = 4

export class View {
  x = 0
  y = 0
  k = 1

  fit() {
    this.x = this.y = 0
    this.k = 1
  }
  get fitted() { return this.k === 1 && this.x === 0 && this.y === 0 }
  get transform() { return `translate(${this.x} ${this.y}) scale(${this.k})` }

  /** @param {Point} point */
  toWorld({ x, y }) { return { x: (x - this.x) / this.k, y: (y - this.y) / this.k } }
  /** @param {Point} point */
  toWindow({ x, y }) { return { x: x * this.k + this.x, y: y * this.k + this.y } }

  /**
   * @param {number} dx
   * @param {number} dy
   */
  pan(dx, dy) {
    this.x += dx
    this.y += dy
  }
  /**
   * @param {number} times
   * @param {Point} about the point of the window that stays where it is
   */
  zoom(times, about) {
    const k = clamp(this.k * times, LEAST, MOST), held = this.toWorld(about)
    this.k = k
    this.x = about.x - held.x * k
    this.y = about.y - held.y * k
  }
  /**
   * Keeps at least a corner of the drawing in the window.
   * @param {number} width of the drawing
   * @param {number} height
   * @param {number} W of the window
   * @param {number} H
   */
  hold(width, height, W, H) {
    this.x = clamp(this.x, 80 - width * this.k, W - 80)
    this.y = clamp(this.y, 80 - height * this.k, H - 80)
  }
}
