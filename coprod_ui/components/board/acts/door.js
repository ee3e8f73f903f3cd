// @ts-check
// The questions the board puts to the server it came from.
/** @import { Answer, Pending } from "../types" */
/** @import { Fared } from "./queue.js" */

/** What an answer says where the meeting is no longer there: there is nothing left to do the act in. */
const GONE = 404
const SECONDS = 30

export class Door {
  /**
   * @param {string} meeting
   * @param {() => { language: string, digits: boolean }} reader
   */
  constructor(meeting, reader) {
    this.meeting = meeting
    this.reader = reader
  }

  /**
   * @param {string} path
   * @param {Record<string, string>} [asked]
   */
  address(path, asked = {}) {
    const url = new URL(`api/${path}`, document.baseURI)
    url.search = new URLSearchParams(asked).toString()
    return url
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  post(path, body) {
    return fetch(this.address(path), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(SECONDS * 1000),
    })
  }

  /**
   * Lets the room's window show something.
   * @param {string} scene
   * @returns {Promise<boolean>} whether it does
   */
  async present(scene) {
    try {
      return (await this.post(`present/${this.meeting}`, { scene, ...this.reader() })).ok
    } catch {
      return false
    }
  }

  /**
   * The picture, or what changed in it since the one named `base`.
   * @param {string | null} base
   * @returns {Promise<Answer>}
   */
  async picture(base) {
    const { language, digits } = this.reader()
    const asked = { language, digits: digits ? "1" : "0", ...(base ? { since: base } : {}) }
    const answer = await fetch(this.address(`board/${this.meeting}`, asked), { cache: "no-store" })
    if (!answer.ok) throw new Error(`the picture did not come: ${answer.status}`)
    return answer.json()
  }

  /**
   * @param {Pending} pending
   * @param {{ seen: number, base: string }} on what the act was done upon
   * @returns {Promise<Fared>}
   */
  async act(pending, on) {
    try {
      const answer = await this.post(`act/${this.meeting}`, { ...pending, ...on, ...this.reader() })
      const said = await answer.json()
      return { dealt: answer.status === GONE || said.acknowledged >= pending.number, answer: said }
    } catch {
      return null
    }
  }

  /**
   * What typed lines would do; null where nobody answered.
   * @param {string} text
   * @returns {Promise<any>}
   */
  async line(text) {
    try {
      const answer = await this.post(`line/${this.meeting}`, { text, language: this.reader().language })
      return answer.ok ? await answer.json() : null
    } catch {
      return null
    }
  }
}
