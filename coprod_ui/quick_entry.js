// One line of text: what it will do is asked for while typing, Enter sends it. Sent lines are kept until Python
// acknowledges them, so that a slow or lost connection loses none.
const ENTRIES = new WeakMap()
const PAUSE = 250

class Entry {
  constructor(root) {
    this.input = root.querySelector("input")
    this.client = Array.from(crypto.getRandomValues(new Uint32Array(2)), n => n.toString(36)).join("")
    this.seq = 0
    this.pending = []
    this.input.oninput = () => this.typed()
    this.input.onkeydown = event => { if (event.key === "Enter" && !event.isComposing) this.enter() }
  }

  typed() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.component.setStateValue("draft", this.input.value), PAUSE)
  }

  enter() {
    const text = this.input.value.trim()
    if (!text) return
    clearTimeout(this.timer)
    this.pending.push({ client: this.client, seq: ++this.seq, text })
    this.component.setStateValue("lines", this.pending.slice())
  }

  update(component) {
    const { label, placeholder, acknowledged, refused } = component.data
    this.component = component
    this.input.setAttribute("aria-label", label)
    this.input.placeholder = placeholder
    const done = acknowledged[this.client] ?? 0
    for (const line of this.pending.filter(line => line.seq <= done)) {
      if (refused[this.client] !== line.seq && this.input.value.trim() === line.text) {
        this.input.value = ""
        component.setStateValue("draft", "")
      }
    }
    this.pending = this.pending.filter(line => line.seq > done)
  }
}

export default function (component) {
  const root = component.parentElement
  if (!ENTRIES.has(root)) ENTRIES.set(root, new Entry(root))
  ENTRIES.get(root).update(component)
}
