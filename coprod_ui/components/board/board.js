// @ts-check
// The board: the drawing takes the screen, every act is drawn at once, and the server is asked by the board itself.
/** @import { Component } from "../types" */
/** @import { Act, Answer, Hosted } from "./types" */
import { isLeaving, leave } from "../leaving.js"
import { Meeting } from "./acts/meeting.js"
import { Doing } from "./doing.js"
import { Drawer } from "./drawer/drawer.js"
import { make, typing } from "./elements.js"
import { isDark } from "./ground.js"
import { Canvas } from "./hands/canvas.js"
import { Finder } from "./hands/finder.js"
import { Help } from "./hands/help.js"
import { Keys } from "./hands/keys.js"
import { Naming } from "./hands/naming.js"
import { Pointer } from "./hands/pointer.js"
import { Tip } from "./hands/tip.js"
import { Tools } from "./hands/tools.js"
import { Welcome } from "./hands/welcome.js"
import { lookedAt } from "./hands/window.js"
import { Card } from "./line/card.js"
import { fitted } from "./line/fitted.js"
import { Line } from "./line/line.js"
import { plain, written } from "./line/written.js"
import { Listed } from "./listed.js"
import { PowerMap } from "./map/map.js"
import { Said } from "./said.js"
import { staged } from "./staged.js"
import { Strip } from "./strip/strip.js"
import { Phone } from "./strip/phone.js"

/** Streamlit follows when no act was acknowledged for so many milliseconds. */
const FOLLOWS = 400
/** @type {WeakMap<Node, Board>} */
const BOARDS = new WeakMap()

export class Board extends Doing {
  /**
   * @param {HTMLElement | ShadowRoot} root
   * @param {Component<Hosted>} component
   */
  constructor(root, component) {
    super(component.data.meeting)
    this.component = component
    this.data = component.data
    this.reader = () => ({ language: this.data.language, digits: this.data.digits })
    this.said = new Said(() => this.meeting.picture, () => this.meeting.words)
    this.element = make("div", { class: "board" })
    this.meeting = new Meeting(component.data.meeting, this.reader, {
      changed: () => this.draw(),
      dealt: (answer, act) => this.dealt(answer, act),
      away: (away, answer) => this.awayTold(away, answer),
    })
    this.strip = new Strip(this)
    this.canvas = new Canvas(this)
    this.card = new Card(this)
    this.tip = new Tip(this)
    this.welcome = new Welcome(this)
    this.naming = new Naming(this)
    this.drawer = new Drawer(this)
    this.tools = new Tools(this)
    this.finder = new Finder(this)
    this.help = new Help(this)
    this.line = new Line(this)
    this.listed = new Listed(this)
    this.map = new PowerMap(this)
    this.phone = new Phone(this)
    this.pointer = new Pointer(this.canvas)
    this.told = make("p", { class: "told", "aria-live": "polite" })
    this.refusal = make("div", { class: "refusal", role: "alert" })
    this.absence = make("p", { class: "absence", role: "status" })
    this.hinted = make("p", { class: "hint", hidden: true })
    this.spoken = make("p", { class: "unseen said", role: "status", "aria-live": "polite" })
    this.keysSaid = make("p", { class: "unseen", id: "keys" })
    this.stage = staged(this)
    this.element.append(this.strip.element, this.stage)
    root.append(this.element)
    this.keys = new Keys(this)
    this.asks = (/** @type {Event} */ event) => this.askedOnBar(/** @type {CustomEvent} */ (event))
    document.addEventListener("belangenweb:ask", this.asks)
    this.barKnows = -1
    this.holding = false
    this.meeting.ask()
    Object.assign(globalThis, { __belangenweb: lookedAt(this) })
  }
  get picture() { return this.meeting.picture }
  /**
   * @param {string} key
   * @param {Record<string, unknown>} [values]
   */
  t(key, values) { return this.said.t(key, values) }

  // -- what Streamlit sends
  /** @param {Component<Hosted>} component */
  update(component) {
    const before = this.data, { data } = component
    this.component = component
    this.data = data
    if (data.language !== before.language || data.digits !== before.digits) this.meeting.ask(true)
    else if (this.meeting.ready && data.head > this.meeting.head) this.meeting.ask()
    else this.draw()
    this.askedElsewhere()
  }
  /** What another screen asked to show, once. */
  askedElsewhere() {
    const { asked } = this.data
    if (!this.meeting.ready || !asked || asked.n === this.asked) return
    this.asked = asked.n
    this.view = asked.view ?? "drawing"
    if (asked.causes) this.showCauses(true)
    this.select(asked.select ?? [])
  }
  /** @param {CustomEvent} event what is asked on the bar */
  askedOnBar(event) {
    if (event.detail !== "undo" && event.detail !== "redo") return
    event.preventDefault()
    this.takeBack(event.detail)
  }

  // -- drawing
  /**
   * Several things that would each draw, drawn once.
   * @param {() => void} things
   */
  drawnOnce(things) {
    this.holding = true
    try { things() } finally { this.holding = false }
    this.draw()
  }
  draw() {
    if (!this.meeting.ready || this.holding) return
    const { element } = this
    element.classList.toggle("dark", isDark(element))
    element.classList.toggle("list-view", this.view !== "drawing")
    element.classList.toggle("map-view", this.view === "map")
    element.classList.toggle("away", this.meeting.away)
    this.label()
    this.strip.draw()
    this.canvas.draw()
    this.drawer.draw()
    this.arrange()
    this.welcome.draw()
    this.tools.draw()
    this.listed.draw()
    this.map.draw()
    this.tellBar()
    this.askedElsewhere()
  }
  label() {
    this.canvas.net.setAttribute("aria-label", this.t("canvas.name"))
    this.keysSaid.textContent = this.t("canvas.keys")
    this.line.label()
    const told = this.picture.get("told")
    this.tell(told?.sentence ?? "")
  }
  /** @param {string} sentence in the lower edge */
  tell(sentence) {
    if (this.told.dataset.sentence === sentence) return
    this.told.dataset.sentence = sentence
    this.told.replaceChildren(...written(sentence))
    fitted(this.told)
  }
  /** The sentences, in a window of another size. */
  fit() {
    fitted(this.told)
    this.strip.fit()
  }
  /** After what is placed: what a narrow window reads instead, and the card, which keeps clear of what it is about. */
  arrange() {
    const { narrow } = this.canvas
    this.element.classList.toggle("narrow", narrow)
    if (narrow && this.meeting.ready) this.phone.draw()
    if (this.card.shown) this.card.place()
  }

  // -- what became of an act
  /**
   * @param {Answer} answer
   * @param {Act} act
   */
  dealt(answer, act) {
    const { refused, others = 0 } = answer
    this.refuse(refused?.text ?? answer.text ?? "")
    this.line.dealt(act, Boolean(refused))
    if (!refused && others) this.refuse(this.t("errors.changed_elsewhere_too", { count: others }))
    const told = refused ? null : this.toldNow()
    if (told) this.card.giveWay()
    this.draw()
    if (told) this.showTold(told)
    clearTimeout(this.following)
    this.following = setTimeout(() => {
      if (!isLeaving()) this.component.setStateValue("head", this.meeting.head)
    }, FOLLOWS)
  }
  /** The bar shows at once whether something can be undone, and when it was saved. */
  tellBar() {
    if (this.barKnows === this.meeting.head) return
    this.barKnows = this.meeting.head
    const detail = { ...this.meeting.known.get("meeting"), id: this.meeting.id, head: this.meeting.head }
    document.dispatchEvent(new CustomEvent("belangenweb:meeting", { detail }))
  }
  /** What the last act is told to have done; the cell and the nodes it is about are drawn so from now on. */
  toldNow() {
    const told = this.picture.get("told"), { cell = null, what = [] } = told ?? {}
    this.strip.fresh = cell
    const tied = cell && this.view === "drawing"
    this.fresh = tied ? what.filter((/** @type {string} */ id) => id[0] === "a" || id[0] === "k") : []
    return told ?? null
  }
  /** @param {{ sentence: string }} told */
  showTold({ sentence }) {
    if (this.fresh.length) return this.card.show(sentence, this.fresh)
    this.card.hide()
    this.card.offer()
  }
  /** @param {string} text why an act was not done, or what others did; "" to take it away */
  refuse(text) {
    if (!text && !this.refusal.childElementCount) return
    this.refusal.replaceChildren(...(text ? [make("p", {}, ...written(text))] : []))
  }
  /**
   * @param {boolean} away
   * @param {Answer | null} answer
   */
  awayTold(away, answer) {
    const why = answer?.text ?? answer?.refused?.text
    this.absence.textContent = away ? (why ? plain(why) : this.t("board.away") || this.data.away) : ""
    this.element.classList.toggle("away", away)
  }

  // -- what is said
  /** @param {string} text to who hears the screen, and in sight for a moment */
  say(text) {
    this.spoken.textContent = this.spoken.textContent === text ? `${text} ` : text
  }
  /** @param {string} text what to do next */
  hint(text) {
    this.hinted.textContent = text
    this.hinted.hidden = !text
  }
  /**
   * @param {boolean | null} joins
   * @param {{ x: number, y: number }} [at]
   */
  hintDrop(joins, at) {
    this.hint(joins === null ? "" : this.t(joins ? "canvas.drop_in" : "canvas.drop_out"))
    if (!at) return
    this.hinted.style.setProperty("--x", `${at.x}px`)
    this.hinted.style.setProperty("--y", `${at.y}px`)
  }

  /** @param {string} actor whose seats are to be typed now */
  typeSeats(actor) {
    const field = this.drawer.focus(`seats_${actor}`)
    if (field instanceof HTMLInputElement) field.select()
  }
  /** Lets the room see the web, in its window, which is opened or brought forward. */
  async present() {
    window.open(new URL(this.data.room, document.baseURI), `room-${this.data.meeting}`)
    this.say(this.t(await this.meeting.door.present("web") ? "board.presented" : "board.away"))
  }
  /**
   * Another screen in this tab, by Streamlit's own way; a click that asks for a new tab gets one.
   * @param {MouseEvent} event
   * @param {string} href
   */
  follow(event, href) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    leave()
    const url = new URL(href, document.baseURI)
    this.component.setTriggerValue("go", [url.pathname.split("/").pop() ?? "", Object.fromEntries(url.searchParams)])
  }
  get busy() { return typing(this.line.input) }

  close() {
    this.keys.close()
    this.canvas.close()
    this.meeting.close()
    clearTimeout(this.following)
    document.removeEventListener("belangenweb:ask", this.asks)
  }
}

/** @param {Component<Hosted>} component */
export default function (component) {
  const { parentElement: root, data } = component
  const known = BOARDS.get(root)
  if (known && known.data.meeting !== data.meeting) {
    known.close()
    known.element.remove()
    BOARDS.delete(root)
  }
  const board = BOARDS.get(root) ?? new Board(root, component)
  BOARDS.set(root, board)
  board.update(component)
  return () => setTimeout(() => { if (!root.isConnected) { BOARDS.get(root)?.close(); BOARDS.delete(root) } }, 0)
}
