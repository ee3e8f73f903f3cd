// @ts-check
// What belongs to the whole web: plans, rules and the process, in a drawer of their own.
/** @import { Board } from "../board.js" */
import { changed } from "../acts/wishes.js"
import { newId } from "../acts/ids.js"
import { icon, make } from "../elements.js"
import { choice } from "./fields.js"
import { button, form } from "./parts.js"

export const TABS = ["plans", "rules", "process"]
/** @type {Record<string, { kind: "option" | "rule", list: string, word: string, prefix: string }>} */
const LISTS = {
  plans: { kind: "option", list: "options", word: "plan", prefix: "o" },
  rules: { kind: "rule", list: "rules", word: "rule", prefix: "r" },
}

/**
 * @param {Board} board
 * @param {string} tab
 */
export function sheetPanel(board, tab) {
  return [
    make("header", {}, make("div", { class: "tabs", role: "tablist" }, ...TABS.map(name => make("button", {
      type: "button", role: "tab", "data-key": `tab_${name}`, "aria-selected": String(name === tab),
      onclick: () => board.openSheet(name),
    }, board.t(`inspector.${name}`)))), make("button", {
      type: "button", class: "round close", "data-key": "close_sheet", "aria-label": board.t("board.close"),
      onclick: () => board.openSheet(null),
    }, icon("close"))),
    ...(tab === "process" ? process(board) : listed(board, tab)),
  ]
}

/** @param {Board} board */
function process(board) {
  const set = (/** @type {string} */ name, /** @type {any} */ value) =>
    board.act({ act: "change_process", changes: { [name]: value } })
  return form(board, board.form("process"), board.picture.get("process"), "", set)
}

/**
 * @param {Board} board
 * @param {string} tab
 */
function listed(board, tab) {
  const { kind, list, word } = LISTS[tab], chosen = board.chosenIn(tab)
  const ids = /** @type {string[]} */ (board.picture.get("order")[list])
  const thing = board.picture.get(`${kind}:${chosen}`)
  const set = (/** @type {string} */ name, /** @type {any} */ value) =>
    board.act(changed(kind, chosen, { [name]: value }))
  return [
    tab === "plans" && ids.length > 0 && make("p", { class: "note" }, board.t("board.plan_shows")),
    ids.length
      ? choice(ids.map(id => [id, board.picture.get(`${kind}:${id}`).name]), chosen,
        id => board.choosePart(tab, id), { "data-key": `chosen_${word}`, "aria-label": board.t(`${tab}.choose`), class: "adder" })
      : make("p", {}, board.t(`${tab}.none`)),
    newOne(board, tab),
    ...(thing ? [
      ...form(board, board.form(word), thing, chosen, set, board.hints(kind, chosen)),
      button(board, `remove_${chosen}`, board.t(`${tab}.remove`, { name: thing.name }),
        () => board.act({ act: `remove_${kind}`, id: chosen }), "delete"),
    ] : []),
  ]
}

/**
 * The field for the name of a new one.
 * @param {Board} board
 * @param {string} tab
 */
function newOne(board, tab) {
  const { kind, word, prefix } = LISTS[tab], label = board.t(`${tab}.new`)
  const added = (/** @type {any} */ event) => {
    const name = event.target.value.trim(), id = newId(prefix)
    event.target.value = event.target.defaultValue = ""
    if (!name) return
    board.choosePart(tab, id)
    board.act({ act: `add_${kind}`, [kind]: { id, name } })
  }
  return make("input", {
    type: "text", maxlength: 200, autocomplete: "off", class: "new", "data-key": `new_${word}`, "aria-label": label,
    placeholder: label, onchange: added,
  })
}
