// @ts-check
// A map without parties: the question to begin with, and the kinds of project whose parties are often there.
/** @import { Board } from "../board.js" */
import { make } from "../elements.js"

/** @param {Board} board */
export function beginning(board) {
  const { begin } = board.map.data
  return make("div", { class: "map-begin" },
    make("h2", {}, board.t("power_map.empty")),
    make("button", { type: "button", "data-key": "map_first", onclick: () => board.addParty() }, board.t("board.tool_party")),
    make("p", {}, board.t("power_map.begin")),
    make("div", { class: "kinds-of" }, ...begin.map(({ name, title }) => make("button", {
      type: "button", "data-key": `begin_${name}`, onclick: (/** @type {any} */ event) => begun(board, name, event.target),
    }, title))))
}

/**
 * Has the parties and interests of a kind of project added, in one act.
 * @param {Board} board
 * @param {string} name
 * @param {HTMLButtonElement} button
 */
async function begun(board, name, button) {
  button.disabled = true // of a double click the first counts
  try {
    const asked = { name, language: board.data.language }
    const answer = await board.meeting.door.post(`board/${board.meeting.id}/map/begin`, asked)
    if (!answer.ok) board.refuse((await answer.json()).text)
    board.meeting.ask()
  } catch {
    board.refuse(board.t("board.away"))
  }
  button.disabled = false
}
