// @ts-check
// The keys, for everybody to see.
/** @import { Board } from "../board.js" */
import { icon, make } from "../elements.js"

export class Help {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.element = make("section", { class: "help-keys", tabindex: -1, hidden: true })
  }
  get shown() { return !this.element.hidden }

  turn() {
    const { board } = this
    if (this.shown) {
      this.element.hidden = true
      return board.canvas.net.focus({ preventScroll: true })
    }
    const title = board.t("board.tool_keys")
    const rows = board.t("board.key_list").trim().split("\n").map(line => line.split("|").map(part => part.trim()))
    this.element.setAttribute("aria-label", title)
    this.element.replaceChildren(
      make("header", {}, make("h2", {}, title), make("button", {
        type: "button", class: "round close", "aria-label": board.t("board.close"), onclick: () => this.turn(),
      }, icon("close"))),
      make("dl", {}, ...rows.flatMap(([key, does]) => [make("dt", {}, key), make("dd", {}, does)])))
    this.element.hidden = false
    this.element.focus({ preventScroll: true })
  }
}
