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

export class Table {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.element = make("div", { class: "map-table", tabindex: 0, role: "region" })
  }

  /**
   * @param {MapData} data
   * @param {string[]} order
   */
  draw(data, order) {
    const { board } = this, heads = ["power_map.party", "power_map.hit_head", "power_map.stance_head",
      ...ASKED.map(([field]) => `asked.${field}`), "asked.placed_by"]
    this.element.setAttribute("aria-label", board.t("power_map.table"))
    this.element.replaceChildren(make("table", {},
      make("thead", {}, make("tr", {}, ...heads.map(key => make("th", { scope: "col" }, board.t(key))))),
      make("tbody", {}, ...order.map(id => this.row(data, board.picture.get(`actor:${id}`))))))
  }
  /**
   * @param {MapData} data
   * @param {any} party
   */
  row(data, party) {
    const { board } = this, known = onMap(data, party.id)
    const hit = board.t(known.hit === null ? "power_map.hit_unknown" : `power_map.hit.${known.hit}`)
    const name = make("button", {
      type: "button", class: "name", "data-key": `table_${party.id}`, onclick: () => board.select(["actor", party.id]),
    }, party.name)
    return make("tr", { class: known.quiet ? "quiet" : "" },
      make("th", { scope: "row" }, name, known.quiet && make("small", {}, board.t("power_map.quiet"))),
      this.told("power_map.hit_head", hit),
      make("td", { "data-label": board.t("power_map.stance_head") }, stanceMark(board, known.stance), board.t(`power_map.stance.${known.stance}`)),
      ...ASKED.map(([field, words, values]) => this.cell(party, field, words, values)),
      this.field(party, "placed_by", SAID_BY.map(value => [value, board.t(`provenance.${value}`)])))
  }
  /**
   * @param {string} head
   * @param {string} text
   */
  told(head, text) { return make("td", { "data-label": this.board.t(head) }, text) }
  /**
   * @param {any} party
   * @param {string} field
   * @param {string} words
   * @param {string[]} values
   */
  cell(party, field, words, values) {
    const { board } = this
    if (!askedOf(party).some(([each]) => each === field)) return this.told(`asked.${field}`, board.t("power_map.not_of_few"))
    /** @type {[string, string][]} */
    const options = [["", board.t("power_map.not_asked")], ...values.map(value => /** @type {[string, string]} */ ([value, board.t(`${words}.${value}`)]))]
    return this.field(party, field, options)
  }
  /**
   * @param {any} party
   * @param {string} field
   * @param {[string, string][]} options
   */
  field(party, field, options) {
    const { board } = this, label = board.t(`asked.${field}`)
    return make("td", { "data-label": label }, choice(options, party[field] ?? "", value => noted(board, party, field, value || null),
      { "data-key": `${field}_${party.id}`, "aria-label": `${party.name}: ${label}` }))
  }
}
