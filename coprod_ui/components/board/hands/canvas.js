// @ts-check
// The drawing in its window: laid out, drawn, and where things are on it.
/** @import { Board } from "../board.js" */
/** @import { Box } from "../../types" */
/** @import { Plan } from "../placing/types" */
/** @import { Point } from "../types" */
import { make } from "../elements.js"
import { draw } from "../drawing/draw.js"
import { measurer } from "../drawing/measurer.js"
import { hull } from "../placing/boxes.js"
import { on } from "../placing/curves.js"
import { fromPicture } from "../placing/from_picture.js"
import { layout } from "../placing/layout.js"
import { idOf } from "../said.js"
import { Over } from "./over.js"
import { View } from "./view.js"

const SVG = "http://www.w3.org/2000/svg"
export const NARROW = 700
/** What stands left of the drawing, and what is kept free of new nodes while the drawer stands there. */
const LEFT = 68
const CLEAR = 416
const LOWER = 60
const LOWER_NARROW = 124

export class Canvas {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.net = make("div", { class: "net", role: "application", tabindex: 0, "aria-describedby": "keys" })
    this.svg = document.createElementNS(SVG, "svg")
    this.svg.setAttribute("class", "web")
    this.world = document.createElementNS(SVG, "g")
    this.over = new Over(this)
    this.svg.append(this.world, this.over.group)
    this.net.append(this.svg)
    this.view = new View()
    this.W = this.H = 0
    /** @type {Plan | null} */
    this.plan = null
    /** Whether the letters are there, without which nothing can be measured. */
    this.ready = false
    /** @type {import("../placing/types").Keep | null} what the last plan leaves for the next, for this size */
    this.keep = null
    /** @type {{ lifted?: Map<string, Point>, crossing?: boolean } | undefined} what a hand is moving */
    this.moving = undefined
    this.wide = measurer(getComputedStyle(this.net).fontFamily)
    this.resizing = new ResizeObserver(() => this.resized())
    this.resizing.observe(this.net)
    this.leaving = () => this.remember()
    addEventListener("pagehide", this.leaving)
    document.fonts.ready.then(() => this.measured())
  }

  // -- where things stood, over a reload and a visit to another screen
  get place() { return `belangenweb:places:${this.board.meeting.id}:${this.W}x${this.H}` }
  remember() {
    if (!this.keep) return
    try {
      sessionStorage.setItem(this.place, JSON.stringify(this.keep))
    } catch { /* a full or forbidden storage: things are placed anew */ }
  }
  /** @returns {import("../placing/types").Keep | null} */
  remembered() {
    try {
      return JSON.parse(sessionStorage.getItem(this.place) ?? "null")
    } catch {
      return null
    }
  }

  /** The letters are there: what was measured with others does not hold. */
  measured() {
    this.wide = measurer(getComputedStyle(this.net).fontFamily || "sans-serif")
    this.keep = this.remembered()
    this.ready = true
    this.draw()
  }
  get narrow() { return this.W < NARROW }

  resized() {
    const { clientWidth, clientHeight } = this.net
    if (!clientWidth || !clientHeight || (clientWidth === this.W && clientHeight === this.H)) return
    this.W = clientWidth
    this.H = clientHeight
    this.keep = this.remembered()
    this.svg.setAttribute("width", String(this.W))
    this.svg.setAttribute("height", String(this.H))
    this.draw()
    this.board.arrange()
    this.board.fit()
  }

  // -- drawing
  /** @param {{ lifted?: Map<string, Point>, crossing?: boolean }} [now] what a hand is moving */
  draw(now = this.moving) {
    const { board } = this
    if (!board.meeting.ready || !this.W || !this.ready) return
    this.moving = now
    if (!now) this.lay()
    this.paint(now)
  }

  lay() {
    const { board } = this, web = fromPicture(board.picture, board.meeting.words, { plan: board.planShown() })
    this.plan = layout(web, { ...this.wishes(this.focus()), zone: board.pile, ...(board.pile ? { keep: null } : {}) })
    if (!board.pile) this.keep = this.plan.keep
  }

  /**
   * What is asked of a layout in this window.
   * @param {string[]} focus
   */
  wishes(focus) {
    const { board, W, H, wide, keep } = this, left = this.narrow ? 12 : LEFT
    return {
      W, H, wide, keep, left, focus, bottom: this.narrow ? LOWER_NARROW : LOWER, calm: board.causes,
      clear: board.drawerOpen() ? CLEAR : left,
    }
  }

  /** The nodes that are strong: what is chosen, or what was just changed. */
  focus() {
    const { board } = this
    return [...new Set([...this.chosen(), ...board.fresh])]
  }
  chosen() {
    const { board } = this, id = idOf(board.selection)
    return board.many.length ? board.many : id ? [id] : []
  }

  /** @param {{ lifted?: Map<string, Point>, crossing?: boolean } | undefined} now */
  paint(now) {
    const { plan, board } = this
    if (!plan) return
    const lifted = [...now?.lifted ?? []].map(([id, at]) => ({ id, ...at }))
    draw(this.world, plan, {
      chosen: new Set(this.chosen()), fresh: new Set(board.fresh), crossing: Boolean(now?.crossing), lifted,
    })
    for (const group of [this.world, this.over.group]) group.setAttribute("transform", this.view.transform)
    this.over.draw()
  }

  // -- where things are
  /** @param {{ clientX: number, clientY: number }} event */
  at(event) {
    const frame = this.net.getBoundingClientRect()
    return this.view.toWorld({ x: event.clientX - frame.left, y: event.clientY - frame.top })
  }
  /** @param {{ clientX: number, clientY: number }} event */
  inWindow(event) {
    const frame = this.net.getBoundingClientRect()
    return { x: event.clientX - frame.left, y: event.clientY - frame.top }
  }
  /**
   * What lies under a pointer: a handle, a node or a link, by its id; a chair, by who sits there.
   * @param {{ clientX: number, clientY: number }} event
   */
  under({ clientX, clientY }) {
    const root = /** @type {Document | ShadowRoot} */ (this.net.getRootNode())
    const element = root.elementFromPoint(clientX, clientY)
    const handle = element?.closest("[data-handle]"), drawn = element?.closest("[data-id]")
    const chair = element?.closest("[data-chair]")
    return {
      chair: chair instanceof SVGElement ? chair.dataset.chair ?? null : null,
      handle: handle instanceof SVGElement ? handle.dataset.handle ?? null : null,
      id: drawn instanceof SVGElement ? drawn.dataset.id ?? null : null,
      inside: element ? this.net.contains(element) : false,
    }
  }
  /** @param {string} id */
  node(id) { return this.plan?.nodes.find(node => node.id === id) }
  /** @param {string} id */
  link(id) { return this.plan?.links.find(link => link.id === id) }
  /** @param {string} id */
  element(id) { return /** @type {SVGElement | null} */ (this.world.querySelector(`.node[data-id="${CSS.escape(id)}"]`)) }
  /**
   * A box of the drawing in the window.
   * @param {Box} box
   * @returns {Box}
   */
  onScreen([left, top, right, bottom]) {
    const a = this.view.toWindow({ x: left, y: top }), b = this.view.toWindow({ x: right, y: bottom })
    return [a.x, a.y, b.x, b.y]
  }
  /**
   * What a node or a link covers in the window; null where it is not drawn.
   * @param {string} id
   * @returns {Box | null}
   */
  boxOf(id) {
    const node = this.node(id), link = this.link(id)
    if (node) return this.onScreen(hull(node.rects))
    if (!link) return null
    const { x, y } = on(link, 0.5)
    return this.onScreen([x - 20, y - 20, x + 20, y + 20])
  }
  /**
   * The zone a point of the drawing lies in, `interest` where it lies in none for parties.
   * @param {Point} point
   */
  zoneAt(point) {
    const zones = this.plan?.zones
    /** @type {[string, Box | undefined][]} */
    const known = [["table", zones?.table], ["citizens", zones?.citizens], ["political_authority", zones?.politics],
      ["own_organisation", zones?.own], ["other_organisation", zones?.other]]
    const inside = (/** @type {Box | undefined} */ box) =>
      box && point.x >= box[0] && point.x <= box[2] && point.y >= box[1] && point.y <= box[3]
    if (zones && inside(zones.organisations)) return point.y < zones.split ? "own_organisation" : "other_organisation"
    return known.find(([, box]) => inside(box))?.[0] ?? "interest"
  }

  /**
   * A point of the drawing in the window; where none is given, the top of a zone.
   * @param {Point | null} point
   * @param {import("../placing/types").ZoneName} zone
   */
  windowOf(point, zone) {
    const [left, top, right] = this.plan?.zones?.[zone] ?? [0, 0, this.W]
    return this.view.toWindow(point ?? { x: (left + right) / 2, y: top + 80 })
  }

  // -- looking
  /** On a narrow window the table comes first. */
  toTable() {
    const table = this.plan?.zones?.table
    if (table && this.plan && this.plan.W > this.W) this.panBy(LEFT - this.onScreen(table)[0], 0)
  }
  /** @param {number} times */
  zoomBy(times, about = { x: this.W / 2, y: this.H / 2 }) {
    this.view.zoom(times, about)
    this.held()
  }
  /**
   * @param {number} dx
   * @param {number} dy
   */
  panBy(dx, dy) {
    this.view.pan(dx, dy)
    this.held()
  }
  held() {
    if (this.plan) this.view.hold(this.plan.W, this.plan.H, this.W, this.H)
    this.paint(this.moving)
  }
  fit() {
    this.view.fit()
    this.board.openPile(null)
    this.draw()
  }
  /** @param {string} id */
  bringIntoView(id) {
    const box = this.boxOf(id)
    if (!box) return
    const dx = box[0] < 0 ? 20 - box[0] : box[2] > this.W ? this.W - 20 - box[2] : 0
    const dy = box[1] < 0 ? 20 - box[1] : box[3] > this.H - LOWER ? this.H - LOWER - 20 - box[3] : 0
    if (dx || dy) this.panBy(dx, dy)
  }

  close() {
    this.remember()
    removeEventListener("pagehide", this.leaving)
    this.resizing.disconnect()
  }
}
