// @ts-check
// Where a party wants another ring than we do: the way to put that among what people expect of each other.
/** @import { Board } from "../board.js" */
import { newId } from "../acts/ids.js"
import { make } from "../elements.js"

/**
 * The button that puts it there, or that it stands there; nothing where there is nobody to say it to. No link comes
 * where the button was: a second click would leave the map.
 * @param {Board} board
 * @param {string} party
 */
export function expecting(board, party) {
  const { map } = board, expected = map.data.expect[party]
  if (!expected) return null
  const { noted, ...said } = expected
  if (noted) return make("span", { class: "expected", "data-key": `expected_${party}` }, board.t("power_map.expected"))
  return make("button", {
    type: "button", class: "to-expect", "data-key": `expect_${party}`, onclick: () => {
      // a second click finds it noted
      map.data = { ...map.data, expect: { ...map.data.expect, [party]: { ...said, noted: true } } }
      board.act({ act: "add_expectation", expectation: { id: newId("e"), ...said } })
    },
  }, board.t("power_map.expect"))
}
