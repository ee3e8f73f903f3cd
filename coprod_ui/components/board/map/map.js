// @ts-check
// The power map, in the place of the drawing: the same parties, the same acts, and what the server works out of them.
/** @import { Board } from "../board.js" */
/** @import { MapData, Perspective, PictureName } from "./places.js" */
import { parties } from "../acts/applying.js"
import { changed } from "../acts/wishes.js"
import { focused, make } from "../elements.js"
import { written } from "../line/written.js"
import { nextRing, nextRole, notAsked, placed, stepped } from "./acts.js"
import { beginning } from "./beginning.js"
import { Cells } from "./cells.js"
import { spokenOf } from "./card.js"
import { pickers } from "./choosing.js"
import { expecting } from "./expecting.js"
import { Moving } from "./moving.js"
import { PICTURES, isSmall, onMap, ringOf } from "./places.js"
import { Rings } from "./rings.js"
import { saving } from "./saving.js"
import { signs } from "./signs.js"
import { Table } from "./table.js"

const NOTHING_SAID = { hit: [], attitude: [], trust: [], rings: [] }
/** @type {MapData} */
const NOTHING = {
  plan: null, from: null, order: [], parties: {}, said: NOTHING_SAID, begin: [], differing: [], expect: {},
}

/** @type {Record<string, [1 | -1, boolean]>} the way of an arrow, and whether it goes up or down */
const ARROWS = { ArrowUp: [-1, true], ArrowDown: [1, true], ArrowLeft: [-1, false], ArrowRight: [1, false] }

export class PowerMap {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.data = NOTHING
    this.asked = ""
    this.asking = false
    this.drawn = ""
    /** the party that the keys were on last */
    this.at = ""
    /** whether a person said that what is noted of how we get on may become public */
    this.mayBePublic = false
    this.head = make("div", { class: "map-head" })
    this.cells = new Cells(board)
    this.rings = new Rings(board)
    this.table = new Table(board)
    this.picture = make("div", { class: "map-picture" })
    this.legend = make("div", { class: "map-legend" })
    this.sentence = make("div", { class: "map-said", "aria-live": "polite" })
    this.fallen = make("p", { class: "notice", role: "alert" })
    this.element = make("div", { class: "map", role: "region", hidden: true },
      this.head, this.picture, this.table.element, this.legend, this.sentence, this.fallen)
    this.moving = new Moving(this)
    new ResizeObserver(() => { this.drawn = ""; this.draw() }).observe(this.picture)
  }

  /** What a person chose to look at. */
  get chosen() { return this.board.mapped }
  /** @param {Partial<import("./first.js").Chosen>} changes */
  set(changes) {
    if (changes.name) this.mayBePublic = false
    this.board.mapped = { ...this.board.mapped, ...changes }
    this.board.chosen()
  }

  /** Shows the table, in which everybody stands; in a narrow window it stands above the picture. */
  toTable() {
    if (this.board.canvas.narrow) return this.table.element.scrollIntoView()
    this.set({ table: true })
  }
  /** @param {boolean} public_ whether a person said that what was noted may become public */
  confirmed(public_) {
    this.mayBePublic = public_
    this.drawn = ""
    this.draw()
  }

  // -- what the server works out
  /** Asks what there is to show, where the log went on or something else was chosen. */
  async ask() {
    const { board, chosen } = this, { language } = board.data
    const question = JSON.stringify([board.meeting.head, language, chosen.plan, chosen.from, chosen.said])
    if (question === this.asked) return
    this.asked = question
    this.asking = true
    const query = { language, plan: chosen.plan, from: chosen.from, said: chosen.said ? "1" : "0" }
    try {
      const answer = await fetch(board.meeting.door.address(`board/${board.meeting.id}/map`, query), { cache: "no-store" })
      if (!answer.ok) throw new Error(`the map did not come: ${answer.status}`)
      const data = await answer.json()
      if (question !== this.asked) return
      this.asking = false
      this.data = data
      this.draw()
    } catch {
      if (question !== this.asked) return
      this.asking = false
      this.asked = ""
    }
  }

  // -- drawing
  draw() {
    const { board, chosen } = this, shown = board.view === "map"
    this.element.hidden = !shown
    this.element.classList.toggle("beside", board.drawerOpen())
    if (!shown || this.moving.held) return
    this.ask()
    if (this.data === NOTHING) return // nobody is "not asked" before that is known
    const all = parties(board.picture)
    const signature = JSON.stringify([all, board.data.language, chosen, this.data, board.selection, board.picture.get("order").options])
    if (signature === this.drawn) return
    this.drawn = signature
    const key = this.focusedKey()
    this.label(all)
    const table = chosen.table && all.length > 0
    this.picture.hidden = table && !board.canvas.narrow
    this.table.element.hidden = !table && !board.canvas.narrow
    if (!this.picture.hidden) this.drawPicture()
    if (!this.table.element.hidden) this.table.draw(this.data, this.order())
    if (key) this.focus(key)
  }
  drawPicture() {
    if (!parties(this.board.picture).length) return this.picture.replaceChildren(beginning(this.board))
    const { name, perspective } = this.chosen, shown = name === "rings" ? this.rings : this.cells
    if (!shown.element.isConnected) this.picture.replaceChildren(shown.element)
    const order = this.order(), at = order.includes(this.at) ? this.at : order[0] ?? ""
    if (name === "rings") this.rings.draw(this.data, perspective, at)
    else this.cells.draw(name, this.data, at)
  }
  /** The parties in the order of every list: as the server gave it, and what is new at the end. */
  order() {
    const ids = this.board.picture.get("order").actors
    const known = this.data.order.filter(id => ids.includes(id))
    return [...known, ...ids.filter((/** @type {string} */ id) => !known.includes(id))]
  }
  focusedKey() {
    const active = focused(this.element)
    return active instanceof HTMLElement && this.element.contains(active) ? active.dataset.key ?? "" : ""
  }
  /** @param {string} key */
  focus(key) {
    const found = /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-key="${CSS.escape(key)}"]`))
    found?.focus({ preventScroll: !this.board.canvas.narrow })
  }

  /** @param {any[]} all the parties */
  label(all) {
    const { board, chosen } = this
    this.element.setAttribute("aria-label", board.t("power_map.name"))
    const pictures = PICTURES.map(name => make("button", {
      type: "button", "data-key": `picture_${name}`, "aria-pressed": String(chosen.name === name), onclick: () => this.set({ name }),
    }, board.t(`power_map.picture.${name}`)))
    this.head.replaceChildren(
      make("div", { class: "switch-of", role: "group", "aria-label": board.t("power_map.which") }, ...pictures),
      ...pickers(this),
      make("button", {
        type: "button", class: "to-table", "data-key": "map_table", "aria-pressed": String(chosen.table),
        onclick: () => this.set({ table: !chosen.table }),
      }, board.t("power_map.table")))
    this.legend.replaceChildren(...signs(this), make("span", { class: "saving-of" }, ...saving(this, all)))
    const said = all.length ? this.data.said[chosen.name] : []
    const about = chosen.name === "rings" ? this.data.differing : []
    this.sentence.replaceChildren(...said.map((text, at) => make("p", {}, ...written(text), " ", expecting(board, about[at]))))
  }
  // -- acts
  /**
   * Notes something of a party, and says what it is now.
   * @param {string} id
   * @param {Record<string, string | null>} changes
   */
  note(id, changes) {
    const { board } = this, party = board.picture.get(`actor:${id}`)
    if (isSmall(party) && Object.entries(changes).some(([field, value]) => value !== null && (field === "trust" || field === "attitude"))) {
      return board.say(board.t("power_map.too_few"))
    }
    if (Object.entries(changes).every(([field, value]) => party[field] === value)) return
    this.done(id, () => board.act(changed("actor", id, changes)))
  }
  /**
   * @param {string} id
   * @param {{ ring: string | null, role: string | null }} to
   */
  place(id, to) {
    const { board, chosen, data } = this, party = board.picture.get(`actor:${id}`)
    const act = placed(party, chosen.perspective, to, ringOf(party, data, chosen.perspective).ring)
    if (act) this.done(id, () => board.act(act))
  }
  /**
   * @param {string} id
   * @param {() => void} act
   */
  done(id, act) {
    const { board } = this
    this.at = id
    board.drawnOnce(act)
    this.focus(`map_${id}`)
    board.say(this.spoken(id))
  }
  /** @param {string} id */
  spoken(id) {
    const card = this.element.querySelector(`[data-party="${CSS.escape(id)}"]`), party = this.board.picture.get(`actor:${id}`)
    return card?.getAttribute("aria-label") ?? spokenOf(this.board, party, onMap(this.data, id), this.chosen.name, "")
  }

  // -- keys
  /** The party whose card has the focus. */
  cursor() {
    const active = focused(this.element)
    return active instanceof HTMLElement && this.element.contains(active) ? active.dataset.party ?? null : null
  }
  /**
   * Whether a key was meant for the party that has the focus.
   * @param {KeyboardEvent} event
   */
  press(event) {
    const id = this.cursor(), arrow = ARROWS[event.key]
    if (!id) return false
    if (event.key === "?") this.note(id, notAsked(this.chosen.name, this.chosen.perspective))
    else if (arrow && event.altKey) this.step(id, arrow[0], arrow[1])
    else if (arrow && !arrow[1]) this.go(id, arrow[0])
    else if (!arrow) return false
    return true
  }
  /**
   * @param {string} id
   * @param {1 | -1} by
   */
  go(id, by) {
    const shown = this.order().filter(each => this.element.querySelector(`[data-party="${CSS.escape(each)}"]`))
    const next = shown[shown.indexOf(id) + by]
    if (!next) return
    for (const card of this.element.querySelectorAll(".card-of")) card.setAttribute("tabindex", card.getAttribute("data-party") === next ? "0" : "-1")
    this.at = next
    this.focus(`map_${next}`)
  }
  /**
   * @param {string} id
   * @param {1 | -1} by
   * @param {boolean} upright
   */
  step(id, by, upright) {
    const { board, chosen, data } = this, party = board.picture.get(`actor:${id}`)
    if (chosen.name !== "rings") {
      const changes = stepped(chosen.name, party, by)
      return changes ? this.note(id, changes) : undefined
    }
    const { ring } = ringOf(party, data, chosen.perspective), role = party.network_role
    if (!upright) return this.place(id, { ring, role: nextRole(role, by) })
    const next = nextRing(ring, by > 0 ? -1 : 1)
    if (next) this.place(id, { ring: next, role })
  }
}
