// @ts-check
/** @import { Link, Placed } from "./types" */

const STEEP = 1.3

/**
 * The interests whose name stands better above the circle: more links leave downwards than upwards.
 * @param {Link[]} links
 * @param {Placed[]} nodes
 * @returns {Set<string>}
 */
export function namedAbove(links, nodes) {
  const at = new Map(nodes.map(node => [node.id, node]))
  /** @type {Map<string, number>} */
  const pull = new Map()
  for (const { kind, a, b } of links) {
    if (kind === "unknown") continue
    for (const [from, to] of [[at.get(a), at.get(b)], [at.get(b), at.get(a)]]) {
      if (from?.kind !== "interest" || !to || Math.abs(to.x - from.x) >= STEEP * Math.abs(to.y - from.y)) continue
      pull.set(from.id, (pull.get(from.id) ?? 0) + Math.sign(to.y - from.y))
    }
  }
  return new Set([...pull].filter(([, down]) => down > 0).map(([id]) => id))
}
