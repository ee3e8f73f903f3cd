// @ts-check
// The rings of influence: four quarters by role, four rings and the place outside them that the official form lacks.
/** @import { Board } from "../board.js" */
/** @import { MapData, Perspective } from "./places.js" */
import { make } from "../elements.js"
import { cardOf } from "./card.js"
import { apart } from "./apart.js"
import { EDGES, RINGS, ROLES, onMap, ringOf, spot, spotsOf, withoutSpot } from "./places.js"

/** What stays free between two cards, in pixels. */
const GAP = 2
const SVG = "http://www.w3.org/2000/svg"

/**
 * @param {string} name
 * @param {Record<string, string | number>} has
 */
function drawn(name, has) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(has)) element.setAttribute(key, String(value))
  return element
}

/** @param {HTMLElement} card */
const sizeOf = card => ({ width: card.offsetWidth + GAP, height: card.offsetHeight + GAP })

/**
 * @param {HTMLElement} element
 * @param {number} x part of the way from the middle, -1 to 1
 * @param {number} y
 */
function standAt(element, x, y) {
  element.style.left = `${50 + x * 50}%`
  element.style.top = `${50 + y * 50}%`
}
/**
 * @param {HTMLElement} card
 * @param {import("./apart.js").Place | undefined} place none where there is no room
 */
function stand(card, place) {
  if (!place) return card.remove()
  standAt(card, place.x, place.y)
  card.classList.toggle("leftward", place.leftward)
}

export class Rings {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.field = make("div", { class: "ring-field" })
    this.trays = make("div", { class: "ring-trays" })
    this.element = make("div", { class: "rings-of" }, this.field, this.trays)
  }

  /**
   * @param {MapData} data
   * @param {Perspective} perspective
   * @param {string} at the party that the keys are on
   */
  draw(data, perspective, at) {
    const { board, field } = this, order = board.map.order()
    const known = spotsOf(board.picture, data, perspective)
    const spots = new Map([...known].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)))
    const cards = new Map([...spots].map(([id, { ring }]) => [id, this.card(data, perspective, id, ring, id === at)]))
    field.replaceChildren(...this.labels(), ...cards.values())
    const size = (/** @type {string} */ id) => sizeOf(/** @type {HTMLElement} */ (cards.get(id)))
    const { places, crowds } = apart(spots, size, field.getBoundingClientRect(), this.names())
    for (const [id, card] of cards) stand(card, places.get(id))
    field.prepend(this.ground(data, perspective, places))
    field.append(...[...crowds].map(([where, crowd]) => this.count(where, crowd)))
    const without = withoutSpot(board.picture, data, perspective)
    this.trays.replaceChildren(...["", ...RINGS].map(ring => this.tray(data, perspective, ring, without.get(ring) ?? [], at)))
  }
  /** The names that stand in the field, which no card may cover. @returns {import("../../types").Box[]} */
  names() {
    const { left, top } = this.field.getBoundingClientRect()
    return [...this.field.querySelectorAll(".quarter, .ring-name")].map(name => {
      const box = name.getBoundingClientRect()
      return [box.left - left, box.top - top, box.right - left, box.bottom - top]
    })
  }
  /**
   * How many have no room in a ring and quarter, and the way to the table, in which everybody stands.
   * @param {string} where
   * @param {import("./apart.js").Crowd} crowd
   */
  count(where, { x, y, ids }) {
    const { board } = this
    const more = make("button", {
      type: "button", class: "more-of", "data-key": `more_${where}`, onclick: () => board.map.toTable(),
    }, board.t("power_map.more", { count: ids.length }))
    standAt(more, x, y)
    return more
  }
  /**
   * @param {MapData} data
   * @param {Perspective} perspective
   * @param {Map<string, { x: number, y: number, angle: number }>} spots
   */
  ground(data, perspective, spots) {
    const svg = drawn("svg", { viewBox: "-100 -100 200 200", preserveAspectRatio: "none", "aria-hidden": "true" })
    for (const [ring, edge] of Object.entries(EDGES).reverse()) {
      svg.append(drawn("ellipse", { class: `ring ${ring}`, rx: edge * 100, ry: edge * 100 }))
    }
    svg.append(drawn("path", { class: "quarters", d: "M-100 0H100M0 -100V100" }))
    for (const [id, to] of perspective === "now" ? [] : spots) svg.append(...this.way(data, id, to))
    return svg
  }
  /**
   * The way from where a party is to where it is wanted.
   * @param {MapData} data
   * @param {string} id
   * @param {{ x: number, y: number, angle: number }} to
   */
  way(data, id, to) {
    const { ring } = ringOf(this.board.picture.get(`actor:${id}`), data, "now")
    if (ring === null) return []
    const from = spot(ring, to.angle)
    const at = `M${from.x * 100} ${from.y * 100}`
    return [drawn("path", { class: "way", d: `${at}L${to.x * 100} ${to.y * 100}` }),
      drawn("path", { class: "was", d: `${at}h0` }), drawn("path", { class: "was inside", d: `${at}h0` })]
  }
  labels() {
    const { board } = this
    const quarters = ROLES.map(role => make("span", { class: `quarter ${role}` },
      `${board.t(`power_map.quarter.${role}`)} ${board.t(`power_map.quarter_term.${role}`)}`))
    const rings = Object.entries(EDGES).map(([ring, edge]) => {
      const label = make("span", { class: "ring-name" }, board.t(`rings.${ring}`))
      label.style.top = `${50 - edge * 50}%`
      return label
    })
    return [...quarters, ...rings, make("span", { class: "ring-name outside" }, board.t("rings.outside"))]
  }
  /**
   * @param {MapData} data
   * @param {Perspective} perspective
   * @param {string} id
   * @param {string} ring
   * @param {boolean} at
   */
  card(data, perspective, id, ring, at) {
    const { board } = this, party = board.picture.get(`actor:${id}`), { asked } = ringOf(party, data, perspective)
    const said = ring ? board.t(`rings.${ring}`) : board.t("power_map.not_asked")
    const place = !ring || asked ? said : board.t("power_map.by_web", { ring: said })
    const known = { ...onMap(data, id), estimated: !asked, alarm: false }
    return cardOf(board, party, known, { name: "rings", place, at, small: true })
  }
  /**
   * @param {MapData} data
   * @param {Perspective} perspective
   * @param {string} ring "" = not asked
   * @param {string[]} ids
   * @param {string} at
   */
  tray(data, perspective, ring, ids, at) {
    const { board } = this, label = ring ? board.t(`rings.${ring}`) : board.t("power_map.not_asked")
    return make("div", { class: "cell-of", role: "group", "aria-label": label, "data-ring": ring },
      make("small", {}, label), ...ids.map(id => this.card(data, perspective, id, ring, id === at)))
  }
}
