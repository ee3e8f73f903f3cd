// @ts-check
// The typed line: what it will do is shown while it is typed, and Enter does it. What is not understood is marked in
// place, and nothing happens until it is.
/** @import { Board } from "../board.js" */
import { make } from "../elements.js"
import { written } from "./written.js"

const PAUSE = 150
const LONGEST = 20000

export class Line {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.input = make("textarea", { class: "type", rows: 1, maxlength: LONGEST, autocomplete: "off", spellcheck: "false" })
    this.marks = make("div", { class: "marks", "aria-hidden": "true" })
    this.preview = make("div", { class: "preview", role: "status", hidden: true })
    this.field = make("div", { class: "typing" }, this.marks, this.input)
    this.input.addEventListener("input", () => this.typed())
    this.input.addEventListener("keydown", event => this.pressed(event))
    this.input.addEventListener("blur", () => this.show(null))
    this.input.addEventListener("focus", () => this.typed())
    this.asked = 0
    /** how many lines were entered of which nobody knows yet what they ask */
    this.entering = 0
    /** @type {Promise<void>} */
    this.last = Promise.resolve()
    /** @type {{ text: string, act: any }[]} the lines that were entered and not answered yet */
    this.entered = []
  }

  label() {
    this.input.setAttribute("aria-label", this.board.t("quick.label"))
    const nobody = !this.board.picture.get("order")?.actors.length
    this.input.placeholder = this.board.t(nobody ? "quick.placeholder_first" : "quick.placeholder")
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      this.enter()
    }
    if (event.key === "Escape" && this.input.value) { this.write(""); event.stopPropagation() }
  }

  /** @param {string} text */
  write(text) {
    this.input.value = text
    this.fit()
    this.show(null)
  }
  fit() { this.input.rows = Math.min(6, this.input.value.split("\n").length) }

  typed() {
    this.fit()
    this.mark([])
    clearTimeout(this.timer)
    const text = this.input.value
    if (!text.trim()) return this.show(null)
    this.timer = setTimeout(async () => {
      const read = await this.read(text)
      if (read && this.input.value === text) this.show(read)
    }, PAUSE)
  }

  /** @param {string} text */
  async read(text) {
    const asked = ++this.asked, read = await this.board.meeting.door.line(text)
    return asked === this.asked ? read : null
  }

  /** Clears the line at once; where it cannot be done it comes back with what is wrong. */
  async enter() {
    const text = this.input.value
    if (!text.trim()) return this.board.say(this.board.t("board.line_empty"))
    clearTimeout(this.timer)
    this.write("")
    this.entering++
    const before = this.last
    this.last = before.then(() => this.done(text)).finally(() => { this.entering-- })
    await this.last
  }

  /**
   * One line after the other, in the order entered.
   * @param {string} text
   */
  async done(text) {
    const read = await this.board.meeting.door.line(text)
    if (read?.act) {
      this.entered.push({ text, act: read.act })
      return this.board.act(read.act)
    }
    this.giveBack(text)
    if (read) this.show(read)
    else this.board.say(this.board.t("board.away"))
  }

  /** @param {string} text */
  giveBack(text) {
    this.write(this.input.value ? `${text}\n${this.input.value}` : text)
  }

  /**
   * An act of this line was dealt with.
   * @param {any} act
   * @param {boolean} refused
   */
  dealt(act, refused) {
    const found = this.entered.find(each => each.act === act)
    this.entered = this.entered.filter(each => each !== found)
    if (found && refused) this.giveBack(found.text)
  }

  /** @param {any} read what the line was read as, null for nothing to show */
  show(read) {
    this.preview.hidden = !read
    this.mark(read?.not_understood ?? [])
    if (!read) return
    const wrong = read.not_understood.map((/** @type {any} */ each) => make("p", { class: "wrong" }, ...written(each.why)))
    const parties = read.parties.map((/** @type {any} */ party) => this.party(party))
    this.preview.replaceChildren(...wrong, ...(read.sentence && !wrong.length ? [make("p", {}, ...written(read.sentence))] : []),
      make("div", { class: "seen" }, ...parties))
    this.input.setAttribute("aria-invalid", String(wrong.length > 0))
  }

  /**
   * A party as it will be drawn: its letter, its name, how many and where.
   * @param {any} party
   */
  party({ name, sphere, seats, people }) {
    const { board } = this, seated = seats > 0 && sphere === "citizens" ? "seated" : sphere
    const counted = sphere === "citizens" ? `${board.said.number(seats ?? 0)}/${people === null ? "?" : board.said.number(people)}` : ""
    return make("span", { class: `party ${seated}` }, make("i", { class: "letter" }, board.t(`canvas.letters.${sphere}`)),
      name, counted && make("b", {}, counted))
  }

  /**
   * Marks in the typed text what was not understood.
   * @param {{ line: number, from: number, to: number }[]} wrong
   */
  mark(wrong) {
    this.input.removeAttribute("aria-invalid")
    this.marks.replaceChildren(...this.input.value.split("\n").map((text, at) => {
      const here = wrong.filter(each => each.line === at).sort((a, b) => a.from - b.from)
      let from = 0
      const parts = here.flatMap(each => {
        const before = text.slice(from, each.from)
        from = each.to
        return [before, make("mark", {}, text.slice(each.from, each.to))]
      })
      return make("div", {}, ...parts, text.slice(from) || " ")
    }))
  }
}
