// @ts-check
// Where each party stands on the power map: every party exactly once, in a cell, in a ring, or not asked yet.
/** @import { Picture } from "../types" */
import { parties } from "../acts/applying.js"

/** @typedef {"hit" | "attitude" | "trust" | "rings"} PictureName */
/** @typedef {"now" | "theirs" | "ours"} Perspective */
/**
 * What the server works out of one party.
 * @typedef {object} OnMap
 * @property {string | null} hit
 * @property {boolean} quiet
 * @property {boolean} alarm
 * @property {boolean} estimated
 * @property {number} open
 * @property {string} stance
 * @property {string | null} side
 * @property {string | null} ring according to the web
 * @property {string} asks
 * @property {string} differs
 * @property {string} otherwise
 */
/**
 * @typedef {object} MapData
 * @property {string | null} plan
 * @property {string | null} from
 * @property {string[]} order
 * @property {Record<string, OnMap>} parties
 * @property {Record<PictureName, string[]>} said
 * @property {{ name: string, title: string }[]} begin the kinds of project whose parties it may begin with
 * @property {string[]} differing who wants another ring than we do, in the order of what is said of it
 * @property {Record<string, { who: string, of_whom: string, what: string, noted: boolean }>} expect by party: what of
 *   that may stand among the expectations, and whether it does
 */
/**
 * @typedef {object} Grid
 * @property {string[]} columns
 * @property {string[]} rows
 * @property {Map<string, string[]>} cells
 * @property {string[]} tray
 * @property {string | null} beside
 */

/** @type {PictureName[]} */
export const PICTURES = ["hit", "attitude", "trust", "rings"]
export const POWERS = ["much", "some", "little"]
export const TRUSTS = ["good", "weak"]
export const SIDES = ["opposed", "partly", "together"]
/** From outside inwards. */
export const RINGS = ["outside", "know", "think", "work", "decide"]
export const ROLES = ["influencer", "decider", "supplier", "user"]
/** Of a group of residents with fewer people nothing is noted of how they are seen. */
const FEW = 5

/** @param {any} party */
export const isSmall = party => party.sphere === "citizens" && party.people !== null && party.people < FEW

/**
 * What a party is like for who has not heard of it from the server yet.
 * @param {MapData} data
 * @param {string} id
 * @returns {OnMap}
 */
export const onMap = (data, id) => data.parties[id] ?? {
  hit: null, quiet: false, alarm: false, estimated: false, open: 0, stance: "unknown", side: null, ring: null,
  asks: "", differs: "", otherwise: "",
}

/** @param {string} row @param {string} column */
export const cellOf = (row, column) => `${row}|${column}`

/**
 * Row and column of each party in one of the three pictures with cells; null where either is not known.
 * @type {Record<Exclude<PictureName, "rings">, (party: any, known: OnMap) => [string | null, string | null]>}
 */
const STANDS = {
  hit: (party, known) => [party.power, known.hit],
  attitude: party => ["all", party.power],
  trust: (party, known) => [party.trust, known.side],
}

/**
 * @param {Exclude<PictureName, "rings">} name
 * @param {Picture} picture
 * @param {MapData} data
 * @returns {Grid}
 */
export function gridOf(name, picture, data) {
  const beside = name === "trust" && data.from !== null && picture.has(`actor:${data.from}`) ? data.from : null
  /** @type {Grid} */
  const grid = { columns: [], rows: [], cells: new Map(), tray: [], beside }
  for (const party of parties(picture)) {
    if (party.id === beside) continue
    const [row, column] = STANDS[name](party, onMap(data, party.id))
    if (row === null || column === null) grid.tray.push(party.id)
    else grid.cells.set(cellOf(row, column), [...grid.cells.get(cellOf(row, column)) ?? [], party.id])
  }
  const untouched = [...grid.cells.keys()].some(cell => cell.endsWith("|none"))
  grid.columns = { hit: [...(untouched ? ["none"] : []), "notices", "plans", "home"], attitude: POWERS, trust: SIDES }[name]
  grid.rows = { hit: POWERS, attitude: ["all"], trust: TRUSTS }[name]
  return grid
}

/**
 * What a drop in a cell says of a party; null in the tray, where it is not asked.
 * @param {PictureName} name
 * @param {string | null} row
 * @param {string | null} column
 * @returns {Record<string, string | null>}
 */
export function saidByCell(name, row, column) {
  return name === "trust" ? { trust: row } : { power: name === "hit" ? row : column }
}

// -- the rings

/**
 * The ring of a party in a perspective, and whether that was asked or follows from the web.
 * @param {any} party
 * @param {MapData} data
 * @param {Perspective} perspective
 * @returns {{ ring: string | null, asked: boolean }}
 */
export function ringOf(party, data, perspective) {
  const asked = party[`ring_${perspective}`]
  if (asked !== null || perspective !== "now") return { ring: asked, asked: asked !== null }
  return { ring: onMap(data, party.id).ring, asked: false }
}

/** Of each ring the middle of its band, as a part of the way from the middle of the picture to its edge. */
const MIDDLES = { decide: 0.14, work: 0.36, think: 0.57, know: 0.77, outside: 0.94 }
/** Where each ring ends, in the same parts. */
export const EDGES = { decide: 0.25, work: 0.47, think: 0.67, know: 0.87 }
/** Of each quarter, the angle at which it begins, against the clock. */
const QUARTERS = { decider: 0, influencer: Math.PI / 2, supplier: Math.PI, user: 1.5 * Math.PI }

/**
 * Where each party stands that has a ring and a role: parts of the width and of the height from the middle, -1 to 1.
 * In a quarter they stand at equal angles, in file order.
 * @param {Picture} picture
 * @param {MapData} data
 * @param {Perspective} perspective
 * @returns {Map<string, { x: number, y: number, angle: number, ring: string }>}
 */
export function spotsOf(picture, data, perspective) {
  const spots = new Map()
  for (const role of ROLES) {
    const there = parties(picture).filter(party =>
      party.network_role === role && ringOf(party, data, perspective).ring !== null)
    there.forEach((party, at) => {
      const angle = QUARTERS[/** @type {keyof typeof QUARTERS} */ (role)] + (at + 1) / (there.length + 1) * Math.PI / 2
      const { ring } = ringOf(party, data, perspective)
      spots.set(party.id, { ...spot(/** @type {string} */ (ring), angle), angle, ring })
    })
  }
  return spots
}

/**
 * @param {string} ring
 * @param {number} angle
 */
export function spot(ring, angle) {
  const far = MIDDLES[/** @type {keyof typeof MIDDLES} */ (ring)]
  return { x: far * Math.cos(angle), y: -far * Math.sin(angle) }
}

/**
 * The ring and the role of a place in the picture: the other way round.
 * @param {number} x
 * @param {number} y
 */
export function placeAt(x, y) {
  const far = Math.hypot(x, y)
  const ring = Object.entries(EDGES).find(([, edge]) => far <= edge)?.[0] ?? "outside"
  const role = y <= 0 ? (x >= 0 ? "decider" : "influencer") : (x >= 0 ? "user" : "supplier")
  return { ring, role }
}

/**
 * The parties without a spot, by the ring they are in; "" where that is not asked.
 * @param {Picture} picture
 * @param {MapData} data
 * @param {Perspective} perspective
 * @returns {Map<string, string[]>}
 */
export function withoutSpot(picture, data, perspective) {
  const spots = spotsOf(picture, data, perspective), without = new Map()
  for (const party of parties(picture).filter(each => !spots.has(each.id))) {
    const ring = ringOf(party, data, perspective).ring ?? ""
    without.set(ring, [...without.get(ring) ?? [], party.id])
  }
  return without
}
