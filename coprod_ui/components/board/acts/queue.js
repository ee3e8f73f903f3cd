// @ts-check
// Acts on their way: sent one after the other, each kept in the tab until it is acknowledged, also over a reload. What
// a tab finds there keeps its own client and number: in a duplicated tab the same acts stand, and they are done once.
/** @import { Act, Answer, Pending } from "../types" */
import { newId } from "./ids.js"

/** The milliseconds before an act that did not get through is tried again; the last one for ever after. */
export const AGAIN = [500, 1000, 2000, 4000]

/**
 * How an act fared: `null` where nobody answered, else whether it is dealt with, and the answer.
 * @typedef {{ dealt: boolean, answer: Answer } | null} Fared
 */

export class Queue {
  /**
   * @param {object} to
   * @param {string} to.place under which the acts stand in `storage`
   * @param {Pick<Storage, "getItem" | "setItem">} to.storage
   * @param {(pending: Pending) => Promise<Fared>} to.send
   * @param {(answer: Answer, act: Act) => void} to.heard an act was dealt with, done or refused
   * @param {(answer: Answer | null) => void} to.away one did not get through, and is kept
   * @param {(then: () => void, after: number) => void} [to.later]
   */
  constructor({ place, storage, send, heard, away, later = (then, after) => { setTimeout(then, after) } }) {
    this.place = place
    this.storage = storage
    this.send = send
    this.heard = heard
    this.away = away
    this.later = later
    this.client = newId("c")
    this.number = 0
    /** @type {Pending[]} */
    this.pending = this.read()
    this.sending = false
    this.closed = false
    this.tried = 0
  }

  /** @returns {Pending[]} */
  read() {
    try {
      return JSON.parse(this.storage.getItem(this.place) ?? "[]")
    } catch {
      return []
    }
  }

  keep() {
    try {
      this.storage.setItem(this.place, JSON.stringify(this.pending))
    } catch { /* a full or forbidden storage: the acts are still here as long as the tab is */ }
  }

  get acts() { return this.pending.map(({ act }) => act) }

  /** @param {Act} act */
  add(act) {
    this.pending = [...this.pending, { client: this.client, number: ++this.number, act }]
    this.keep()
    this.flush()
  }

  async flush() {
    if (this.sending) return
    this.sending = true
    while (this.pending.length && !this.closed && await this.sent(this.pending[0]));
    this.sending = false
  }

  /**
   * Whether the act was dealt with, so that the next may go.
   * @param {Pending} first
   */
  async sent(first) {
    const fared = await this.send(first)
    if (this.closed) return false
    if (!fared?.dealt) {
      this.away(fared?.answer ?? null)
      this.later(() => this.flush(), AGAIN[Math.min(this.tried++, AGAIN.length - 1)])
      return false
    }
    this.tried = 0
    this.pending = this.pending.slice(1)
    this.keep()
    this.heard(fared.answer, first.act)
    return true
  }

  close() { this.closed = true }
}
