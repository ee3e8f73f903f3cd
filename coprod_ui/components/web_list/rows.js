// @ts-check
// The rows of the three tables. Each is built once, and afterwards only told what changed: the focus stays where it is.
/** @import { WebEdge, WebNode, Words } from "../types" */
/** @import { WebList } from "./list.js" */
/** @import { InterestShown, Link, PartyShown, RelationShown } from "./model.js" */
import { filled } from "../filling.js"
import { button, Choice, labelAs, Labelled, LONGEST_NAME, make, NameField, NumberField, Tick, write } from "./fields.js"

/** @typedef {{ open: HTMLButtonElement, remove: HTMLButtonElement, element: HTMLElement }} Acts */

/**
 * Rows by key, in the order of the items they show.
 * @template {{ key: string }} Item
 */
export class Keyed {
  /**
   * Rows stand after `head`, or first in `parent` when there is none.
   * @param {Element} parent
   * @param {Element | null} head
   * @param {(item: Item) => { element: Element, show(item: Item): void }} build
   */
  constructor(parent, head, build) {
    this.parent = parent
    this.head = head
    this.build = build
    /** @type {Map<string, { element: Element, show(item: Item): void }>} */
    this.rows = new Map()
  }
  /** @param {Item[]} items */
  sync(items) {
    const wanted = new Set(items.map(item => item.key))
    for (const [key, row] of this.rows) if (!wanted.has(key)) { row.element.remove(); this.rows.delete(key) }
    let next = this.head ? this.head.nextElementSibling : this.parent.firstElementChild
    for (const item of items) {
      const row = this.rows.get(item.key) ?? this.build(item)
      this.rows.set(item.key, row)
      if (row.element === next) next = row.element.nextElementSibling
      else this.parent.insertBefore(row.element, next)
      row.show(item)
    }
  }
}

/**
 * @param {string} kind
 * @param {...Node} inside
 */
const cell = (kind, ...inside) => make("td", { class: kind }, ...inside)
/**
 * @param {() => void} opened
 * @param {() => void} removed
 * @returns {Acts}
 */
function actsOf(opened, removed) {
  const open = button("open", opened), remove = button("remove", removed)
  return { open, remove, element: cell("acts", open, remove) }
}
/**
 * @param {Acts} acts
 * @param {Words} words
 * @param {string} about
 * @param {string} away
 */
function nameActs({ open, remove }, words, about, away) {
  write(open, words.more)
  labelAs(open, about)
  labelAs(remove, away)
  remove.title = away
}
/**
 * @param {Element} element
 * @param {WebList} list
 * @param {...string} selection
 */
function markCurrent(element, list, ...selection) {
  if (list.isSelected(selection)) element.setAttribute("aria-current", "true")
  else element.removeAttribute("aria-current")
}

// One party: a row with who they are, a row per stake, and a place to add one.
export class PartyGroup {
  /**
   * @param {WebList} list
   * @param {PartyShown} party
   */
  constructor(list, { id, key }) {
    this.list = list
    this.id = id
    this.name = new NameField(text => list.rename("actor", key, text))
    this.sphere = new Choice(sphere => list.changeParty(id, { sphere }))
    this.people = new NumberField(people => list.changeParty(id, { people: people || null }), () => list.refuseNumber())
    this.seats = new NumberField(seats => list.changeParty(id, { seats: seats ?? 0 }), () => list.refuseNumber())
    this.atTable = new Tick(on => list.seat(id, on))
    this.invitation = new Choice(invitation => list.changeParty(id, { invitation }))
    this.labels = {
      sphere: new Labelled(this.sphere.select, "sphere"), people: new Labelled(this.people.input, "count"),
      at_table: new Labelled(this.atTable.input, "tick"), seats: new Labelled(this.seats.input, "count"),
      invitation: new Labelled(this.invitation.select, "invitation"),
    }
    this.name.input.dataset.stop = ""
    this.acts = actsOf(() => list.open("actor", key), () => list.remove(id))
    this.row = make("tr", { class: "party" },
      make("th", { scope: "rowgroup" }, this.name.input),
      make("td", { colspan: 3 }, make("div", { class: "facts" }, ...Object.values(this.labels).map(label => label.element))),
      this.acts.element)
    this.adder = new LinkAdder(list, id)
    this.element = make("tbody", {}, this.row, this.adder.element)
    this.links = new Keyed(this.element, this.row, (/** @type {Link} */ link) => new LinkRow(list, link))
  }
  /** @param {PartyShown} party */
  show(party) {
    const { list } = this, { words } = list, who = { name: party.label }, citizens = party.sphere === "citizens"
    const away = party.seats === 0
    this.element.dataset.sphere = party.sphere
    this.element.hidden = !list.matches(party.label, ...party.links.map(link => link.interest.label))
    this.name.show(party.label, filled(words.name_of, who))
    this.sphere.show(party.sphere, words.spheres, filled(words.sphere_of, who))
    this.people.show(String(party.people ?? ""), filled(words.people_of, who))
    this.seats.show(String(party.seats ?? ""), filled(words.seats_of, who))
    this.atTable.show(!away, filled(words.at_table_of, who))
    this.invitation.show(party.invitation, words.invitations, filled(words.invitation_of, who))
    this.labels.sphere.show(words.sphere)
    this.labels.people.show(words.people, !citizens)
    this.labels.at_table.show(words.at_table)
    this.labels.seats.show(words.seats, away || !citizens)
    this.labels.invitation.show(words.invitation, !away || !citizens)
    nameActs(this.acts, words, filled(words.more_about, who), filled(words.remove, who))
    markCurrent(this.row, list, "actor", party.key)
    this.links.sync(party.links)
    this.adder.show(party)
  }
}

class LinkRow {
  /**
   * @param {WebList} list
   * @param {Link} link
   */
  constructor(list, { party, interest }) {
    this.list = list
    /** @type {[string, string]} */
    const pair = [party.key, interest.key]
    this.weight = new Choice(weight => list.link(...pair, { weight }))
    this.position = new Choice(side => list.link(...pair, { side }))
    this.provenance = new Choice(provenance => list.link(...pair, { provenance }))
    this.weight.select.dataset.stop = ""
    this.interest = make("th", { scope: "row" })
    this.cells = {
      col_weight: cell("", this.weight.select), col_position: cell("", this.position.select),
      col_provenance: cell("", this.provenance.select),
    }
    this.acts = actsOf(() => list.open("stake", ...pair), () => list.remove(`s:${pair.join("|")}`))
    this.element = make("tr", { class: "link" }, this.interest, ...Object.values(this.cells),
      this.acts.element)
  }
  /** @param {Link} link */
  show({ party, interest, edge }) {
    const { list } = this, { words } = list, who = { name: party.label, interest: interest.label }
    const known = edge.kind === "s"
    write(this.interest, interest.label)
    for (const [column, element] of Object.entries(this.cells)) element.dataset.label = words[column]
    const weight = known ? edge.weight : null
    const other = (/** @type {number | null} */ value) => value === null ? words.unknown : list.number(value)
    this.weight.show(weight, words.weights, filled(words.weight_of, who), other)
    this.position.select.hidden = this.provenance.select.hidden = this.acts.open.hidden = !known
    if (known) {
      this.position.show(Math.sign(edge.position ?? 0), words.positions, filled(words.position_of, who), list.number)
      this.provenance.show(edge.provenance, words.provenances, filled(words.provenance_of, who))
    }
    nameActs(this.acts, words, filled(words.more_about_link, who), filled(words.remove_link, who))
    markCurrent(this.element, list, "stake", party.key, interest.key)
  }
}

// A field in which an interest is typed, or chosen from those there are.
class LinkAdder {
  /**
   * @param {WebList} list
   * @param {string} id of the party
   */
  constructor(list, id) {
    this.list = list
    this.input = make("input", { type: "text", maxlength: LONGEST_NAME, autocomplete: "off", list: "interests", "data-stop": "" })
    this.button = make("button", { type: "submit" })
    const form = make("form", {}, this.input, this.button)
    form.onsubmit = event => {
      event.preventDefault()
      list.addLink(id, this.input.value.trim())
      this.input.value = ""
    }
    this.element = make("tr", { class: "add" }, make("td", { colspan: 5 }, form))
  }
  /** @param {PartyShown} party */
  show(party) {
    const { words } = this.list, label = filled(words.new_link, { name: party.label })
    labelAs(this.input, label)
    if (this.input.placeholder !== words.new_interest) this.input.placeholder = words.new_interest
    write(this.button, words.add)
    labelAs(this.button, `${words.add}: ${label}`)
  }
}

export class InterestRow {
  /**
   * @param {WebList} list
   * @param {InterestShown} interest
   */
  constructor(list, { id, key }) {
    this.list = list
    this.name = new NameField(text => list.rename("interest", key, text))
    this.name.input.dataset.stop = ""
    this.holders = make("td")
    this.heard = make("td")
    this.acts = actsOf(() => list.open("interest", key), () => list.remove(id))
    const name = make("th", { scope: "row" }, this.name.input)
    this.element = make("tr", {}, name, this.holders, this.heard, this.acts.element)
  }
  /** @param {InterestShown} interest */
  show(interest) {
    const { list } = this, { words } = list, who = { name: interest.label }
    this.element.hidden = !list.matches(interest.label)
    this.name.show(interest.label, filled(words.name_of, who))
    write(this.holders, interest.holders.join(", ") || words.nobody)
    this.holders.dataset.label = words.col_held_by
    write(this.heard, words[interest.heard ?? "heard"])
    this.heard.hidden = !interest.holders.length
    this.heard.dataset.label = words.col_heard
    nameActs(this.acts, words, filled(words.more_about, who), filled(words.remove, who))
    markCurrent(this.element, list, "interest", interest.key)
  }
}

export class RelationRow {
  /**
   * @param {WebList} list
   * @param {RelationShown} relation
   */
  constructor(list, { id, a, b }) {
    this.list = list
    this.how = new Choice(compatibility => list.relate(a.key, b.key, compatibility))
    this.how.select.dataset.stop = ""
    this.one = make("th", { scope: "row" })
    this.other = make("td")
    this.level = cell("", this.how.select)
    this.acts = actsOf(() => list.open("relation", a.key, b.key), () => list.remove(id))
    this.element = make("tr", {}, this.one, this.other, this.level, this.acts.element)
  }
  /** @param {RelationShown} relation */
  show({ edge, a, b }) {
    const { list } = this, { words } = list, who = { a: a.label, b: b.label }, both = `${a.label}, ${b.label}`
    this.element.hidden = !list.matches(a.label, b.label)
    write(this.one, a.label)
    write(this.other, b.label)
    this.other.dataset.label = words.col_other
    this.level.dataset.label = words.col_how
    this.how.show(edge.compatibility, words.compatibilities, filled(words.how_of, who), list.number)
    nameActs(this.acts, words, filled(words.more_about, { name: both }), filled(words.remove, { name: both }))
    markCurrent(this.element, list, "relation", a.key, b.key)
  }
}
