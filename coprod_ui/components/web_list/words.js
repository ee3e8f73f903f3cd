// @ts-check
// The texts of the list, out of all that the board has.
/** @import { Words } from "../types" */

const WEIGHTS = ["none", "notices", "plans", "home"]
const SPHERES = ["citizens", "own_organisation", "other_organisation", "political_authority", "professional"]
const INVITATIONS = ["not_asked", "asked", "declined"]
const PROVENANCES = ["self", "estimate", "data"]
/** @type {[number, string][]} */
const SIDES = [[1, "for"], [0, "divided"], [-1, "against"]]
/** @type {[number, string][]} */
const COMPATIBILITIES = [[-1, "clash_much"], [-0.5, "clash"], [0, "apart"], [0.5, "help"], [1, "help_much"]]

/**
 * @param {Record<string, string>} words by dotted key
 * @param {number[]} levels of the four weight words
 * @returns {Words} by the last part of the key, and choices as pairs of a value and its word
 */
export function listWords(words, levels) {
  const of = (/** @type {string} */ name, /** @type {string[]} */ values) =>
    values.map(value => [value, words[`${name}.${value}`]])
  return {
    ...Object.fromEntries(namesOf(words).map(name => [name, words[`list.${name}`]])),
    said_added: words["canvas.said_added"],
    said_linked: words["canvas.said_linked"],
    said_renamed: words["canvas.said_renamed"],
    unheard: words["terms.unheard"],
    hardly_heard: words["terms.hardly_heard"],
    spheres: of("spheres", SPHERES),
    invitations: of("invitation", INVITATIONS),
    provenances: of("provenance", PROVENANCES),
    weights: WEIGHTS.map((name, level) => [levels[level], words[`weights.${name}`]]),
    positions: SIDES.map(([at, side]) => [at, words[`positions.${side}`]]),
    compatibilities: COMPATIBILITIES.map(([level, name]) => [level, words[`compatibility.${name}`]]),
  }
}

const LIST = "list."
/**
 * What the list's own texts are called.
 * @param {Record<string, string>} words
 */
const namesOf = words =>
  Object.keys(words).flatMap(key => key.startsWith(LIST) ? [key.slice(LIST.length)] : [])
