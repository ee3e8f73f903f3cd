// @ts-check
// What stands in an empty web: the first question, how to answer it, and a way to begin in each zone.
/** @import { Board } from "../board.js" */
import { make } from "../elements.js"

/** Where something can be begun, with the zone of the drawing it stands in. */
const SEEDS = /** @type {[string, import("../placing/types").ZoneName][]} */ ([
  ["own_organisation", "own"], ["other_organisation", "other"], ["political_authority", "politics"], ["table", "table"],
  ["citizens", "outside"],
])

export class Welcome {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.element = make("div", { class: "welcome", hidden: true })
  }

  draw() {
    const { board } = this, { actors, interests } = board.picture.get("order"), zones = board.canvas.plan?.zones
    const empty = !actors.length && !interests.length && board.view === "drawing" && zones
    this.element.hidden = !empty
    if (!empty) return
    this.element.replaceChildren(this.question(zones.middle), ...SEEDS.map(([zone, of]) => this.seed(zone, zones[of])))
  }

  /** @param {import("../../types").Box} middle */
  question([left, top, right, bottom]) {
    const { board } = this, style = `left:${left}px;width:${right - left}px;top:${(top + bottom) / 2 - 60}px`
    return make("div", { class: "question", style },
      make("h2", {}, board.t("board.empty")), make("p", {}, board.t("board.empty_how")))
  }
  /**
   * @param {string} zone
   * @param {import("../../types").Box} box
   */
  seed(zone, [left, top, right, bottom]) {
    const at = { x: (left + right) / 2, y: (top + bottom) / 2 }, { board } = this
    return make("button", {
      type: "button", class: "seed", style: `left:${at.x}px;top:${at.y}px`, "data-key": `seed_${zone}`,
      onclick: () => board.addAt(at),
    }, `+ ${board.t(`board.seed_${zone}`)}`)
  }
}
