// @ts-check
// Acts, who sits at the table, and where things stand.
/** @import { Act, Point } from "./types" */
import { after } from "./acts/applying.js"
import { moved, seat, together } from "./acts/wishes.js"
import { Choosing } from "./choosing.js"
import { fromPicture } from "./placing/from_picture.js"
import { layout } from "./placing/layout.js"
import { worldOf } from "./placing/world.js"

/** @type {Record<string, import("./placing/types").ZoneName>} */
export const ZONES = {
  table: "table", citizens: "outside", own_organisation: "own", other_organisation: "other",
  political_authority: "politics", professional: "middle", interest: "middle",
}
const JOINING = new Set(["own_organisation", "other_organisation", "professional"])

/**
 * @abstract
 */
export class Seating extends Choosing {
  // -- one act
  /** @param {Act | null} act */
  act(act) {
    if (act) this.board.meeting.act(act)
  }
  /** @param {"undo" | "redo"} which */
  takeBack(which) {
    const { board } = this, can = board.picture.get("meeting")?.[`can_${which}`]
    if (!can && !board.meeting.queue.pending.length) return board.say(board.t(`board.nothing_to_${which}`))
    this.act({ act: which })
  }

  // -- who is at the table
  /** @param {string} id of a node */
  party(id) { return id[0] === "a" ? this.board.picture.get(`actor:${id.slice(2)}`) : undefined }
  /**
   * Whether a node that is let go in a zone joins the table (true) or leaves it (false); null: neither.
   * @param {string} id
   * @param {string} zone
   */
  crossing(id, zone) {
    const party = this.party(id), seated = party?.seats > 0
    if (party?.sphere === "citizens") return (zone === "table") === seated ? null : zone === "table"
    return party && JOINING.has(party.sphere) && zone === "table" && !seated ? true : null
  }
  /**
   * @param {string} actor
   * @param {boolean} atTable
   */
  seat(actor, atTable) {
    const act = seat(actor, atTable ? null : 0), citizens = this.party(`a:${actor}`)?.sphere === "citizens"
    const whole = citizens ? together([act, this.placeAfter(act, `a:${actor}`)]) : act
    this.board.drawnOnce(() => {
      this.act(whole)
      this.select(["actor", actor])
    })
    this.seatTold(actor, atTable)
  }
  /**
   * @param {string} actor
   * @param {boolean} atTable
   */
  seatTold(actor, atTable) {
    if (atTable && this.party(`a:${actor}`)?.sphere === "citizens") this.board.typeSeats(actor)
  }
  /** @param {string} id */
  toggleTable(id) {
    const party = this.party(id), { board } = this
    if (!party) return board.say(board.t("board.choose_party"))
    if (party.sphere === "political_authority") return board.say(board.t("board.politics_away"))
    this.seat(party.id, !(party.seats > 0))
  }

  // -- where things stand
  /**
   * The act that puts a node where it will stand after another act.
   * @param {Act} act
   * @param {string} id
   * @returns {Act}
   */
  placeAfter(act, id) { return moved(new Map([[id, this.spotAfter(act, id) ?? { x: 0, y: 0 }]])) }
  /**
   * Where a node will stand after an act, as the file has it; null where it will not be drawn.
   * @param {Act} act
   * @param {string} id
   */
  spotAfter(act, id) {
    const { board } = this, { canvas } = board, web = fromPicture(after(board.picture, [act]), board.meeting.words)
    const plan = layout(web, canvas.wishes([...canvas.focus(), id]))
    const node = plan.nodes.find(each => each.id === id)
    return node ? worldOf(plan, id, node) : null
  }
  /**
   * Puts down what was carried.
   * @param {Map<string, Point>} places in the drawing
   * @param {string} held the node the hand was on
   * @param {boolean | null} joins
   */
  drop(places, held, joins) {
    const { board } = this, { plan } = board.canvas, party = this.party(held)
    if (!plan) return
    const to = joins ? "table" : "citizens"
    const goes = joins === null ? [] : [...places.keys()].filter(id => this.crossing(id, to) === joins)
    const stays = [...places].filter(([id]) => !goes.includes(id) || this.party(id)?.sphere === "citizens")
    const zone = (/** @type {string} */ id) => goes.includes(id) ? (joins ? "table" : "outside") : undefined
    const world = new Map(stays.map(([id, at]) => [id, worldOf(plan, id, at, zone(id))]))
    const seats = goes.map(id => seat(id.slice(2), joins ? null : 0))
    board.drawnOnce(() => {
      this.act(together([...seats, ...(world.size ? [moved(world)] : [])]))
      if (places.size === 1) this.selectId(held)
    })
    if (places.size > 1) return
    if (goes.length && party) return this.seatTold(party.id, Boolean(joins))
    board.say(board.t("canvas.said_moved", { name: board.said.name(held) }))
  }
  /**
   * @param {string} id
   * @param {number} dx
   * @param {number} dy
   */
  nudge(id, dx, dy) {
    const { plan } = this.board.canvas, node = plan?.nodes.find(each => each.id === id)
    if (plan && node) this.act(moved(new Map([[id, worldOf(plan, id, { x: node.x + dx, y: node.y + dy })]])))
  }
  /**
   * @param {string} id
   * @param {Point} point
   * @param {string} zone
   */
  world(id, point, zone) {
    const { plan } = this.board.canvas
    return plan ? worldOf(plan, id, point, ZONES[zone]) : null
  }
}
