// @ts-check
// Dragging a card on the power map to another row, column or ring.
/** @import { PowerMap } from "./map.js" */
import { placeAt, saidByCell } from "./places.js"

/** A hand that moved less than this clicks. */
const CLICK = 5

/**
 * @typedef {object} Held
 * @property {HTMLElement} card
 * @property {string} id
 * @property {number} x where the hand came down
 * @property {number} y
 * @property {boolean} away whether it went further than a click does
 */

export class Moving {
  /** @param {PowerMap} map */
  constructor(map) {
    this.map = map
    /** @type {Held | null} */
    this.held = null
    const { picture } = map
    picture.addEventListener("pointerdown", event => this.take(event))
    picture.addEventListener("pointermove", event => this.carry(event))
    picture.addEventListener("pointerup", event => this.drop(event))
    picture.addEventListener("pointercancel", () => this.letGo())
    picture.addEventListener("click", event => this.click(event), true)
    this.dropped = false
  }

  /** @param {PointerEvent} event */
  take(event) {
    const card = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(".card-of"))
    if (!card || event.button || this.map.board.canvas.narrow) return
    this.dropped = false
    this.map.fallen.textContent = ""
    this.held = { card, id: card.dataset.party ?? "", x: event.clientX, y: event.clientY, away: false }
  }
  /** @param {PointerEvent} event */
  carry(event) {
    const { held } = this
    if (!held) return
    const dx = event.clientX - held.x, dy = event.clientY - held.y
    if (!held.away && Math.hypot(dx, dy) < CLICK) return
    if (!held.away) this.map.picture.setPointerCapture(event.pointerId)
    held.away = true
    held.card.classList.add("held-of")
    held.card.style.translate = `${dx}px ${dy}px`
    this.aim(this.under(event))
  }
  /** @param {PointerEvent} event */
  drop(event) {
    const { held } = this
    if (!held) return
    const to = held.away ? this.under(event) : null
    this.dropped = held.away
    this.letGo()
    if (to) this.put(held.id, to, event)
  }
  letGo() {
    const { held } = this
    this.held = null
    if (!held) return
    this.aim(null)
    held.card.classList.remove("held-of")
    held.card.style.translate = ""
    this.map.draw()
  }
  /** @param {Event} event after a drop the browser still tells a click */
  click(event) {
    if (!this.dropped) return
    this.dropped = false
    event.stopPropagation()
  }

  /**
   * What lies under the hand: a cell, a tray or the field of rings.
   * @param {PointerEvent} event
   */
  under(event) {
    const root = /** @type {Document | ShadowRoot} */ (this.map.element.getRootNode())
    const found = root.elementsFromPoint(event.clientX, event.clientY)
    return /** @type {HTMLElement | undefined} */ (found.find(element => element.matches(".cell-of, .ring-field"))) ?? null
  }
  /** @param {HTMLElement | null} at */
  aim(at) {
    for (const cell of this.map.picture.querySelectorAll(".aimed-of")) cell.classList.remove("aimed-of")
    at?.classList.add("aimed-of")
  }
  /**
   * @param {string} id
   * @param {HTMLElement} at
   * @param {PointerEvent} event
   */
  put(id, at, event) {
    const { map } = this, { name } = map.chosen
    if (at.matches(".ring-field")) {
      const box = at.getBoundingClientRect()
      const x = (event.clientX - box.left) / box.width * 2 - 1, y = (event.clientY - box.top) / box.height * 2 - 1
      return map.place(id, placeAt(x, y))
    }
    if (at.dataset.ring !== undefined) return map.place(id, { ring: at.dataset.ring || null, role: null })
    if (at.dataset.row === undefined) return
    const { row, column } = at.dataset
    map.note(id, saidByCell(name, row || null, column || null))
    this.tellColumn(id, column ?? "")
  }
  /**
   * How hard somebody is hit stands in the web: a card that is dropped in another column falls back, and that is said.
   * @param {string} id
   * @param {string} column
   */
  tellColumn(id, column) {
    const { board, chosen, data, fallen } = this.map
    if (chosen.name === "hit" && column && data.parties[id]?.hit !== column) fallen.textContent = board.t("power_map.column_stays")
    if (chosen.name === "trust" && column && data.parties[id]?.side !== column) fallen.textContent = board.t("power_map.side_stays")
  }
}
