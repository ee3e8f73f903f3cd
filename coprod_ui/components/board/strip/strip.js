// @ts-check
// The four questions over the drawing, each with its picture. A click opens all of them with their sentences.
/** @import { Board } from "../board.js" */
import { icon, make } from "../elements.js"
import { fitted } from "../line/fitted.js"
import { written } from "../line/written.js"

/** @param {string} picture of ours, as SVG */
export function drawnPicture(picture) {
  const read = new DOMParser().parseFromString(picture, "image/svg+xml").documentElement
  const svg = document.importNode(read, true)
  svg.setAttribute("aria-hidden", "true")
  return svg
}

export class Strip {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.open = false
    this.element = make("div", { class: "strip" })
    this.opened = make("section", { class: "readings", hidden: true })
    /** @type {string | null} the question whose reading the last act changed */
    this.fresh = null
    this.drawn = ""
  }

  draw() {
    const { board } = this, cells = board.picture.get("strip") ?? []
    const signature = JSON.stringify([cells, this.fresh, this.open, board.data.language, board.data.digits])
    if (signature === this.drawn) return
    this.drawn = signature
    const key = this.focusedKey()
    this.element.replaceChildren(...cells.map((/** @type {any} */ cell) => this.cell(cell)), this.line(cells))
    this.fit()
    this.opened.hidden = !this.open
    this.opened.setAttribute("aria-label", board.t("board.readings"))
    this.opened.replaceChildren(...(this.open ? cells.map((/** @type {any} */ cell) => this.whole(cell)) : []))
    if (key) this.focus(key)
  }

  fit() {
    const reading = this.element.querySelector(".reading p")
    if (reading) fitted(reading)
  }

  focusedKey() {
    const active = /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement
    return active instanceof HTMLElement && this.element.contains(active) ? active.dataset.key : null
  }
  /** @param {string} key */
  focus(key) {
    const element = /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-key="${key}"]`))
    element?.focus({ preventScroll: true })
  }

  /** @param {any} cell */
  cell({ name, title, picture, alt, sides }) {
    const { digits } = this.board.data, numbers = sides.map((/** @type {any} */ side) => side.of_100).join(" · ")
    return make("button", {
      type: "button", class: `cell ${name === this.fresh ? "fresh" : ""}`, "data-key": `strip_${name}`,
      "aria-expanded": String(this.open), onclick: () => this.turn(),
    },
    make("span", { class: "question" }, title), drawnPicture(picture), make("span", { class: "unseen" }, alt),
    digits && numbers && make("span", { class: "numbers" }, numbers))
  }

  /** @param {any[]} cells */
  line(cells) {
    const told = cells.find(cell => cell.name === this.fresh) ?? cells[0]
    return make("div", { class: `reading ${this.fresh ? "fresh" : ""}` },
      make("p", {}, ...written(told?.sentence ?? "")),
      make("button", {
        type: "button", class: "round", "data-key": "strip_all", "aria-expanded": String(this.open),
        "aria-label": this.board.t("board.readings"), onclick: () => this.turn(),
      }, icon("more")))
  }

  /** @param {any} cell */
  whole({ name, title, sentence, picture, href, sides }) {
    const { digits } = this.board.data
    const said = (/** @type {any} */ side) => digits ? `${side.name}: ${side.of_100}` : side.name
    return make("article", { "data-reading": name },
      make("h2", {}, title), drawnPicture(picture),
      make("ul", { class: "poles" }, ...sides.map((/** @type {any} */ side) => make("li", {}, said(side)))),
      make("p", {}, ...written(sentence)),
      make("a", { href, "data-key": `why_${name}`, onclick: (/** @type {MouseEvent} */ event) => this.board.follow(event, href) },
        this.board.t("board.why")))
  }

  turn(open = !this.open) {
    if (open === this.open) return
    this.open = open
    this.draw()
  }
}
