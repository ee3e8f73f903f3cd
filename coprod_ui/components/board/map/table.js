// @ts-check
// The power map as a table, with every field of it: all that a hand can do in the picture can be done here.
/** @import { Board } from "../board.js" */
/** @import { MapData } from "./places.js" */
import { choice } from "../drawer/fields.js"
import { make } from "../elements.js"
import { putInRing } from "./acts.js"
import { stanceMark } from "./card.js"
import { POWERS, RINGS, ROLES, TRUSTS, isSmall, onMap } from "./places.js"

/** @type {[string, string, string[]][]} what is asked of a party, the words for it, and what may be answered */
const ASKED = [
  ["power", "powers", POWERS], ["trust", "trusts", TRUSTS], ["network_role", "network_roles", ROLES],
  ["attitude", "attitudes", ["positive", "neutral", "negative"]],
  ["ring_now", "rings", RINGS], ["ring_theirs", "rings", RINGS], ["ring_ours", "rings", RINGS],
]
export const SAID_BY = ["estimate", "self", "data"]

/**
 * What may be asked of a party: of a small group not how it is seen.
 * @param {any} party
 */
export const askedOf = party => ASKED.filter(([field]) => !isSmall(party) || (field !== "trust" && field !== "attitude"))

/**
 * Does what a field says of a party.
 * @param {Board} board
 * @param {any} party
 * @param {string} field
 * @param {string | null} value
 */
export function noted(board, party, field, value) {
  if (field === "ring_now" && value !== null) board.act(putInRing(party.id, "now", value))
  else board.map.note(party.id, { [field]: value })
}

/**
 * A row of the table, and what it was drawn from.
 * @typedef {{ from: string, element: HTMLTableRowElement }} Row
 */

/** Rows are laid out by themselves: hundreds cost no more than those in sight. The roles say that it is a table. */
export class Table {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.body = make("tbody", { role: "rowgroup", onchange: (/** @type {Event} */ event) => this.answered(/** @type {HTMLSelectElement} */ (event.target)) })
    this.head = make("tr", { role: "row" })
    this.element = make("div", { class: "map-table", tabindex: 0, role: "region" },
      make("table", { role: "table" }, make("thead", { role: "rowgroup" }, this.head), this.body))
    /** @type {Map<string, Row>} by party: of hundreds, only what changed is drawn anew */
    this.rows = new Map()
    /** @type {Map<string, HTMLSelectElement>} by field the answers there are, to be copied into every row */
    this.answers = new Map()
    /** @type {Record<string, string> | null} the words that all of this is drawn in */
    this.words = null
  }

  /**
   * @param {MapData} data
   * @param {string[]} order
   */
  draw(data, order) {
    const { board, body } = this
    if (this.words !== board.meeting.words) this.begin()
    for (const gone of [...this.rows.keys()].filter(id => !order.includes(id))) this.remove(gone)
    let before = null
    for (const id of order.toReversed()) {
      const { element } = this.row(data, board.picture.get(`actor:${id}`))
      if (element.nextElementSibling !== before || !element.parentElement) body.insertBefore(element, before)
      before = element
    }
  }
  /** In other words everything is drawn anew. */
  begin() {
    const { board } = this, heads = ["power_map.party", "power_map.hit_head", "power_map.stance_head",
      ...ASKED.map(([field]) => `asked.${field}`), "asked.placed_by"]
    this.words = board.meeting.words
    this.element.setAttribute("aria-label", board.t("power_map.table"))
    this.head.replaceChildren(...heads.map(key => make("th", { scope: "col", role: "columnheader" }, board.t(key))))
    for (const id of [...this.rows.keys()]) this.remove(id)
    for (const [field, words, values] of ASKED) this.answers.set(field, this.offered(["", ...values], words))
    this.answers.set("placed_by", this.offered(SAID_BY, "provenance"))
  }
  /** @param {string} id */
  remove(id) {
    this.rows.get(id)?.element.remove()
    this.rows.delete(id)
  }
  /**
   * @param {string[]} values "" = not asked
   * @param {string} words
   */
  offered(values, words) {
    const { board } = this
    return choice(values.map(value => [value, board.t(value ? `${words}.${value}` : "power_map.not_asked")]), null, () => {}, {})
  }

  /**
   * The row of a party, as it stands where nothing in it is other than it was.
   * @param {MapData} data
   * @param {any} party
   * @returns {Row}
   */
  row(data, party) {
    const { hit, quiet, stance } = onMap(data, party.id), held = this.rows.get(party.id)
    const said = [...ASKED.map(([field]) => field), "placed_by"].map(field => party[field])
    const from = JSON.stringify([party.name, isSmall(party), hit, quiet, stance, said])
    if (held?.from === from) return held
    const row = { from, element: this.drawn(onMap(data, party.id), party) }
    held?.element.replaceWith(row.element)
    this.rows.set(party.id, row)
    return row
  }
  /**
   * @param {import("./places.js").OnMap} known
   * @param {any} party
   */
  drawn(known, party) {
    const { board } = this, asked = new Set(askedOf(party).map(([field]) => field))
    const hit = board.t(known.hit === null ? "power_map.hit_unknown" : `power_map.hit.${known.hit}`)
    const name = make("button", {
      type: "button", class: "name", "data-key": `table_${party.id}`, onclick: () => board.select(["actor", party.id]),
    }, party.name)
    return make("tr", { role: "row", class: known.quiet ? "quiet" : "", "data-row-of": party.id },
      make("th", { scope: "row", role: "rowheader" }, name, known.quiet && make("small", {}, board.t("power_map.quiet"))),
      this.told("power_map.hit_head", hit),
      make("td", { role: "cell", "data-label": board.t("power_map.stance_head") }, stanceMark(board, known.stance), board.t(`power_map.stance.${known.stance}`)),
      ...ASKED.map(([field]) => asked.has(field) ? this.field(party, field) : this.told(`asked.${field}`, board.t("power_map.not_of_few"))),
      this.field(party, "placed_by"))
  }
  /**
   * @param {string} head
   * @param {string} text
   */
  told(head, text) { return make("td", { role: "cell", "data-label": this.board.t(head) }, text) }
  /**
   * @param {any} party
   * @param {string} field
   */
  field(party, field) {
    const label = this.board.t(`asked.${field}`), offered = /** @type {HTMLSelectElement} */ (this.answers.get(field))
    const select = /** @type {HTMLSelectElement} */ (offered.cloneNode(true))
    select.dataset.key = `${field}_${party.id}`
    select.dataset.field = field
    select.setAttribute("aria-label", `${party.name}: ${label}`)
    select.value = party[field] ?? ""
    return make("td", { role: "cell", "data-label": label }, select)
  }
  /** @param {HTMLSelectElement} select in which a person chose something else */
  answered(select) {
    const id = /** @type {HTMLElement} */ (select.closest("tr")).dataset.rowOf
    noted(this.board, this.board.picture.get(`actor:${id}`), select.dataset.field ?? "", select.value || null)
  }
}
