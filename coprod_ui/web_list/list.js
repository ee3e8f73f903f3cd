// The list: what is shown, and every act a person can do in it.
const LISTS = new WeakMap()
const TYPED = 'input[type="text"], input[type="number"], input[type="search"]'

class ListModel extends Model {
  apply(op) {
    super.apply(op)
    if (op.kind === "change_party") this.change(partyId(op.actor), op.changes)
    if (op.kind === "link") this.credit(op.actor, op.interest, op.provenance)
    if (op.link?.actor) this.credit(op.link.actor, op.id)
    return this
  }
  credit(actor, interest, provenance) {
    const known = this.edges.get(stakeId(actor, interest))
    if (known) this.put({ ...known, provenance: provenance ?? known.provenance ?? "estimate" })
  }
}

class ListLog extends OperationLog {
  over(data) { return this.pending.reduce((model, op) => model.apply(op), new ListModel(data)) }
}

class WebList {
  constructor(root) {
    this.root = root
    this.log = new ListLog()
    this.reports = 0
    this.query = ""
    this.number = value => String(Math.round(value * 100) / 100).replace(".", this.words.decimal)
    this.build()
    this.frame.addEventListener("keydown", event => this.pressed(event))
    // The page listens to single letters; what is typed here is not meant for it.
    for (const kind of ["keyup", "keypress"]) this.frame.addEventListener(kind, event => event.stopPropagation())
  }

  // -- building
  build() {
    this.search = make("input", { type: "search", class: "search", autocomplete: "off" })
    this.search.oninput = () => this.find(this.search.value)
    this.parties = this.table("parties", ["col_party", "col_weight", "col_position", "col_provenance", "col_acts"])
    this.interests = this.table("interests", ["col_interest", "col_held_by", "col_heard", "col_acts"])
    this.relations = this.table("relations", ["col_interest", "col_other", "col_how", "col_acts"])
    this.tables = [this.parties, this.interests, this.relations]
    for (const { table, body } of [this.interests, this.relations]) table.append(body)
    this.groups = new Keyed(this.parties.table, this.parties.table.tHead, party => new PartyGroup(this, party))
    this.interestRows = new Keyed(this.interests.body, null, interest => new InterestRow(this, interest))
    this.relationRows = new Keyed(this.relations.body, null, relation => new RelationRow(this, relation))
    this.forms = [this.partyForm(), this.interestForm(), this.relationForm()]
    this.jumps = [this.newParty, this.newInterest, this.newRelation].map(field => button("jump", () => field.focus()))
    this.options = make("datalist", { id: "interests" })
    this.said = make("p", { class: "unseen", role: "status", "aria-live": "polite" })
    const sections = this.tables.flatMap(({ table, empty }, at) => [table, empty, this.forms[at].form])
    this.scroller = make("div", { class: "scroller" }, ...sections, this.options)
    this.frame = make("div", { class: "list", role: "region" }, make("div", { class: "top" }, this.search, ...this.jumps), this.scroller, this.said)
    this.root.append(this.frame)
  }
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
  form(submitted, ...labels) {
    const add = make("button", { type: "submit" })
    const form = make("form", { class: "new" }, ...labels.map(label => label.element), add)
    form.onsubmit = event => { event.preventDefault(); submitted() }
    return { form, add, labels }
  }
  nameInput() { return make("input", { type: "text", maxlength: LONGEST_NAME, autocomplete: "off", "data-stop": "" }) }
  partyForm() {
    this.newParty = this.nameInput()
    this.newSphere = new Choice(() => {})
    this.newAtTable = make("input", { type: "checkbox" })
    return this.form(() => this.submitParty(), new Labelled(this.newParty, "wide"), new Labelled(this.newSphere.select, "sphere"), new Labelled(this.newAtTable, "tick"))
  }
  interestForm() {
    this.newInterest = this.nameInput()
    return this.form(() => this.submitInterest(), new Labelled(this.newInterest, "wide"))
  }
  relationForm() {
    this.relationEnds = [new Choice(() => {}), new Choice(() => {})]
    this.newHow = new Choice(() => {})
    this.newRelation = this.relationEnds[0].select
    this.newRelation.dataset.stop = ""
    return this.form(() => this.submitRelation(), ...[...this.relationEnds, this.newHow].map(choice => new Labelled(choice.select, "end")))
  }

  // -- what Python sends
  update(component) {
    this.component = component
    this.data = component.data
    this.words = this.data.words
    this.frame.style.height = `${this.data.height}px`
    this.log.acknowledge(this.data.acknowledged[this.log.client] ?? 0)
    this.label()
    this.render()
    this.showSelected()
  }
  label() {
    const { words } = this, kinds = ["to_parties", "to_interests", "to_relations"]
    labelAs(this.frame, words.name)
    labelAs(this.search, words.search)
    this.search.placeholder = words.search
    for (const table of this.tables) table.label()
    const fields = [[words.new_party, words.sphere, words.at_table], [words.new_interest], [words.col_interest, words.col_other, words.col_how]]
    kinds.forEach((kind, at) => {
      const { add, labels } = this.forms[at]
      write(this.jumps[at], words[kind])
      write(add, words.add)
      labelAs(add, `${words.add}: ${words[kind]}`)
      labels.forEach((label, field) => label.show(fields[at][field]))
    })
    this.newSphere.show(this.newSphere.chosen ?? "citizens", words.spheres, words.sphere)
    this.newHow.show(this.newHow.chosen ?? FIRST_CLASH, words.compatibilities, words.col_how)
    this.relationEnds.forEach((end, at) => labelAs(end.select, fields[2][at]))
  }
  // What was selected elsewhere is brought into view, without taking the focus along.
  showSelected() {
    const said = JSON.stringify(this.data.selected)
    const before = this.lastSelected
    this.lastSelected = said
    if (before === undefined || before === said) return
    const row = this.scroller.querySelector("[aria-current]")
    if (!row || row.contains(this.active())) return
    const frame = this.scroller.getBoundingClientRect(), box = row.getBoundingClientRect()
    if (box.top < frame.top + 40 || box.bottom > frame.bottom) this.scroller.scrollTop += box.top - frame.top - 80
  }
  isSelected(selection) { return JSON.stringify(selection) === JSON.stringify(this.data.selected) }

  // -- drawing
  active() { return this.root.getRootNode().activeElement }
  render() {
    const active = this.active(), stops = [...this.scroller.querySelectorAll("[data-stop]")]
    const from = stops.indexOf(active?.closest("tr, form")?.querySelector("[data-stop]") ?? active)
    this.model = this.log.over(this.data)
    const nodes = [...this.model.nodes.values()], edges = [...this.model.edges.values()]
    const interests = nodes.filter(node => !node.party)
    this.groups.sync(this.withLinks(nodes.filter(node => node.party), interests, edges))
    this.interestRows.sync(this.withHolders(interests, edges))
    this.relationRows.sync(this.withEnds(edges))
    for (const { table, empty } of this.tables) {
      table.hidden = !table.querySelector("tbody tr")
      empty.hidden = !table.hidden
    }
    this.offer(interests.map(interest => [interest.key, interest.label]))
    this.keepFocus(active, stops.slice(Math.max(from, 0)))
  }
  withLinks(parties, interests, edges) {
    const linked = new Map(edges.filter(edge => edge.kind !== "r").map(edge => [edge.ends.join("|"), edge]))
    return parties.map(party => ({ ...party, links: interests.flatMap(interest => {
      const key = `${party.key}|${interest.key}`, edge = linked.get(key)
      return edge ? [{ key, party, interest, edge }] : []
    }) }))
  }
  withHolders(interests, edges) {
    const holders = new Map(interests.map(interest => [interest.id, []]))
    for (const edge of edges) if (edge.kind === "s") holders.get(edge.to).push(this.nameOf(edge.from))
    return interests.map(interest => ({ ...interest, holders: holders.get(interest.id) }))
  }
  withEnds(edges) {
    return edges.filter(edge => edge.kind === "r").map(edge => {
      const [a, b] = edge.ends.map(id => this.model.nodes.get(interestId(id)))
      return { key: edge.id, id: edge.id, edge, a, b }
    })
  }
  // The interests to choose from, where one is added to a party and where two are related.
  offer(choices) {
    this.forms[2].form.hidden = this.jumps[2].hidden = choices.length < 2
    const said = JSON.stringify(choices)
    if (said === this.offered) return
    this.offered = said
    this.options.replaceChildren(...choices.map(([, label]) => make("option", { value: label })))
    if (choices.length < 2) return
    this.relationEnds.forEach((end, at) => {
      const kept = choices.some(([key]) => key === end.chosen)
      end.show(kept ? end.chosen : choices[at][0], choices, [this.words.col_interest, this.words.col_other][at])
    })
  }
  // Where what had the focus is gone, the focus goes to the next row, and at the end of a party to where one is added.
  keepFocus(active, stops) {
    const gone = element => !element.isConnected || element.closest("[hidden]")
    if (!active) return
    if (gone(active)) stops.find(stop => !gone(stop))?.focus()
    else if (this.active() !== active) active.focus({ preventScroll: true })
  }
  say(text) {
    this.said.textContent = this.said.textContent === text ? `${text}\u00A0` : text
  }

  // -- searching
  matches(...names) {
    return !this.query || names.some(text => text.toLocaleLowerCase().includes(this.query))
  }
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
  act(op, said) {
    this.log.add(op)
    this.render()
    this.component.setStateValue("ops", this.log.pending.slice())
    this.say(said())
  }
  open(...selection) {
    this.component.setStateValue("selection", { n: `${this.log.client}.${++this.reports}`, selection, focus: null })
  }
  pressed(event) {
    event.stopPropagation()
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.matches(TYPED)) return
    const key = event.key.toLowerCase(), again = key === "y" || (key === "z" && event.shiftKey)
    if (key !== "z" && key !== "y") return
    event.preventDefault()
    this.act({ kind: again ? "redo" : "undo" }, () => again ? this.words.said_redo : this.words.said_undo)
  }
  rename(of, id, text) {
    this.act({ kind: "rename", of, id, name: text }, () => filled(this.words.said_renamed, { name: text }))
  }
  changeParty(id, changes) {
    this.act({ kind: "change_party", actor: id.slice(2), changes }, () => this.sentence(id))
  }
  seat(id, atTable) {
    this.act({ kind: "seat", actor: id.slice(2), at_table: atTable }, () => this.sentence(id))
  }
  refuseNumber() { this.say(this.words.said_no_number) }
  link(actor, interest, { weight, side, provenance }) {
    const known = this.model.edges.get(stakeId(actor, interest)) ?? this.model.firstStake
    const position = side === undefined ? known.position : side * (Math.abs(known.position) || 1)
    const op = { kind: "link", actor, interest, weight: weight ?? known.weight, position, ...(provenance && { provenance }) }
    this.act(op, () => provenance ? this.saidProvenance(actor, interest, provenance) : this.sentence(stakeId(actor, interest)))
  }
  relate(a, b, compatibility) {
    this.act({ kind: "relate", a, b, compatibility }, () => this.sentence(this.model.relationOf(a, b)?.id))
  }
  remove(id) {
    const what = this.sentence(id), op = { kind: "delete", actors: [], interests: [], stakes: [], relations: [] }
    if (id[0] === "a" || id[0] === "k") op[id[0] === "a" ? "actors" : "interests"].push(id.slice(2))
    else op[id[0] === "r" ? "relations" : "stakes"].push(id.slice(2).split("|"))
    this.act(op, () => filled(this.words.said_deleted, { name: what }))
  }

  // -- adding
  submitParty() {
    const sphere = this.newSphere.chosen, at_table = this.newAtTable.checked
    this.submitName(this.newParty, name => ({ kind: "add_party", id: newId("a"), name, sphere, at_table }))
  }
  submitInterest() {
    this.submitName(this.newInterest, name => ({ kind: "add_interest", id: newId("k"), name, link: null }))
  }
  submitName(input, opOf) {
    const text = input.value.trim()
    input.focus()
    if (!text) return
    input.value = ""
    this.reveal()
    this.act(opOf(text), () => filled(this.words.said_added, { name: text }))
  }
  submitRelation() {
    const [a, b] = this.relationEnds.map(end => end.chosen)
    if (a === b) return this.say(this.words.said_same)
    this.reveal()
    this.relate(a, b, this.newHow.chosen)
  }
  // An interest that is there is linked; one that is not is made; of one that is linked already that is said.
  addLink(id, text) {
    if (!text) return
    this.reveal()
    const actor = id.slice(2), typed = text.toLocaleLowerCase(), party = this.nameOf(id)
    const named = [...this.model.nodes.values()].filter(node => !node.party && node.label.toLocaleLowerCase() === typed)
    const free = named.find(node => !this.model.edges.has(stakeId(actor, node.key)))
    if (named.length && !free) return this.say(filled(this.words.said_exists, { name: party, interest: text }))
    const op = free
      ? { kind: "link", actor, interest: free.key, ...this.model.firstStake }
      : { kind: "add_interest", id: newId("k"), name: text, link: { actor, ...this.model.firstStake } }
    this.act(op, () => filled(this.words.said_linked, { a: party, b: text }))
  }

  // -- what is said
  nameOf(id) { return this.model.nodes.get(id)?.label ?? "" }
  word(choices, value) { return choices.find(([choice]) => choice === value)?.[1] ?? this.number(value) }
  saidProvenance(actor, interest, provenance) {
    const { words } = this
    return filled(words.said_provenance, { name: this.nameOf(partyId(actor)), interest: this.nameOf(interestId(interest)), how: this.word(words.provenances, provenance) })
  }
  sentence(id) {
    const { words, model } = this, node = model.nodes.get(id)
    const edge = model.edges.get(id) ?? (id?.[0] === "s" ? model.edges.get(`u${id.slice(1)}`) : undefined)
    if (node) return node.party ? this.saidParty(node) : filled(words.said_interest, { name: node.label })
    if (!edge) return ""
    const [from, to] = [this.nameOf(edge.from), this.nameOf(edge.to)]
    if (edge.kind === "r") return filled(words.said_relation, { a: from, b: to, how: this.word(words.compatibilities, edge.compatibility) })
    if (edge.kind === "u") return filled(words.said_unknown, { name: from, interest: to })
    return filled(words.said_link, { name: from, interest: to, weight: this.word(words.weights, edge.weight), position: this.word(words.positions, Math.sign(edge.position)) })
  }
  saidParty(party) {
    const { words } = this, citizens = party.sphere === "citizens"
    const state = party.seats !== 0 ? words.said_at_table : citizens ? this.word(words.invitations, party.invitation) : words.said_not_at_table
    const counted = citizens && party.people !== null && party.seats !== null
    return filled(counted ? words.said_party_people : words.said_party, {
      name: party.label, sphere: this.word(words.spheres, party.sphere), state,
      ...(counted && { seats: this.number(party.seats), people: this.number(party.people) }),
    })
  }
}

export default function (component) {
  const { parentElement: root } = component
  if (!LISTS.has(root)) LISTS.set(root, new WebList(root))
  const list = LISTS.get(root)
  list.update(component)
  globalThis.__belangenweb = { pending: () => list.log.pending.length }
}
