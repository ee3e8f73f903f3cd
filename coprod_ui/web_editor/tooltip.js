// Sentences about what stands on the canvas, for the tooltip and for who listens.
const filled = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

class Sentences {
  constructor(editor) { this.editor = editor }
  get words() { return this.editor.words }
  name(id) { return this.editor.model.nodes.get(id)?.label ?? "" }
  number(value) { return String(Math.round(value * 100) / 100).replace(".", this.words.decimal) }

  of(id) {
    const { model } = this.editor
    if (model.nodes.has(id)) return model.nodes.get(id).party ? this.party(model.nodes.get(id)) : this.interest(model.nodes.get(id))
    return model.edges.has(id) ? this.link(model.edges.get(id)) : ""
  }
  party(node) {
    const { words } = this, sphere = words.spheres[node.sphere]
    if (node.sphere !== "citizens") return filled(words.said_party, { name: node.label, sphere, state: isSeated(node) ? words.said_at_table : words.said_not_at_table })
    const state = isSeated(node) ? words.said_at_table : `${words.said_not_at_table}, ${words.invitation[node.invitation]}`
    if (node.people === null || node.people === undefined || node.seats === null) return filled(words.said_party, { name: node.label, sphere, state })
    return filled(words.said_party_people, { name: node.label, sphere, seats: this.number(node.seats), people: this.number(node.people), state })
  }
  interest(node) {
    const { words } = this
    const state = node.heard === "unheard" ? words.unheard : node.heard ? words.hardly_heard : ""
    return filled(words.said_interest, { name: node.label }) + (state ? `, ${state}` : "")
  }
  link(edge) {
    const { words } = this
    const name = this.name(edge.from), interest = this.name(edge.to)
    if (edge.kind === "r") return filled(words.said_relation, { a: name, b: interest, how: edge.compatibility < 0 ? words.clash : words.helps })
    if (edge.kind === "u") return filled(words.said_unknown, { name, interest })
    return filled(words.said_link, { name, interest, weight: words.weights[this.editor.model.levelNearest(edge.weight)], position: edge.position < 0 ? words.positions.against : words.positions.for })
  }
}

class Tooltip {
  constructor(editor, element) { this.editor = editor; this.element = element }
  show(id, p) {
    if (this.id === id) return
    this.hide()
    this.id = id
    if (!id) return
    this.timer = setTimeout(() => {
      const { element, editor } = this, stage = editor.stage
      element.textContent = editor.sentences.of(id)
      element.hidden = false
      element.style.left = `${clamp(p.x + 14, 4, stage.clientWidth - element.offsetWidth - 4)}px`
      element.style.top = `${p.y + 20 + element.offsetHeight > stage.clientHeight ? p.y - element.offsetHeight - 10 : p.y + 20}px`
    }, 450)
  }
  hide() { clearTimeout(this.timer); this.id = null; this.element.hidden = true }
}
