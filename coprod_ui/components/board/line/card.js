// @ts-check
// What an act changed: for five seconds a card tied to what moved, and after that in the lower edge.
/** @import { Board } from "../board.js" */
import { icon, make } from "../elements.js"
import { placeFor } from "./placing.js"
import { written } from "./written.js"

const STAYS = 5000
const WIDTHS = [400, 300, 560]
const SHORT = 140
const LONG = 180

/**
 * The first sentences of what is told: what was done, what it changed first, and what follows as long as that is short.
 * None is passed over for a later one; the lower edge has them all.
 * @param {string} sentence
 */
export function first(sentence) {
  const [one, ...others] = sentence.split(/(?<=[.!?])\s+/)
  let said = one
  for (const [at, next] of others.entries()) {
    if (said.length + next.length >= (at ? SHORT : LONG)) break
    said += ` ${next}`
  }
  return said
}

export class Card {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.box = make("div", { class: "say", hidden: true })
    this.leader = document.createElementNS("http://www.w3.org/2000/svg", "svg")
    this.leader.setAttribute("class", "leader")
    this.leader.setAttribute("aria-hidden", "true")
    this.tie = document.createElementNS("http://www.w3.org/2000/svg", "path")
    this.leader.append(this.tie)
    this.edge = make("button", {
      type: "button", class: "edge-undo", "data-key": "edge_undo", hidden: true,
      onclick: () => { this.edge.hidden = true; board.act({ act: "undo" }) },
    })
    this.left = 0
    /** @type {string[]} */
    this.about = []
    /** @type {[number, number][]} how large the card is at each width */
    this.sizes = []
    for (const kind of ["pointerenter", "focusin"]) this.box.addEventListener(kind, () => this.hold())
    for (const kind of ["pointerleave", "focusout"]) this.box.addEventListener(kind, () => this.run())
  }
  get shown() { return !this.box.hidden }

  /**
   * @param {string} sentence
   * @param {string[]} about nodes
   */
  show(sentence, about) {
    const { board } = this, node = board.canvas.plan?.nodes.find((/** @type {any} */ each) => about.includes(each.id))
    this.offer()
    if (!node || board.canvas.narrow) return this.hide()
    this.box.replaceChildren(make("p", {}, ...written(first(sentence))), make("button", {
      type: "button", "data-key": "card_undo", onclick: () => { this.hide(); board.act({ act: "undo" }) },
    }, icon("undo"), board.t("frame.undo")), make("span", { class: "time" }))
    this.about = about
    this.box.hidden = false
    this.sizes = WIDTHS.map(width => this.measured(width))
    this.place()
    this.edge.hidden = this.shown
    this.left = STAYS
    this.run()
  }
  /** Where there is no room for the card, what was done can be undone in the lower edge, as long. */
  offer() {
    clearTimeout(this.offered)
    this.edge.textContent = this.board.t("frame.undo")
    this.edge.hidden = false
    this.offered = setTimeout(() => { this.edge.hidden = true }, STAYS)
  }

  /**
   * @param {number} width
   * @returns {[number, number]}
   */
  measured(width) {
    this.box.style.width = `${width}px`
    return [width, this.box.offsetHeight]
  }

  /** Stands where it covers least, as near as can be to what moved. */
  place() {
    const { board } = this, spot = placeFor(board.canvas, this.about, this.sizes)
    if (!spot) return this.hide()
    const { x, y, w, from, to } = spot
    Object.assign(this.box.style, { left: `${x}px`, top: `${y}px`, width: `${w}px` })
    this.tie.setAttribute("d", `M${from.x} ${from.y}L${to.x} ${to.y}`)
    this.leader.style.display = ""
  }

  run() {
    clearTimeout(this.timer)
    if (!this.shown) return
    this.since = Date.now()
    this.timer = setTimeout(() => this.hide(), this.left)
  }
  hold() {
    clearTimeout(this.timer)
    this.left = Math.max(1500, this.left - (Date.now() - (this.since ?? Date.now())))
  }
  get focused() { return this.box.contains(/** @type {ShadowRoot} */ (this.box.getRootNode()).activeElement) }
  /** Makes room for the next, which need not be placed before it is there. */
  giveWay() {
    if (this.focused) return
    this.box.hidden = true
    this.leader.style.display = "none"
  }
  hide() {
    clearTimeout(this.timer)
    if (!this.shown) return
    const inside = this.focused
    this.box.hidden = true
    this.leader.style.display = "none"
    if (inside) this.board.canvas.net.focus({ preventScroll: true })
    this.board.fresh = []
    this.board.canvas.draw()
    this.board.label()
  }
}
