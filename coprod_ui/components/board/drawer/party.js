// @ts-check
// One party: who they are, how many, at the table or not, and what is at stake for them.
/** @import { Board } from "../board.js" */
import { interests, links } from "../acts/applying.js"
import { changed, removed, seat, stake } from "../acts/wishes.js"
import { make } from "../elements.js"
import { written } from "../line/written.js"
import { button, details, form, heading, notice } from "./parts.js"
import { adder, stakeRow } from "./rows.js"

/**
 * @param {Board} board
 * @param {any} party
 */
export function partyPanel(board, party) {
  const state = board.t(party.seats > 0 ? "terms.at_table" : "terms.not_at_table")
  const hints = board.hints("actor", party.id)
  return [
    heading(board, party.name, `${board.t(`spheres.${party.sphere}`)} · ${state}`),
    notice(hints.name),
    ...(party.sphere === "citizens" ? group(board, party) : [atTable(board, party)]),
    ...stakes(board, party),
    details(board, `more_${party.id}`, board.t("inspector.more"), () => [
      ...form(board, board.form(party.sphere === "citizens" ? "citizens" : "party"), party, party.id, change(board, party), hints),
      button(board, `remove_${party.id}`, board.t("inspector.remove_party", { name: party.name }),
        () => board.act(removed(`a:${party.id}`)), "delete"),
    ]),
  ]
}

/**
 * @param {Board} board
 * @param {any} party
 * @returns {(name: string, value: any) => void}
 */
const change = (board, party) => (name, value) => board.act(changed("actor", party.id, { [name]: value }))

/**
 * @param {Board} board
 * @param {any} party
 */
function group(board, party) {
  const people = (/** @type {string} */ name, /** @type {number | null} */ value) =>
    board.act(changed("actor", party.id, { [name]: value || null }))
  const seats = (/** @type {string} */ name, /** @type {number | null} */ value) =>
    board.act(seat(party.id, value ?? 0))
  return [
    make("div", { class: "fields" },
      ...form(board, board.form("people"), party, party.id, people),
      ...form(board, board.form("seats"), party, party.id, seats)),
    ...(party.seats > 0 ? [] : [
      button(board, `invite_${party.id}`, board.t("board.invite"), () => board.seat(party.id, true), null, "go"),
      ...form(board, board.form("invitation"), party, party.id, change(board, party)),
      claim(board, party),
    ]),
  ]
}

/**
 * @param {Board} board
 * @param {any} party
 */
const claim = (board, { claim: asked }) => asked?.sentence && make("p", { class: "note" }, ...written(asked.sentence))

/**
 * @param {Board} board
 * @param {any} party
 */
function atTable(board, party) {
  return make("label", { class: "switch" }, make("input", {
    type: "checkbox", "data-key": `at_table_${party.id}`, checked: party.seats > 0,
    onchange: (/** @type {any} */ event) => board.seat(party.id, event.target.checked),
  }), make("span", {}, board.t("inspector.at_table")))
}

/**
 * @param {Board} board
 * @param {any} party
 */
function stakes(board, party) {
  const { picture } = board, of = (/** @type {any} */ link) => link.actor === party.id
  const said = links(picture, "stake").filter(of).sort((a, b) => b.weight - a.weight)
  const all = [...said, ...links(picture, "unknown").filter(of)]
  const linked = new Set(all.map(link => link.interest))
  /** @type {[string, string][]} */
  const free = interests(picture).filter(each => !linked.has(each.id)).map(each => [each.id, each.name])
  const estimated = said.length > 0 && said.every(each => each.provenance === "estimate")
  return [
    make("h3", {}, board.t("inspector.at_stake")),
    all.length ? null : make("p", { class: "note silent" }, board.t("board.silent")),
    ...all.map(link => stakeRow(board, link, picture.get(`interest:${link.interest}`).name)),
    adder(board, `add_stake_${party.id}`, board.t(free.length ? "inspector.add_stake" : "inspector.all_linked"), free,
      id => board.act(stake(picture, party.id, id))),
    estimated && make("p", { class: "note" }, board.t("board.all_estimated")),
  ]
}
