// @ts-check
// Finds a party or an interest by its name.
/** @import { Board } from "../board.js" */
import { interests, parties } from "../acts/applying.js"
import { make } from "../elements.js"

const MOST = 12
/** What people call the power map who look for it: words that they use, and we do not. */
const MAP_IS_CALLED = ["krachtenveldanalyse", "factor c", "kleuren-abc", "stakeholder", "belanghebbende", "mendelow", "power map"]
/** Fewer letters may begin the name of anybody. */
const LEAST = 3

export class Finder {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.input = make("input", { type: "search", autocomplete: "off", oninput: () => this.find() })
    this.found = make("div", { class: "found", role: "group" })
    this.element = make("div", { class: "finder", role: "search", hidden: true }, this.input, this.found)
    this.element.addEventListener("keydown", event => this.pressed(event))
  }
  get shown() { return !this.element.hidden }

  open() {
    const label = this.board.t("inspector.picker")
    this.input.setAttribute("aria-label", label)
    this.input.placeholder = label
    this.found.setAttribute("aria-label", label)
    this.input.value = ""
    this.element.hidden = false
    this.find()
    this.input.focus({ preventScroll: true })
  }
  close() {
    this.element.hidden = true
    this.board.canvas.net.focus({ preventScroll: true })
  }

  find() {
    const { picture } = this.board, asked = this.input.value.trim().toLocaleLowerCase()
    const all = [...parties(picture).map(each => ["actor", each]), ...interests(picture).map(each => ["interest", each])]
    const fits = all.filter(([, { name }]) => name.toLocaleLowerCase().includes(asked)).slice(0, MOST)
    this.found.replaceChildren(...fits.map(([kind, { id, name }]) => make("button", {
      type: "button", "data-key": `found_${id}`, onclick: () => this.choose(kind, id),
    }, name)), ...this.map(asked))
  }
  /**
   * The way to the power map, for who looks for it by any of its names.
   * @param {string} asked
   */
  map(asked) {
    const { board } = this
    if (asked.length < LEAST || !MAP_IS_CALLED.some(name => name.includes(asked))) return []
    const opens = () => { this.close(); board.show("map") }
    return [make("button", { type: "button", "data-key": "found_map", onclick: opens }, board.t("power_map.name"))]
  }
  /**
   * @param {string} kind
   * @param {string} id
   */
  choose(kind, id) {
    const { board } = this, node = `${kind === "actor" ? "a" : "k"}:${id}`
    this.close()
    board.select([kind, id])
    board.canvas.bringIntoView(node)
    board.canvas.element(node)?.focus({ preventScroll: true })
  }
  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key === "Escape") { this.close(); event.stopPropagation() }
    if (event.key === "Enter" && event.target === this.input) {
      event.preventDefault()
      const first = /** @type {HTMLElement | null} */ (this.found.firstElementChild)
      first?.click()
    }
  }
}
