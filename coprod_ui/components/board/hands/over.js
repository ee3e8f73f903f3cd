// @ts-check
// What lies over the drawing while a hand is at work: the handle to draw a line from, the line itself, the lasso.
/** @import { Canvas } from "./canvas.js" */
/** @import { Point } from "../types" */

const SVG = "http://www.w3.org/2000/svg"
const AWAY = 15

/**
 * @param {string} tag
 * @param {Record<string, string | number>} has
 */
function shape(tag, has) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(has)) element.setAttribute(name, String(value))
  return element
}

export class Over {
  /** @param {Canvas} canvas */
  constructor(canvas) {
    this.canvas = canvas
    this.group = shape("g", { class: "over" })
    this.group.setAttribute("aria-hidden", "true")
    /** @type {{ from: string, to: Point, target: string | null } | null} */
    this.rubber = null
    /** @type {{ from: Point, to: Point } | null} */
    this.lasso = null
    /** @type {Point | null} where a hand holds a chair */
    this.chair = null
    /** @type {string | null} */
    this.hovered = null
  }

  /**
   * Where the handle of a node stands: at the side of the middle, where interests are.
   * @param {string} id
   * @returns {Point | null}
   */
  handleOf(id) {
    const node = this.canvas.node(id)
    if (!node || node.kind === "stack") return null
    const left = node.zone === "table" || node.zone === "outside"
    return { x: node.x + (node.w / 2 + AWAY) * (left ? -1 : 1), y: node.y }
  }

  draw() {
    const shown = [this.hovered, this.canvas.board.single()].filter(id => id !== null)
    this.group.replaceChildren(
      ...[...new Set(shown)].flatMap(id => this.handle(id)),
      ...this.rubberDrawn(), ...this.lassoDrawn(), ...this.chairDrawn())
  }

  /** @param {string} id */
  handle(id) {
    const at = this.handleOf(id)
    if (!at) return []
    const group = shape("g", { class: "handle", "data-handle": id, transform: `translate(${at.x} ${at.y})` })
    group.append(shape("circle", { r: 13, class: "reach" }), shape("circle", { r: 8 }), shape("path", { d: "M-4 0H4M0-4V4" }))
    return [group]
  }

  rubberDrawn() {
    const { rubber, canvas } = this, from = rubber && canvas.node(rubber.from)
    if (!rubber || !from) return []
    const ring = rubber.target ? canvas.node(rubber.target) : undefined, to = ring ?? rubber.to
    return [
      shape("path", { class: "rubber", d: `M${from.x} ${from.y}L${to.x} ${to.y}` }),
      ...(ring ? [shape("rect", {
        class: "aim", x: ring.x - ring.w / 2 - 7, y: ring.y - ring.h / 2 - 7, width: ring.w + 14, height: ring.h + 14, rx: 12,
      })] : []),
    ]
  }

  chairDrawn() {
    return this.chair ? [shape("circle", { class: "held", cx: this.chair.x, cy: this.chair.y, r: AWAY })] : []
  }

  lassoDrawn() {
    if (!this.lasso) return []
    const { from, to } = this.lasso
    return [shape("rect", {
      class: "lasso", x: Math.min(from.x, to.x), y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y),
    })]
  }
}
