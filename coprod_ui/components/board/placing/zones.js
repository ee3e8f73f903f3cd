// @ts-check
// The zones of figure 1 on the screen. They get the width of what stands in them; the middle takes what is left.
/** @import { Measured, Settings, Widths, ZoneName, Zones } from "./types" */
import { hull } from "./boxes.js"

/** In letters: what the middle keeps of its width while another zone may still grow, and what politics takes. */
const MIDDLE = 30
const MIDDLE_HEIGHT = 22
const POLITICS = 5.6
const POLITICS_ROW = 4.4
const ORGANISATIONS = 13.5
const NARROWEST = 10.4
const HEADING = 3.6

/** In letters: the least a drawing measures inside its edges; a smaller window shows a part of it. */
export const LEAST_WIDTH = 64
export const LEAST_HEIGHT = 30

/** In letters: what a zone's heading takes, within its place for nodes. */
export const HEADROOM = Object.freeze({ table: 3.5, outside: 2.2, politics: 0, own: 0, other: 0, middle: 0 })

/** @param {number} fs */
export const betweenZones = fs => fs * 0.75

/**
 * The zones that hold nodes.
 * @param {Measured[]} nodes
 * @param {Settings} o
 * @returns {Zones}
 */
export function zonesFor(nodes, o) {
  const { fs } = o, gap = betweenZones(fs), top = gap, bottom = o.H - o.bottom, right = o.W - gap, { left } = o
  const { organisations, table, outside, split } = widthsFor(nodes, o)
  const citizens = right - table - outside - 3 * gap
  const low = bottom - fs * (POLITICS + POLITICS_ROW * (o.more.politics ?? 0)) - gap
  const tabled = citizens + gap + table, high = top + gap * 2.4
  const divide = split ?? top + (low - top) * ownShare(nodes)
  return {
    organisations: [left, top, left + organisations, low],
    own: [left, top + fs * 3.4, left + organisations, divide],
    other: [left, divide + fs * 1.8, left + organisations, low],
    split: divide,
    politics: [left, low + gap, citizens - gap, bottom],
    citizens: [citizens, top, right, bottom],
    table: [citizens + gap, high, tabled, bottom - gap],
    outside: [tabled + gap, high, right - gap, bottom - gap],
    middle: [left + organisations + gap, top, citizens - gap * 1.5, low],
  }
}

/**
 * How wide the zones are: as wide as before where the middle keeps its share, so that nothing has to move.
 * @param {Measured[]} nodes
 * @param {Settings} o
 * @returns {Widths}
 */
function widthsFor(nodes, o) {
  const standing = (/** @type {ZoneName[]} */ ...zones) => nodes.filter(node => zones.includes(node.zone))
  const needed = {
    organisations: Math.max(widthOf(standing("own", "other"), "own", o), o.fs * ORGANISATIONS),
    table: widthOf(standing("table"), "table", o) + o.fs,
    outside: widthOf(standing("outside"), "outside", o),
  }
  const before = {
    organisations: Math.max(needed.organisations, o.widths.organisations),
    table: Math.max(needed.table, o.widths.table),
    outside: Math.max(needed.outside, o.widths.outside),
  }
  return { ...(middleOf(before, o) < o.fs * MIDDLE ? needed : before), split: o.widths.split }
}

/**
 * @param {Omit<Widths, "split">} widths
 * @param {Settings} o
 */
const middleOf = ({ organisations, table, outside }, o) =>
  o.W - o.left - organisations - table - outside - 6.5 * betweenZones(o.fs)

/**
 * @param {Measured[]} nodes
 * @param {ZoneName} zone
 * @param {Settings} o
 */
function widthOf(nodes, zone, o) {
  const { fs } = o, gap = betweenZones(fs)
  const extents = nodes.map(node => hull(node.parts))
  const widest = Math.max(fs * NARROWEST, ...extents.map(([left, , right]) => right - left + 2))
  const tall = extents.reduce((sum, [, top, , bottom]) => sum + bottom - top + gap, 0)
  const high = o.H - o.bottom - fs * HEADING - 3 * gap
  const columns = (o.folds ? 1 : Math.max(1, Math.ceil(tall / high))) + (o.more[zone] ?? 0)
  return inLetters(columns * (widest + gap) + gap, fs)
}

/**
 * A width in whole letters, so that a name a little longer moves no edge.
 * @param {number} width
 * @param {number} fs
 */
const inLetters = (width, fs) => Math.ceil(width / fs) * fs

/** @param {Measured[]} nodes */
function ownShare(nodes) {
  const own = nodes.filter(node => node.zone === "own").length, other = nodes.filter(node => node.zone === "other").length
  return (own + 1) / (own + other + 2)
}

/**
 * Whether a zone may still take more from the middle.
 * @param {ZoneName} zone
 * @param {Zones} zones
 * @param {number} fs
 */
export function mayGrow(zone, { middle }, fs) {
  if (zone === "politics") return middle[3] - middle[1] > fs * MIDDLE_HEIGHT
  return zone !== "middle" && middle[2] - middle[0] > fs * MIDDLE
}
