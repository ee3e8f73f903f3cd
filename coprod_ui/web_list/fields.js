// Native controls that show what the web holds, and say when a person changed it.
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" }
const SCOPES = { col: "columnheader", row: "rowheader", rowgroup: "rowheader" }
const LONGEST_NAME = 200

const filled = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

// Roles are written out because a table that is laid out as cards, on a phone, is no table to every browser.
function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag), role = ROLES[tag] ?? SCOPES[attributes.scope]
  if (role) element.setAttribute("role", role)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...inside)
  return element
}

function write(element, text) { if (element.textContent !== text) element.textContent = text }
function labelAs(element, label) { if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label) }

// What is being typed stays until it is entered or given up, whatever arrives meanwhile.
class Typed {
  constructor(attributes, changed) {
    this.input = make("input", attributes)
    this.input.oninput = () => { this.draft = true }
    this.input.onchange = () => { this.draft = false; this.entered(changed) }
    this.input.onkeydown = event => { if (event.key === "Escape") { this.draft = false; this.put(this.shown) } }
  }
  put(text) { if (!this.draft && this.input.value !== text) this.input.value = text }
  show(text, label) {
    this.shown = text
    labelAs(this.input, label)
    this.put(text)
  }
}

class NameField extends Typed {
  constructor(changed) { super({ type: "text", maxlength: LONGEST_NAME, autocomplete: "off" }, changed) }
  entered(changed) {
    const text = this.input.value.trim()
    if (text && text !== this.shown) changed(text)
    else this.put(this.shown)
  }
}

// A number from 0 up; empty is null.
class NumberField extends Typed {
  constructor(changed, refused) {
    super({ type: "number", min: 0, step: "any", autocomplete: "off", inputmode: "decimal", placeholder: "…" }, changed)
    this.refused = refused
  }
  entered(changed) {
    const { input } = this, value = input.value === "" ? null : input.valueAsNumber
    if (input.validity.badInput || value < 0) { input.value = this.shown; this.refused() }
    else changed(value)
  }
}

class Choice {
  constructor(changed) {
    this.select = make("select")
    this.select.onchange = () => changed(this.values[this.select.selectedIndex])
  }
  get chosen() { return this.values?.[this.select.selectedIndex] }
  // choices: [value, word]; a value that is none of them is put beside them with the word `other` has for it.
  show(value, choices, label, other = String) {
    labelAs(this.select, label)
    const known = choices.some(([choice]) => choice === value)
    const shown = known ? choices : [...choices, [value, other(value)]].sort(([a], [b]) => a - b)
    const said = JSON.stringify(shown)
    if (said !== this.said) {
      this.said = said
      this.values = shown.map(([choice]) => choice)
      this.select.replaceChildren(...shown.map(([, word]) => make("option", {}, word)))
    }
    this.select.selectedIndex = this.values.indexOf(value)
  }
}

class Tick {
  constructor(changed) {
    this.input = make("input", { type: "checkbox" })
    this.input.onchange = () => changed(this.input.checked)
  }
  show(on, label) {
    labelAs(this.input, label)
    this.input.checked = on
  }
}

function button(kind, pressed) {
  const element = make("button", { type: "button", class: kind })
  if (kind === "remove") element.textContent = "×"
  element.onclick = pressed
  return element
}

// A control under its visible label.
class Labelled {
  constructor(control, kind) {
    this.text = make("span")
    this.element = make("label", { class: kind }, this.text, control)
  }
  show(text, hidden = false) {
    write(this.text, text)
    this.element.hidden = hidden
  }
}
