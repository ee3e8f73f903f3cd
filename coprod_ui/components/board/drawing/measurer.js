// @ts-check
/** @import { Wide } from "../placing/types" */

/**
 * How wide text is in a font of the page. Make a new one when its fonts have come.
 * @param {string} family as in CSS
 * @returns {Wide}
 */
export function measurer(family) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"))
  /** @type {Map<string, number>} */
  const known = new Map()
  return (text, size, weight = 400) => {
    const font = `${weight} ${size}px ${family}`, key = `${font} ${text}`
    let width = known.get(key)
    if (width === undefined) {
      context.font = font
      known.set(key, width = context.measureText(text).width)
    }
    return width
  }
}
