// @ts-check
// When the server is away the board says so in the reader's own words; Streamlit's dialog about it is closed at once,
// for it would keep hands off the board, which goes on.
const APP = '[data-testid="stApp"]'
const DIALOG = '[data-testid="stDialog"]'

export class Undisturbed {
  constructor() {
    const app = document.querySelector(APP)
    this.connection = new MutationObserver(() => this.turn())
    this.dialogs = new MutationObserver(() => this.closeDialogs())
    if (app) this.connection.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })
    /** @type {Set<Element>} what a person had open before the connection went */
    this.own = new Set()
    this.watching = false
  }

  turn() {
    const gone = document.querySelector(APP)?.getAttribute("data-test-connection-state") !== "CONNECTED"
    if (gone === this.watching) return
    this.watching = gone
    this.own = new Set(gone ? document.querySelectorAll(DIALOG) : [])
    if (gone) this.dialogs.observe(document.body, { childList: true, subtree: true })
    else this.dialogs.disconnect()
  }

  closeDialogs() {
    for (const dialog of document.querySelectorAll(DIALOG)) {
      if (!this.own.has(dialog)) /** @type {HTMLElement | null} */ (dialog.querySelector("button"))?.click()
    }
  }

  close() {
    this.connection.disconnect()
    this.dialogs.disconnect()
  }
}
