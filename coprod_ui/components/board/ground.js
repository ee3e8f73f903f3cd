// @ts-check
// Whether the page is light or dark, as Streamlit's theme has it.
const DARK_BELOW = 128

/**
 * How light a colour is to the eye, 0 (black) to 255 (white).
 * @param {string} colour `#rrggbb`
 */
export function lightness(colour) {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

/** @param {HTMLElement} element */
export function isDark(element) {
  const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"))
  probe.fillStyle = getComputedStyle(element).getPropertyValue("--st-background-color")
  return lightness(String(probe.fillStyle)) < DARK_BELOW
}
