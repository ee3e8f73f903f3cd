// @ts-check
// What is said of what stands in the web, to who hears it and does not see it.
/** @import { Picture } from "./types" */
import { relationKey } from "./acts/applying.js"
import { filled } from "../filling.js"

const WEIGHTS = ["none", "notices", "plans", "home"]
/** @type {Record<string, string>} */
const COMPATIBILITY = { "-1": "clash_much", "-0.5": "clash", 0: "apart", 0.5: "help", 1: "help_much" }
/** @type {Record<string, string>} */
const PREFIX = { actor: "a", interest: "k", stake: "s", relation: "r" }

/**
 * The id in the drawing of what is selected; "" where nothing is.
 * @param {string[]} selection
 */
export const idOf = ([kind, ...ids]) => kind ? `${PREFIX[kind]}:${ids.join("|")}` : ""
/**
 * What to select for an id in the drawing.
 * @param {string} id
 * @returns {string[]}
 */
export function selectionOf(id) {
  const kind = { a: "actor", k: "interest", r: "relation" }[id[0]] ?? "stake"
  return [kind, ...id.slice(2).split("|")]
}

export class Said {
  /**
   * @param {() => Picture} picture
   * @param {() => Record<string, string>} words
   */
  constructor(picture, words) {
    this.pictureNow = picture
    this.wordsNow = words
  }
  get picture() { return this.pictureNow() }

  /**
   * The words of a key, filled in.
   * @param {string} key
   * @param {Record<string, unknown>} [values]
   */
  t(key, values = {}) { return filled(this.wordsNow()[key] ?? "", values) }
  /** @param {number} value at most two decimals, and none it does not need */
  number(value) { return String(Math.round(value * 100) / 100).replace(".", this.t("numbers.decimal") || ".") }

  /** @param {string} id of a node */
  name(id) { return this.picture.get(`${id[0] === "a" ? "actor" : "interest"}:${id.slice(2)}`)?.name ?? "" }
  /** @param {string} id of a node or a link; of one that is not there nothing is said */
  of(id) {
    const [one, other] = id.slice(2).split("|")
    switch (id[0]) {
      case "a": return this.party(this.picture.get(`actor:${one}`))
      case "k": return this.name(id) && this.t("canvas.said_interest", { name: this.name(id) })
      case "r": return this.relation(this.picture.get(relationKey(this.picture, one, other)))
      default: return this.stake(one, other)
    }
  }
  /** @param {any} party */
  party(party) {
    if (!party) return ""
    const citizens = party.sphere === "citizens"
    const away = citizens ? this.t(`invitation.${party.invitation}`) : this.t("canvas.said_not_at_table")
    const state = party.seats > 0 ? this.t("canvas.said_at_table") : away
    const said = { name: party.name, sphere: this.t(`spheres.${party.sphere}`), state }
    if (!citizens || party.people === null) return this.t("canvas.said_party", said)
    const counted = { seats: this.number(party.seats), people: this.number(party.people) }
    return this.t("canvas.said_party_people", { ...said, ...counted })
  }
  /**
   * @param {string} actor
   * @param {string} interest
   */
  stake(actor, interest) {
    const stake = this.picture.get(`stake:${actor}|${interest}`)
    const ends = { name: this.name(`a:${actor}`), interest: this.name(`k:${interest}`) }
    if (!stake) return this.picture.has(`unknown:${actor}|${interest}`) ? this.t("canvas.said_unknown", ends) : ""
    const side = stake.position > 0 ? "for" : stake.position < 0 ? "against" : "divided"
    return this.t("canvas.said_link", { ...ends, weight: this.weight(stake.weight), position: this.t(`positions.${side}`) })
  }
  /** @param {number} weight */
  weight(weight) {
    const level = this.picture.get("conventions").weights.indexOf(weight)
    return level < 0 ? this.number(weight) : this.t(`weights.${WEIGHTS[level]}`)
  }
  /** @param {any} relation */
  relation(relation) {
    if (!relation) return ""
    const { a, b, compatibility } = relation, word = COMPATIBILITY[compatibility]
    const how = word ? this.t(`compatibility.${word}`) : this.number(compatibility)
    return this.t("canvas.said_relation", { a: this.name(`k:${a}`), b: this.name(`k:${b}`), how })
  }
}
