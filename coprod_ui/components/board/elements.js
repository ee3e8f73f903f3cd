// @ts-check
// Elements made by hand: people's words only ever become text.

/**
 * An element with attributes, listeners (`onclick`) and what stands in it; what is no value is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} has
 * @param {...(Node | string | null | undefined | false)} inside
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, has = {}, ...inside) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(has)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value))
    }
  }
  element.append(...inside.filter(part => part !== null && part !== undefined && part !== false))
  return element
}

/** What each icon draws, on a field of 24 by 24. */
const ICONS = {
  party: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M19 8v6M16 11h6",
  interest: "M10 19a6 6 0 1 0 0-12 6 6 0 0 0 0 12M19 3v6M16 6h6",
  connect: "M5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M19 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M7 16 17 8",
  causes: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 3v5M12 16v5M3 12h5M16 12h5",
  sheet: "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7",
  list: "M8 6h13M8 12h13M8 18h13M4 6h.01M4 12h.01M4 18h.01",
  map: "M4 4h16v16H4zM4 12h16M12 4v16M15.5 15.5h1.5",
  present: "M4 5h16v11H4zM12 16v4M8 20h8",
  find: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5",
  keys: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  delete: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  out: "M5 12h14",
  in: "M5 12h14M12 5v14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  close: "M6 6l12 12M18 6 6 18",
  undo: "M4 10h10a5 5 0 0 1 0 10h-3M4 10l4-4M4 10l4 4",
  more: "M6 9l6 6 6-6",
}

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  drawn.setAttribute("viewBox", "0 0 24 24")
  drawn.setAttribute("aria-hidden", "true")
  drawn.setAttribute("class", "icon")
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
  path.setAttribute("d", ICONS[name])
  drawn.append(path)
  return drawn
}

/**
 * The element that has the focus inside a component.
 * @param {Node} within
 */
export function focused(within) {
  const root = /** @type {Document | ShadowRoot} */ (within.getRootNode())
  return /** @type {HTMLElement | null} */ (root.activeElement)
}

/**
 * Whether a text field has typing of its own that nobody has taken in yet.
 * @param {EventTarget | null | undefined} at
 */
export function typing(at) {
  if (at instanceof HTMLTextAreaElement) return at.value !== at.defaultValue
  return at instanceof HTMLInputElement && ["text", "search", "number", "email", "password"].includes(at.type)
    && at.value !== at.defaultValue
}
