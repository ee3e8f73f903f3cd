// @ts-check
// Parties, interests and stacks, each a group that can be reached with Tab and says its name. What belongs to a node is
// drawn around its middle, so moving it changes one attribute.
/** @import { Point } from "../../types" */
/** @import { Measured, Placed, Plan } from "../placing/types" */
/** @import { Look, Shape } from "./types" */
import { hull } from "../placing/boxes.js"
import { keyed, shape } from "./shapes.js"
import { tile } from "./tile.js"

const STACKED = [8, 4, 0]

/** @typedef {Extract<Measured, { kind: "party" }>} PartyNode */
/** @typedef {Extract<Measured, { kind: "interest" }>} InterestNode */
/** @typedef {Extract<Measured, { kind: "stack" }>} StackNode */

/**
 * @param {Placed} node
 * @param {string} look as classes
 * @param {number} tabindex
 * @returns {Shape}
 */
export function drawnNode(node, look, tabindex) {
  return keyed(node.id, shape("g", {
    class: `node ${node.kind} ${look}`, transform: `translate(${node.x} ${node.y})`,
    "data-id": node.id, role: "button", tabindex, "aria-label": node.label,
  }, ...body(node)))
}

/**
 * A node in the hand, where it is now.
 * @param {Placed} node
 * @param {string} look as classes
 * @param {Point} at
 * @returns {Shape}
 */
export const heldNode = (node, look, { x, y }) => shape("g", {
  class: `node held ${node.kind} ${look}`, transform: `translate(${x} ${y})`, "aria-hidden": "true",
}, ...body(node))

/** @param {Measured} node */
const body = node => [
  reach(node), ...(node.kind === "party" ? party(node) : node.kind === "interest" ? interest(node) : stack(node)),
]

/**
 * What a pointer can hit: all that the node covers, so also between a circle and its name.
 * @param {Measured} node
 */
function reach({ parts }) {
  const [left, top, right, bottom] = hull(parts)
  return shape("rect", { class: "reach", x: left, y: top, width: right - left, height: bottom - top })
}

/**
 * @param {Measured} node
 * @param {Record<string, string | number>} more
 */
const box = ({ w, h }, more) => shape("rect", { x: -w / 2, y: -h / 2, width: w, height: h, rx: 9, ...more })

/**
 * The lines of a name.
 * @param {Measured} node
 * @param {number} x
 * @param {number} y of the first line's foot
 * @param {string} anchor
 */
const name = ({ lines, line, fs }, x, y, anchor) => lines.map((text, i) =>
  shape("text", { class: "name", x, y: y + i * line, "font-size": fs, "text-anchor": anchor }, text))

/**
 * Where the first of a node's lines stands so that they are in the middle together.
 * @param {Measured} node
 */
const middle = ({ lines, line, fs }) => -(lines.length - 1) * line / 2 + fs * 0.34

/** @param {StackNode} node */
const stack = node => [
  ...STACKED.map(away => box(node, { class: "box", transform: `translate(${away} ${away})` })),
  ...name(node, 0, middle(node), "middle"),
]

/** @param {PartyNode} node */
function party(node) {
  const { w, h, fs, small, tag } = node, left = -w / 2
  return [
    box(node, { class: node.zone === "outside" ? "box absent" : "box" }),
    tile(node, left + fs * 1.35, 0, fs * 0.75),
    ...name(node, left + fs * 2.6, middle(node), "start"),
    node.badge_box && badge(node),
    ...node.tags.map(({ text, strong }, i) => shape("text", {
      class: strong ? "tag claim" : "tag", x: 0, y: h / 2 + 2 + tag * (i + 0.8), "font-size": small, "text-anchor": "middle",
    }, text)),
    node.silent && whiskers(left, fs),
  ]
}

/** @param {PartyNode} node */
function badge({ badge: text, badge_box, seated, small }) {
  const [left, top, right, bottom] = /** @type {[number, number, number, number]} */ (badge_box), high = bottom - top
  return shape("g", { class: seated ? "badge on" : "badge" },
    shape("rect", { x: left, y: top, width: right - left, height: high, rx: high / 2 }),
    shape("text", { x: (left + right) / 2, y: top + high * 0.72, "font-size": small, "text-anchor": "middle" }, text))
}

/**
 * Loose threads: nothing is known of what it cares for.
 * @param {number} left
 * @param {number} fs
 */
const whiskers = (left, fs) => shape("path", {
  class: "whisker",
  d: `M${left} 0h${-fs * 1.4}M${left} -8l${-fs * 1.3} ${-fs * 0.5}M${left} 8l${-fs * 1.3} ${fs * 0.5}`,
})

/** @param {InterestNode} node */
function interest(node) {
  const { r, text, line, tag, small, lines, spoken } = node
  return [
    ...ring(node),
    ...(node.hole ? bitten(r) : [shape("circle", { class: "circle", r })]),
    ...name(node, text.x, text.y, text.anchor),
    ...spoken.map((each, i) => shape("text", {
      class: each.strong ? "voice" : "voice by", x: text.x, y: text.y + lines.length * line + i * tag, "font-size": small,
      "text-anchor": text.anchor,
    }, each.text)),
  ]
}

/**
 * A quarter is gone: nobody said what the plan does here.
 * @param {number} r
 */
const bitten = r => [
  shape("path", { class: "circle hole", d: `M0 ${-r}A${r} ${r} 0 1 0 ${r} 0` }),
  shape("path", { class: "bite", d: `M0 ${-r}V0H${r}` }),
]

/**
 * Who brings it in, by the ring's shape.
 * @param {InterestNode} node
 * @returns {Shape[]}
 */
function ring({ voice, r: radius }) {
  const r = radius + 6, round = (/** @type {string} */ kind, /** @type {number} */ at) =>
    shape("circle", { class: `ring ${kind}`, r: at })
  switch (voice) {
    case "nobody": return [round("nobody", r)]
    case "hardly": return [round("faint", r), quarter(r)]
    case "agreed": return [round("agreed", r - 1.5), round("agreed", r + 3)]
    case "organisation":
      return [shape("rect", { class: "ring organisation", x: -r, y: -r, width: 2 * r, height: 2 * r, rx: 4 })]
    default: return []
  }
}

/** @param {number} r */
function quarter(r) {
  const a = r * Math.SQRT1_2
  return shape("path", { class: "ring hardly", d: `M${-a} ${-a}A${r} ${r} 0 0 1 ${a} ${-a}` })
}

/**
 * The paper under a node and its name, which cuts the links that pass behind.
 * @param {Placed} node
 * @param {boolean} gone it is being dragged: its place is held
 * @returns {Shape}
 */
export function paper(node, gone) {
  const { x, y, w, h } = node, held = gone ? "paper gone" : "paper"
  if (node.kind !== "interest") return keyed(node.id, shape("g", { class: held }, shape("rect", {
    x: x - w / 2 - 3, y: y - h / 2 - 3, width: w + 6, height: h + 6, rx: 11,
  })))
  const [left, top, right, bottom] = node.rects[1]
  return keyed(node.id, shape("g", { class: held },
    shape("circle", { cx: x, cy: y, r: node.r + node.ring + 2 }),
    shape("rect", { x: left, y: top, width: right - left, height: bottom - top, rx: 6 })))
}

/**
 * What was chosen, what just moved, and what steps back for these.
 * @param {Plan} plan
 * @param {Look} look
 * @param {Set<string>} near what was chosen or is a cause, with the other ends
 * @returns {(node: Placed) => string}
 */
export const looksOf = (plan, { chosen = new Set(), fresh = new Set() }, near) => node => {
  const silent = node.kind === "party" && node.silent ? "silent" : ""
  if (fresh.has(node.id)) return `fresh chosen ${silent}`
  if (chosen.has(node.id)) return `chosen ${silent}`
  if (near.has(node.id)) return silent
  return `${chosen.size && !plan.room ? "quiet" : plan.calm ? "far" : ""} ${silent}`
}
