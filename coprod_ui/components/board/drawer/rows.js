// @ts-check
// A stake as one row: its name, how important in four pills and "not known", and one button that turns the side.
/** @import { Board } from "../board.js" */
import { stake as stakeOf, turned } from "../acts/wishes.js"
import { make } from "../elements.js"

const SIGNS = ["0", "+", "++", "+++"]
export const NAMES = ["none", "notices", "plans", "home"]

/** @param {number} position */
export const sideOf = position => position > 0 ? "for" : position < 0 ? "against" : "divided"

/**
 * @param {Board} board
 * @param {any} stake of a pair; without a weight where nobody knows it
 * @param {string} name of the other end
 */
export function stakeRow(board, stake, name) {
  const { actor, interest } = stake, unknown = stake.weight === undefined, side = sideOf(stake.position ?? 1)
  const key = `${actor}_${interest}`
  return make("div", { class: `stake ${unknown ? "unknown" : side}` },
    make("button", {
      type: "button", class: "name", "data-key": `open_${key}`, title: board.t("inspector.open_stake"),
      onclick: () => board.select(["stake", actor, interest]),
    }, name),
    pills(board, stake, name, key),
    make("button", {
      type: "button", class: "side", "data-key": `sign_${key}`, disabled: unknown,
      "aria-label": `${board.t("inspector.sign_of", { name })}: ${unknown ? board.t("board.unknown") : board.t(`positions.${side}`)}`,
      onclick: () => board.act(stakeOf(board.picture, actor, interest, { position: turned(stake.position) })),
    }, unknown ? "" : board.t(`board.${side}`)))
}

/**
 * @param {Board} board
 * @param {any} stake
 * @param {string} name
 * @param {string} key
 */
function pills(board, stake, name, key) {
  const { actor, interest } = stake, against = (stake.position ?? 1) < 0
  const levels = board.picture.get("conventions").weights
  const pressed = (/** @type {number} */ level) => stake.weight !== undefined && nearest(levels, stake.weight) === level
  const signs = SIGNS.map((sign, level) => make("button", {
    type: "button", "data-key": `weight_${key}_${level}`, "aria-pressed": String(pressed(level)),
    "aria-label": board.t(`weights.${NAMES[level]}`), title: board.t(`weights.${NAMES[level]}`),
    onclick: () => board.act(stakeOf(board.picture, actor, interest, { weight: levels[level] })),
  }, against ? sign.replaceAll("+", "−") : sign))
  const hole = make("button", {
    type: "button", "data-key": `unknown_row_${key}`, "aria-pressed": String(stake.weight === undefined),
    "aria-label": board.t("inspector.mark_unknown"), title: board.t("inspector.mark_unknown"),
    onclick: () => { if (stake.weight !== undefined) board.act({ act: "mark_unknown", actor, interest }) },
  }, "?")
  return make("div", { class: "pills", role: "group", "aria-label": board.t("inspector.weight_of", { name }) }, hole, ...signs)
}

/**
 * The level nearest to a weight.
 * @param {number[]} levels
 * @param {number} weight
 */
export function nearest(levels, weight) {
  const away = levels.map(level => Math.abs(level - weight))
  return away.indexOf(Math.min(...away))
}

/**
 * A choice that adds what is chosen, and goes back to its question.
 * @param {Board} board
 * @param {string} key
 * @param {string} question
 * @param {[string, string][]} names by id; with none left it says so
 * @param {(id: string) => void} added
 */
export function adder(board, key, question, names, added) {
  const select = make("select", {
    class: "adder", "data-key": key, "aria-label": question, disabled: !names.length,
    onchange: (/** @type {any} */ event) => {
      const { value } = event.target
      event.target.value = ""
      if (value) added(value)
    },
  }, make("option", { value: "", selected: true }, `+ ${question}`), ...names.map(([id, name]) => make("option", { value: id }, name)))
  return select
}
