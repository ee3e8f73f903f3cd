// @ts-check
// What a person has chosen and opened on the board, kept in the tab under the meeting: over a reload, and over a visit
// to another screen.
/** @import { Board } from "./board.js" */
/** @import { Field, Selection } from "./types" */
import { relationKey } from "./acts/applying.js"
import { FIRST_MAP } from "./map/first.js"
import { idOf, selectionOf } from "./said.js"

const DRAWER = { width: 348, left: 60, right: 12, top: 12 }

/** What is remembered of a board. */
const FIRST = {
  /** @type {Selection} */
  selection: [],
  /** @type {"drawing" | "list" | "map"} */
  view: "drawing",
  mapped: FIRST_MAP,
  /** @type {string | null} */
  sheet: null,
  /** @type {Record<string, string>} */
  parts: {},
  /** @type {string[]} */
  unfolded: [],
  /** @type {string | null} */
  asked: null,
}

/**
 * @abstract
 */
export class Choosing {
  /** @param {string} meeting */
  constructor(meeting) {
    this.place = `belangenweb:board:${meeting}`
    const kept = this.read()
    this.selection = kept.selection
    this.view = kept.view
    this.mapped = { ...FIRST_MAP, ...kept.mapped }
    this.sheet = kept.sheet
    this.parts = kept.parts
    this.unfolded = new Set(kept.unfolded)
    this.asked = kept.asked
    /** @type {string[]} several nodes, where more than one is chosen */
    this.many = []
    /** @type {string[]} the nodes that the last act was about */
    this.fresh = []
    this.causes = false
    /** @type {import("./placing/types").Pile | null} the zone that is shown alone */
    this.pile = null
  }
  /** @returns {Board} */
  get board() { return /** @type {any} */ (this) }

  /** @returns {typeof FIRST} */
  read() {
    try {
      return { ...FIRST, ...JSON.parse(sessionStorage.getItem(this.place) ?? "{}") }
    } catch {
      return { ...FIRST }
    }
  }
  remember() {
    const { selection, view, mapped, sheet, parts, asked } = this
    const kept = { selection, view, mapped, sheet, parts, asked, unfolded: [...this.unfolded] }
    try {
      sessionStorage.setItem(this.place, JSON.stringify(kept))
    } catch { /* a full or forbidden storage: it is remembered as long as the board stands */ }
  }

  // -- what is chosen
  /** @param {Selection} selection */
  select(selection) {
    this.selection = selection
    this.many = []
    if (selection.length) this.fresh = []
    this.chosen()
  }
  /** @param {string | null} id in the drawing */
  selectId(id) { this.select(id ? selectionOf(id) : []) }
  /** @param {string[]} nodes */
  chooseMany(nodes) {
    if (nodes.length < 2) return this.selectId(nodes[0] ?? null)
    this.selection = []
    this.many = nodes
    this.chosen()
    this.board.say(this.board.t("board.many", { count: nodes.length }))
  }
  /** @param {string} node */
  toggleChosen(node) {
    const single = this.single(), now = new Set(single ? [single] : this.many)
    now[now.has(node) ? "delete" : "add"](node)
    this.chooseMany([...now])
  }
  letGo() {
    this.select([])
    this.board.say(this.board.t("canvas.said_nothing"))
    this.board.canvas.net.focus({ preventScroll: true })
  }
  chosen() {
    this.remember()
    this.board.draw()
  }
  /** The one node that is chosen. */
  single() {
    const [kind, id] = this.selection
    return kind === "actor" ? `a:${id}` : kind === "interest" ? `k:${id}` : null
  }
  /** The link that is chosen, by its id in the drawing. */
  link() {
    const [kind, a, b] = this.selection
    if (kind === "relation") return relationKey(this.board.picture, a, b).replace("relation:", "r:")
    return kind === "stake" ? `s:${a}|${b}` : null
  }
  /** Whether what is selected is on the web. */
  exists() {
    const { picture } = this.board, [kind, a, b] = this.selection
    if (kind === "stake") return picture.has(`stake:${a}|${b}`) || picture.has(`unknown:${a}|${b}`)
    if (kind === "relation") return picture.has(relationKey(picture, a, b))
    return Boolean(kind) && picture.has(`${kind}:${a}`)
  }

  // -- where the drawers stand
  drawerOpen() { return this.many.length > 0 || this.exists() }
  /** Left, over the organisations, unless what is chosen lies there. */
  drawerSide() {
    const { canvas } = this.board, under = DRAWER.left + DRAWER.width + 16
    const ids = this.many.length ? this.many : [this.drawn(idOf(this.selection))]
    return ids.some(id => (canvas.boxOf(id)?.[0] ?? Infinity) < under) && !this.sheet ? "right" : "left"
  }
  /**
   * The id under which something is drawn: a hole in what is known has another than a stake.
   * @param {string} id
   */
  drawn(id) { return id[0] === "s" && !this.board.canvas.link(id) ? `u${id.slice(1)}` : id }
  /** @returns {[number, number, number, number] | null} what the drawer covers of the window */
  drawerBox() {
    const { drawer, canvas } = this.board
    if (drawer.chosen.hidden) return null
    const left = this.drawerSide() === "left" ? DRAWER.left : canvas.W - DRAWER.right - DRAWER.width
    return [left, DRAWER.top, left + DRAWER.width, DRAWER.top + drawer.chosen.offsetHeight]
  }

  // -- plans, rules and process
  /** @param {string | null} tab */
  openSheet(tab) {
    this.sheet = tab
    this.chosen()
    const { drawer, canvas } = this.board
    if (tab) drawer.focus(`tab_${tab}`, drawer.sheet)
    else canvas.net.focus({ preventScroll: true })
  }
  /** @param {string} tab */
  chosenIn(tab) {
    const ids = this.board.picture.get("order")[tab === "plans" ? "options" : "rules"]
    return ids.includes(this.parts[tab]) ? this.parts[tab] : ids[0] ?? ""
  }
  /**
   * @param {string} tab
   * @param {string} id
   */
  choosePart(tab, id) {
    this.parts = { ...this.parts, [tab]: id }
    this.chosen()
  }
  /** The plan of which the holes show in the drawing. */
  planShown() { return this.sheet === "plans" ? this.chosenIn("plans") || null : null }

  // -- what is shown
  /** @param {import("./placing/types").Pile | null} pile */
  openPile(pile) {
    if (this.pile === pile) return
    this.pile = pile
    this.board.draw()
  }
  /** @param {boolean} on */
  showCauses(on) {
    const { board } = this, causes = board.causing()
    if (on && !causes.length) return board.say(board.t("board.no_causes"))
    this.causes = on
    board.draw()
    const name = causes.map(id => board.said.name(id)).join(", ")
    board.say(board.t(on ? "canvas.said_causes" : "canvas.said_all", { name }))
  }
  /** @param {"drawing" | "list" | "map"} view */
  show(view) {
    this.view = view
    this.chosen()
  }

  // -- the forms
  /**
   * @param {string} name
   * @returns {Field[]}
   */
  form(name) {
    const fields = this.board.picture.get("forms")[name]
    return Array.isArray(fields) ? fields : [fields]
  }
  /**
   * What is noticed about the texts of a thing, per field.
   * @param {string} kind
   * @param {string} id
   * @returns {Record<string, string>}
   */
  hints(kind, id) { return this.board.picture.get(`hint:${kind}:${id}`) ?? {} }
}
