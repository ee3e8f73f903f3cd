// @ts-check
// The rings of influence: four quarters by role, four rings and the place outside them that the official form lacks.
/** @import { Board } from "../board.js" */
/** @import { MapData, Perspective } from "./places.js" */
import { make } from "../elements.js"
import { cardOf } from "./card.js"
import { EDGES, RINGS, ROLES, apart, onMap, ringOf, spot, spotsOf, withoutSpot } from "./places.js"

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

/**
 * About how wide the card of a party is, in pixels.
 * @param {string} name
 * @param {string} differs
 */
const widthOf = (name, differs) => Math.min(differs ? 200 : 174, 48 + 8.2 * name.length + (differs ? 26 : 0))

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
    const { board } = this, box = this.field.getBoundingClientRect()
    const spots = apart(spotsOf(board.picture, data, perspective), id => widthOf(board.picture.get(`actor:${id}`).name, onMap(data, id).differs), box)
    this.field.replaceChildren(this.ground(data, perspective, spots), ...this.labels(),
      ...[...spots].map(([id, { x, y, ring, leftward }]) => {
        const card = this.card(data, perspective, id, ring, id === at)
        card.style.maxWidth = `${widthOf(board.picture.get(`actor:${id}`).name, onMap(data, id).differs)}px`
        card.style.left = `${50 + x * 50}%`
        card.style.top = `${50 + y * 50}%`
        card.classList.toggle("leftward", leftward)
        return card
      }))
    const without = withoutSpot(board.picture, data, perspective)
    this.trays.replaceChildren(...["", ...RINGS].map(ring => this.tray(data, perspective, ring, without.get(ring) ?? [], at)))
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
    const quarters = ROLES.map(role => make("span", { class: `quarter ${role}` }, board.t(`power_map.quarter.${role}`)))
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
