// @ts-check
// On a phone one reads: four sentences, then who sits where. The drawing comes last, and on request.
/** @import { Board } from "../board.js" */
import { parties } from "../acts/applying.js"
import { make } from "../elements.js"
import { written } from "../line/written.js"
import { drawnPicture } from "./strip.js"

export class Phone {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.element = make("div", { class: "phone" })
    this.back = false
  }

  draw() {
    const { board } = this, { picture } = board
    const of = (/** @type {(party: any) => boolean} */ kind) =>
      parties(picture).filter(kind).map(party => this.row(party))
    /** @type {[string, Node[]][]} */
    const groups = [
      ["zones.outside", of(party => party.sphere === "citizens" && !(party.seats > 0))],
      ["zones.table", of(party => party.seats > 0)],
      ["zones.public", of(party => party.sphere.endsWith("organisation") && !(party.seats > 0))],
      ["zones.political_authority", of(party => party.sphere === "political_authority")],
    ]
    const parts = make("div", {},
      ...picture.get("strip").map((/** @type {any} */ cell) => this.reading(cell)),
      ...groups.flatMap(([title, rows]) => rows.length ? [make("h2", {}, board.t(title)), ...rows] : []),
      make("button", { type: "button", class: "go to-drawing", "data-key": "to_drawing", onclick: () => this.show(true) },
        board.t("board.to_drawing")),
      make("button", { type: "button", class: "wide", "data-key": "to_map", onclick: () => board.show("map") },
        board.t("power_map.name")),
      make("button", { type: "button", class: "wide", "data-key": "to_list", onclick: () => board.show("list") },
        board.t("frame.list")))
    const way = make("button", { type: "button", class: "go to-reading", "data-key": "to_reading", onclick: () => this.show(false) },
      board.t("board.to_reading"))
    if (this.element.innerHTML === parts.outerHTML + way.outerHTML) return
    this.element.replaceChildren(parts, way)
  }
  /** @param {boolean} drawing */
  show(drawing) {
    this.board.element.classList.toggle("drawing-asked", drawing)
    this.board.canvas.resized()
    if (drawing) this.board.canvas.toTable()
    const next = /** @type {HTMLElement | null} */ (this.element.querySelector(drawing ? ".to-reading" : ".to-drawing"))
    next?.focus()
  }

  /** @param {any} cell */
  reading({ name, title, sentence, picture, href }) {
    return make("a", { class: "read", href, "data-reading": name, onclick: (/** @type {MouseEvent} */ event) => this.board.follow(event, href) },
      drawnPicture(picture), make("span", {}, make("small", {}, title), ...written(sentence)))
  }
  /** @param {any} party */
  row(party) {
    const { board } = this, citizens = party.sphere === "citizens"
    const under = citizens && !(party.seats > 0) ? board.t(`invitation.${party.invitation}`) : citizens ? "" : board.t(`spheres.${party.sphere}`)
    const people = party.people === null ? "?" : board.said.number(party.people)
    return make("button", { type: "button", class: "who-row", "data-key": `row_${party.id}`, onclick: () => board.select(["actor", party.id]) },
      make("span", {}, party.name, under && make("small", {}, under)),
      citizens && make("b", {}, board.t("board.of_people", { seats: board.said.number(party.seats), people })))
  }
}
