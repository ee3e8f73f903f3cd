// What stands on the canvas. World coordinates; vis-network draws the links, the rest is drawn here around them.
const FULL_CIRCLE = 2 * Math.PI
const NAME = 15
const READABLE = 11.5
const PARTY_TEXT = 112
const INTEREST_TEXT = 116
const MANY_PARTIES = 15
const RELATION_AT = [0.5, 0.42, 0.58, 0.34, 0.66]
const SIGN_AT = [0.6, 0.5, 0.7, 0.42, 0.34, 0.76, 0.26, 0.2]
const isSeated = node => node.seats === null || node.seats > 0
const isAbsent = node => node.party && node.sphere === "citizens" && !isSeated(node)
const badgeNumber = (number, decimal) => number >= 10000 ? `${Math.round(number / 1000)}k` : String(Math.round(number * 10) / 10).replace(".", decimal)

class Painter {
  constructor(editor) {
    this.editor = editor
    this.boxes = new Map()
    this.signs = new Map()
    this.context = document.createElement("canvas").getContext("2d")
  }

  get model() { return this.editor.model }
  get words() { return this.editor.words }

  // -- measures
  // Names keep a readable size when a large web is shown whole: they grow against the picture and get fewer letters.
  scaled(scale) {
    const grown = clamp(READABLE / (NAME * scale), 1, 1.4)
    if (Math.abs(grown - (this.grown ?? 0)) > 0.02) { this.grown = grown; this.boxes.clear(); this.signsMoved() }
  }
  get compact() { return this.grown > 1.2 }
  font(size, weight = 400) { return `${weight} ${size * this.grown}px ${this.family}` }
  prepare() {
    this.boxes.clear()
    this.signsMoved()
    this.mostPeople = Math.max(270, ...Array.from(this.model.nodes.values(), node => node.people ?? 0))
    this.causing = new Set([...this.model.edges.values()].filter(edge => edge.cause).flatMap(edge => [edge.from, edge.to]))
    this.crowded = Array.from(this.model.nodes.values()).filter(node => node.party).length > MANY_PARTIES
  }
  signsMoved() { this.signs.clear(); this.signsKnown = false }

  measure(node) {
    let box = this.boxes.get(node.id)
    if (!box) this.boxes.set(node.id, box = node.party ? this.measuredParty(node) : this.measuredInterest(node))
    return box
  }
  // One long word makes a name a little smaller before it is broken.
  name(text, width) {
    const c = this.context
    c.font = this.font(NAME, 600)
    const longest = Math.max(...text.split(/\s+/).map(word => c.measureText(word).width), 1)
    const size = NAME * clamp(width / longest, 0.8, 1)
    c.font = this.font(size, 600)
    const lines = wrapped(c, text, width, this.compact ? 2 : 3)
    return { lines, size, text: Math.max(...lines.map(line => c.measureText(line).width), 20) }
  }
  measuredParty(node) {
    const name = this.name(node.label, PARTY_TEXT), line = 18 * this.grown, aside = this.compact ? 38 : 40
    const grown = 18 * Math.sqrt((node.people ?? 0) / this.mostPeople)
    return { ...name, line, aside, w: name.text + aside + 10, h: line * name.lines.length + 12 + grown }
  }
  measuredInterest(node) {
    const name = this.name(node.label, INTEREST_TEXT), line = 17 * this.grown, r = 8 + 42 * (node.size ?? 0)
    const below = r + (node.heard ? 21 : 13)
    this.context.font = this.font(14, 700)
    const text = Math.max(name.text, node.heard && !this.compact ? this.context.measureText(this.heardWords(node)).width : 0)
    const depth = below + line * (name.lines.length + (node.heard ? 1 : 0)) - line / 2
    return { ...name, text, line, r, below, depth, w: 2 * r, h: 2 * r }
  }
  heardWords(node) { return node.heard === "unheard" ? this.words.unheard : this.words.hardly_heard }
  at(id) { return this.editor.places.get(id) }
  outline(node, extra = 0) {
    const { x, y } = this.at(node.id), { w, h, r } = this.measure(node), grow = extra + (r && node.heard ? 10 : 0)
    return [x - w / 2 - grow, y - h / 2 - grow, x + w / 2 + grow, y + h / 2 + grow]
  }
  covered(node) {
    const { x, y } = this.at(node.id), box = this.measure(node)
    if (node.party) return [this.outline(node, 2)]
    const half = box.text / 2 + 3
    return [this.outline(node, 2), [x - half, y + box.below - box.line / 2, x + half, y + box.depth]]
  }
  // Where a link is pulled out of a node: the side that faces the middle of the picture.
  handle(node) {
    const { x, y } = this.at(node.id), { w, h, r } = this.measure(node)
    if (!node.party) return { x: x + (r + 9) * 0.78, y: y - (r + 9) * 0.78 }
    if (node.sphere === "citizens" || node.sphere === "professional") return { x: x - w / 2 - 6, y }
    return node.sphere === "political_authority" ? { x, y: y - h / 2 - 6 } : { x: x + w / 2 + 6, y }
  }

  // -- under the links
  background(c) {
    this.scaled(this.editor.scale)
    this.zones(c)
    for (const node of this.model.nodes.values()) if (node.party && node.sphere !== "citizens" && isSeated(node)) this.bridge(c, node)
    this.glow(c)
  }
  zone(c, [left, top, right, bottom], name, width = 1.5, dash = []) {
    c.beginPath(); c.roundRect(left, top, right - left, bottom - top, 14)
    c.fillStyle = this.palette.zone[name]; c.fill()
    c.setLineDash(dash); c.lineWidth = width; c.strokeStyle = this.palette.edge[name]; c.stroke(); c.setLineDash([])
  }
  title(c, text, x, y, { size = 12.5, weight = 700, color = this.palette.soft, align = "left", within = Infinity } = {}) {
    c.font = this.font(size, weight); c.letterSpacing = weight === 700 ? "0.5px" : "0px"
    c.font = this.font(size * Math.min(1, within / c.measureText(text).width), weight)
    c.fillStyle = color; c.textAlign = align; c.textBaseline = "alphabetic"; c.fillText(text, x, y); c.letterSpacing = "0px"
  }
  zones(c) {
    const { zones, words, palette } = { zones: this.editor.zones, words: this.words, palette: this.palette }
    const caps = text => text.toLocaleUpperCase(words.language), step = 16 * (this.grown - 1)
    const [left, top, right] = zones.organisations
    this.zone(c, zones.organisations, "organisations")
    this.title(c, caps(words.zones.public), left + 12, top + 21 + step, { within: right - left - 20 })
    this.title(c, words.own, left + 12, top + 44 + 2 * step, { size: 13, weight: 400 })
    this.title(c, words.other, left + 12, zones.split + 19 + step, { size: 13, weight: 400 })
    c.beginPath(); c.moveTo(left + 12, zones.split); c.lineTo(right - 12, zones.split)
    c.setLineDash([2, 4]); c.lineWidth = 1; c.strokeStyle = palette.edge.organisations; c.stroke(); c.setLineDash([])
    this.zone(c, zones.politics, "politics")
    this.title(c, caps(words.zones.political_authority), zones.politics[0] + 12, zones.politics[1] + 21 + step)
    this.zone(c, zones.citizens, "citizens")
    this.title(c, caps(words.zones.citizens), zones.citizens[0] + 14, zones.citizens[1] + 21 + step / 2)
    const table = zones.table, middle = (table[0] + table[2]) / 2, inviting = this.editor.crossing
    this.zone(c, table, "table", inviting ? 5 : 2.5, inviting ? [10, 6] : [])
    this.title(c, caps(words.zones.table), middle, table[1] + 21 + step, { size: 13.5, color: palette.edge.table, align: "center", within: table[2] - table[0] - 16 })
    this.title(c, this.tableOf(), middle, table[1] + 38 + 2 * step, { size: 13, weight: 400, color: palette.ink, align: "center", within: table[2] - table[0] - 16 })
    this.title(c, caps(words.zones.outside), (table[2] + zones.citizens[2]) / 2, table[1] + 21 + step, { size: 13.5, align: "center", within: zones.citizens[2] - table[2] - 16 })
  }
  tableOf() {
    const { tables } = this.words, initiative = this.editor.data.initiative
    return initiative < 0.34 ? tables.government : initiative > 0.66 ? tables.citizens : tables.shared
  }
  // An organisation or professional at the table: figure 1's meeting point.
  bridge(c, node) {
    const { x, y } = this.at(node.id), [left, top, , bottom] = this.editor.zones.table
    const end = { x: left, y: clamp(y, top + 20, bottom - 20) }, far = left - x > 160, shown = this.faded(node) ? 0.25 : 1
    c.strokeStyle = this.palette.edge.table
    c.globalAlpha = shown * (far ? 0.25 : 1); c.lineWidth = far ? 5 : 12
    c.beginPath(); c.moveTo(x, y); c.lineTo(end.x, end.y); c.stroke(); c.globalAlpha = shown
    if (far) this.bridgeheads(c, node, end)
    c.globalAlpha = 1
  }
  // Of a long bridge only its two ends are drawn in full.
  bridgeheads(c, node, end) {
    const { x, y } = this.at(node.id)
    const away = distance({ x, y }, end) || 1, ux = (end.x - x) / away, uy = (end.y - y) / away, half = this.measure(node).w / 2
    c.lineWidth = 12
    c.beginPath(); c.moveTo(end.x - 22 * ux, end.y - 22 * uy); c.lineTo(end.x, end.y)
    c.moveTo(x + (half - 4) * ux, y + (half - 4) * uy); c.lineTo(x + (half + 14) * ux, y + (half + 14) * uy); c.stroke()
  }
  glow(c) {
    const edge = this.model.edges.get(this.editor.selectedId)
    if (!edge) return
    const from = this.at(edge.from), to = this.at(edge.to), via = bend(from, to, edge.kind !== "r")
    c.globalAlpha = 0.22; c.lineWidth = this.width(edge) + 10; c.strokeStyle = this.palette.ink; c.lineCap = "round"
    c.beginPath(); c.moveTo(from.x, from.y); c.quadraticCurveTo(via.x, via.y, to.x, to.y); c.stroke()
    c.globalAlpha = 1; c.lineCap = "butt"
  }

  // -- links, as vis-network takes them
  width(edge) {
    if (edge.kind === "s") return edge.weight > 0 ? 1.5 + 5.5 * edge.weight : 0.8
    return edge.kind === "u" ? 1.2 : edge.compatibility < 0 ? 2.5 : 1.5
  }
  // 0 faint, 1 in the background, 2 strong.
  strength(edge) {
    const selected = this.editor.selectedId
    const touched = selected && (edge.id === selected || edge.from === selected || edge.to === selected)
    if (this.fading) return touched || edge.cause ? 2 : 0
    if (this.crowded) return touched || edge.cause || (edge.kind === "r" && !selected) ? 2 : 0
    return !selected || touched || (edge.kind === "r" && edge.compatibility < 0) ? 2 : 1
  }
  // With only the causes of the gap shown, all else fades but what is selected or at hand.
  get fading() { return Boolean(this.editor.causesOnly && this.causing.size) }
  faded(node) {
    const { selectedId, hovered, cursor, keyboardHere } = this.editor
    return this.fading && !this.causing.has(node.id) && ![selectedId, hovered, keyboardHere ? cursor : null].includes(node.id)
  }
  edgeLook(edge) {
    const { palette } = this
    const hue = edge.kind === "s" ? (edge.position < 0 ? palette.against : palette.for) : edge.kind === "r" && edge.compatibility < 0 ? palette.against : palette.soft
    const opacity = [0.13, 0.3, 0.95][this.strength(edge)]
    const dashes = edge.kind === "s" ? (edge.position < 0 ? [7, 6] : false) : edge.kind === "u" ? [1, 6] : [2, 5]
    return {
      id: edge.id, from: edge.from, to: edge.to, width: this.width(edge), dashes,
      color: { color: hue, highlight: hue, hover: hue, opacity, inherit: false },
      smooth: edge.kind === "r" ? false : { enabled: true, type: "curvedCW", roundness: CURVE },
    }
  }

  // -- nodes
  node(c, id, x, y) {
    const node = this.model.nodes.get(id)
    if (!node || !this.editor.places.has(id)) return { drawNode() {}, nodeDimensions: { width: 1, height: 1 } }
    const box = this.measure(node)
    return { drawNode: () => this.drawn(c, node, box, x, y), nodeDimensions: { width: box.w, height: box.h } }
  }
  drawn(c, node, box, x, y) {
    c.globalAlpha = this.faded(node) ? 0.3 : 1
    if (node.party) this.party(c, node, box, x, y)
    else this.interest(c, node, box, x, y)
    c.globalAlpha = 1
  }
  party(c, node, box, x, y) {
    const { palette } = this, selected = this.editor.selectedId === node.id, left = x - box.w / 2, top = y - box.h / 2
    c.save(); c.shadowColor = palette.shadow; c.shadowBlur = 5; c.shadowOffsetY = 1.5
    c.beginPath(); c.roundRect(left, top, box.w, box.h, 9); c.fillStyle = palette.box; c.fill(); c.restore()
    c.beginPath(); c.roundRect(left, top, box.w, box.h, 9)
    c.setLineDash(isAbsent(node) ? [6, 4] : []); c.lineWidth = selected ? 3 : 1.6
    c.strokeStyle = selected ? palette.ink : palette.soft; c.stroke(); c.setLineDash([])
    this.tile(c, node, left + box.aside / 2, y, this.compact ? 14 : 12)
    c.fillStyle = palette.ink; c.font = this.font(box.size, 600); c.textAlign = "left"; c.textBaseline = "middle"
    box.lines.forEach((line, i) => c.fillText(line, left + box.aside, y + (i - (box.lines.length - 1) / 2) * box.line + 1))
    this.badge(c, node, left + box.w + 8, top)
    if (isAbsent(node) && (!this.compact || selected)) this.label(c, this.words.invitation[node.invitation], x, top + box.h + 10 * this.grown, 13, 400, palette.ink, palette.zone.citizens)
  }
  tile(c, node, x, y, r) {
    const { palette } = this, look = node.sphere === "citizens" && isSeated(node) ? "seated" : node.sphere
    c.beginPath()
    switch (node.sphere) {
      case "citizens": c.arc(x, y, r, 0, FULL_CIRCLE); break
      case "political_authority": c.moveTo(x, y - r - 2); c.lineTo(x + r, y - 3); c.lineTo(x + r, y + r); c.lineTo(x - r, y + r); c.lineTo(x - r, y - 3); c.closePath(); break
      case "professional": c.moveTo(x, y - r - 2); c.lineTo(x + r + 2, y); c.lineTo(x, y + r + 2); c.lineTo(x - r - 2, y); c.closePath(); break
      default: c.roundRect(x - r, y - r, 2 * r, 2 * r, 3)
    }
    c.fillStyle = palette.tile[look]; c.fill()
    c.fillStyle = palette.letter[look]; c.font = `700 ${r + 2}px ${this.family}`; c.textAlign = "center"; c.textBaseline = "middle"
    c.fillText(this.words.letters[node.sphere], x, y + (node.sphere === "political_authority" ? 3 : 1))
  }
  badge(c, node, right, top) {
    const text = this.badgeText(node)
    if (!text) return
    const { palette } = this, seated = isSeated(node), high = 21 * this.grown
    c.font = this.font(13.5, 700)
    const wide = c.measureText(text).width + 14, left = right - wide, middle = top - (node.sphere === "citizens" ? 1.5 : 7)
    c.beginPath(); c.roundRect(left, middle - high / 2, wide, high, high / 2)
    c.fillStyle = seated ? palette.edge.table : palette.box; c.fill()
    c.lineWidth = 1.5; c.strokeStyle = seated ? palette.edge.table : palette.soft; c.stroke()
    c.fillStyle = seated ? palette.onTable : palette.ink; c.textAlign = "center"; c.textBaseline = "middle"
    c.fillText(text, left + wide / 2, middle + 1)
  }
  badgeText(node) {
    const { decimal, at_table_badge: atTable } = this.words
    if (node.sphere !== "citizens") return isSeated(node) && node.sphere !== "professional" && !this.compact ? atTable : ""
    const seats = node.seats === null ? "…" : badgeNumber(node.seats, decimal)
    return `${seats}/${node.people === null || node.people === undefined ? "?" : badgeNumber(node.people, decimal)}`
  }
  interest(c, node, box, x, y) {
    const { palette } = this, selected = this.editor.selectedId === node.id
    if (node.heard) {
      c.beginPath(); c.arc(x, y, box.r + 7, 0, FULL_CIRCLE)
      c.lineWidth = node.heard === "unheard" ? 6 : 3.5; c.strokeStyle = palette.against; c.setLineDash([4, 5]); c.stroke(); c.setLineDash([])
    }
    c.beginPath(); c.arc(x, y, box.r, 0, FULL_CIRCLE)
    c.fillStyle = palette.box; c.fill(); c.lineWidth = selected ? 4.5 : 2.5; c.strokeStyle = palette.ink; c.stroke()
    let below = y + box.below
    for (const line of box.lines) { this.label(c, line, x, below, box.size, 600, palette.ink); below += box.line }
    if (node.heard && (!this.compact || selected)) this.label(c, this.heardWords(node), x, below, 14, 700, palette.against)
  }
  label(c, text, x, y, size, weight, color, ground = this.palette.ground, align = "center") {
    c.font = this.font(size, weight); c.textAlign = align; c.textBaseline = "middle"; c.lineJoin = "round"
    c.lineWidth = 5; c.strokeStyle = ground; c.strokeText(text, x, y)
    c.fillStyle = color; c.fillText(text, x, y)
  }

  // -- over the links and nodes
  foreground(c) {
    this.placeSigns()
    for (const edge of this.model.edges.values()) this.marks(c, edge)
    this.focusRings(c)
    this.handles(c)
    this.rubber(c)
    this.pill(c)
    this.invitationToStart(c)
  }
  // A sign keeps clear of boxes, names and other signs where its link allows; crosses, which carry a word, choose first.
  placeSigns() {
    if (this.signsKnown) return
    this.signsKnown = true
    const taken = new Grid()
    for (const node of this.model.nodes.values()) this.covered(node).forEach(box => taken.add(box))
    const edges = [...this.model.edges.values()].filter(edge => this.strength(edge) > 0)
    for (const edge of edges.sort((a, b) => (b.kind === "r") - (a.kind === "r") || this.strength(b) - this.strength(a))) {
      const from = this.at(edge.from), to = this.at(edge.to), curved = edge.kind !== "r"
      const options = curved ? SIGN_AT.map(t => [t]) : RELATION_AT.flatMap(t => [[t, "right"], [t, "left"]])
      const rooms = ([t, side]) => this.signRooms(pointOn(from, to, curved, t), side)
      const chosen = options.find(option => !rooms(option).some(room => taken.meets(room))) ?? options.find(option => !taken.meets(rooms(option)[0])) ?? options[0]
      rooms(chosen).forEach(room => taken.add(room))
      this.signs.set(edge.id, { t: chosen[0], side: chosen[1] })
    }
  }
  // What a sign covers, and the word beside a cross; `side` is how the word is aligned.
  signRooms({ x, y }, side) {
    const sign = [x - 10, y - 10, x + 10, y + 10], wide = 50 * this.grown
    if (!side) return [sign]
    return [sign, side === "right" ? [x - 14 - wide, y - 8, x - 14, y + 8] : [x + 14, y - 8, x + 14 + wide, y + 8]]
  }
  signPlace(edge) {
    return pointOn(this.at(edge.from), this.at(edge.to), edge.kind !== "r", this.signs.get(edge.id)?.t ?? 0.5)
  }
  marks(c, edge) {
    const strength = this.strength(edge)
    if (strength === 0) return
    const { x, y } = this.signPlace(edge)
    if (edge.kind === "r") this.relation(c, edge, x, y)
    else this.sign(c, edge, x, y, strength)
    c.globalAlpha = 1
  }
  sign(c, edge, x, y, strength) {
    const { palette } = this, hue = edge.kind === "u" ? palette.soft : edge.position < 0 ? palette.against : palette.for
    c.globalAlpha = strength === 2 ? 1 : 0.55
    c.beginPath(); c.arc(x, y, strength === 2 ? 9 : 7, 0, FULL_CIRCLE)
    c.fillStyle = palette.box; c.fill(); c.lineWidth = 1.5; c.strokeStyle = hue; c.stroke()
    if (edge.kind === "u") { c.font = `700 13px ${this.family}`; c.fillStyle = hue; c.textAlign = "center"; c.textBaseline = "middle"; c.fillText("?", x, y + 1); return }
    c.beginPath(); c.lineWidth = 2
    if (edge.position === 0) c.arc(x, y, 1.5, 0, FULL_CIRCLE)
    else { c.moveTo(x - 4, y); c.lineTo(x + 4, y) }
    if (edge.position > 0) { c.moveTo(x, y - 4); c.lineTo(x, y + 4) }
    c.stroke()
  }
  relation(c, edge, x, y) {
    const { palette, words } = this, clash = edge.compatibility < 0, selected = this.editor.selectedId === edge.id, side = this.signs.get(edge.id)?.side ?? "right"
    if (clash) {
      c.lineWidth = 3.5; c.strokeStyle = palette.against
      c.beginPath(); c.moveTo(x - 8, y - 8); c.lineTo(x + 8, y + 8); c.moveTo(x + 8, y - 8); c.lineTo(x - 8, y + 8); c.stroke()
    }
    if (clash || selected) this.label(c, clash ? words.clash : words.helps, side === "right" ? x - 14 : x + 14, y, 14, 700, clash ? palette.against : palette.soft, palette.ground, side)
  }
  focusRings(c) {
    const { palette, editor } = this
    for (const [id, hue, gap] of [[editor.cursor, palette.primary, 5], [editor.target, palette.edge.table, 5]]) {
      const node = this.model.nodes.get(id)
      if (!node || (id === editor.cursor && !editor.keyboardHere)) continue
      const [left, top, right, bottom] = this.outline(node, gap)
      c.beginPath(); c.roundRect(left, top, right - left, bottom - top, node.party ? 12 : (right - left) / 2)
      c.lineWidth = 3 / Math.min(1, editor.scale); c.strokeStyle = hue; c.stroke()
    }
  }
  handles(c) {
    const { editor, palette } = this
    if (editor.gesture?.moved) return
    for (const id of editor.handled()) {
      const node = this.model.nodes.get(id)
      if (!node) continue
      const { x, y } = this.handle(node), r = 8 * this.grown
      c.beginPath(); c.arc(x, y, r, 0, FULL_CIRCLE); c.fillStyle = palette.primary; c.fill()
      c.lineWidth = 2; c.strokeStyle = palette.box; c.stroke()
      c.beginPath(); c.moveTo(x - r / 2, y); c.lineTo(x + r / 2, y); c.moveTo(x, y - r / 2); c.lineTo(x, y + r / 2); c.stroke()
    }
  }
  rubber(c) {
    const { rubber } = this.editor
    if (!rubber) return
    const from = this.at(rubber.from)
    if (!from) return
    c.beginPath(); c.moveTo(from.x, from.y); c.lineTo(rubber.x, rubber.y)
    c.setLineDash([7, 5]); c.lineWidth = 3; c.strokeStyle = this.palette.primary; c.stroke(); c.setLineDash([])
    c.beginPath(); c.arc(rubber.x, rubber.y, 6, 0, FULL_CIRCLE); c.fillStyle = this.palette.primary; c.fill()
  }
  pill(c) {
    const { crossing, gesture } = this.editor
    if (!crossing || !gesture) return
    const node = this.model.nodes.get(gesture.node), { x, y } = this.at(node.id), text = crossing === "in" ? this.words.drop_in : this.words.drop_out
    c.font = this.font(15, 700)
    const wide = c.measureText(text).width + 20, high = 28 * this.grown, top = y + this.measure(node).h / 2 + 5
    c.beginPath(); c.roundRect(x - wide / 2, top, wide, high, high / 2); c.fillStyle = this.palette.edge.table; c.fill()
    c.fillStyle = this.palette.onTable; c.textAlign = "center"; c.textBaseline = "middle"; c.fillText(text, x, top + high / 2 + 1)
  }
  invitationToStart(c) {
    const { zones, words } = { zones: this.editor.zones, words: this.words }
    const [left, top, right, bottom] = zones.middle, nodes = [...this.model.nodes.values()]
    const texts = [[words.empty_parties, !nodes.some(node => node.party)], [words.empty_interests, !nodes.some(node => !node.party)]]
    let y = (top + bottom) / 2 - 20
    for (const [text] of texts.filter(([, needed]) => needed)) {
      c.font = this.font(NAME)
      for (const line of wrapped(c, text, right - left - 40, 4)) { this.label(c, line, (left + right) / 2, y, NAME, 400, this.palette.soft); y += 20 * this.grown }
      y += 12
    }
  }
}
