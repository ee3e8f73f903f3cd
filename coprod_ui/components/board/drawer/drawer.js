// @ts-check
// The two drawers: what is chosen, and what belongs to the whole web. Neither takes away what is being typed in it.
/** @import { Board } from "../board.js" */
import { relationKey } from "../acts/applying.js"
import { focused, make, typing } from "../elements.js"
import { interestPanel } from "./interest.js"
import { manyPanel, relationPanel, stakePanel, unknownPanel } from "./link.js"
import { mapPanel } from "./on_map.js"
import { partyPanel } from "./party.js"
import { sheetPanel } from "./sheet.js"

/**
 * What is entered is typing no more, so that the drawer may show what became of it.
 * @param {Event} event
 */
function entered({ target }) {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.defaultValue = target.value
}

export class Drawer {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.chosen = make("aside", { class: "drawer chosen", hidden: true })
    this.sheet = make("aside", { class: "drawer sheet right", hidden: true })
    /** @type {Map<HTMLElement, number>} how far each is scrolled: asking it would have the page laid out */
    this.scrolled = new Map()
    for (const side of [this.chosen, this.sheet]) {
      side.addEventListener("scroll", () => this.scrolled.set(side, side.scrollTop), { passive: true })
      side.addEventListener("focusout", () => setTimeout(() => this.draw()))
      side.addEventListener("change", entered, true)
    }
  }

  draw() {
    const { board } = this
    if (!board.meeting.ready) return
    this.put(this.chosen, board.t("inspector.selected"), this.panel())
    this.chosen.classList.toggle("right", board.drawerSide() === "right")
    this.put(this.sheet, board.t("board.sheet"), board.sheet ? sheetPanel(board, board.sheet) : null)
  }

  /** What is chosen, as it is now; null where nothing is, or where it is gone. */
  panel() {
    const { board } = this, { picture } = board, [kind, one, other] = board.selection
    if (board.many.length) return manyPanel(board, board.many)
    switch (kind) {
      case "actor": return picture.has(`actor:${one}`) ? this.party(picture.get(`actor:${one}`)) : null
      case "interest": return picture.has(`interest:${one}`) ? interestPanel(board, picture.get(`interest:${one}`)) : null
      case "stake": return this.stake(one, other)
      case "relation": {
        const relation = picture.get(relationKey(picture, one, other))
        return relation ? relationPanel(board, relation) : null
      }
      default: return null
    }
  }

  /** @param {any} party */
  party(party) { return this.board.view === "map" ? mapPanel(this.board, party) : partyPanel(this.board, party) }

  /**
   * @param {string} actor
   * @param {string} interest
   */
  stake(actor, interest) {
    const { picture } = this.board, stake = picture.get(`stake:${actor}|${interest}`)
    if (stake) return stakePanel(this.board, stake)
    return picture.has(`unknown:${actor}|${interest}`) ? unknownPanel(this.board, actor, interest) : null
  }

  /**
   * Shows the parts where they differ from what stands there; the focus stays on what it was on.
   * @param {HTMLElement} aside
   * @param {string} label
   * @param {(Node | null | undefined | false)[] | null} parts
   */
  put(aside, label, parts) {
    const active = focused(aside), inside = active && aside.contains(active) ? active : null
    if (inside && typing(inside)) return
    const fresh = make("div", { class: "inside" }, ...parts ?? [])
    aside.hidden = !parts
    aside.setAttribute("aria-label", label)
    if (aside.firstElementChild?.isEqualNode(fresh)) return
    const key = inside?.dataset.key, top = this.scrolled.get(aside)
    aside.replaceChildren(fresh)
    if (top) aside.scrollTop = top
    if (key) this.focus(key, aside)
  }

  /** Brings the focus to what is chosen. */
  enter() {
    const first = /** @type {HTMLElement | null} */ (this.chosen.querySelector("input, select, button"))
    first?.focus({ preventScroll: true })
  }

  /**
   * @param {string} key
   * @param {HTMLElement} [within]
   */
  focus(key, within = this.chosen) {
    const field = /** @type {HTMLElement | null} */ (within.querySelector(`[data-key="${CSS.escape(key)}"]`))
    field?.focus({ preventScroll: true })
    return field
  }
}
