// @ts-check
// Where a party wants another ring than we do: the way to put that among what people expect of each other.
/** @import { Board } from "../board.js" */
import { newId } from "../acts/ids.js"
import { make } from "../elements.js"

/**
 * The button that puts it there, or the link to it where it stands there; nothing where there is nobody to say it to.
 * @param {Board} board
 * @param {string} party
 */
export function expecting(board, party) {
  const { map } = board, expected = map.data.expect[party]
  if (!expected) return null
  const { noted, ...said } = expected, { language } = board.data
  const href = `conditions?${new URLSearchParams({ meeting: board.meeting.id, language, tab: "expectations" })}`
  const has = { class: "to-expect", href, onclick: (/** @type {MouseEvent} */ event) => board.follow(event, href) }
  if (noted) return make("a", { ...has, "data-key": `expected_${party}` }, board.t("power_map.expected"))
  return make("button", {
    type: "button", class: "to-expect", "data-key": `expect_${party}`, onclick: () => {
      // a second click finds it noted
      map.data = { ...map.data, expect: { ...map.data.expect, [party]: { ...said, noted: true } } }
      board.act({ act: "add_expectation", expectation: { id: newId("e"), ...said } })
    },
  }, board.t("power_map.expect"))
}
