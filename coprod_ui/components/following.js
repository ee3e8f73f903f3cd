// @ts-check
// Listens to what comes in from the room and lets Python know, at most a few times a second.
/** @import { Component } from "./types" */
import { isLeaving } from "./leaving.js"

/** @typedef {Component<{ url: string }>} Following */

/** @type {WeakMap<Node, Listener>} */
const LISTENERS = new WeakMap()
const APART = 250

class Listener {
  /** @param {string} url where news of the meeting comes from */
  constructor(url) {
    this.url = url
    /** @type {Following | undefined} */
    this.component = undefined
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined
    this.told = 0
    this.source = new EventSource(new URL(url, document.baseURI).href)
    this.source.onmessage = event => this.hear(JSON.parse(event.data).seen)
  }

  /** @param {unknown} seen */
  hear(seen) {
    this.seen = seen
    if (this.timer) return
    this.timer = setTimeout(() => this.tell(), Math.max(0, this.told + APART - Date.now()))
  }

  tell() {
    this.timer = undefined
    if (isLeaving()) return
    this.told = Date.now()
    this.component?.setTriggerValue("news", this.seen)
  }

  close() {
    clearTimeout(this.timer)
    this.source.close()
  }
}

/** @param {Following} component */
export default function (component) {
  const root = component.parentElement
  let listener = LISTENERS.get(root)
  if (listener?.url !== component.data.url) {
    listener?.close()
    listener = new Listener(component.data.url)
    LISTENERS.set(root, listener)
  }
  listener.component = component
  return () => setTimeout(() => { if (!root.isConnected) { LISTENERS.get(root)?.close(); LISTENERS.delete(root) } }, 0)
}
