// @ts-check
// Everything about one line: a stake, a hole in what is known, or how two interests get along.
/** @import { Board } from "../board.js" */
import { relation as relationOf, removed, stake as stakeOf } from "../acts/wishes.js"
import { make } from "../elements.js"
import { button, form, heading } from "./parts.js"

/**
 * @param {Board} board
 * @param {any} stake
 */
export function stakePanel(board, stake) {
  const { actor, interest } = stake, key = `${actor}_${interest}`, { picture } = board
  const hints = board.hints("stake", `${actor}|${interest}`), fields = board.form("stake")
  const set = (/** @type {string} */ name, /** @type {any} */ value) =>
    board.act(stakeOf(picture, actor, interest, { [name]: value }))
  const notes = fields.filter(field => field.name === "notes"), others = fields.filter(field => field.name !== "notes")
  return [
    heading(board, picture.get(`interest:${interest}`).name, picture.get(`actor:${actor}`).name),
    ...form(board, others, stake, key, set, hints),
    ...(picture.get(`actor:${actor}`).seats > 0 ? atTable(board, stake, key, set) : []),
    ...form(board, notes, stake, key, set, hints),
    button(board, `unknown_${key}`, board.t("inspector.mark_unknown"),
      () => board.act({ act: "mark_unknown", actor, interest })),
    button(board, `remove_${key}`, board.t("inspector.remove_stake"),
      () => board.act(removed(`s:${actor}|${interest}`)), "delete"),
  ]
}

/**
 * What those at the table say now, where that is something else than the rest of their group does.
 * @param {Board} board
 * @param {any} stake
 * @param {string} key
 * @param {(name: string, value: any) => void} set
 */
function atTable(board, stake, key, set) {
  const { actor, interest, weight, position, table_weight, table_position } = stake
  const differs = table_weight !== null || table_position !== null
  const both = (/** @type {boolean} */ on) => board.act(stakeOf(board.picture, actor, interest,
    { table_weight: on ? weight : null, table_position: on ? position : null }))
  const held = { table_weight: table_weight ?? weight, table_position: table_position ?? position }
  return [
    make("div", { class: "field switch" },
      make("label", {}, make("span", {}, board.t("inspector.differs")), make("input", {
        type: "checkbox", "data-key": `differs_${key}`, checked: differs,
        onchange: (/** @type {any} */ event) => both(event.target.checked),
      })),
      make("small", { class: "help" }, board.t("inspector.differs_help"))),
    ...(differs ? form(board, board.form("stake_at_table"), held, key, set) : []),
  ]
}

/**
 * @param {Board} board
 * @param {string} actor
 * @param {string} interest
 */
export function unknownPanel(board, actor, interest) {
  const { picture } = board, key = `${actor}_${interest}`
  return [
    heading(board, picture.get(`interest:${interest}`).name, picture.get(`actor:${actor}`).name),
    make("p", {}, board.t("inspector.unknown")),
    button(board, `known_${key}`, board.t("inspector.known_now"), () => board.act(stakeOf(picture, actor, interest))),
    button(board, `remove_unknown_${key}`, board.t("inspector.remove_stake"),
      () => board.act(removed(`u:${actor}|${interest}`)), "delete"),
  ]
}

/**
 * @param {Board} board
 * @param {any} relation
 */
export function relationPanel(board, relation) {
  const { a, b } = relation, { picture } = board
  const set = (/** @type {string} */ name, /** @type {any} */ value) =>
    board.act(relationOf(picture, a, b, { [name]: value }))
  return [
    heading(board, picture.get(`interest:${a}`).name, picture.get(`interest:${b}`).name),
    ...form(board, board.form("relation"), relation, `${a}_${b}`, set, board.hints("relation", `${a}|${b}`)),
    button(board, `remove_relation_${a}_${b}`, board.t("inspector.remove_relation"),
      () => board.act(removed(`r:${a}|${b}`)), "delete"),
  ]
}

/**
 * Several nodes at once.
 * @param {Board} board
 * @param {string[]} nodes
 */
export function manyPanel(board, nodes) {
  return [
    heading(board, board.t("board.many", { count: nodes.length }), board.names(nodes)),
    button(board, "remove_many", board.t("canvas.delete"), () => board.removeChosen(), "delete"),
  ]
}
