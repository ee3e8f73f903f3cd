// @ts-check
// The web as a list, in the place of the drawing: the same picture, the same acts.
/** @import { Board } from "./board.js" */
import { WebList } from "../web_list/list.js"
import { make } from "./elements.js"

export class Listed {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.element = make("div", { class: "listed", hidden: true })
    /** @type {WebList | null} */
    this.list = null
  }
  draw() {
    const { board } = this, shown = board.view === "list"
    this.element.hidden = !shown
    this.element.classList.toggle("beside", board.drawerOpen() || board.sheet !== null)
    if (!shown) return
    if (!this.list) {
      this.list = new WebList(board)
      this.element.append(this.list.frame)
    }
    this.list.update()
  }
}
