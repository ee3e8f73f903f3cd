// The whole canvas without a mouse. C and R are left to Streamlit.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const NUDGE = 12

class Keyboard {
  constructor(editor) {
    this.editor = editor
    const options = { signal: editor.gone.signal }
    editor.net.addEventListener("keydown", event => this.press(event), options)
    editor.net.addEventListener("keyup", event => { if (event.key === "Shift" || event.key === "Alt" || event.key in ARROWS) this.settle() }, options)
    editor.net.addEventListener("focus", () => this.arrive(), options)
    editor.net.addEventListener("blur", () => { this.settle(); editor.keyboardHere = false; editor.redraw() }, options)
  }

  arrive() {
    const { editor } = this
    if (!editor.pointer.down.size) editor.keyboardHere = editor.net.matches(":focus-visible")
    if (!editor.keyboardHere) return
    editor.cursor = this.known(editor.cursor) ?? this.known(editor.selectedId) ?? null
    editor.redraw()
  }
  known(id) { return this.editor.model.nodes.has(id) ? id : undefined }

  press(event) {
    if (!this.command(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  // True when the key was ours.
  command(event) {
    const { editor } = this, { key } = event
    const command = event.ctrlKey || event.metaKey
    if (command) return this.history(event)
    if (key === "Tab") return !event.altKey && this.step(event.shiftKey ? -1 : 1)
    if (key in ARROWS) return event.shiftKey || event.altKey ? this.nudge(ARROWS[key]) : this.go(ARROWS[key])
    if (event.altKey) return false
    const letter = key.length === 1 ? key.toLowerCase() : key
    switch (letter) {
      case "Enter": return this.enter()
      case "Escape": return this.escape()
      case "F2": return this.onNode(id => editor.rename(id))
      case "Delete": case "Backspace": editor.deleteSelected(); return true
      case "1": case "2": case "3": case "4": editor.weigh(editor.model.levels[letter - 1]); return true
      case "-": editor.flip(); return true
      case "t": return this.onNode(id => editor.toggleTable(id))
      case "l": return this.onNode(id => { editor.pullFrom(id); editor.say(editor.words.said_connecting) })
      case "w": return this.onNode(id => this.nextLink(id, event.shiftKey ? -1 : 1))
      case "n": editor.addParty(); return true
      case "i": editor.addInterest(); return true
      case "g": if (!editor.tools.causes.disabled) editor.showCauses(!editor.causesOnly); return true
      case "+": case "=": editor.zoomBy(1.25); return true
      case "_": editor.zoomBy(0.8); return true
      case "0": editor.fit(); return true
      default: return false
    }
  }

  history(event) {
    const letter = event.key.toLowerCase(), { editor } = this
    if (letter === "z") editor.takeBack(event.shiftKey ? "redo" : "undo")
    else if (letter === "y") editor.takeBack("redo")
    else return false
    return true
  }
  onNode(act) {
    const id = this.known(this.editor.cursor) ?? this.known(this.editor.selectedId)
    if (id) { this.editor.cursor = id; this.editor.keyboardHere = true; act(id); this.editor.redraw() }
    return true
  }

  // Zone by zone as the picture reads, top to bottom inside a zone.
  order() {
    const { editor } = this, zones = ["own_organisation", "other_organisation", "interest", "professional", "political_authority", "table", "citizens"]
    const zone = node => !node.party ? "interest" : node.sphere === "citizens" && isSeated(node) ? "table" : node.sphere
    const rank = new Map([...editor.model.nodes.values()].map(node => [node.id, [zones.indexOf(zone(node)), editor.places.get(node.id)]]))
    return [...rank.keys()].sort((a, b) => {
      const [zoneA, placeA] = rank.get(a), [zoneB, placeB] = rank.get(b)
      return zoneA - zoneB || placeA.y - placeB.y || placeA.x - placeB.x
    })
  }
  choices() {
    const { editor } = this, order = this.order()
    return editor.pulling ? order.filter(id => editor.canConnect(editor.pulling, id)) : order
  }
  step(by) {
    const { editor } = this, order = this.choices(), current = order.indexOf(editor.pulling ? editor.target : editor.cursor)
    const next = current < 0 ? (by > 0 ? 0 : order.length - 1) : current + by
    if (next < 0 || next >= order.length) { editor.cursor = null; editor.redraw(); return false }
    return this.to(order[next])
  }
  go([dx, dy]) {
    const { editor } = this, from = editor.places.get((editor.pulling && editor.target) || editor.cursor)
    if (!from) return this.step(dx + dy)
    let best = null, least = Infinity
    for (const id of this.choices()) {
      const at = editor.places.get(id), along = (at.x - from.x) * dx + (at.y - from.y) * dy
      const aside = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx)
      if (along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = id }
    }
    return best ? this.to(best) : true
  }
  to(id) {
    const { editor } = this
    editor.keyboardHere = true
    if (editor.pulling) editor.aim(id)
    else editor.cursor = id
    editor.bringIntoView(id)
    editor.say(editor.sentences.of(id))
    editor.redraw()
    return true
  }

  enter() {
    const { editor } = this
    if (editor.pulling) { if (editor.target) editor.connect(editor.pulling, editor.target); return true }
    return this.onNode(id => { editor.select(editor.selectionFor(id)); editor.say(filled(editor.words.said_selected, { name: editor.sentences.name(id) })) })
  }
  escape() {
    const { editor } = this
    if (editor.gesture) editor.abandonGesture()
    else if (editor.pulling || editor.connecting) editor.stopConnecting()
    else if (editor.selectedId) { editor.select(null); editor.say(editor.words.said_nothing) }
    else { editor.cursor = null; editor.redraw(); return false }
    return true
  }
  nextLink(id, by) {
    const { editor } = this, links = editor.model.touching(id).map(edge => edge.id)
    if (!links.length) return
    const next = links[(links.indexOf(editor.selectedId) + by + links.length) % links.length]
    editor.select(editor.selectionFor(next))
    editor.say(editor.sentences.of(next))
  }

  nudge([dx, dy]) {
    return this.onNode(id => {
      const { editor } = this, at = editor.places.get(id)
      this.nudged = id
      editor.shift(id, editor.settled(id, { x: at.x + dx * NUDGE, y: at.y + dy * NUDGE }))
    })
  }
  settle() {
    if (!this.nudged) return
    const id = this.nudged
    this.nudged = null
    this.editor.moved(id)
  }
}
