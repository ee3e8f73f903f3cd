// @ts-check
// What a screen tells Python by itself names the screen it stands on: told while a person is on the way to another one,
// it would bring them back to where they were.

/** So many milliseconds somebody may be on the way, until a screen that is still there counts as stayed on. */
const ON_THE_WAY = 5000
let left = -Infinity

/** A person went to another screen of this window. */
export function leave() { left = performance.now() }
export function isLeaving() { return performance.now() - left < ON_THE_WAY }

document.addEventListener("belangenweb:ask", event => {
  if (String(/** @type {CustomEvent} */ (event).detail).startsWith("go:")) leave()
})
