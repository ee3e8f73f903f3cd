// The canvas: what is shown, what is selected, and every act a person can do on it.
const EDITORS = new WeakMap()
const round = value => Math.round(value * 10) / 10

class Editor {
  constructor(vis, root, component) {
    this.root = root
    this.web = root.querySelector(".web")
    this.stage = root.querySelector(".stage")
    this.net = root.querySelector(".net")
    this.gone = new AbortController()
    this.log = new OperationLog()
    this.reports = 0
    this.reported = []
    this.places = new Map()
    this.selection = null
    this.scale = 1
    this.painter = new Painter(this)
    this.sentences = new Sentences(this)
    this.tooltip = new Tooltip(this, root.querySelector(".tip"))
    this.naming = new Naming(this, root.querySelector(".naming"))
    this.shownNodes = new vis.DataSet()
    this.shownEdges = new vis.DataSet()
    this.looks = new Map()
    this.startNetwork(vis, component.data.height)
    this.pointer = new Pointer(this)
    this.keyboard = new Keyboard(this)
    this.startTools()
    this.resizing = new ResizeObserver(() => this.resized())
    this.resizing.observe(this.net)
  }

  startNetwork(vis, height) {
    this.web.style.height = `${height}px`
    this.network = new vis.Network(this.net, { nodes: this.shownNodes, edges: this.shownEdges }, {
      physics: false, layout: { randomSeed: 1 }, edges: { selectionWidth: 0, hoverWidth: 0 },
      interaction: { dragNodes: false, dragView: false, zoomView: false, selectable: false, hover: false, keyboard: false },
    })
    this.net.querySelector(".vis-network").removeAttribute("tabindex")
    this.network.on("beforeDrawing", context => this.painter.background(context))
    this.network.on("afterDrawing", context => this.painter.foreground(context))
    this.drawNode = ({ ctx, id, x, y }) => this.painter.node(ctx, id, x, y)
  }

  startTools() {
    const acts = {
      party: () => this.addParty(), interest: () => this.addInterest(), connect: () => this.toggleConnecting(), delete: () => this.deleteSelected(),
      causes: () => this.showCauses(!this.causesOnly),
      in: () => this.zoomBy(1.25), out: () => this.zoomBy(0.8), fit: () => this.fit(),
    }
    this.tools = Object.fromEntries(Array.from(this.root.querySelectorAll("[data-do]"), button => [button.dataset.do, button]))
    for (const [name, act] of Object.entries(acts)) this.tools[name].onclick = act
  }

  // -- what Python sends
  update(component) {
    const first = !this.data
    this.component = component
    this.data = component.data
    this.words = this.data.words
    this.web.style.height = `${this.data.height}px`
    this.painter.palette = paletteOn(this.net)
    this.painter.family = getComputedStyle(this.net).getPropertyValue("--st-font").trim() || "sans-serif"
    this.log.acknowledge(this.data.acknowledged[this.log.client] ?? 0)
    this.label()
    this.zones = this.data.zones
    this.adopt(this.data.selected, first)
    this.render()
    this.causesAsked()
    this.keepInView(first)
  }
  label() {
    const { words, tools } = this
    const texts = { party: words.add_party, interest: words.add_interest, connect: words.connect, causes: words.causes }
    for (const [name, text] of Object.entries(texts)) tools[name].textContent = text
    for (const [name, text] of Object.entries({ delete: words.delete, in: words.zoom_in, out: words.zoom_out, fit: words.fit })) {
      tools[name].setAttribute("aria-label", text)
      tools[name].title = text
    }
    tools.causes.title = words.causes_help
    this.root.querySelector(".tools").setAttribute("aria-label", words.tools)
    this.net.setAttribute("aria-label", words.name)
    this.root.querySelector("#keys").textContent = words.keys
  }
  // Python's selection counts when it is news: not what this canvas itself said a moment ago.
  adopt(selected, first) {
    const said = JSON.stringify(selected), mine = this.reported.indexOf(said)
    if (mine >= 0) this.reported.splice(0, mine + 1)
    if (said === this.lastSelected) return
    this.lastSelected = said
    if (mine >= 0 && !first) return
    this.selection = selected.length ? selectionOf(selected[0], ...selected.slice(1)) : null
  }

  // -- drawing
  render() {
    this.model = this.log.over(this.data)
    this.selectedId = selectedId(this.selection, this.model)
    if (!this.model.nodes.has(this.cursor)) this.cursor = null
    const held = this.gesture?.kind === "drag" && this.gesture.moved ? this.gesture.node : this.keyboard.nudged
    for (const id of this.places.keys()) if (!this.model.nodes.has(id)) this.places.delete(id)
    for (const node of this.model.nodes.values()) if (node.id !== held || !this.places.has(node.id)) this.places.set(node.id, { x: node.x, y: node.y })
    this.painter.prepare()
    this.stale = true
    this.tools.delete.disabled = !this.selectedId
    this.tools.causes.disabled = !this.painter.causing.size && !this.causesOnly
    this.redraw()
  }
  // vis-network would draw at every change to its data: held back, it draws once.
  syncAll() {
    const { emitter } = this.network.body
    emitter.emit("_blockRedraw")
    this.sync(this.shownNodes, [...this.model.nodes.keys()].map(id => ({ id, shape: "custom", ctxRenderer: this.drawNode, ...this.places.get(id) })))
    this.sync(this.shownEdges, [...this.model.edges.values()].map(edge => this.painter.edgeLook(edge)))
    emitter.emit("_allowRedraw")
    this.stale = false
  }
  // Only what changed goes to vis-network.
  sync(shown, wanted) {
    const ids = new Set(wanted.map(item => item.id))
    const gone = shown.getIds().filter(id => !ids.has(id))
    const changed = wanted.filter(item => this.looks.get(item.id) !== JSON.stringify(item))
    gone.forEach(id => this.looks.delete(id))
    changed.forEach(item => this.looks.set(item.id, JSON.stringify(item)))
    if (gone.length) shown.remove(gone)
    if (changed.length) shown.update(changed)
  }
  // In the frame after the next tick: by then what was done is on its way, and Python works while this draws.
  redraw() {
    this.drawing ??= setTimeout(() => requestAnimationFrame(() => {
      this.drawing = null
      if (this.gone.signal.aborted) return
      if (this.stale) this.syncAll()
      this.network.redraw()
    }))
  }
  // Whether the person is at the keyboard: then what has its attention is ringed.
  get keyboardHere() { return this.web.classList.contains("keys") }
  set keyboardHere(here) { this.web.classList.toggle("keys", here) }
  say(text) {
    const said = this.root.querySelector(".said")
    said.textContent = said.textContent === text ? `${text}\u00A0` : text
  }
  hint(text) {
    const hint = this.root.querySelector(".hint")
    hint.textContent = text ?? ""
    hint.hidden = !text
    if (text) this.say(text)
  }
  handled() {
    return new Set([this.hovered, this.selectedId, this.keyboardHere ? this.cursor : null].filter(id => id && this.model.nodes.has(id)))
  }

  // -- only what causes the gap: the rest fades, and nothing moves
  showCauses(on) {
    this.causesOnly = on
    this.tools.causes.setAttribute("aria-pressed", String(on))
    this.render()
    const links = [...this.model.edges.values()].filter(edge => edge.cause)
    const name = links.map(edge => `${this.sentences.name(edge.from)}, ${this.sentences.name(edge.to)}`).join("; ")
    this.say(on ? filled(this.words.said_causes, { name }) : this.words.said_all)
  }
  // A button elsewhere may ask for it; each asking counts once.
  causesAsked() {
    const { show_causes: asked } = this.data
    if (!asked || asked === this.lastAsked) return
    this.lastAsked = asked
    this.showCauses(true)
  }

  // -- the view
  toWorld({ x, y }) { return { x: (x - this.net.clientWidth / 2) / this.scale + this.middle.x, y: (y - this.net.clientHeight / 2) / this.scale + this.middle.y } }
  toScreen({ x, y }) { return { x: (x - this.middle.x) * this.scale + this.net.clientWidth / 2, y: (y - this.middle.y) * this.scale + this.net.clientHeight / 2 } }
  bounds() {
    const boxes = [this.zones.organisations, this.zones.politics, this.zones.citizens]
    for (const { x, y } of this.places.values()) boxes.push([x - 60, y - 40, x + 60, y + 40])
    return [Math.min(...boxes.map(b => b[0])) - 3, Math.min(...boxes.map(b => b[1])) - 3, Math.max(...boxes.map(b => b[2])) + 3, Math.max(...boxes.map(b => b[3])) + 3]
  }
  fit() {
    const [left, top, right, bottom] = this.bounds(), wide = this.net.clientWidth, high = this.net.clientHeight
    if (!wide || !high) return
    this.scale = Math.min(wide / (right - left), high / (bottom - top))
    this.middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
    this.ownView = false
    this.look()
  }
  look() {
    this.network.moveTo({ position: this.middle, scale: this.scale, animation: false })
    this.fitted = JSON.stringify(this.bounds())
    this.redraw()
  }
  panBy(dx, dy) {
    this.middle = { x: this.middle.x - dx / this.scale, y: this.middle.y - dy / this.scale }
    this.ownView = true
    this.look()
  }
  zoomBy(factor, at = { x: this.net.clientWidth / 2, y: this.net.clientHeight / 2 }) {
    const before = this.toWorld(at)
    this.scale = clamp(this.scale * factor, 0.15, 3)
    const after = this.toWorld(at)
    this.middle = { x: this.middle.x + before.x - after.x, y: this.middle.y + before.y - after.y }
    this.ownView = true
    this.look()
  }
  resized() {
    if (!this.data) return
    this.network.setSize("100%", "100%")
    if (this.ownView) this.look()
    else this.fit()
  }
  // The picture is shown whole again when it grew, unless the person chose what to look at.
  keepInView(first) {
    if (first || (!this.ownView && this.fitted !== JSON.stringify(this.bounds()) && this.outgrown())) this.fit()
  }
  outgrown() {
    const [left, top, right, bottom] = this.bounds(), from = this.toScreen({ x: left, y: top }), to = this.toScreen({ x: right, y: bottom })
    return from.x < -4 || from.y < -4 || to.x > this.net.clientWidth + 4 || to.y > this.net.clientHeight + 4
  }
  bringIntoView(id) {
    const p = this.toScreen(this.places.get(id)), edge = 50
    const dx = clamp(p.x, edge, this.net.clientWidth - edge) - p.x, dy = clamp(p.y, edge, this.net.clientHeight - edge) - p.y
    if (Math.abs(p.x - this.net.clientWidth / 2) > this.net.clientWidth / 2 || Math.abs(p.y - this.net.clientHeight / 2) > this.net.clientHeight / 2) this.panBy(dx, dy)
  }

  // -- what is where
  nodeAt(world, touch) {
    const extra = (touch ? 8 : 3) / this.scale
    let found = null, nearest = Infinity
    for (const node of this.model.nodes.values()) {
      const away = distance(world, this.places.get(node.id))
      const small = Math.max(0, 14 / this.scale - this.painter.measure(node).h / 2)
      if (inBox(world, this.painter.outline(node, extra + small)) && away < nearest) { found = node.id; nearest = away }
    }
    return found
  }
  handleAt(world, touch) {
    for (const id of this.handled()) {
      const node = this.model.nodes.get(id)
      if (distance(world, this.painter.handle(node)) < Math.max(10, (touch ? 24 : 13) / this.scale)) return id
    }
    return null
  }
  edgeAt(world, touch) {
    let found = null, nearest = (touch ? 18 : 9) / this.scale
    for (const edge of this.model.edges.values()) {
      const from = this.places.get(edge.from), to = this.places.get(edge.to)
      const sign = this.painter.strength(edge) ? distance(world, this.painter.signPlace(edge)) - 6 : Infinity
      const away = Math.min(sign, distanceToLink(world, from, to, edge.kind !== "r")) - this.painter.strength(edge)
      if (away < nearest) { found = edge.id; nearest = away }
    }
    return found
  }
  zoneAt(world) {
    const { zones } = this
    if (inBox(world, zones.table)) return "table"
    if (inBox(world, zones.citizens)) return "citizens"
    if (inBox(world, zones.politics)) return "political_authority"
    if (inBox(world, zones.organisations)) return world.y < zones.split ? "own_organisation" : "other_organisation"
    return "interest"
  }

  // -- selecting
  selectionFor(id) {
    const edge = this.model.edges.get(id)
    if (edge) return selectionOf(edge.kind === "r" ? "relation" : "stake", ...edge.ends)
    return selectionOf(id[0] === "a" ? "actor" : "interest", id.slice(2))
  }
  select(selection, focus = null) {
    const now = selection ? [selection.kind, ...selection.ids] : []
    this.selection = selection
    this.render()
    this.report(now, focus)
  }
  report(now, focus) {
    const said = JSON.stringify(now)
    if (said === this.saidLast && !focus) return
    this.saidLast = said
    this.reported.push(said)
    this.lastReport = `${this.log.client}.${++this.reports}`
    this.component.setStateValue("selection", { n: this.lastReport, selection: now, focus })
  }

  // -- acts
  act(op) {
    this.log.add(op)
    this.component.setStateValue("ops", this.log.pending.slice())
    this.render()
  }
  takeBack(kind) {
    this.act({ kind })
    this.say(kind === "undo" ? this.words.said_undo : this.words.said_redo)
  }

  addParty() {
    const chosen = this.model.nodes.get(this.selectedId)
    const zone = chosen?.party ? (chosen.sphere === "citizens" && isSeated(chosen) ? "table" : chosen.sphere) : "citizens"
    this.nameParty(zone, null)
  }
  addInterest() {
    const [left, top, right, bottom] = this.zones.middle
    this.nameInterest(this.freeNear("interest", { x: (left + right) / 2, y: (top + bottom) / 2 }) ?? null, null)
  }
  addAt(world) {
    const zone = this.zoneAt(world)
    if (zone === "interest") this.nameInterest(world, null)
    else this.nameParty(zone, world)
  }
  // A place that is not pointed at is looked for; in a full zone Python finds one by letting the zone grow.
  placed(place, near) {
    return place ? { x: round(place.x), y: round(place.y) } : { x: null, y: null, near: [round(near.x), round(near.y)] }
  }
  nameParty(zone, place) {
    const wish = place ?? this.topOf(zone)
    this.naming.start({
      label: this.words.new_name_party, at: wish, zone, place,
      done: (name, ask) => {
        const id = newId("a"), near = ask.place ?? this.topOf(ask.zone)
        this.act({ kind: "add_party", id, name, sphere: sphereOf(ask.zone), at_table: ask.zone === "table", ...this.placed(this.freeNear(ask.zone, near), near) })
        this.added(partyId(id), name)
      },
    })
  }
  nameInterest(place, link) {
    const [left, top, right] = this.zones.middle, near = place ?? { x: (left + right) / 2, y: top }
    this.naming.start({
      label: this.words.new_name_interest, at: near,
      done: name => {
        const id = newId("k")
        this.act({ kind: "add_interest", id, name, ...this.placed(place, near), link })
        this.added(interestId(id), name)
        if (link?.actor) this.select(selectionOf("stake", link.actor, id))
      },
    })
  }
  added(id, name) {
    this.cursor = id
    this.select(this.selectionFor(id))
    if (!this.ownView && this.outgrown()) this.fit()
    this.bringIntoView(id)
    this.say(filled(this.words.said_added, { name }))
  }
  rename(id) {
    const node = this.model.nodes.get(id), { x, y } = this.places.get(id)
    const below = node.party ? 0 : this.painter.measure(node).below
    this.naming.start({
      label: this.words.rename, value: node.label, at: { x, y: y + below },
      done: name => {
        this.act({ kind: "rename", of: node.party ? "actor" : "interest", id: node.key, name })
        this.say(filled(this.words.said_renamed, { name }))
      },
    })
  }
  deleteSelected() {
    const { model, selectedId: id } = this
    if (!id) return
    const op = { kind: "delete", actors: [], interests: [], stakes: [], relations: [] }, edge = model.edges.get(id)
    const what = this.sentences.of(id)
    if (edge) op[edge.kind === "r" ? "relations" : "stakes"].push(edge.ends)
    else op[id[0] === "a" ? "actors" : "interests"].push(id.slice(2))
    this.act(op)
    this.select(null)
    this.say(filled(this.words.said_deleted, { name: what }))
  }
  weigh(weight) {
    const edge = this.model.edges.get(this.selectedId)
    if (!edge || edge.kind === "r") return
    const [actor, interest] = edge.ends
    this.act({ kind: "link", actor, interest, weight, position: edge.position ?? FIRST_POSITION })
    this.say(this.sentences.of(stakeId(actor, interest)))
  }
  flip() {
    const edge = this.model.edges.get(this.selectedId)
    if (edge?.kind === "s") {
      const [actor, interest] = edge.ends
      this.act({ kind: "link", actor, interest, weight: edge.weight, position: -edge.position || -1 })
    } else if (edge?.kind === "r") {
      const [a, b] = edge.ends
      this.act({ kind: "relate", a, b, compatibility: -edge.compatibility || FIRST_CLASH })
    } else return
    this.say(this.sentences.of(this.selectedId))
  }

  // -- connecting
  toggleConnecting() {
    const on = !this.connecting
    this.stopConnecting()
    this.connecting = on
    this.tools.connect.setAttribute("aria-pressed", String(on))
    this.hint(on ? this.words.pick_first : null)
  }
  stopConnecting() {
    this.connecting = false
    this.pulling = this.target = this.rubber = null
    this.tools.connect.setAttribute("aria-pressed", "false")
    this.hint(null)
    this.redraw()
  }
  canConnect(from, to) {
    return Boolean(to) && from !== to && !(from[0] === "a" && to[0] === "a")
  }
  pullFrom(id) {
    this.pulling = id
    this.target = null
    this.hint(filled(this.words.pick_second, { name: this.sentences.name(id) }))
  }
  aim(id) {
    this.target = id
    const { x, y } = this.places.get(id)
    this.rubber = { from: this.pulling, x, y }
  }
  stretch(from, world, touch) {
    const over = this.nodeAt(world, touch)
    this.target = over && this.canConnect(from, over) ? over : null
    this.rubber = { from, x: world.x, y: world.y }
    this.redraw()
  }
  connectTap(id) {
    if (!id) return this.stopConnecting()
    if (!this.pulling) { this.pullFrom(id); return this.redraw() }
    if (this.pulling !== id) this.connect(this.pulling, id)
  }
  connectAt(from, world, touch) {
    const over = this.nodeAt(world, touch), connecting = this.connecting
    this.rubber = this.target = null
    if (over && over !== from) this.connect(from, over)
    else if (!over) this.pullOut(from, world)
    if (!connecting) this.stopConnecting()
  }
  pullOut(from, world) {
    const link = from[0] === "a" ? { actor: from.slice(2), ...this.model.firstStake } : { interest: from.slice(2), compatibility: FIRST_CLASH }
    this.nameInterest(world, link)
  }
  connect(one, other) {
    const { model } = this, a = model.nodes.get(one), b = model.nodes.get(other)
    this.stopConnecting()
    if (!a || !b || one === other) return
    if (a.party && b.party) return this.warn(this.words.connect_pairs)
    const known = model.linkBetween(a, b)
    if (known && known.kind !== "u") return this.select(this.selectionFor(known.id))
    if (a.party !== b.party) {
      const [actor, interest] = a.party ? [a.key, b.key] : [b.key, a.key]
      this.act({ kind: "link", actor, interest, ...this.model.firstStake })
      this.select(selectionOf("stake", actor, interest))
    } else {
      this.act({ kind: "relate", a: a.key, b: b.key, compatibility: FIRST_CLASH })
      this.select(selectionOf("relation", a.key, b.key))
    }
    this.say(filled(this.words.said_linked, { a: a.label, b: b.label }))
  }
  warn(text) {
    this.hint(text)
    clearTimeout(this.warning)
    this.warning = setTimeout(() => { if (!this.connecting && !this.pulling) this.hint(null) }, 4000)
  }

  // -- moving
  shift(id, at) {
    this.places.set(id, at)
    this.painter.signsMoved()
    this.network.moveNode(id, at.x, at.y)
    this.redraw()
  }
  dragTo(id, at) {
    const node = this.model.nodes.get(id)
    this.shift(id, at)
    const over = node.sphere === "citizens" && inBox(at, this.zones.table)
    this.crossing = node.sphere !== "citizens" || over === isSeated(node) ? null : over ? "in" : "out"
  }
  abandonGesture() {
    const { gesture } = this
    this.gesture = this.crossing = this.rubber = this.target = null
    if (gesture?.kind === "drag" && gesture.moved) this.render()
    this.redraw()
  }
  drop(id) {
    const { crossing } = this
    this.crossing = null
    this.shift(id, this.settled(id, this.places.get(id), crossing === "in" ? "table" : crossing === "out" ? "citizens" : null, true))
    this.cursor = id
    if (crossing) this.seat(id, crossing === "in")
    else { this.moved(id); this.select(this.selectionFor(id)) }
  }
  seat(id, atTable) {
    const { x, y } = this.places.get(id)
    this.act({ kind: "seat", actor: id.slice(2), at_table: atTable, x: round(x), y: round(y) })
    this.select(this.selectionFor(id), atTable && this.model.nodes.get(id).sphere === "citizens" ? "seats" : null)
    this.say(this.sentences.of(id))
  }
  toggleTable(id) {
    const node = this.model.nodes.get(id)
    if (!node.party) return
    const atTable = !isSeated(node), zone = atTable ? "table" : "citizens"
    if (node.sphere === "citizens") this.shift(id, this.freeNear(zone, this.places.get(id), id) ?? this.within(zone, this.places.get(id), this.painter.measure(node)))
    this.seat(id, atTable)
  }
  moved(id) {
    const { x, y } = this.places.get(id), node = this.model.nodes.get(id)
    if (!node || (Math.abs(node.x - x) < 0.5 && Math.abs(node.y - y) < 0.5)) return
    const place = { [node.key]: [round(x), round(y)] }
    this.act({ kind: "move", actors: node.party ? place : {}, interests: node.party ? {} : place })
    this.say(filled(this.words.said_moved, { name: node.label }))
  }
  zoneOf(node) { return node.sphere === "citizens" && isSeated(node) ? "table" : node.sphere }
  // The nearest place wholly inside the zone where a party belongs; interests may be anywhere.
  settled(id, at, zone = null, clear = false) {
    const node = this.model.nodes.get(id)
    if (!node.party) return at
    const inside = this.within(zone ?? this.zoneOf(node), at, this.painter.measure(node))
    return (clear && this.freeNear(zone ?? this.zoneOf(node), inside, id)) || inside
  }
  within(zone, at, { w, h }) {
    const [left, top, right, bottom] = this.room(zone)
    return { x: clamp(at.x, left + w / 2 + 10, right - w / 2 - 12), y: clamp(at.y, top + h / 2 + 12, bottom - h / 2 - 8) }
  }
  room(zone) {
    const { zones } = this
    switch (zone) {
      case "table": return [zones.table[0], zones.table[1] + 40, zones.table[2], zones.table[3]]
      case "citizens": return [zones.table[2], zones.citizens[1] + 58, zones.citizens[2], zones.citizens[3] - 14]
      case "own_organisation": return [zones.organisations[0], zones.organisations[1] + 44, zones.organisations[2], zones.split + 6]
      case "other_organisation": return [zones.organisations[0], zones.split + 20, zones.organisations[2], zones.organisations[3]]
      case "political_authority": return zones.politics
      default: return zones.middle
    }
  }
  topOf(zone) {
    const [left, top, right] = this.room(zone)
    return { x: (left + right) / 2, y: top }
  }
  // The nearest place to a wish that is free of others; null when the zone is full.
  freeNear(zone, wish, id = null) {
    const taken = new Grid(), box = id ? this.painter.measure(this.model.nodes.get(id)) : { w: 140, h: 50 }
    for (const node of this.model.nodes.values()) if (node.id !== id) this.painter.covered(node).forEach(covered => taken.add(covered))
    const covers = ({ x, y }) => zone === "interest" ? [x - 56, y - 26, x + 56, y + 60] : [x - box.w / 2 - 4, y - box.h / 2 - 12, x + box.w / 2 + 8, y + box.h / 2 + 6]
    const inside = at => zone === "interest" ? this.withinMiddle(at) : this.within(zone, at, box)
    const [left, top, right, bottom] = this.room(zone), start = inside(wish), spots = [start]
    for (let x = left; x <= right; x += 14) for (let y = top; y <= bottom; y += 14) spots.push(inside({ x, y }))
    spots.sort((a, b) => distance(a, start) - distance(b, start))
    return spots.find(at => !taken.meets(covers(at))) ?? null
  }
  withinMiddle({ x, y }) {
    const [left, top, right, bottom] = this.zones.middle
    return { x: clamp(x, left + 56, right - 56), y: clamp(y, top + 30, bottom - 64) }
  }

  close() {
    this.gone.abort()
    this.tooltip.hide()
    clearTimeout(this.warning)
    clearTimeout(this.drawing)
    this.resizing.disconnect()
    this.network.destroy()
  }

  // Where things are on the page, to look and not to touch: for tests that act as a person would.
  window() {
    const onPage = world => { const p = this.toScreen(world), frame = this.net.getBoundingClientRect(); return [frame.left + p.x, frame.top + p.y] }
    const node = name => [...this.model.nodes.values()].find(item => item.label === name || item.key === name)
    const edge = (a, b) => this.model.linkBetween(node(a), node(b))
    return {
      positionOf: name => node(name) ? onPage(this.places.get(node(name).id)) : null,
      placeOf: name => node(name) ? { ...this.places.get(node(name).id) } : null,
      handleOf: name => onPage(this.painter.handle(node(name))),
      edgePosition: (a, b) => edge(a, b) ? onPage(this.painter.signPlace(edge(a, b))) : null,
      edge: (a, b) => edge(a, b) ? { ...edge(a, b) } : null,
      node: name => node(name) ? { ...node(name) } : null,
      zone: name => { const [left, top, right, bottom] = this.zones[name]; return [...onPage({ x: left, y: top }), ...onPage({ x: right, y: bottom })] },
      names: () => Array.from(this.model.nodes.values(), item => item.label),
      selected: () => this.selection ? [this.selection.kind, ...this.selection.ids] : [],
      cursor: () => this.model.nodes.get(this.cursor)?.label ?? null,
      reported: () => this.lastReport ?? null,
      pending: () => this.log.pending.length,
      scale: () => this.scale,
      faded: name => this.painter.faded(node(name)),
    }
  }
}

async function visNetwork(path) {
  if (!globalThis.vis?.Network) await import(new URL(path, document.baseURI).href)
  await document.fonts.ready
  return globalThis.vis
}

export default async function (component) {
  const { parentElement: root, data } = component
  if (!EDITORS.has(root)) EDITORS.set(root, visNetwork(data.vis).then(vis => new Editor(vis, root, component)))
  const opening = EDITORS.get(root)
  opening.newest = component
  const editor = await opening
  if (opening.newest === component && root.isConnected) { editor.update(component); globalThis.__belangenweb = editor.window() }
  return () => setTimeout(() => { if (!root.isConnected) { editor.close(); EDITORS.delete(root) } }, 0)
}
