// @ts-check
// What a hand says on the power map: as acts, for the pointer, the keys and the fields alike.
/** @import { Act } from "../types" */
/** @import { Perspective, PictureName } from "./places.js" */
import { changed, together } from "../acts/wishes.js"
import { POWERS, RINGS, ROLES, TRUSTS, saidByCell } from "./places.js"

/**
 * Puts a party in a ring. As it is now its seat follows; what is wanted is noted only.
 * @param {string} id
 * @param {Perspective} perspective
 * @param {string | null} ring
 * @returns {Act}
 */
export function putInRing(id, perspective, ring) {
  if (perspective === "now" && ring !== null) return { act: "put_in_ring", actor: id, ring, seats: null }
  return changed("actor", id, { [`ring_${perspective}`]: ring })
}

/**
 * What a place in the rings says of a party, where that is something else than it was.
 * @param {any} party
 * @param {Perspective} perspective
 * @param {{ ring: string | null, role: string | null }} to
 * @param {string | null} from the ring it is in now
 * @returns {Act | null}
 */
export function placed(party, perspective, to, from) {
  const acts = []
  if (to.ring !== from) acts.push(putInRing(party.id, perspective, to.ring))
  if (to.role !== party.network_role) acts.push(changed("actor", party.id, { network_role: to.role }))
  return together(acts)
}

/**
 * Per picture the field that the keys step through, and its values.
 * @type {Record<string, [string, (string | null)[]]>}
 */
const STEPS = {
  hit: ["power", [...POWERS, null]],
  attitude: ["power", [...POWERS, null]],
  trust: ["trust", [...TRUSTS, null]],
}

/**
 * What a party's field becomes by one step with the arrows; undefined where there is no further.
 * @param {PictureName} name
 * @param {any} party
 * @param {1 | -1} by down or to the right, or the other way
 * @returns {Record<string, string | null> | undefined}
 */
export function stepped(name, party, by) {
  const [field, values] = STEPS[name], value = values[values.indexOf(party[field]) + by]
  return value === undefined ? undefined : { [field]: value }
}

/**
 * @param {string | null} ring
 * @param {1 | -1} by inwards, or outwards
 */
export const nextRing = (ring, by) => ring === null ? (by > 0 ? "know" : "outside") : RINGS[RINGS.indexOf(ring) + by]

/**
 * @param {string | null} role
 * @param {1 | -1} by
 */
export const nextRole = (role, by) => ROLES[((role === null ? (by > 0 ? -1 : 0) : ROLES.indexOf(role)) + by + 4) % 4]

/**
 * What is not asked any more where a person says so of a party in a picture.
 * @param {PictureName} name
 * @param {Perspective} perspective
 */
export const notAsked = (name, perspective) =>
  name === "rings" ? { [`ring_${perspective}`]: null } : saidByCell(name, null, null)
