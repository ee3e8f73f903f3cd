// @ts-check
// The meeting as this tab knows it: the picture the server sent, with the acts on their way done over it.
/** @import { Act, Answer, Picture } from "../types" */
import { after } from "./applying.js"
import { Door } from "./door.js"
import { News } from "./news.js"
import { Queue } from "./queue.js"
import { Undisturbed } from "./undisturbed.js"

/** After a question that nobody answered, so many milliseconds before it is put again. */
const AGAIN = 1500

export class Meeting {
  /**
   * @param {string} id
   * @param {() => { language: string, digits: boolean }} reader
   * @param {object} tell
   * @param {() => void} tell.changed there is something else to show
   * @param {(answer: Answer, act: Act) => void} tell.dealt an act was done or refused; there is something else to show
   * @param {(away: boolean, answer: Answer | null) => void} tell.away whether the server is away
   */
  constructor(id, reader, tell) {
    this.id = id
    this.tell = tell
    this.door = new Door(id, reader)
    /** @type {Picture} */
    this.known = new Map()
    /** @type {Picture} */
    this.picture = new Map()
    /** @type {Record<string, string>} */
    this.words = {}
    /** @type {string | null} */
    this.base = null
    this.head = 0
    this.away = false
    this.asking = 0
    this.newest = 0
    this.queue = new Queue({
      place: `belangenweb:acts:${id}`,
      storage: sessionStorage,
      send: pending => this.door.act(pending, { seen: this.head, base: this.base ?? "" }),
      heard: (answer, act) => this.dealt(answer, act),
      away: answer => this.gone(true, answer),
    })
    this.news = new News(
      this.door.address(`board/${id}/events`), (head, at) => this.heardOf(head, at), there => this.reached(there))
    this.undisturbed = new Undisturbed()
    this.back = () => { this.queue.flush() }
    addEventListener("online", this.back)
  }

  get ready() { return this.base !== null }

  /**
   * The stream of news came or went: whether the server is away is asked, and what was missed meanwhile.
   * @param {boolean} there
   */
  reached(there) {
    if (this.ready && there === this.away) this.ask()
  }

  /**
   * The log went on, or was sealed anew. While an act of our own is on its way its answer tells that, and what others
   * did before it.
   * @param {number} head
   * @param {string} at with what the name of a picture of it begins
   */
  heardOf(head, at) {
    this.newest = head
    const anew = head === this.head && this.base !== null && !this.base.startsWith(`${at}-`)
    if ((head > this.head || anew) && !this.queue.sending) this.ask()
  }

  /** Asks for what changed, or for all of it where the reader changed. */
  async ask(whole = false) {
    const asked = ++this.asking
    try {
      const answer = await this.door.picture(whole ? null : this.base)
      if (asked !== this.asking) return
      this.take(answer)
      this.gone(false, null)
      this.queue.flush()
      this.show()
    } catch {
      if (asked !== this.asking) return
      this.gone(true, null)
      setTimeout(() => { if (asked === this.asking && !this.queue.closed) this.ask(whole) }, AGAIN)
    }
  }

  /** @param {Answer} answer */
  take(answer) {
    if (answer.words) this.words = answer.words
    if (answer.picture) this.known = new Map(Object.entries(answer.picture))
    else if (answer.on === this.base && answer.set) {
      const known = new Map(this.known)
      for (const key of answer.gone ?? []) known.delete(key)
      for (const [key, value] of Object.entries(answer.set)) known.set(key, value)
      this.known = known
    } else return false
    this.base = answer.base
    this.head = answer.head
    return true
  }

  /**
   * @param {Answer} answer
   * @param {Act} act
   */
  dealt(answer, act) {
    this.asking++ // what was asked before knows less than this
    this.gone(false, null)
    if (!this.take(answer)) this.ask(answer.head !== undefined)
    else if (this.newest > this.head) this.ask()
    this.picture = after(this.known, this.queue.acts)
    this.tell.dealt(answer, act)
  }

  /**
   * @param {boolean} away
   * @param {Answer | null} answer
   */
  gone(away, answer) {
    if (away === this.away && !answer) return
    this.away = away
    this.tell.away(away, answer)
  }

  show() {
    this.picture = after(this.known, this.queue.acts)
    this.tell.changed()
  }

  /** @param {Act} act */
  act(act) {
    this.queue.add(act)
    this.show()
  }

  close() {
    this.asking++
    this.queue.close()
    this.news.close()
    this.undisturbed.close()
    removeEventListener("online", this.back)
  }
}
