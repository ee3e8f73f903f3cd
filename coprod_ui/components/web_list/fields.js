// @ts-check
// Native controls that show what the web holds, and say when a person changed it.

/** @typedef {[value: any, word: string]} Option a value and the word for it */

/** @type {Record<string, string>} */
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" }
/** @type {Record<string, string>} */
const SCOPES = { col: "columnheader", row: "rowheader", rowgroup: "rowheader" }
export const LONGEST_NAME = 200

/**
 * An element with attributes and what stands in it. Roles are written out because a table that is laid out as cards, on
 * a phone, is no table to every browser.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag), role = ROLES[tag] ?? SCOPES[attributes.scope]
  if (role) element.setAttribute("role", role)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...inside)
  return element
}

/**
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) { if (element.textContent !== text) element.textContent = text }
/**
 * @param {Element} element
 * @param {string} label
 */
export function labelAs(element, label) {
  if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label)
}

/**
 * What is being typed stays until it is entered or given up, whatever arrives meanwhile.
 * @abstract
 */
class Typed {
  /** @param {Record<string, string | number>} attributes */
  constructor(attributes) {
    this.input = make("input", attributes)
    this.draft = false
    this.shown = ""
    this.input.oninput = () => { this.draft = true }
    this.input.onchange = () => { this.draft = false; this.entered() }
    this.input.onkeydown = event => { if (event.key === "Escape") { this.draft = false; this.put(this.shown) } }
  }
  entered() {}
  /** @param {string} text */
  put(text) { if (!this.draft && this.input.value !== text) this.input.value = text }
  /**
   * @param {string} text
   * @param {string} label
   */
  show(text, label) {
    this.shown = text
    labelAs(this.input, label)
    this.put(text)
  }
}

export class NameField extends Typed {
  /** @param {(text: string) => void} changed */
  constructor(changed) {
    super({ type: "text", maxlength: LONGEST_NAME, autocomplete: "off" })
    this.changed = changed
  }
  entered() {
    const text = this.input.value.trim()
    if (text && text !== this.shown) this.changed(text)
    else this.put(this.shown)
  }
}

// A number from 0 up; empty is null.
export class NumberField extends Typed {
  /**
   * @param {(value: number | null) => void} changed
   * @param {() => void} refused
   */
  constructor(changed, refused) {
    super({ type: "number", min: 0, step: "any", autocomplete: "off", inputmode: "decimal", placeholder: "…" })
    this.changed = changed
    this.refused = refused
  }
  entered() {
    const { input } = this, value = input.value === "" ? null : input.valueAsNumber
    if (input.validity.badInput || (value ?? 0) < 0) { input.value = this.shown; this.refused() }
    else this.changed(value)
  }
}

export class Choice {
  /** @param {(value: any) => void} changed */
  constructor(changed) {
    /** @type {any[]} */
    this.values = []
    this.said = ""
    this.select = make("select")
    this.select.onchange = () => changed(this.values[this.select.selectedIndex])
  }
  get chosen() { return this.values[this.select.selectedIndex] }
  /**
   * A value that is none of the choices is put beside them with the word `other` has for it.
   * @param {any} value
   * @param {Option[]} choices
   * @param {string} label
   * @param {(value: any) => string} other
   */
  show(value, choices, label, other = String) {
    labelAs(this.select, label)
    const known = choices.some(([choice]) => choice === value)
    /** @type {Option} */
    const odd = [value, other(value)]
    const shown = known ? choices : [...choices, odd].sort(([a], [b]) => a - b)
    const said = JSON.stringify(shown)
    if (said !== this.said) {
      this.said = said
      this.values = shown.map(([choice]) => choice)
      this.select.replaceChildren(...shown.map(([, word]) => make("option", {}, word)))
    }
    this.select.selectedIndex = this.values.indexOf(value)
  }
}

export class Tick {
  /** @param {(on: boolean) => void} changed */
  constructor(changed) {
    this.input = make("input", { type: "checkbox" })
    this.input.onchange = () => changed(this.input.checked)
  }
  /**
   * @param {boolean} on
   * @param {string} label
   */
  show(on, label) {
    labelAs(this.input, label)
    this.input.checked = on
  }
}

/**
 * @param {string} kind
 * @param {() => void} pressed
 */
export function button(kind, pressed) {
  const element = make("button", { type: "button", class: kind })
  if (kind === "remove") element.textContent = "×"
  element.onclick = pressed
  return element
}

// A control under its visible label.
export class Labelled {
  /**
   * @param {Node} control
   * @param {string} kind
   */
  constructor(control, kind) {
    this.text = make("span")
    this.element = make("label", { class: kind }, this.text, control)
  }
  /** @param {string} text */
  show(text, hidden = false) {
    write(this.text, text)
    this.element.hidden = hidden
  }
}
