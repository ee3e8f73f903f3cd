// @ts-check
// One interest: who holds it, who brings it in, and how it gets along with the others.
/** @import { Board } from "../board.js" */
import { interests, links, parties } from "../acts/applying.js"
import { changed, relation, removed, stake } from "../acts/wishes.js"
import { make } from "../elements.js"
import { levels } from "./fields.js"
import { button, details, form, heading, notice } from "./parts.js"
import { adder, stakeRow } from "./rows.js"

/**
 * @param {Board} board
 * @param {any} interest
 */
export function interestPanel(board, interest) {
  const hints = board.hints("interest", interest.id), fields = board.form("interest")
  const set = (/** @type {string} */ name, /** @type {any} */ value) =>
    board.act(changed("interest", interest.id, { [name]: value }))
  const spoken = fields.filter(field => field.name === "spoken_by")
  const others = fields.filter(field => field.name !== "spoken_by")
  return [
    heading(board, interest.name, board.t("board.interest")),
    notice(hints.name),
    notice(hints.value),
    interest.voice && make("p", { class: "voice" }, board.t(`board.voice_${interest.voice}`)),
    ...form(board, spoken, interest, interest.id, set, hints),
    ...holders(board, interest),
    ...relations(board, interest),
    details(board, `more_${interest.id}`, board.t("inspector.more"), () => [
      ...form(board, others, interest, interest.id, set, hints),
      button(board, `remove_${interest.id}`, board.t("inspector.remove_interest", { name: interest.name }),
        () => board.act(removed(`k:${interest.id}`)), "delete"),
    ]),
  ]
}

/**
 * @param {Board} board
 * @param {any} interest
 */
function holders(board, interest) {
  const { picture } = board, of = (/** @type {any} */ link) => link.interest === interest.id
  const said = links(picture, "stake").filter(of).sort((a, b) => b.weight - a.weight)
  const all = [...said, ...links(picture, "unknown").filter(of)]
  const linked = new Set(all.map(link => link.actor))
  /** @type {[string, string][]} */
  const free = parties(picture).filter(each => !linked.has(each.id)).map(each => [each.id, each.name])
  return [
    make("h3", {}, board.t("inspector.held_by")),
    ...all.map(link => stakeRow(board, link, picture.get(`actor:${link.actor}`).name)),
    adder(board, `add_holder_${interest.id}`, board.t("inspector.add_holder"), free,
      id => board.act(stake(picture, id, interest.id))),
  ]
}

/**
 * @param {Board} board
 * @param {any} interest
 */
function relations(board, interest) {
  const { picture } = board
  const all = links(picture, "relation").filter(link => link.a === interest.id || link.b === interest.id)
  const other = (/** @type {any} */ link) => link.a === interest.id ? link.b : link.a
  const related = new Set(all.map(other))
  /** @type {[string, string][]} */
  const free = interests(picture).filter(each => each.id !== interest.id && !related.has(each.id))
    .map(each => [each.id, each.name])
  return [
    make("h3", {}, board.t("inspector.relations")),
    ...all.map(link => relationRow(board, link, picture.get(`interest:${other(link)}`).name)),
    adder(board, `add_relation_${interest.id}`, board.t("inspector.add_relation"), free,
      id => board.act(relation(picture, interest.id, id))),
  ]
}

/**
 * @param {Board} board
 * @param {any} link
 * @param {string} name
 */
function relationRow(board, link, name) {
  const [field] = board.form("relation"), { a, b, compatibility } = link, key = `compatibility_${a}_${b}`
  const asked = { board, about: "", held: link, set: () => {} }
  return make("div", { class: "row" },
    make("button", { type: "button", class: "name", "data-key": `open_${a}_${b}`, title: board.t("inspector.open_stake"),
      onclick: () => board.select(["relation", a, b]) }, name),
    levels(asked, field.steps ?? [], compatibility,
      value => board.act(relation(board.picture, a, b, { compatibility: Number(value) })),
      { "data-key": key, "aria-label": `${field.label} ${name}` }))
}
