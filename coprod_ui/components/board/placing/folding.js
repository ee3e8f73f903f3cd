// @ts-check
// Above fifteen parties a zone shows what was chosen, then the causes, then the largest; the rest stands as one stack
// that opens the zone.
/** @import { Interest, Party, Pile, Settings, Stack, Web, WebNode } from "./types" */

export const MANY_PARTIES = 15

/** How many of a pile stand by themselves in a web that folds. */
export const SHOWN = Object.freeze({ interests: 8, table: 3, outside: 4, own: 2, other: 2, politics: 3, middle: 1 })

const BOTTOM = { x: 0.5, y: 0.97 }
/** As a share of its zone. */
const STACK_AT = Object.freeze({
  interests: { x: 0.08, y: 0.98 }, middle: { x: 1, y: 0.84 },
  table: BOTTOM, outside: BOTTOM, own: BOTTOM, other: BOTTOM, politics: BOTTOM,
})

/** @param {Stack} stack */
export const stackWish = ({ pile }) => STACK_AT[pile ?? "interests"]

/**
 * What stands on the screen.
 * @param {Web} web
 * @param {Settings} o
 * @returns {WebNode[]}
 */
export function folded(web, o) {
  if (!o.folds) return web.nodes
  return [...piles(web.nodes)].flatMap(([pile, nodes]) => {
    const room = o.shown[pile]
    if (nodes.length <= room + 1) return nodes
    const sorted = [...nodes].sort((a, b) => turn(a, o) - turn(b, o) || b.rank - a.rank)
    return [...sorted.slice(0, room), stackOf(pile, sorted.slice(room), web)]
  })
}

/** @param {(Party | Interest)[]} nodes */
function piles(nodes) {
  /** @type {Map<Pile, (Party | Interest)[]>} */
  const found = new Map()
  for (const node of nodes) found.set(node.pile, [...found.get(node.pile) ?? [], node])
  return found
}

/**
 * @param {WebNode} node
 * @param {Settings} o
 */
const turn = ({ id }, o) => o.focus.includes(id) ? 0 : o.first.has(id) ? 1 : o.hot.has(id) ? 2 : 3

/**
 * @param {Pile} pile
 * @param {WebNode[]} rest
 * @param {Web} web
 * @returns {Stack}
 */
function stackOf(pile, rest, web) {
  const name = web.said.rest(pile, rest.length)
  return {
    kind: "stack", id: `stack:${pile}`, name, label: web.said.opens(name), pile, zone: rest[0].zone, at: null, rank: 0,
    of: rest.map(node => node.id),
  }
}
