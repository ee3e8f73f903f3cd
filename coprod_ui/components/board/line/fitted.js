// @ts-check
// A sentence that is longer than its place gets smaller letters, and then more room: it is never cut.
const STEPS = ["long", "longest"]

/** @param {Element} element whose style has a class for each step */
export function fitted(element) {
  element.classList.remove(...STEPS)
  for (const step of STEPS) {
    if (element.scrollHeight <= element.clientHeight + 1) return
    element.classList.add(step)
  }
}
