// @ts-check
// The drawing of a plan. Its order keeps every name clear: zones, links, headings, paper under every node, chairs,
// marks, nodes; so even a wrong place cannot put a mark on a name.
/** @import { Placed, Plan } from "../placing/types" */
/** @import { Look, Shape } from "./types" */
import { seats, ties } from "./chairs.js"
import { hits, isBold, links, marks } from "./links.js"
import { drawnNode, heldNode, looksOf, paper } from "./nodes.js"
import { keyed, put, shape } from "./shapes.js"
import { aloneHeading, ground, headings } from "./zones.js"

/**
 * Draws a plan in an SVG element, or makes what was drawn there follow it.
 * @param {Element} parent
 * @param {Plan} plan
 * @param {Look} [look]
 */
export const draw = (parent, plan, look = {}) => put(parent, [drawing(plan, look)])

/**
 * The drawing as shapes.
 * @param {Plan} plan
 * @param {Look} look
 * @returns {Shape}
 */
export function drawing(plan, look) {
  const { zones, nodes, chairs, fs } = plan, { chosen = new Set() } = look
  const lifted = new Set(look.lifted?.map(({ id }) => id))
  const looks = looksOf(plan, look, nearOf(plan, chosen))
  const classes = (/** @type {Placed} */ node) => lifted.has(node.id) ? `${looks(node)} lifted` : looks(node)
  const tabindex = (/** @type {Placed} */ node) => look.tab === undefined || look.tab === node.id ? 0 : -1
  return keyed("drawing", shape("g", { class: plan.room ? "drawing big" : "drawing" },
    layer("ground", zones ? ground(zones, fs, look.crossing ?? false) : []),
    layer("ties", ties(chairs, fs, chosen)),
    layer("links", links(plan, look)),
    layer("headings", zones ? headings(plan, zones) : [aloneHeading(plan)]),
    layer("hits", hits(plan)),
    layer("papers", nodes.map(node => paper(node, lifted.has(node.id)))),
    layer("chairs", seats(chairs)),
    layer("marks", marks(plan, look)),
    layer("nodes", nodes.map(node => drawnNode(node, classes(node), tabindex(node)))),
    layer("hand", inHand(nodes, look, looks)),
  ))
}

/**
 * @param {string} name
 * @param {Shape[]} shapes
 */
const layer = (name, shapes) => keyed(name, shape("g", { class: name }, shapes))

/**
 * What was chosen and both ends of what is strong.
 * @param {Plan} plan
 * @param {Set<string>} chosen
 */
function nearOf(plan, chosen) {
  const strong = plan.links.filter(link => link.kind === "stake" && isBold(link, plan, chosen))
  return new Set([...chosen, ...strong.flatMap(link => [link.a, link.b])])
}

/**
 * What is being dragged, over everything, where it is now.
 * @param {Placed[]} nodes
 * @param {Look} look
 * @param {(node: Placed) => string} looks
 * @returns {Shape[]}
 */
function inHand(nodes, { lifted = [] }, looks) {
  return lifted.flatMap(at => nodes.filter(node => node.id === at.id).map(node => heldNode(node, looks(node), at)))
}
