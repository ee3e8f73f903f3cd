// @ts-check
// What lies under the mouse, said in full, after it has rested there a moment.
/** @import { Board } from "../board.js" */
/** @import { Point } from "../types" */
import { make } from "../elements.js"

const REST = 350

export class Tip {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.box = make("div", { class: "tip", role: "presentation", hidden: true })
    /** @type {string | null} */
    this.about = null
  }
  /**
   * @param {string | null} id
   * @param {Point | null} at
   */
  show(id, at) {
    if (id === this.about) return
    this.hide()
    this.about = id
    const text = id && this.board.said.of(id)
    if (text && at) this.timer = setTimeout(() => this.put(text, at), REST)
  }
  /**
   * @param {string} text
   * @param {Point} at
   */
  put(text, { x, y }) {
    const { W, H } = this.board.canvas
    this.box.textContent = text
    this.box.hidden = false
    this.box.style.left = `${Math.max(4, Math.min(x + 14, W - this.box.offsetWidth - 4))}px`
    this.box.style.top = `${y + 20 + this.box.offsetHeight > H ? y - this.box.offsetHeight - 10 : y + 20}px`
  }
  hide() {
    clearTimeout(this.timer)
    this.about = null
    this.box.hidden = true
  }
}
