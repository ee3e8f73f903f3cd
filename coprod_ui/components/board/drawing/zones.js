// @ts-check
// The ground of the drawing: figure 1's zones under everything, their headings over the links.
/** @import { Box } from "../../types" */
/** @import { Plan, Zones } from "../placing/types" */
/** @import { Shape } from "./types" */
import { smallLetters } from "../placing/measuring.js"
import { shape } from "./shapes.js"

/**
 * @param {Zones} zones
 * @param {number} fs
 * @param {boolean} crossing
 * @returns {Shape[]}
 */
export function ground(zones, fs, crossing) {
  const [left, , right] = zones.organisations, pad = fs * 0.75
  return [
    zone(zones.organisations, "organisations", fs), zone(zones.politics, "politics", fs),
    zone(zones.citizens, "citizens", fs), zone(zones.table, crossing ? "table crossing" : "table", fs),
    shape("path", { class: "split", d: `M${left + pad} ${zones.split}H${right - pad}` }),
  ]
}

/**
 * @param {Box} box
 * @param {string} name
 * @param {number} fs
 */
const zone = ([x, y, right, bottom], name, fs) =>
  shape("rect", { class: `zone ${name}`, x, y, width: right - x, height: bottom - y, rx: fs * 0.8 })

/**
 * @param {Plan} plan
 * @param {Zones} zones
 * @returns {Shape[]}
 */
export function headings({ fs, said }, zones) {
  const size = smallLetters(fs), pad = fs * 0.75, [left, top] = zones.organisations
  const middle = (/** @type {Box} */ box) => (box[0] + box[2]) / 2
  const heading = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, kind = "", anchor = "start") =>
    shape("text", { class: `head ${kind}`, x, y, "font-size": size, "text-anchor": anchor }, text)
  return [
    heading(said.public, left + pad, top + fs * 1.4),
    heading(said.own, left + pad, top + fs * 2.8, "plain"),
    heading(said.other, left + pad, zones.split + fs * 1.4, "plain"),
    heading(said.politics, zones.politics[0] + pad, zones.politics[1] + fs * 1.4, "politics"),
    heading(said.citizens, zones.citizens[0] + pad, zones.citizens[1] + fs * 1.35, "citizens"),
    heading(said.table, middle(zones.table), zones.table[1] + fs * 1.6, "table", "middle"),
    heading(said.table_of, middle(zones.table), zones.table[1] + fs * 2.85, "table plain", "middle"),
    heading(said.outside, middle(zones.outside), zones.outside[1] + fs * 1.6, "citizens", "middle"),
  ]
}

/**
 * What stands over one zone that is shown alone.
 * @param {Plan} plan
 * @returns {Shape}
 */
export const aloneHeading = ({ heading, fs, W, nodes }) => shape("text", {
  class: "head alone", x: Math.min(W, ...nodes.map(({ rects }) => rects[0][0])), y: fs * 2.5, "font-size": fs * 1.25,
}, heading)
