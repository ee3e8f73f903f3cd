// @ts-check
// What every panel of a drawer is made of.
/** @import { Board } from "../board.js" */
/** @import { Field } from "../types" */
import { icon, make } from "../elements.js"
import { drawn } from "./fields.js"

/**
 * @param {Board} board
 * @param {string} title
 * @param {string} under
 */
export function heading(board, title, under) {
  return make("header", {}, make("h2", {}, title, make("small", {}, under)), make("button", {
    type: "button", class: "round close", "data-key": "close", "aria-label": board.t("board.close"),
    onclick: () => board.letGo(),
  }, icon("close")))
}

/** @param {string | null | undefined} text */
export const notice = text => text ? make("p", { class: "notice" }, text) : null

/**
 * @param {Board} board
 * @param {string} key
 * @param {string} label
 * @param {() => void} pressed
 * @param {"delete" | null} [sign]
 * @param {string} [kind]
 */
export function button(board, key, label, pressed, sign = null, kind = "") {
  return make("button", { type: "button", class: `wide ${kind}`, "data-key": key, onclick: pressed },
    sign && icon(sign), label)
}

/**
 * The fields of a form.
 * @param {Board} board
 * @param {Field[]} fields
 * @param {any} held
 * @param {string} about
 * @param {(name: string, value: any) => void} set
 * @param {Record<string, string>} [hints]
 */
export function form(board, fields, held, about, set, hints = {}) {
  return fields.map(field => drawn(field, { board, about, held, set, hints }))
}

/**
 * What is folded away until somebody asks; it stays open as long as the tab does.
 * @param {Board} board
 * @param {string} key
 * @param {string} label
 * @param {() => (Node | null | false)[]} inside
 */
export function details(board, key, label, inside) {
  const open = board.unfolded.has(key), folded = make("details", { open }, make("summary", { "data-key": key }, label))
  folded.append(...(open ? inside() : []).filter(part => part !== null && part !== false))
  folded.addEventListener("toggle", () => {
    if (folded.open === open) return
    board.unfolded[folded.open ? "add" : "delete"](key)
    board.drawer.draw()
  })
  return folded
}
