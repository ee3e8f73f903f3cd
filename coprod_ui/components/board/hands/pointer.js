// @ts-check
// Mouse, pen and touch on the drawing.
/** @import { Canvas } from "./canvas.js" */
/** @import { Gesture } from "./gestures.js" */
/** @import { Point } from "../types" */
import { carrying, lassoing, linking, panning, pinching, unseating } from "./gestures.js"

/** @type {Record<string, number>} how far a pointer must go before it is a drag */
const CLOSE = { mouse: 4, pen: 6, touch: 9 }
const TWICE_WITHIN = 380
const TWICE_NEAR = 24
const LONG = 550

/**
 * Where a pointer went down, and on what.
 * @typedef {{ event: PointerEvent, handle: string | null, chair: string | null, id: string | null, at: Point }} Pressed
 */

export class Pointer {
  /** @param {Canvas} canvas */
  constructor(canvas) {
    this.canvas = canvas
    this.board = canvas.board
    /** @type {Map<number, Point>} where each finger is, in the window */
    this.down = new Map()
    /** @type {Pressed | null} */
    this.pressed = null
    /** @type {Gesture | null} */
    this.gesture = null
    /** @type {{ time: number, at: Point } | null} */
    this.tapped = null
    const { net } = canvas
    net.addEventListener("pointerdown", event => this.press(event))
    net.addEventListener("pointermove", event => this.move(event))
    net.addEventListener("pointerup", event => this.release(event))
    net.addEventListener("pointercancel", event => this.cancel(event))
    net.addEventListener("pointerleave", () => this.hover(null))
    net.addEventListener("wheel", event => this.wheel(event), { passive: false })
    net.addEventListener("contextmenu", event => event.preventDefault())
    net.addEventListener("selectstart", event => event.preventDefault())
  }

  /** @param {PointerEvent} event */
  press(event) {
    if (event.button > 1) return
    const { canvas } = this, at = canvas.inWindow(event), { handle, chair, id } = canvas.under(event)
    this.board.tip.hide()
    if (!id) canvas.net.focus({ preventScroll: true })
    this.down.set(event.pointerId, at)
    try { canvas.net.setPointerCapture(event.pointerId) } catch { /* a pointer that is already up again */ }
    if (this.down.size === 2) return this.pinch()
    if (this.down.size > 2) return
    this.pressed = { event, handle, chair, id, at }
    if (event.pointerType === "touch") this.waiting = setTimeout(() => this.long(), LONG)
  }

  pinch() {
    this.giveUp()
    this.gesture = pinching(this.canvas, () => [...this.down.values()])
  }

  /** @param {PointerEvent} event */
  move(event) {
    const at = this.canvas.inWindow(event)
    if (!this.down.has(event.pointerId)) return this.hover(event)
    this.down.set(event.pointerId, at)
    if (!this.gesture && this.pressed) {
      if (Math.hypot(at.x - this.pressed.at.x, at.y - this.pressed.at.y) < (CLOSE[event.pointerType] ?? 4)) return
      clearTimeout(this.waiting)
      this.gesture = this.begun(this.pressed)
      this.board.element.classList.add("handling")
    }
    this.gesture?.move(event)
  }

  /**
   * What a drag from here is.
   * @param {Pressed} pressed
   */
  begun({ event, handle, chair, id }) {
    const { canvas, board } = this, node = id ? canvas.node(id) : undefined
    if (event.button === 1) return panning(canvas, event)
    if (handle) return linking(canvas, handle)
    if (chair && !board.connecting) return unseating(canvas, event, chair)
    if (!node) return event.shiftKey ? lassoing(canvas, event) : panning(canvas, event)
    if (board.connecting) return linking(canvas, node.id)
    return node.kind === "stack" || board.pile ? panning(canvas, event) : carrying(canvas, event, node.id)
  }

  /** @param {PointerEvent} event */
  release(event) {
    clearTimeout(this.waiting)
    if (!this.down.delete(event.pointerId)) return
    const { gesture, pressed } = this
    if (this.down.size) return
    this.gesture = this.pressed = null
    if (gesture) gesture.end(event)
    else if (pressed) this.tap(event, pressed)
    this.board.element.classList.remove("handling")
  }

  /** @param {PointerEvent} event */
  cancel(event) {
    this.down.delete(event.pointerId)
    this.giveUp()
  }
  giveUp() {
    clearTimeout(this.waiting)
    this.board.element.classList.remove("handling")
    this.gesture?.cancel()
    this.gesture = this.pressed = null
  }

  /**
   * @param {PointerEvent} event
   * @param {Pressed} pressed
   */
  tap(event, { handle, chair, id, at }) {
    const { board, canvas } = this, before = this.tapped
    const again = before && event.timeStamp - before.time < TWICE_WITHIN
      && Math.hypot(at.x - before.at.x, at.y - before.at.y) < TWICE_NEAR
    this.tapped = again ? null : { time: event.timeStamp, at }
    const node = id ? canvas.node(id) : undefined
    if (board.connecting || handle) return board.pick(handle ?? node?.id ?? null)
    if (node?.kind === "stack") return board.openPile(node.pile)
    if (chair) return board.selectId(chair)
    if (again) return node ? board.rename(node.id) : id ? undefined : board.addAt(canvas.at(event))
    if (event.shiftKey && node) return board.toggleChosen(node.id)
    if (node) canvas.element(node.id)?.focus({ preventScroll: true })
    board.selectId(id)
  }

  /** A finger held in one place: another node to choose, or something new here. */
  long() {
    const { pressed, board, canvas } = this
    if (!pressed || this.gesture) return
    this.pressed = null
    const node = pressed.id ? canvas.node(pressed.id) : undefined
    if (node && node.kind !== "stack") board.toggleChosen(node.id)
    else if (!pressed.id) board.addAt(canvas.view.toWorld(pressed.at))
  }

  /** @param {PointerEvent | null} event */
  hover(event) {
    const { canvas, board } = this
    if (event?.pointerType === "touch" || this.gesture) return
    const { handle, chair, id } = event ? canvas.under(event) : { handle: null, chair: null, id: null }
    const node = handle ?? (id && canvas.node(id) ? id : null), held = node ?? chair
    canvas.net.dataset.over = handle || (node && board.connecting) ? "handle" : held ? "node" : id ? "link" : ""
    board.tip.show(handle ? null : id, event && canvas.inWindow(event))
    if (canvas.over.hovered === node) return
    canvas.over.hovered = node
    canvas.over.draw()
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    event.preventDefault()
    const lines = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY
    this.canvas.zoomBy(Math.exp(-Math.max(-240, Math.min(240, lines)) / 500), this.canvas.inWindow(event))
  }
}
