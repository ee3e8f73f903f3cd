// @ts-check
// A party on the power map: what the web knows of it, what is asked of it, and what its place asks of us.
/** @import { Board } from "../board.js" */
import { make } from "../elements.js"
import { written } from "../line/written.js"
import { expecting } from "../map/expecting.js"
import { SAID_BY, askedOf, noted } from "../map/table.js"
import { isSmall, onMap } from "../map/places.js"
import { button, details, heading } from "./parts.js"

/** @type {Record<string, string[]>} per picture what is asked for it; the rest is folded away */
const HERE = {
  hit: ["power"], attitude: ["power", "attitude"], trust: ["trust"],
  rings: ["network_role", "ring_now", "ring_theirs", "ring_ours"],
}

/**
 * @param {Board} board
 * @param {any} party
 */
export function mapPanel(board, party) {
  const known = onMap(board.map.data, party.id)
  const seat = board.t(party.seats > 0 ? "terms.at_table" : "terms.not_at_table")
  const here = new Set(HERE[board.map.chosen.name])
  const absent = party.sphere !== "political_authority" && !(party.seats > 0)
  return [
    heading(board, party.name, `${board.t(`spheres.${party.sphere}`)} · ${seat}`),
    make("p", {}, board.t(known.hit === null ? "power_map.hit_unknown" : `power_map.hit_said.${known.hit}`)),
    known.otherwise && make("p", { class: "notice" }, ...written(known.otherwise)),
    ...asked(board, party, field => here.has(field)),
    isSmall(party) && (here.has("trust") || here.has("attitude")) && make("p", { class: "note" }, board.t("power_map.too_few")),
    pills(board, party, "placed_by", SAID_BY.map(value => [value, board.t(`provenance.${value}`)]), false),
    withoutSeat(party) && make("p", { class: "note" }, board.t("power_map.without_seat", { ring: board.t(`rings.${party.ring_now}`) })),
    known.differs && make("p", { class: "notice" }, ...written(known.differs), " ", expecting(board, party.id)),
    known.asks && make("h3", {}, board.t("power_map.asks")),
    known.asks && make("p", {}, ...written(known.asks)),
    absent && button(board, `invite_${party.id}`, board.t("board.invite"), () => board.seat(party.id, true), null, "go"),
    known.open > 0 && make("p", { class: "note" }, board.t("power_map.open", { count: known.open })),
    known.estimated && make("p", { class: "note" }, board.t("board.all_estimated")),
    details(board, `asked_${party.id}`, board.t("power_map.more_asked"), () => asked(board, party, field => !here.has(field))),
  ]
}

/**
 * Whether a party is said to be in a ring whose parties sit at the table, and does not; politics decides elsewhere.
 * @param {any} party
 */
const withoutSeat = party =>
  ["think", "work", "decide"].includes(party.ring_now) && !(party.seats > 0) && party.sphere !== "political_authority"

/**
 * What is asked of a party for some of the fields.
 * @param {Board} board
 * @param {any} party
 * @param {(field: string) => boolean} wanted
 */
const asked = (board, party, wanted) => askedOf(party).filter(([field]) => wanted(field)).map(
  ([field, words, values]) => pills(board, party, field, values.map(value => [value, board.t(`${words}.${value}`)]), true))

/**
 * The answers to one question as buttons; the last says that it is not asked.
 * @param {Board} board
 * @param {any} party
 * @param {string} field
 * @param {[string, string][]} options
 * @param {boolean} open whether it may be not asked
 */
function pills(board, party, field, options, open) {
  const label = board.t(`asked.${field}`), held = party[field] ?? ""
  const all = open ? [...options, /** @type {[string, string]} */ (["", "?"])] : options
  return make("fieldset", { class: "field answers" }, make("legend", {}, label), make("div", { class: "switch-of" },
    ...all.map(([value, word]) => make("button", {
      type: "button", "data-key": `${field}_${party.id}_${value}`, "aria-pressed": String(held === value),
      "aria-label": value ? null : board.t("power_map.not_asked"),
      onclick: () => { if (held !== value) noted(board, party, field, value || null) },
    }, word))))
}
