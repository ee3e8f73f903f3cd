// @ts-check
// Hears that the meeting moved on: one stream while the tab is in sight, none while it is not.

export class News {
  /**
   * @param {URL} url
   * @param {(head: number, at: string) => void} heard
   * @param {(there: boolean) => void} reached whether the server can be heard
   */
  constructor(url, heard, reached) {
    this.url = url
    this.heard = heard
    this.reached = reached
    /** @type {EventSource | null} */
    this.source = null
    this.look = () => this.turn()
    document.addEventListener("visibilitychange", this.look)
    this.turn()
  }

  turn() {
    if (document.visibilityState === "hidden") return this.stop()
    if (this.source) return
    this.source = new EventSource(this.url)
    this.source.onopen = () => this.reached(true)
    this.source.onerror = () => this.reached(false)
    this.source.onmessage = event => {
      const { head, at } = JSON.parse(event.data)
      this.heard(head, at)
    }
  }

  stop() {
    this.source?.close()
    this.source = null
  }

  close() {
    document.removeEventListener("visibilitychange", this.look)
    this.stop()
  }
}
