// @ts-check
// The small sign of what kind of party it is: a shape of its own with a letter.
/** @import { Shape } from "./types" */
/** @import { Party } from "../placing/types" */
import { shape } from "./shapes.js"

const LEAST_LETTER = 14

/**
 * @param {Party} party
 * @param {number} x of its middle
 * @param {number} y
 * @param {number} r
 * @returns {Shape}
 */
export function tile({ sphere, seated, letter }, x, y, r) {
  const kind = sphere === "citizens" && seated ? "seated" : sphere, size = Math.max(LEAST_LETTER, r * 1.15)
  const lower = sphere === "political_authority" ? 2 : 0
  return shape("g", { class: `tile ${kind}` },
    outline(sphere, x, y, r), shape("text", { x, y: y + size * 0.36 + lower, "font-size": size }, letter))
}

/**
 * @param {Party["sphere"]} sphere
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
function outline(sphere, x, y, r) {
  switch (sphere) {
    case "citizens": return shape("circle", { cx: x, cy: y, r })
    case "political_authority": return shape("path", {
      d: `M${x} ${y - r - 2}L${x + r} ${y - r * 0.3}V${y + r}H${x - r}V${y - r * 0.3}Z`,
    })
    case "professional": return shape("path", {
      d: `M${x} ${y - r - 2}L${x + r + 2} ${y}L${x} ${y + r + 2}L${x - r - 2} ${y}Z`,
    })
    default: return shape("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: 3 })
  }
}
