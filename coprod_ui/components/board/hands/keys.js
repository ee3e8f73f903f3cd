// @ts-check
// The whole board without a mouse. What a key cannot do here and now, it says.
/** @import { Board } from "../board.js" */
import { focused, typing } from "../elements.js"
import { links } from "../acts/applying.js"
import { FIRST_CLASH } from "../acts/wishes.js"
import { idOf, selectionOf } from "../said.js"

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const NUDGE = 14
/** @type {Record<string, "list" | "map">} what a key shows with Alt, and again the drawing */
const VIEWS = { l: "list", k: "map" }
/** @type {Record<string, { compatibility: number }>} what a key says of two interests while a line is drawn */
const RELATING = { "-": { compatibility: FIRST_CLASH }, "+": { compatibility: -FIRST_CLASH } }

/**
 * What each key does by itself.
 * @param {Board} board
 * @param {Keys} keys
 * @returns {Record<string, () => void>}
 */
function actsOf(board, keys) {
  const party = () => board.addParty(), interest = () => board.addInterest()
  const causes = () => board.showCauses(!board.causes), remove = () => keys.chosenFirst(() => board.removeChosen())
  const larger = () => board.canvas.zoomBy(1.25)
  return {
    n: party, p: party, i: interest, b: interest, k: causes, g: causes, Delete: remove, Backspace: remove,
    "+": larger, "=": larger, _: () => board.canvas.zoomBy(0.8), 0: () => board.canvas.fit(),
    "-": () => board.turn(),
    u: () => board.markUnknown(),
    F2: () => keys.onNode(id => board.rename(id)),
    t: () => keys.onNode(id => board.toggleTable(id)),
    l: () => keys.onNode(id => { board.pullFrom(id); board.say(board.t("canvas.said_connecting")) }),
    r: () => board.openSheet(board.sheet ? null : "plans"),
    f: () => board.present(),
    "/": () => board.finder.open(),
    "?": () => board.help.turn(),
  }
}

export class Keys {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.gone = new AbortController()
    this.acts = actsOf(board, this)
    const options = { signal: this.gone.signal, capture: true }
    document.addEventListener("keydown", event => this.press(event), options)
    for (const kind of ["keyup", "keypress"]) {
      document.addEventListener(kind, event => { if (this.ours(event)) event.stopPropagation() }, options)
    }
    board.canvas.net.addEventListener("focusin", event => this.arrive(event))
  }

  /**
   * Whether a key is meant for the board: pressed on it, or on nothing at all.
   * @param {Event} event
   */
  ours(event) {
    const path = event.composedPath()
    return path.includes(this.board.element) || path[0] === document.body
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const at = event.composedPath()[0]
    if (event.defaultPrevented || event.isComposing || this.board.naming.open) return
    if (!document.querySelector('[role="dialog"]') && this.history(event, at)) return this.taken(event)
    if (!this.ours(event)) return
    const writing = at instanceof HTMLInputElement && !["checkbox", "range"].includes(at.type)
      || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
    const done = writing ? this.whileWriting(event) : this.command(event, at)
    if (done) this.taken(event)
    else if (writing) return // what is typed is not meant for the page
  }
  /** @param {Event} event */
  taken(event) {
    event.preventDefault()
    event.stopPropagation()
  }

  /**
   * Undo and redo work wherever the focus is, except in a text that is being typed.
   * @param {KeyboardEvent} event
   * @param {EventTarget} at
   */
  history(event, at) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(at)) return false
    const key = event.key.toLowerCase()
    if (key !== "z" && key !== "y") return false
    this.board.takeBack(key === "y" || event.shiftKey ? "redo" : "undo")
    return true
  }
  /** @param {KeyboardEvent} event */
  whileWriting(event) {
    if (event.key !== "Escape") return false
    const inDrawer = this.board.drawer.chosen.contains(focused(this.board.element))
    if (inDrawer) this.board.canvas.net.focus({ preventScroll: true })
    return inDrawer
  }

  /**
   * Whether the key was ours.
   * @param {KeyboardEvent} event
   * @param {EventTarget} at
   */
  command(event, at) {
    const { board } = this, { key } = event
    if (event.ctrlKey || event.metaKey) return this.zoom(key)
    if (board.view === "map" && board.map.press(event)) return true
    if (event.altKey) return this.turnView(key.toLowerCase())
    const onNode = at instanceof SVGElement, onButton = at instanceof HTMLElement && at.matches("button, a, summary, input")
    if (key in ARROWS) return !onButton && board.view === "drawing" && this.arrow(event, ARROWS[key])
    if (key === "Enter" || key === " ") return onNode ? this.choose() : false
    return this.letter(key.length === 1 ? key.toLowerCase() : key, event.shiftKey)
  }

  /**
   * @param {string} key
   * @param {boolean} shift
   */
  letter(key, shift) {
    const { board } = this
    if (key === "Escape") return this.escape()
    if (board.pulling && this.connected(board.pulling, key)) return true
    if (key === "w") this.onNode(id => this.nextLink(id, shift ? -1 : 1))
    else if (/^[1-4]$/.test(key)) board.weigh(Number(key) - 1)
    else if (key in this.acts) this.acts[key]()
    else return false
    return true
  }
  /**
   * What a key says of the line that is being drawn: it is drawn to the node with the focus and says that at once.
   * @param {string} from
   * @param {string} key
   */
  connected(from, key) {
    const { board } = this, to = this.cursor()
    if (key === "i" || key === "b") { board.pullOut(from, null); return true }
    if (!to || !board.canConnect(from, to)) return false
    const said = from[0] === to[0] ? RELATING[key] : this.staking(key)
    if (said) board.connect(from, to, said)
    return Boolean(said)
  }
  /** @param {string} key */
  staking(key) {
    if (key === "u") return { unknown: true }
    if (/^[1-4]$/.test(key)) return { weight: this.board.picture.get("conventions").weights[Number(key) - 1] }
    return key === "-" ? { position: -1 } : undefined
  }
  /** @param {string} key pressed with Alt */
  turnView(key) {
    const { board } = this, view = VIEWS[key]
    if (!view) return false
    board.show(board.view === view ? "drawing" : view)
    return true
  }
  /** @param {string} key */
  zoom(key) {
    if (key !== "+" && key !== "=" && key !== "-") return false
    this.board.canvas.zoomBy(key === "-" ? 0.8 : 1.25)
    return true
  }

  /** The node that has the focus, or else the one that is chosen. */
  cursor() {
    const active = focused(this.board.element)
    const id = active instanceof SVGElement ? /** @type {SVGElement} */ (active).dataset.id : undefined
    return id && this.board.canvas.node(id) ? id : this.board.single()
  }
  /** @param {(id: string) => void} act */
  onNode(act) {
    const { board } = this, id = this.cursor()
    if (id && !id.startsWith("stack:")) act(id)
    else board.say(board.t("board.choose_node"))
    return true
  }
  /** @param {() => void} act on what is chosen, or on the node with the focus where nothing is */
  chosenFirst(act) {
    const { board } = this, id = this.cursor()
    if (!board.drawerOpen() && id) board.selectId(id)
    act()
  }

  choose() {
    const { board } = this, id = this.cursor(), node = id ? board.canvas.node(id) : undefined
    if (!id || !node) return false
    if (board.pulling) board.connect(board.pulling, id)
    else if (node.kind === "stack") board.openPile(node.pile)
    else if (board.single() === id) board.drawer.enter()
    else {
      board.selectId(id)
      board.say(board.t("canvas.said_selected", { name: board.said.name(id) }))
    }
    return true
  }

  escape() {
    const { board } = this
    if (board.help.shown) board.help.turn()
    else if (board.finder.shown) board.finder.close()
    else if (board.connecting || board.pulling) { board.stopConnecting(); board.draw() }
    else if (board.pointer.gesture) board.pointer.giveUp()
    else if (board.drawerOpen()) board.letGo()
    else if (board.sheet) board.openSheet(null)
    else if (board.strip.open) board.strip.turn(false)
    else if (board.pile) board.openPile(null)
    else if (board.card.shown) board.card.hide()
    else return false
    return true
  }

  /**
   * @param {KeyboardEvent} event
   * @param {[number, number]} to
   */
  arrow(event, [dx, dy]) {
    const { canvas } = this.board, id = this.cursor(), from = id ? canvas.node(id) : undefined
    if (event.shiftKey) return this.onNode(held => this.board.nudge(held, dx * NUDGE, dy * NUDGE))
    const nodes = canvas.plan?.nodes ?? []
    const next = from ? this.nearest(nodes, from, dx, dy) : nodes[0]
    if (next) canvas.element(next.id)?.focus({ preventScroll: true })
    return true
  }
  /**
   * @param {import("../placing/types").Placed[]} nodes
   * @param {import("../placing/types").Placed} from
   * @param {number} dx
   * @param {number} dy
   */
  nearest(nodes, from, dx, dy) {
    const { board } = this
    let best = null, least = Infinity
    for (const node of nodes) {
      if (board.pulling && !board.canConnect(board.pulling, node.id)) continue
      const along = (node.x - from.x) * dx + (node.y - from.y) * dy
      const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx)
      if (along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = node }
    }
    return best
  }

  /** @param {FocusEvent} event */
  arrive({ target }) {
    const id = target instanceof SVGElement ? target.dataset.id : undefined
    if (!id) return
    const { board } = this
    if (target instanceof SVGElement && target.matches(":focus-visible")) board.canvas.bringIntoView(id)
    if (board.pulling && board.canConnect(board.pulling, id)) {
      board.canvas.over.rubber = { from: board.pulling, to: { x: 0, y: 0 }, target: id }
      board.canvas.over.draw()
    }
  }

  /**
   * @param {string} id
   * @param {number} by
   */
  nextLink(id, by) {
    const { board } = this, touching = this.touching(id)
    if (!touching.length) return board.say(board.t("board.no_lines", { name: board.said.name(id) }))
    const next = touching[(touching.indexOf(idOf(board.selection)) + by + touching.length) % touching.length]
    board.select(selectionOf(next))
    board.say(board.said.of(next))
  }

  /**
   * The links of a node, by their ids in the drawing.
   * @param {string} id
   */
  touching(id) {
    const { picture } = this.board, key = id.slice(2)
    const stakes = ["stake", "unknown"].flatMap(kind => links(picture, kind))
      .filter(link => link[id[0] === "a" ? "actor" : "interest"] === key).map(link => `s:${link.actor}|${link.interest}`)
    const relations = id[0] === "a" ? [] : links(picture, "relation").filter(link => link.a === key || link.b === key)
    return [...stakes, ...relations.map(link => `r:${link.a}|${link.b}`)]
  }

  close() { this.gone.abort() }
}
