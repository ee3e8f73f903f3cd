// @ts-check
// One gesture at a time: each hears how the pointer moves, and that it ended or was given up.
/** @import { Canvas } from "./canvas.js" */
/** @import { Point } from "../types" */
import { meet } from "../placing/boxes.js"

/** How far a chair must go: it stands on the edge, and half of it lies outside already. */
const CLEAR_OF_EDGE = 30

/**
 * @typedef {object} Gesture
 * @property {(event: PointerEvent) => void} move
 * @property {(event: PointerEvent) => void} end
 * @property {() => void} cancel
 */

/**
 * @param {Canvas} canvas
 * @param {PointerEvent} start
 * @returns {Gesture}
 */
export function panning(canvas, start) {
  let last = canvas.inWindow(start)
  return {
    move(event) {
      const now = canvas.inWindow(event)
      canvas.panBy(now.x - last.x, now.y - last.y)
      last = now
    },
    end() {},
    cancel() {},
  }
}

/**
 * Nodes carried to another place, over the edge of the table if that is where they go.
 * @param {Canvas} canvas
 * @param {PointerEvent} start
 * @param {string} held
 * @returns {Gesture}
 */
export function carrying(canvas, start, held) {
  const { board } = canvas, from = canvas.at(start), ids = board.many.includes(held) ? board.many : [held]
  const nodes = ids.flatMap(id => canvas.node(id) ?? [])
  const places = (/** @type {PointerEvent} */ event) => {
    const { x, y } = canvas.at(event)
    return new Map(nodes.map(node => [node.id, { x: node.x + x - from.x, y: node.y + y - from.y }]))
  }
  const crossing = (/** @type {PointerEvent} */ event) => board.crossing(held, canvas.zoneAt(canvas.at(event)))
  return {
    move(event) {
      const goes = crossing(event)
      canvas.draw({ lifted: places(event), crossing: goes !== null })
      board.hintDrop(goes, canvas.inWindow(event))
    },
    end(event) {
      canvas.moving = undefined
      board.hintDrop(null)
      board.drop(places(event), held, crossing(event))
    },
    cancel() {
      canvas.moving = undefined
      board.hintDrop(null)
      canvas.draw()
    },
  }
}

/**
 * A chair taken from the table's edge: let go away from the table, who sat there gets up.
 * @param {Canvas} canvas
 * @param {PointerEvent} start
 * @param {string} party
 * @returns {Gesture}
 */
export function unseating(canvas, start, party) {
  const { board, over } = canvas, from = canvas.at(start)
  const off = (/** @type {Point} */ { x, y }) =>
    Math.hypot(x - from.x, y - from.y) > CLEAR_OF_EDGE && canvas.zoneAt({ x, y }) !== "table"
  const clear = () => {
    over.chair = null
    board.hintDrop(null)
    canvas.paint(undefined)
  }
  return {
    move(event) {
      const at = canvas.at(event), goes = off(at)
      over.chair = at
      canvas.paint({ crossing: goes })
      board.hintDrop(goes ? false : null, canvas.inWindow(event))
    },
    end(event) {
      clear()
      if (off(canvas.at(event))) board.seat(party.slice(2), false)
    },
    cancel: clear,
  }
}

/**
 * A line drawn from a node to another, or into empty space.
 * @param {Canvas} canvas
 * @param {string} from
 * @returns {Gesture}
 */
export function linking(canvas, from) {
  const { board, over } = canvas
  const clear = () => { over.rubber = null; canvas.paint(undefined) }
  return {
    move(event) {
      const { id } = canvas.under(event), target = id && board.canConnect(from, id) ? id : null
      over.rubber = { from, to: canvas.at(event), target }
      canvas.paint(undefined)
    },
    end(event) {
      const { id } = canvas.under(event)
      clear()
      if (id && canvas.node(id) && id !== from) board.connect(from, id)
      else if (id !== from) board.pullOut(from, canvas.at(event))
    },
    cancel: clear,
  }
}

/**
 * A rectangle that chooses what it touches.
 * @param {Canvas} canvas
 * @param {PointerEvent} start
 * @returns {Gesture}
 */
export function lassoing(canvas, start) {
  const { board, over } = canvas, from = canvas.at(start)
  const clear = () => { over.lasso = null; canvas.paint(undefined) }
  return {
    move(event) {
      over.lasso = { from, to: canvas.at(event) }
      canvas.paint(undefined)
    },
    end(event) {
      const to = canvas.at(event)
      clear()
      board.chooseMany(inside(canvas, from, to))
    },
    cancel: clear,
  }
}

/**
 * @param {Canvas} canvas
 * @param {Point} from
 * @param {Point} to
 */
function inside({ plan }, from, to) {
  /** @type {[number, number, number, number]} */
  const box = [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y)]
  return (plan?.nodes ?? []).filter(node => node.kind !== "stack" && meet(node.rects[0], box)).map(node => node.id)
}

/**
 * Two fingers: apart is larger, together smaller.
 * @param {Canvas} canvas
 * @param {() => Point[]} fingers in the window
 * @returns {Gesture}
 */
export function pinching(canvas, fingers) {
  const now = () => {
    const [a, b] = fingers()
    return { apart: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  }
  let last = now()
  return {
    move() {
      if (fingers().length < 2) return
      const here = now()
      canvas.panBy(here.x - last.x, here.y - last.y)
      canvas.zoomBy(here.apart / Math.max(1, last.apart), here)
      last = here
    },
    end() {},
    cancel() {},
  }
}
