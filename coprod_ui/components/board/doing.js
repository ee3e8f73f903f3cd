// @ts-check
// Every act a person can do on the board, by whatever means.
/** @import { Act, Point } from "./types" */
import { links, relationKey } from "./acts/applying.js"
import { changed, newInterest, newParty, relation, removed, stake, together, turned } from "./acts/wishes.js"
import { sphereOf } from "./hands/naming.js"
import { Seating, ZONES } from "./seating.js"

/**
 * @abstract
 */
export class Doing extends Seating {
  connecting = false
  /** @type {string | null} the node a line is drawn from by keyboard or taps */
  pulling = null

  // -- new things
  addParty() {
    const chosen = this.party(this.single() ?? "")
    const zone = chosen ? (chosen.sphere === "citizens" && chosen.seats > 0 ? "table" : chosen.sphere) : "citizens"
    this.nameParty(zone, null)
  }
  addInterest() { this.nameInterest(null, null) }
  /** @param {Point} point of the drawing */
  addAt(point) {
    const zone = this.board.canvas.zoneAt(point)
    if (zone === "interest") this.nameInterest(point, null)
    else this.nameParty(zone, point)
  }
  /**
   * @param {string} zone
   * @param {Point | null} point
   */
  nameParty(zone, point) {
    const { board } = this
    board.naming.start({
      label: board.t("canvas.new_name_party"), at: board.canvas.windowOf(point, ZONES[zone]), zone,
      done: (name, chosen, moved_) => {
        const place = point && !moved_ ? this.world("", point, chosen) : null
        this.added(newParty(name, sphereOf(chosen), chosen === "table", place), "actor")
      },
    })
  }
  /**
   * @param {Point | null} point
   * @param {string | null} from the node it is linked to
   */
  nameInterest(point, from) {
    const { board } = this
    board.naming.start({
      label: board.t("canvas.new_name_interest"), at: board.canvas.windowOf(point, "middle"),
      done: name => {
        const act = newInterest(name, point && this.world("", point, "interest")), { id } = act.interest
        this.added(act, "interest", from ? [this.linkTo(from, id)] : [])
        if (from?.[0] === "a") this.select(["stake", from.slice(2), id])
      },
    })
  }
  /**
   * @param {Act} act
   * @param {"actor" | "interest"} kind
   * @param {Act[]} [then]
   */
  added(act, kind, then = []) {
    const { board } = this, thing = act[kind], id = `${kind === "actor" ? "a" : "k"}:${thing.id}`
    const spot = thing.x === null ? this.spotAfter(act, id) : null
    board.drawnOnce(() => {
      this.act(together([{ ...act, [kind]: { ...thing, ...spot } }, ...then]))
      this.select([kind, thing.id])
    })
    board.canvas.element(id)?.focus({ preventScroll: true })
    board.say(board.t("canvas.said_added", { name: thing.name }))
  }
  /** @param {string} id */
  rename(id) {
    const { board } = this, value = board.said.name(id), kind = id[0] === "a" ? "actor" : "interest"
    const node = board.canvas.node(id)
    if (!value) return
    board.naming.start({
      label: board.t("canvas.rename"), value, at: board.canvas.windowOf(node ?? null, "middle"),
      done: name => {
        this.act(changed(kind, id.slice(2), { name }))
        board.say(board.t("canvas.said_renamed", { name }))
      },
    })
  }
  removeChosen() {
    const { board } = this, one = this.single() ?? this.link(), ids = this.many.length ? this.many : one ? [one] : []
    if (!this.drawerOpen()) return board.say(board.t("board.choose_something"))
    const what = this.many.length ? this.names(ids) : board.said.of(ids[0])
    this.act(together(ids.map(removed)))
    this.select([])
    board.canvas.net.focus({ preventScroll: true })
    board.say(board.t("canvas.said_deleted", { name: what }))
  }
  /** @param {string[]} ids */
  names(ids) { return ids.map(id => this.board.said.name(id)).join(", ") }

  // -- links
  /**
   * @param {string} from
   * @param {string} to
   */
  canConnect(from, to) {
    return /^[ak]:/.test(to) && from !== to && !(from[0] === "a" && to[0] === "a")
  }
  /**
   * The act that links a node to an interest.
   * @param {string} from
   * @param {string} interest
   * @param {Record<string, any>} [said] of the link; `unknown` where nobody knows
   * @returns {Act}
   */
  linkTo(from, interest, { unknown, ...said } = {}) {
    const { picture } = this.board, id = from.slice(2)
    if (unknown) return { act: "mark_unknown", actor: id, interest }
    return from[0] === "a" ? stake(picture, id, interest, said) : relation(picture, id, interest, said)
  }
  /**
   * @param {string} one
   * @param {string} other
   * @param {Record<string, any>} [said] of the link, also where it is there already
   */
  connect(one, other, said) {
    const { board } = this, { picture } = board
    this.stopConnecting()
    if (!this.canConnect(one, other)) return board.say(board.t("canvas.connect_pairs"))
    const [from, to] = other[0] === "a" ? [other, one] : [one, other], [a, b] = [from.slice(2), to.slice(2)]
    const party = from[0] === "a", key = party ? `stake:${a}|${b}` : relationKey(picture, a, b)
    this.selection = [party ? "stake" : "relation", a, b]
    this.many = []
    board.drawnOnce(() => {
      if (said || !picture.has(key)) this.act(this.linkTo(from, b, said))
      this.chosen()
    })
    board.canvas.element(one)?.focus({ preventScroll: true })
    board.say(board.t("canvas.said_linked", { a: board.said.name(one), b: board.said.name(other) }))
  }
  /**
   * @param {string} from
   * @param {Point | null} point null = wherever there is room
   */
  pullOut(from, point) {
    this.stopConnecting()
    this.nameInterest(point, from)
  }
  toggleConnecting() {
    const on = !this.connecting
    this.stopConnecting()
    this.connecting = on
    this.board.hint(on ? this.board.t("canvas.pick_first") : "")
    this.board.draw()
  }
  stopConnecting() {
    this.connecting = false
    this.pulling = null
    this.board.hint("")
  }
  /** @param {string} id */
  pullFrom(id) {
    this.pulling = id
    this.board.hint(this.board.t("canvas.pick_second", { name: this.board.said.name(id) }))
  }
  /** @param {string | null} id a node that was tapped while a line is drawn */
  pick(id) {
    if (!id) { this.stopConnecting(); return this.board.draw() }
    if (this.pulling && this.pulling !== id) return this.connect(this.pulling, id)
    this.pullFrom(id)
    this.board.draw()
  }

  // -- the chosen line
  /** @param {number} level */
  weigh(level) {
    const { board } = this, [kind, actor, interest] = this.selection
    if (kind !== "stake" || !this.exists()) return board.say(board.t("board.choose_line"))
    this.act(stake(board.picture, actor, interest, { weight: board.picture.get("conventions").weights[level] }))
    board.say(board.said.of(`s:${actor}|${interest}`))
  }
  markUnknown() {
    const { board } = this, [kind, actor, interest] = this.selection
    if (kind !== "stake" || !this.exists()) return board.say(board.t("board.choose_line"))
    if (board.picture.has(`stake:${actor}|${interest}`)) this.act({ act: "mark_unknown", actor, interest })
    board.say(board.said.of(`u:${actor}|${interest}`))
  }
  turn() {
    const { board } = this, { picture } = board, [kind, a, b] = this.selection
    if (kind === "relation" && this.exists()) {
      const { compatibility } = picture.get(relationKey(picture, a, b))
      this.act(relation(picture, a, b, { compatibility: -compatibility || -0.5 }))
    } else if (kind === "stake" && picture.has(`stake:${a}|${b}`)) {
      this.act(stake(picture, a, b, { position: turned(picture.get(`stake:${a}|${b}`).position) }))
    } else return board.say(board.t("board.choose_line"))
    board.say(board.said.of(kind === "stake" ? `s:${a}|${b}` : `r:${a}|${b}`))
  }
  /** The nodes at the ends of the links that make the gap. */
  causing() {
    const causes = links(this.board.picture, "stake").filter(link => link.cause)
    return [...new Set(causes.flatMap(({ actor, interest }) => [`a:${actor}`, `k:${interest}`]))]
  }
}
