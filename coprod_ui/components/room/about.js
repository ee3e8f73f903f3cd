// @ts-check
// What the web in the room's window is about: who moved, what causes the gap, who is not there. It stands large and
// strong, and more of it stands back the more of it there is.
/** @import { Web } from "../board/placing/types" */

/**
 * What to draw large, from all it could be about to less of it: the first that fits is taken.
 * @param {Web} web
 * @param {string[]} moved
 * @returns {string[][]}
 */
export function abouts(web, moved) {
  const there = new Set(web.nodes.map(({ id }) => id))
  const who = moved.filter(id => there.has(id)), causes = endsOfCauses(web), away = absent(web)
  return [[...who, ...causes, ...away], [...who, ...causes], who].map(ids => [...new Set(ids)])
}

/**
 * The groups that are not at the table.
 * @param {Web} web
 */
export const absent = ({ nodes }) =>
  nodes.filter(node => node.kind === "party" && node.zone === "outside").map(({ id }) => id)

/** @param {Web} web */
const endsOfCauses = ({ links }) => links.filter(({ cause }) => cause).flatMap(({ a, b }) => [a, b])
