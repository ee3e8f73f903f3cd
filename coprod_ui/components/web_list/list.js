// @ts-check
// The list: what is shown, and every act a person can do in it.
/** @import { Board } from "../board/board.js" */
/** @import { Act } from "../board/types" */
/** @import { InterestShown, PartyShown, RelationShown } from "./model.js" */
import { changed, newInterest, relation, removed, seat, stake, together } from "../board/acts/wishes.js"
import { filled } from "../filling.js"
import { labelAs, make, write } from "./fields.js"
import { Forms } from "./forms.js"
import { ListModel } from "./model.js"
import { InterestRow, Keyed, PartyGroup, RelationRow } from "./rows.js"
import { listWords } from "./words.js"

export class WebList {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.words = listWords(board.meeting.words, board.picture.get("conventions").weights)
    this.model = new ListModel(board.picture)
    /** @type {string | undefined} */
    this.lastSelected = undefined
    this.query = ""
    /** @param {number} value */
    this.number = value => board.said.number(value)

    this.search = make("input", { type: "search", class: "search", autocomplete: "off" })
    this.search.oninput = () => this.find(this.search.value)
    this.parties = this.table("parties", ["col_party", "col_weight", "col_position", "col_provenance", "col_acts"])
    this.interests = this.table("interests", ["col_interest", "col_held_by", "col_heard", "col_acts"])
    this.relations = this.table("relations", ["col_interest", "col_other", "col_how", "col_acts"])
    this.tables = [this.parties, this.interests, this.relations]
    for (const { table, body } of [this.interests, this.relations]) table.append(body)
    this.groups = new Keyed(
      this.parties.table, this.parties.table.tHead, (/** @type {PartyShown} */ party) => new PartyGroup(this, party),
    )
    this.interestRows = new Keyed(
      this.interests.body, null, (/** @type {InterestShown} */ interest) => new InterestRow(this, interest),
    )
    this.relationRows = new Keyed(
      this.relations.body, null, (/** @type {RelationShown} */ shown) => new RelationRow(this, shown),
    )

    this.forms = new Forms(this)
    this.status = make("p", { class: "unseen", role: "status", "aria-live": "polite" })
    const sections = this.tables.flatMap(({ table, empty }, at) => [table, empty, this.forms.all[at].form])
    this.scroller = make("div", { class: "scroller" }, ...sections, this.forms.options)
    const top = make("div", { class: "top" }, this.search, ...this.forms.jumps)
    this.frame = make("div", { class: "list", role: "region" }, top, this.scroller, this.status)
  }

  // -- building
  /**
   * @param {string} kind
   * @param {string[]} columns
   */
  table(kind, columns) {
    const caption = make("caption"), empty = make("p", { class: "empty" })
    const heads = columns.map(column => make("th", { scope: "col", class: column }))
    const table = make("table", { class: kind }, caption, make("thead", {}, make("tr", {}, ...heads)))
    const label = () => {
      write(caption, this.words[kind])
      heads.forEach((head, at) => write(head, this.words[columns[at]]))
      write(empty, this.words[`no_${kind}`])
    }
    return { table, body: make("tbody"), empty, label }
  }
  // -- what the board has
  update() {
    const { board } = this
    this.words = listWords(board.meeting.words, board.picture.get("conventions").weights)
    this.label()
    this.render()
    this.showSelected()
  }
  label() {
    const { words } = this
    labelAs(this.frame, words.name)
    labelAs(this.search, words.search)
    this.search.placeholder = words.search
    for (const table of this.tables) table.label()
    this.forms.label()
  }
  // What was selected elsewhere is brought into view, without taking the focus along.
  showSelected() {
    const said = JSON.stringify(this.board.selection)
    const before = this.lastSelected
    this.lastSelected = said
    if (before === undefined || before === said) return
    const row = this.scroller.querySelector("[aria-current]")
    if (!row || row.contains(this.active())) return
    const frame = this.scroller.getBoundingClientRect(), box = row.getBoundingClientRect()
    if (box.top < frame.top + 40 || box.bottom > frame.bottom) this.scroller.scrollTop += box.top - frame.top - 80
  }
  /** @param {string[]} selection */
  isSelected(selection) { return JSON.stringify(selection) === JSON.stringify(this.board.selection) }

  // -- drawing
  active() {
    const within = /** @type {Document | ShadowRoot} */ (this.frame.getRootNode())
    return /** @type {HTMLElement | null} */ (within.activeElement)
  }
  render() {
    const active = this.active()
    /** @type {NodeListOf<HTMLElement>} */
    const found = this.scroller.querySelectorAll("[data-stop]")
    const stops = [...found]
    /** @type {HTMLElement | null | undefined} */
    const nearest = active?.closest("tr, form")?.querySelector("[data-stop]")
    const from = stops.findIndex(stop => stop === (nearest ?? active))
    this.model = new ListModel(this.board.picture)
    this.groups.sync(this.model.parties())
    this.interestRows.sync(this.model.interests())
    this.relationRows.sync(this.model.relations())
    for (const { table, empty } of this.tables) {
      table.hidden = !table.querySelector("tbody tr")
      empty.hidden = !table.hidden
    }
    this.forms.offer(this.model.interestNodes().map(interest => [interest.key, interest.label]))
    this.keepFocus(active, stops.slice(Math.max(from, 0)))
  }
  // Where what had the focus is gone, the focus goes to the next row, and at the end of a party to where one is added.
  /**
   * @param {HTMLElement | null} active
   * @param {HTMLElement[]} stops
   */
  keepFocus(active, stops) {
    const gone = (/** @type {HTMLElement} */ element) => !element.isConnected || element.closest("[hidden]")
    if (!active) return
    if (gone(active)) stops.find(stop => !gone(stop))?.focus()
    else if (this.active() !== active) active.focus({ preventScroll: true })
  }
  /** @param {string} text */
  say(text) {
    this.status.textContent = this.status.textContent === text ? `${text}\u00A0` : text
  }

  // -- searching
  /** @param {...string} names */
  matches(...names) {
    return !this.query || names.some(text => text.toLocaleLowerCase().includes(this.query))
  }
  /** @param {string} query */
  find(query) {
    this.query = query.trim().toLocaleLowerCase()
    this.render()
    const found = this.scroller.querySelectorAll(".parties tbody:not([hidden]), table:not(.parties) tbody tr:not([hidden])")
    if (this.query) this.say(filled(this.words.found, { count: found.length }))
  }
  // What is new shows, whatever was searched for.
  reveal() {
    if (!this.query) return
    this.search.value = ""
    this.find("")
  }

  // -- acts
  /**
   * @param {Act} act
   * @param {() => string} said once it is done
   */
  act(act, said) {
    this.board.act(act)
    this.say(said())
  }
  /** @param {...string} selection */
  open(...selection) { this.board.select(selection) }
  /** @param {string} id */
  sayOf(id) { return () => this.board.said.of(id) }
  /**
   * @param {"actor" | "interest"} of
   * @param {string} id
   * @param {string} text
   */
  rename(of, id, text) {
    this.act(changed(of, id, { name: text }), () => filled(this.words.said_renamed, { name: text }))
  }
  /**
   * @param {string} id
   * @param {Record<string, unknown>} changes
   */
  changeParty(id, { seats, ...changes }) {
    const key = id.slice(2)
    this.act(seats === undefined ? changed("actor", key, changes) : seat(key, Number(seats)), this.sayOf(id))
  }
  /**
   * @param {string} id
   * @param {boolean} atTable
   */
  seat(id, atTable) { this.act(seat(id.slice(2), atTable ? null : 0), this.sayOf(id)) }
  refuseNumber() { this.say(this.words.said_no_number) }
  /**
   * @param {string} actor
   * @param {string} interest
   * @param {{ weight?: number, side?: number, provenance?: string }} change
   */
  link(actor, interest, { side, ...change }) {
    const id = `s:${actor}|${interest}`, { position = 1 } = this.model.edges.get(id) ?? {}
    const turned = side === undefined ? {} : { position: side * (Math.abs(position) || 1) }
    const { provenance } = change
    const said = () => provenance ? this.credited(id, provenance) : this.board.said.of(id)
    this.act(stake(this.board.picture, actor, interest, { ...change, ...turned }), said)
  }
  /**
   * @param {string} id of a stake
   * @param {string} provenance
   */
  credited(id, provenance) {
    const { from = "", to = "" } = this.model.edges.get(id) ?? {}, name = (/** @type {string} */ end) => this.board.said.name(end)
    const how = this.board.t(`provenance.${provenance}`)
    return filled(this.words.said_provenance, { name: name(from), interest: name(to), how })
  }
  /**
   * @param {string} a
   * @param {string} b
   * @param {number} compatibility
   */
  relate(a, b, compatibility) {
    this.act(relation(this.board.picture, a, b, { compatibility }), this.sayOf(`r:${a}|${b}`))
  }
  /** @param {string} id of a node or an edge */
  remove(id) {
    const what = this.board.said.of(id)
    this.act(removed(id), () => filled(this.words.said_deleted, { name: what }))
  }

  /**
   * An interest that is there is linked; one that is not is made; of one that is linked already that is said.
   * @param {string} id of the party
   * @param {string} text
   */
  addLink(id, text) {
    if (!text) return
    this.reveal()
    const actor = id.slice(2), typed = text.toLocaleLowerCase(), party = this.board.said.name(id)
    const named = this.model.interestNodes().filter(node => node.label.toLocaleLowerCase() === typed)
    const free = named.find(node => !this.model.edges.has(`s:${actor}|${node.key}`))
    if (named.length && !free) return this.say(filled(this.words.said_exists, { name: party, interest: text }))
    this.act(this.linkTo(actor, free?.key, text), () => filled(this.words.said_linked, { a: party, b: text }))
  }
  /**
   * @param {string} actor
   * @param {string | undefined} interest
   * @param {string} text
   */
  linkTo(actor, interest, text) {
    const { picture } = this.board
    if (interest) return stake(picture, actor, interest)
    const made = newInterest(text, null)
    return /** @type {Act} */ (together([made, stake(picture, actor, made.interest.id)]))
  }
}
