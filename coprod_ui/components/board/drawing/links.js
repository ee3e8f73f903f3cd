// @ts-check
// Links are calm: for is solid, against dashed, divided dashed and dotted; what is chosen or a cause is strong.
/** @import { Curve, Mark, Plan, Routed, Said } from "../placing/types" */
/** @import { Look, Shape } from "./types" */
import { wordOf } from "../placing/marks.js"
import { smallLetters } from "../placing/measuring.js"
import { keyed, shape } from "./shapes.js"

const SIDE = { "-1": "against", 0: "divided", 1: "for" }
const LEAST_HIT = 14

/** @param {Curve} curve */
const path = ({ x1, y1, cx, cy, x2, y2 }) => `M${x1} ${y1}Q${cx} ${cy} ${x2} ${y2}`

/**
 * Whether a link is drawn at full strength.
 * @param {Routed} link
 * @param {Plan} plan
 * @param {Set<string>} chosen
 */
export const isBold = (link, { room }, chosen) => chosen.has(link.id) ||
  link.strong && (room || !chosen.size || link.kind === "clash" || chosen.has(link.a) || chosen.has(link.b))

/**
 * @param {Plan} plan
 * @param {Look} look
 * @returns {Shape[]}
 */
export function links(plan, { chosen = new Set() }) {
  const sorted = [...plan.links].sort((a, b) => Number(isBold(a, plan, chosen)) - Number(isBold(b, plan, chosen)))
  return sorted.map(link => keyed(link.id, shape("path", {
    class: linkClass(link, isBold(link, plan, chosen), chosen), d: path(link),
    "stroke-width": width(link, isBold(link, plan, chosen)) * plan.fs / 16,
  })))
}

/**
 * @param {Routed} link
 * @param {boolean} bold
 * @param {Set<string>} chosen
 */
function linkClass(link, bold, chosen) {
  const kind = link.kind === "stake" ? `stake ${SIDE[link.side]}` : link.kind
  return `link ${kind} ${bold ? "strong" : chosen.size && !link.strong ? "dim" : ""} ${chosen.has(link.id) ? "chosen" : ""}`
}

/**
 * @param {Routed} link
 * @param {boolean} bold
 */
function width({ kind, weight }, bold) {
  if (kind === "stake") return bold ? 1.5 + 5.5 * weight : 1 + 3.5 * weight
  return kind === "unknown" ? 1.6 : 2.4
}

/**
 * What a pointer can hit of a link, wider than what is seen, with its name.
 * @param {Plan} plan
 * @returns {Shape[]}
 */
export const hits = plan => plan.links.map(link => keyed(link.id, shape("path", {
  class: "hit", d: path(link), "stroke-width": Math.max(LEAST_HIT, 10 + 5 * link.weight),
  "data-id": link.id, role: "button", tabindex: -1, "aria-label": link.label,
})))

/**
 * @param {Plan} plan
 * @param {Look} look
 * @returns {Shape[]}
 */
export const marks = ({ marks: all, said, fs }, { chosen = new Set() }) => all.map(mark => {
  const { link } = mark, dim = chosen.size && !link.strong && !chosen.has(link.id)
  const kind = link.kind === "stake" ? SIDE[link.side] : link.kind
  return keyed(link.id, shape("g", { class: `mark ${kind} ${dim ? "dim" : ""}`, "data-id": link.id },
    mark.foot && shape("path", { class: "tie", d: `M${mark.foot.x} ${mark.foot.y}L${mark.x} ${mark.y}` }),
    sign(mark, fs), mark.word !== 0 && word(mark, fs, said)))
})

/**
 * @param {Mark} mark
 * @param {number} fs
 * @returns {Shape[]}
 */
function sign({ link, x, y, size }, fs) {
  const s = size * 0.7, fine = size * 0.42, disc = shape("circle", { class: "disc", cx: x, cy: y, r: size * 0.9 })
  switch (link.kind) {
    case "clash": return [shape("path", { class: "cross", d: `M${x - s} ${y - s}L${x + s} ${y + s}M${x + s} ${y - s}L${x - s} ${y + s}` })]
    case "together": return [-1, 1].map(side => shape("circle", { class: "loop", cx: x + side * size * 0.34, cy: y, r: size * 0.58 }))
    case "unknown": return [disc, shape("text", { x, y: y + fs * 0.31, "font-size": smallLetters(fs) }, "?")]
    default: return [disc, shape("path", { d: SIGNS[link.side](x, y, fine) })]
  }
}

/** @type {Record<-1 | 0 | 1, (x: number, y: number, fine: number) => string>} */
const SIGNS = {
  1: (x, y, fine) => `M${x - fine} ${y}h${2 * fine}M${x} ${y - fine}v${2 * fine}`,
  "-1": (x, y, fine) => `M${x - fine} ${y}h${2 * fine}`,
  0: (x, y, fine) => `M${x - fine} ${y - fine * 0.4}h${2 * fine}M${x} ${y - fine * 1.4}v${2 * fine}M${x - fine} ${y + fine * 1.2}h${2 * fine}`,
}

/**
 * @param {Mark} mark
 * @param {number} fs
 * @param {Said} said
 */
function word({ link, x, y, word: side, size }, fs, said) {
  const anchor = side > 0 ? "start" : "end"
  return shape("text", { x: x + side * (size + 2), y: y + fs * 0.3, "font-size": smallLetters(fs), "text-anchor": anchor }, wordOf(link, said))
}
