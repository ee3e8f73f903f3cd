// @ts-check
// What a hand asks for, as acts in the log's own form.
/** @import { Act, Picture, Point } from "../types" */
import { relationKey } from "./applying.js"
import { newId } from "./ids.js"

export const FIRST_CLASH = -0.5

/**
 * One act of several: itself where there is one, nothing where there is none.
 * @param {Act[]} acts
 * @returns {Act | null}
 */
export const together = acts => acts.length > 1 ? { act: "together", commands: acts } : acts[0] ?? null
/** @param {Point | null | undefined} place */
const at = place => ({ x: place?.x ?? null, y: place?.y ?? null })

const COUNTED = /^(.*\S)\s*\((\d{1,9}|\d{1,3}(?:[.,\s]\d{3})+)\)$/

/**
 * A name as it was typed, and how many people stand between brackets after it, as on the typed line.
 * @param {string} typed
 * @returns {{ name: string, people?: number }}
 */
export function counted(typed) {
  const [, name, people] = COUNTED.exec(typed) ?? []
  return name ? { name, people: Number(people.replace(/\D/g, "")) } : { name: typed }
}
/**
 * @param {string} typed
 * @param {string} sphere
 * @param {boolean} atTable
 * @param {Point | null} place
 */
export function newParty(typed, sphere, atTable, place) {
  const citizens = sphere === "citizens", said = citizens ? counted(typed) : { name: typed }
  const actor = { id: newId("a"), ...said, sphere, seats: atTable ? null : 0, initiator: atTable && citizens }
  return { act: "add_actor", actor: { ...actor, ...at(place) } }
}
/**
 * @param {string} name
 * @param {Point | null} place
 */
export const newInterest = (name, place) =>
  ({ act: "add_interest", interest: { id: newId("k"), name, ...at(place) } })

/**
 * What is said of a stake, over what was said of it before.
 * @param {Picture} picture
 * @param {string} actor
 * @param {string} interest
 * @param {Record<string, any>} [said]
 */
export function stake(picture, actor, interest, said = {}) {
  const first = { actor, interest, weight: picture.get("conventions").weights[2], position: 1, provenance: "estimate",
    table_weight: null, table_position: null, notes: "" }
  const known = { ...picture.get(`stake:${actor}|${interest}`) }
  delete known.cause
  return { act: "set_stake", stake: { ...first, ...known, ...said } }
}
/**
 * @param {Picture} picture
 * @param {string} a
 * @param {string} b
 * @param {Record<string, any>} [said]
 */
export function relation(picture, a, b, said = {}) {
  const known = picture.get(relationKey(picture, a, b))
  return { act: "set_relation", relation: { a, b, compatibility: FIRST_CLASH, notes: "", ...known, ...said } }
}

/**
 * @param {string} actor
 * @param {number | null} seats null = as many as are usual
 */
export const seat = (actor, seats) => ({ act: "seat", actor, seats })

/**
 * @param {"actor" | "interest" | "option" | "rule"} kind
 * @param {string} id
 * @param {Record<string, any>} changes
 */
export const changed = (kind, id, changes) => ({ act: `change_${kind}`, id, changes })

/**
 * @param {Map<string, Point>} places by node
 * @returns {Act}
 */
export function moved(places) {
  /** @type {Record<string, Record<string, [number, number]>>} */
  const of = { a: {}, k: {} }
  for (const [node, { x, y }] of places) of[node[0]][node.slice(2)] = [round(x), round(y)]
  return { act: "move_nodes", actors: of.a, interests: of.k }
}
/** @param {number} value */
const round = value => Math.round(value * 10) / 10

/**
 * Takes away a node or a link by its id in the drawing.
 * @param {string} id
 * @returns {Act}
 */
export function removed(id) {
  const [one, other] = id.slice(2).split("|")
  switch (id[0]) {
    case "a": return { act: "remove_actor", id: one }
    case "k": return { act: "remove_interest", id: one }
    case "r": return { act: "remove_relation", a: one, b: other }
    default: return { act: "remove_stake", actor: one, interest: other }
  }
}

/** The side that comes after this one when it is turned: for, against, divided. */
export const turned = (/** @type {number} */ position) => position > 0 ? -1 : position < 0 ? 0 : 1
