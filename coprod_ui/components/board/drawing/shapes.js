// @ts-check
// Shapes as values, and the SVG elements made of them. Text is text: nothing here reads markup.
/** @import { Attributes, Shape } from "./types" */

const SVG = "http://www.w3.org/2000/svg"

/** @typedef {Shape | string | null | false} Child */

/** @type {WeakMap<Element, Shape>} what each element was made of last */
const MADE = new WeakMap()

/**
 * @param {string} tag
 * @param {Attributes} attributes one that is undefined is left out
 * @param {(Child | Child[])[]} children what is null or false is not there
 * @returns {Shape}
 */
export const shape = (tag, attributes, ...children) => ({ tag, attributes, children: children.flat().filter(there) })

/**
 * @template T
 * @param {T | null | false} child
 * @returns {child is T}
 */
const there = child => child !== null && child !== false

/**
 * A shape whose element stays the same while this key does.
 * @param {string} key
 * @param {Shape} of
 * @returns {Shape}
 */
export const keyed = (key, of) => ({ ...of, key })

/**
 * Makes the children of an element be these shapes. What is there already stays where it is.
 * @param {Element} parent
 * @param {Shape[]} shapes
 */
export function put(parent, shapes) {
  const old = [...parent.children]
  const known = new Map(old.map(element => [MADE.get(element)?.key, element]))
  const others = old.filter(element => MADE.get(element)?.key === undefined)
  const elements = shapes.map(each => elementFor(each, known, others)), used = new Set(elements)
  for (const element of old) if (!used.has(element)) element.remove()
  elements.forEach((element, i) => {
    dress(element, shapes[i])
    if (element.matches(":focus")) moveOthers(parent, element, i)
    else if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null)
  })
}

/**
 * Brings an element to its turn by moving those before it away: what moves itself loses the focus.
 * @param {Element} parent
 * @param {Element} element
 * @param {number} turn
 */
function moveOthers(parent, element, turn) {
  if (element.parentElement !== parent) parent.append(element)
  while (parent.children[turn] !== element) parent.append(parent.children[turn])
}

/**
 * The element a shape had, or the next of its kind, or a new one.
 * @param {Shape} wanted
 * @param {Map<string | undefined, Element>} known by key
 * @param {Element[]} others without a key; one that is taken leaves the list
 */
function elementFor({ key, tag }, known, others) {
  const found = key === undefined ? others[0]?.tagName === tag && others.shift() : known.get(key)
  return found || document.createElementNS(SVG, tag)
}

/**
 * @param {Element} element
 * @param {Shape} wanted
 */
function dress(element, wanted) {
  const before = MADE.get(element)?.attributes ?? {}
  for (const name of Object.keys(before)) if (wanted.attributes[name] === undefined) element.removeAttribute(name)
  for (const [name, value] of Object.entries(wanted.attributes))
    if (value !== undefined && value !== before[name]) element.setAttribute(name, String(value))
  MADE.set(element, wanted)
  const [first] = wanted.children
  if (typeof first !== "string") put(element, /** @type {Shape[]} */ (wanted.children))
  else if (element.textContent !== first) element.textContent = first
}
