// A name typed in place: Enter or clicking elsewhere keeps it, Escape does not.
const ZONES = ["table", "citizens", "own_organisation", "other_organisation", "political_authority", "professional"]
const sphereOf = zone => zone === "table" ? "citizens" : zone

class Naming {
  constructor(editor, form) {
    this.editor = editor
    this.form = form
    this.select = form.querySelector("select")
    this.input = form.querySelector("input")
    form.onsubmit = event => { event.preventDefault(); this.finish(true, true) }
    form.onkeydown = event => {
      event.stopPropagation()
      if (event.key === "Escape") { event.preventDefault(); this.finish(false, true) }
    }
    form.onkeyup = form.onkeypress = event => event.stopPropagation()
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) this.finish(true, false) })
    this.select.onchange = () => { this.ask.zone = this.select.value; this.ask.place = null; this.input.focus() }
  }
  get open() { return !this.form.hidden }

  // ask: { label, value, at: canvas point, zone: only for a new party, done(name, ask) }
  start(ask) {
    this.finish(true, false)
    const { words } = this.editor
    this.ask = ask
    this.input.value = ask.value ?? ""
    this.input.placeholder = ask.label
    this.input.setAttribute("aria-label", ask.label)
    this.select.hidden = !ask.zone
    this.select.setAttribute("aria-label", words.where)
    this.select.replaceChildren(...ZONES.map(zone => {
      const option = document.createElement("option")
      const sphere = words.spheres[sphereOf(zone)]
      option.value = zone
      option.textContent = zone === "table" ? `${sphere}, ${words.said_at_table}` : zone === "citizens" ? `${sphere}, ${words.said_not_at_table}` : sphere
      return option
    }))
    if (ask.zone) this.select.value = ask.zone
    this.form.hidden = false
    this.place(ask.at)
    this.input.focus({ preventScroll: true })
    this.input.select()
  }
  place(at) {
    const { stage } = this.editor, p = this.editor.toScreen(at)
    this.form.style.left = `${clamp(p.x - this.form.offsetWidth / 2, 2, stage.clientWidth - this.form.offsetWidth - 2)}px`
    this.form.style.top = `${clamp(p.y - this.form.offsetHeight / 2, 2, stage.clientHeight - this.form.offsetHeight - 2)}px`
  }
  finish(keep, back) {
    if (!this.open) return
    const { ask } = this, name = this.input.value.trim()
    this.form.hidden = true
    this.ask = null
    if (keep && name && name !== ask.value) ask.done(name, ask)
    if (back) this.editor.net.focus({ preventScroll: true })
  }
}
