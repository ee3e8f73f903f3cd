// @ts-check
// Where everything stands. Text is measured first; nothing is ever placed on something else.
/** @import { Box } from "../../types" */
/** @import { Keep, Kept, Measured, Placed, Plan, Routed, Said, Settings } from "./types" */
/** @import { Web, Wishes, ZoneName, Zones } from "./types" */
import { alone } from "./alone.js"
import { chairsFor } from "./chairs.js"
import { route } from "./curves.js"
import { folded, MANY_PARTIES, SHOWN } from "./folding.js"
import { marksFor } from "./marks.js"
import { LEAST_LETTERS, measured, smallLetters } from "./measuring.js"
import { namedAbove } from "./sides.js"
import { extentOf, placed, samePlace } from "./spots.js"
import { worldsOf } from "./world.js"
import { LEAST_HEIGHT, LEAST_WIDTH, mayGrow, zonesFor } from "./zones.js"

const NAME = 16
const LARGER = 1.15
const REMEMBERED = 4
const HEADING_SPACED = 1.06
const NO_WIDTHS = Object.freeze({ organisations: 0, table: 0, outside: 0, split: null })

/**
 * The web's plan: zones, nodes, links, chairs and marks, each with its place.
 * @param {Web} web
 * @param {Wishes} wishes
 * @returns {Plan}
 */
export function layout(web, wishes) {
  const o = settings(web, wishes)
  if (wishes.zone) return alone(web, wishes.zone, o)
  let { nodes, zones } = settled(web, o)
  if (!wishes.keep) {
    o.above = namedAbove(web.links, nodes)
    ;({ nodes, zones } = settled(web, o))
  }
  const { W, H, fs, room } = o, calm = o.folds || o.room || o.calm
  const headings = headingsOf(zones, fs)
  /** @type {Box} */
  const paper = [o.left, 0, W, H - o.bottom]
  const links = routed(web, nodes, headings, calm, paper, o), chairs = chairsFor(nodes, web.claims, zones, fs)
  const taken = [...nodes.flatMap(node => node.rects), ...chairs.map(chair => chair.rect), ...headings]
  return {
    W, H, fs, room, calm: o.room || o.calm, zones, nodes: inReadingOrder(nodes), links, chairs,
    said: fitting(web, zones, o), heading: "", worlds: o.worlds,
    marks: marksFor(links, taken, paper, { fs, wide: o.wide, calm, said: web.said }),
    keep: keepOf(web, nodes, zones, o),
  }
}

/**
 * @param {Web} web
 * @param {Wishes} wishes
 * @returns {Settings}
 */
function settings(web, wishes) {
  const { wide, fs = NAME, left = 68, bottom = 60, focus = [], keep = null, room = false, calm = false } = wishes
  const places = keep?.places ?? {}
  return {
    W: Math.max(wishes.W, keep?.W ?? LEAST_WIDTH * fs + left),
    H: Math.max(wishes.H, keep?.H ?? LEAST_HEIGHT * fs + bottom),
    wide, fs: keep?.fs ?? fs, wished: fs, wider: 1, left, bottom, focus, places, room, calm, clear: wishes.clear ?? 0,
    widths: keep?.widths ?? NO_WIDTHS, worlds: worldsOf(web.nodes), headings: [web.said.politics],
    folds: keep?.folds || web.nodes.filter(node => node.kind === "party").length > MANY_PARTIES,
    more: { ...keep?.more }, shown: { ...SHOWN, ...keep?.shown },
    above: new Set(Object.keys(places).filter(id => places[id][0].above)),
    first: firstOf(web, focus), hot: hotOf(web, focus),
  }
}

/**
 * What was chosen, and the interests of a chosen party.
 * @param {Web} web
 * @param {string[]} focus
 */
const firstOf = ({ links }, focus) =>
  new Set([...focus, ...links.filter(link => link.kind === "stake" && focus.includes(link.a)).map(link => link.b)])

/**
 * @param {Web} web
 * @param {string[]} focus
 */
function hotOf({ links }, focus) {
  const hot = links.filter(link => link.kind === "stake" && (focus.length ? focus.includes(link.a) : link.cause))
  return new Set([...focus, ...hot.flatMap(link => [link.a, link.b])])
}

/**
 * Places for all, after giving a full zone more room, as often as it takes.
 * @param {Web} web
 * @param {Settings} o
 * @returns {{ nodes: Placed[], zones: Zones }}
 */
function settled(web, o) {
  for (;;) {
    const nodes = folded(web, o).map(node => measured(node, o)), zones = zonesFor(nodes, o)
    const { done, full } = placed(nodes, zones, o)
    if (!full) return { nodes: done, zones }
    giveRoom(full, nodes, zones, web, o)
  }
}

/**
 * A column more while the middle keeps its share; else smaller letters; else folding, and fewer by themselves; in the
 * end a larger drawing.
 * @param {ZoneName} full
 * @param {Measured[]} nodes
 * @param {Zones} zones
 * @param {Web} web
 * @param {Settings} o
 */
function giveRoom(full, nodes, zones, web, o) {
  const zone = full === "other" ? "own" : full, pile = full === "middle" ? "interests" : full
  if (o.widths.split !== null && zone === "own") o.widths = { ...o.widths, split: null }
  else if (!o.folds && mayGrow(zone, zones, o.fs)) o.more[zone] = (o.more[zone] ?? 0) + 1
  else if (!o.folds && o.fs > LEAST_LETTERS) o.fs--
  else if (!o.folds) Object.assign(o, { folds: true, more: {}, fs: o.wished })
  else if (o.shown[pile] > 1 && folds(pile, web, o)) o.shown[pile]--
  else if (o.fs > LEAST_LETTERS) o.fs--
  else if (zone === "politics") o.more.politics = (o.more.politics ?? 0) + 1
  else Object.assign(o, { W: Math.ceil(o.W * LARGER), H: Math.ceil(o.H * LARGER) })
}

/**
 * Whether a pile has more than stands by itself.
 * @param {string} pile
 * @param {Web} web
 * @param {Settings} o
 */
const folds = (pile, { nodes }, o) => nodes.filter(node => node.pile === pile).length > o.shown[pile] - 1

const READ = ["own", "other", "interest", "middle", "politics", "table", "outside"]

/**
 * Zone by zone from left to right, each from top to bottom.
 * @param {Placed[]} nodes
 */
function inReadingOrder(nodes) {
  const turn = (/** @type {Placed} */ node) => READ.indexOf(node.kind === "interest" ? "interest" : node.zone)
  return [...nodes].sort((a, b) => turn(a) - turn(b) || a.y - b.y || a.x - b.x)
}

/**
 * The words, with a heading that fits over the organisations.
 * @param {Web} web
 * @param {Zones} zones
 * @param {Settings} o
 * @returns {Said}
 */
function fitting({ said }, { organisations: [left, , right] }, { fs, wide }) {
  const fits = wide(said.public, smallLetters(fs), 700) * HEADING_SPACED < right - left - 1.5 * fs
  return fits ? said : { ...said, public: said.public_short }
}

/**
 * What no mark may cover of the headings.
 * @param {Zones} zones
 * @param {number} fs
 * @returns {Box[]}
 */
function headingsOf({ table, outside, organisations, citizens }, fs) {
  const under = (/** @type {Box} */ [left, top, right], /** @type {number} */ high) =>
    /** @type {Box} */ ([left, top, right, top + fs * high])
  const [left, top, , bottom] = citizens
  const corner = under([left, top, left + fs * 7, bottom], 1.6)
  return [under(table, 3.2), under(outside, 2), under(organisations, 3.2), corner]
}

/**
 * @param {Web} web
 * @param {Placed[]} nodes
 * @param {Box[]} headings
 * @param {boolean} calm
 * @param {Box} paper
 * @param {Settings} o
 * @returns {Routed[]}
 */
function routed({ links }, nodes, headings, calm, paper, o) {
  const at = new Map(nodes.map(node => [node.id, node])), chosen = new Set(o.focus)
  return links.flatMap(link => {
    const from = at.get(link.b), to = at.get(link.a)
    const strong = link.kind === "clash" || link.cause || chosen.has(link.a) || chosen.has(link.b)
    return from && to && (strong || !calm) ? [{ ...link, ...route(from, to, nodes, headings, paper), strong }] : []
  })
}

/**
 * Where a node stands now, and where it stood before.
 * @param {Placed} node
 * @param {Settings} o
 * @returns {Kept[]}
 */
function remembered(node, o) {
  const { id, x, y, zone, at } = node, extent = extentOf(node), now = { x, y, zone, at, above: o.above.has(id), extent }
  const before = (o.places[id] ?? []).filter(kept => !samePlace(kept, now) || kept.extent !== extent)
  return [now, ...before].slice(0, REMEMBERED)
}

/**
 * What stands somewhere keeps its place, also while it is folded away.
 * @param {Web} web
 * @param {Placed[]} nodes
 * @param {Zones} zones
 * @param {Settings} o
 * @returns {Keep}
 */
function keepOf(web, nodes, zones, o) {
  const { W, H, fs, folds: folding, more, shown } = o, width = (/** @type {Box} */ [left, , right]) => right - left
  const there = web.nodes.filter(({ id }) => o.places[id]).map(({ id }) => [id, o.places[id]])
  const now = nodes.map(node => [node.id, remembered(node, o)])
  const { organisations, table, outside, split } = zones
  const widths = { organisations: width(organisations), table: width(table), outside: width(outside), split }
  return { W, H, places: Object.fromEntries([...there, ...now]), widths, more, shown, fs, folds: folding }
}
