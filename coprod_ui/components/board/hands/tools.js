// @ts-check
// The column of tools at the left of the drawing.
/** @import { Board } from "../board.js" */
import { icon, make } from "../elements.js"

export class Tools {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.element = make("div", { class: "tools", role: "toolbar", "aria-orientation": "vertical" })
    this.drawn = ""
    this.acts = {
      party: () => board.addParty(),
      interest: () => board.addInterest(),
      connect: () => board.toggleConnecting(),
      delete: () => board.removeChosen(),
      causes: () => board.showCauses(!board.causes),
      sheet: () => board.openSheet(board.sheet ? null : "plans"),
      list: () => board.show(board.view === "list" ? "drawing" : "list"),
      map: () => board.show(board.view === "map" ? "drawing" : "map"),
      present: () => board.present(),
      find: () => board.finder.open(),
      keys: () => board.help.turn(),
      out: () => board.canvas.zoomBy(0.8),
      in: () => board.canvas.zoomBy(1.25),
      fit: () => board.canvas.fit(),
    }
  }

  draw() {
    const { board } = this, pressed = { connect: board.connecting, causes: board.causes, sheet: board.sheet !== null,
      list: board.view === "list", map: board.view === "map" }
    const state = JSON.stringify([pressed, board.data.language, board.drawerOpen()])
    if (state === this.drawn) return
    const key = this.focused()
    this.drawn = state
    this.element.setAttribute("aria-label", board.t("canvas.tools"))
    this.element.replaceChildren(...Object.keys(this.acts).map(name => this.button(/** @type {any} */ (name), pressed)))
    if (key) this.focus(key)
  }
  focused() {
    const active = /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement
    return active instanceof HTMLElement && this.element.contains(active) ? active.dataset.do : null
  }
  /** @param {string} name */
  focus(name) {
    const element = /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-do="${name}"]`))
    element?.focus({ preventScroll: true })
  }

  /**
   * @param {keyof Tools["acts"]} name
   * @param {Record<string, boolean>} pressed
   */
  button(name, pressed) {
    const label = this.board.t(`board.tool_${name}`)
    return make("button", {
      type: "button", "data-do": name, "data-tip": label, "aria-label": label,
      "aria-pressed": name in pressed ? String(pressed[name]) : null,
      onclick: this.acts[name],
    }, icon(/** @type {any} */ (name)))
  }
}
