// @ts-check
// Counts the minutes of a step down, in the browser alone. It never flashes or turns red: it only says what is left.
/** @import { Component } from "./types" */

/** @typedef {{ step: string, seconds: number, words: Record<string, string> }} Data */

/** @type {WeakMap<Node, Timer>} */
const TIMERS = new WeakMap()

/**
 * The seconds left of a step.
 * @param {number} left how many there were when it last began to run
 * @param {number | null} since when that was, in milliseconds; null = it stands still
 * @param {number} now
 */
export const secondsLeft = (left, since, now) => Math.max(0, left - (since ? (now - since) / 1000 : 0))

/**
 * Whole seconds as people read them: minutes, a colon and two digits.
 * @param {number} seconds
 */
export const clock = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`

class Timer {
  /**
   * @param {HTMLElement | ShadowRoot} root
   * @param {Data} data
   */
  constructor(root, data) {
    this.root = root
    this.data = data
    this.key = `workshop-timer-${data.step}`
    this.left = data.seconds
    /** @type {number | null} */
    this.since = Date.now()
    this.time = /** @type {HTMLTimeElement} */ (root.querySelector("time"))
    this.button = /** @type {HTMLButtonElement} */ (root.querySelector("button"))
    this.button.onclick = () => this.turn()
    this.load()
    this.show()
    this.ticking = setInterval(() => this.show(), 500)
  }

  load() {
    const kept = this.kept()
    if (kept) [this.left, this.since] = [kept.left ?? this.data.seconds, kept.since]
    this.save()
  }

  /** @returns {{ left: number, since: number | null } | null} */
  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? "null")
    } catch {
      return null // a browser that keeps nothing begins anew
    }
  }

  save() {
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ left: this.left, since: this.since }))
    } catch { /* then it is only known as long as it is shown */ }
  }

  now() {
    return secondsLeft(this.left, this.since, Date.now())
  }

  turn() {
    if (this.now() <= 0) { this.left = this.data.seconds; this.since = Date.now() }
    else if (this.since) { this.left = this.now(); this.since = null }
    else this.since = Date.now()
    this.save()
    this.show()
  }

  show() {
    const left = Math.ceil(this.now())
    const { words } = this.data
    const said = left ? clock(left) : words.over
    if (this.time.textContent !== said) this.time.textContent = said
    const act = !left ? words.again : this.since ? words.pause : words.go_on
    if (this.button.textContent !== act) this.button.textContent = act
  }

  stop() { clearInterval(this.ticking) }
}

/** @param {Component<Data>} component */
export default function (component) {
  const root = component.parentElement
  const known = TIMERS.get(root)
  if (!known || known.data.step !== component.data.step || !root.contains(known.time)) {
    known?.stop()
    TIMERS.set(root, new Timer(root, component.data))
  } else {
    known.data = component.data
    known.show()
  }
  return () => setTimeout(() => { if (!root.isConnected) { TIMERS.get(root)?.stop(); TIMERS.delete(root) } }, 0)
}
