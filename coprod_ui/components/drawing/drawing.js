// @ts-check
// Shows what a template of ours drew. A button in it that shows a part keeps that part alone in sight, without a run;
// the arrows go from column to column; what is written in a field goes to Python.
/** @import { Component } from "../types" */

/** @typedef {{ html: string, about: string }} Data */

/** @type {Map<string, string>} what was chosen last, by whose drawing it is */
const CHOSEN = new Map()

/** @type {WeakMap<Node, Data>} what stands in each drawing */
const DRAWN = new WeakMap()

/**
 * The elements within that carry some data, with its value.
 * @param {ParentNode} drawing
 * @param {string} name as in `data-name`
 * @returns {[HTMLElement, string][]}
 */
const carrying = (drawing, name) =>
  [...drawing.querySelectorAll(`[data-${name}]`)].map(found => {
    const element = /** @type {HTMLElement} */ (found)
    return [element, element.dataset[name] ?? ""]
  })

/**
 * Shows one part and presses its button.
 * @param {ParentNode} drawing
 * @param {string} chosen
 */
function show(drawing, chosen) {
  for (const [button, shows] of carrying(drawing, "shows")) button.setAttribute("aria-pressed", String(shows === chosen))
  for (const [part, shown] of carrying(drawing, "shown")) part.hidden = shown !== chosen
  for (const [part, of] of carrying(drawing, "of")) part.classList.toggle("chosen", of === chosen)
}

/**
 * What is to be shown: as chosen while it is there, else as it was drawn.
 * @param {ParentNode} drawing
 * @param {string} about
 */
function kept(drawing, about) {
  const buttons = carrying(drawing, "shows")
  const pressed = buttons.find(([button]) => button.getAttribute("aria-pressed") === "true") ?? buttons[0]
  return buttons.find(([, shows]) => shows === CHOSEN.get(about))?.[1] ?? pressed?.[1]
}

/**
 * The column an arrow goes to, if there is one.
 * @param {HTMLElement[]} columns
 * @param {HTMLElement} from
 * @param {string} key
 */
const beside = (columns, from, key) =>
  key === "ArrowRight" ? columns[columns.indexOf(from) + 1] : key === "ArrowLeft" ? columns[columns.indexOf(from) - 1] : undefined

/**
 * Goes to the next column by an arrow; Tab comes back to the one a person was last in.
 * @param {ParentNode} drawing
 * @param {KeyboardEvent} event
 */
function across(drawing, event) {
  const at = event.target
  if (!(at instanceof HTMLElement) || at.dataset.column === undefined) return
  const columns = carrying(drawing, "column").map(([column]) => column), next = beside(columns, at, event.key)
  if (!next) return
  event.preventDefault()
  for (const column of columns) column.tabIndex = column === next ? 0 : -1
  next.focus()
}

/** What a person is in stays so when the same is drawn anew: where the focus is, and what is being written.
 * @param {HTMLElement} drawing */
function holding(drawing) {
  const focused = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
  if (!(focused instanceof HTMLElement) || !drawing.contains(focused)) return () => {}
  const name = ["shows", "writes", "column"].find(each => focused.dataset[each] !== undefined) ?? ""
  const value = focused.dataset[name], typed = focused instanceof HTMLInputElement ? focused.value : ""
  return () => {
    const again = carrying(drawing, name).find(([, held]) => held === value)?.[0]
    if (again instanceof HTMLInputElement) again.value = typed
    again?.focus()
  }
}

/** @param {Component<Data>} component */
export default function (component) {
  const { data, parentElement: root } = component
  const drawing = /** @type {HTMLElement} */ (root.querySelector(".drawing"))
  drawing.onclick = event => {
    const button = /** @type {HTMLElement} */ (event.target).closest?.("[data-shows]")
    if (!(button instanceof HTMLElement)) return
    CHOSEN.set(data.about, button.dataset.shows ?? "")
    show(drawing, button.dataset.shows ?? "")
  }
  drawing.onkeydown = event => across(drawing, event)
  drawing.onchange = event => {
    const field = event.target
    if (!(field instanceof HTMLInputElement) || field.dataset.writes === undefined) return
    component.setTriggerValue("written", { field: field.dataset.writes, text: field.value })
  }
  const before = DRAWN.get(drawing)
  if (before?.html === data.html && before.about === data.about) return
  const hold = before?.about === data.about ? holding(drawing) : undefined
  DRAWN.set(drawing, data)
  drawing.innerHTML = data.html
  const chosen = kept(drawing, data.about)
  if (chosen !== undefined) show(drawing, chosen)
  hold?.()
}
