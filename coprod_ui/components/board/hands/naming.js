// @ts-check
// A name typed in place: Enter or clicking elsewhere keeps it, Escape does not.
/** @import { Board } from "../board.js" */
/** @import { Point } from "../types" */
import { make } from "../elements.js"
import { clamp } from "../placing/boxes.js"

const ZONES = ["table", "citizens", "own_organisation", "other_organisation", "political_authority", "professional"]
/** @param {string} zone */
export const sphereOf = zone => zone === "table" ? "citizens" : zone

/**
 * @typedef {object} Ask
 * @property {string} label
 * @property {Point} at in the window
 * @property {string} [value]
 * @property {string} [zone] of a new party, to be chosen
 * @property {(name: string, zone: string, moved: boolean) => void} done `moved`: whether another zone was chosen
 */

export class Naming {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.choice = make("select", { onchange: () => this.input.focus() })
    this.input = make("input", { type: "text", maxlength: 200, autocomplete: "off", spellcheck: "false" })
    this.form = make("form", { class: "naming", hidden: true }, this.choice, this.input)
    this.form.addEventListener("submit", event => { event.preventDefault(); this.finish(true, true) })
    this.form.addEventListener("keydown", event => {
      event.stopPropagation()
      if (event.key !== "Escape") return
      event.preventDefault()
      this.finish(false, true)
    })
    this.form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.form.contains(/** @type {Node | null} */ (relatedTarget))) this.finish(true, false)
    })
    /** @type {Ask | null} */
    this.ask = null
  }
  get open() { return this.ask !== null }

  /** @param {Ask} ask */
  start(ask) {
    this.finish(true, false)
    const { board } = this
    this.ask = ask
    this.input.value = ask.value ?? ""
    this.input.placeholder = ask.label
    this.input.setAttribute("aria-label", ask.label)
    this.choice.hidden = !ask.zone
    this.choice.setAttribute("aria-label", board.t("canvas.where"))
    this.choice.replaceChildren(...ZONES.map(zone => make("option", { value: zone }, this.zoneName(zone))))
    if (ask.zone) this.choice.value = ask.zone
    this.form.hidden = false
    this.place(ask.at)
    this.input.focus({ preventScroll: true })
    this.input.select()
  }

  /** @param {string} zone */
  zoneName(zone) {
    const { board } = this, sphere = board.t(`spheres.${sphereOf(zone)}`)
    if (sphereOf(zone) !== "citizens") return sphere
    return `${sphere}, ${board.t(zone === "table" ? "canvas.said_at_table" : "canvas.said_not_at_table")}`
  }

  /** @param {Point} at */
  place({ x, y }) {
    const { W, H } = this.board.canvas, { offsetWidth: w, offsetHeight: h } = this.form
    this.form.style.left = `${clamp(x - w / 2, 2, W - w - 2)}px`
    this.form.style.top = `${clamp(y - h / 2, 2, H - h - 2)}px`
  }

  /**
   * @param {boolean} keep
   * @param {boolean} back whether the focus goes back to the drawing
   */
  finish(keep, back) {
    const { ask } = this, name = this.input.value.trim()
    if (!ask) return
    this.ask = null
    this.form.hidden = true
    if (back) this.board.canvas.net.focus({ preventScroll: true })
    const zone = this.choice.value
    if (keep && name && name !== ask.value) ask.done(name, zone, zone !== ask.zone)
  }
}
