// @ts-check
// Chairs on the table's edge: at its left those of organisations and the professional who sit there, at its right the
// empty ones that a group could ask for.
/** @import { Chair, Claim, Party, Placed, Zones } from "./types" */
import { around, clamp } from "./boxes.js"

const HALF = 0.8
const APART = 6
const CLAIMED_APART = 1.7

/**
 * @param {Placed[]} nodes
 * @param {Claim[]} claims
 * @param {Zones} zones
 * @param {number} fs
 * @returns {Chair[]}
 */
export function chairsFor(nodes, claims, zones, fs) {
  const half = fs * HALF, parties = nodes.filter(node => node.kind === "party")
  return [...takenChairs(parties, zones, half), ...claimedChairs(parties, claims, zones, half)]
}

/**
 * @param {(Placed & Party)[]} parties
 * @param {Zones} zones
 * @param {number} half
 */
function takenChairs(parties, zones, half) {
  const sitting = parties.filter(node => node.sphere !== "citizens" && node.seated).sort((a, b) => a.y - b.y)
  const heights = spread(sitting.map(node => node.y), 2 * half + APART, zones, half)
  return sitting.map((node, i) => chair([node], true, zones.table[0], heights[i], half))
}

/**
 * @param {(Placed & Party)[]} parties
 * @param {Claim[]} claims
 * @param {Zones} zones
 * @param {number} half
 */
function claimedChairs(parties, claims, zones, half) {
  const step = CLAIMED_APART * half
  const wishes = claims.flatMap(claim => {
    const of = parties.filter(party => !party.seated && claim.parties.includes(party.id))
    const middle = of.reduce((sum, { y }) => sum + y, 0) / of.length
    return of.length ? Array.from({ length: claim.chairs }, (_, i) => (
      { of, y: middle + (i - (claim.chairs - 1) / 2) * step }
    )) : []
  }).sort((a, b) => a.y - b.y)
  const heights = spread(wishes.map(({ y }) => y), step, zones, half)
  return wishes.map(({ of }, i) => chair(of, false, zones.table[2], heights[i], half))
}

/**
 * Heights in order, pushed apart within the table, closer where it has no room for all.
 * @param {number[]} wishes
 * @param {number} apart
 * @param {Zones} zones
 * @param {number} half
 */
function spread(wishes, apart, { table }, half) {
  const low = table[1] + half * 3, high = table[3] - half * 2
  const step = Math.min(apart, (high - low) / Math.max(1, wishes.length - 1))
  const heights = wishes.map(y => clamp(y, low, high))
  for (let i = 1; i < heights.length; i++) heights[i] = Math.max(heights[i], heights[i - 1] + step)
  for (let i = heights.length - 1, most = high; i >= 0; i--, most = heights[i + 1] - step) {
    heights[i] = Math.min(heights[i], most)
  }
  return heights
}

/**
 * @param {(Placed & Party)[]} of
 * @param {boolean} taken
 * @param {number} x
 * @param {number} y
 * @param {number} half
 * @returns {Chair}
 */
const chair = (of, taken, x, y, half) => ({ of, taken, x, y, half, rect: around(x, y, half) })
