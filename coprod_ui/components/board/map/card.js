// @ts-check
// A party on the power map: what kind it is, its name, its seats and, where there is one, how it stands to the plan.
/** @import { Board } from "../board.js" */
/** @import { OnMap, PictureName } from "./places.js" */
import { make } from "../elements.js"

/**
 * @param {Board} board
 * @param {any} party
 */
const tileOf = (board, party) => make("span", {
  class: `tile-of ${party.sphere} ${party.sphere === "citizens" && party.seats > 0 ? "seated" : ""}`, "aria-hidden": "true",
}, make("span", {}, board.t(`canvas.letters.${party.sphere}`)))

/**
 * How a party stands to the plan, by a shape of its own and in words.
 * @param {Board} board
 * @param {string} stance
 */
export const stanceMark = (board, stance) =>
  make("span", { class: `stance ${stance}` }, make("span", { class: "unseen" }, board.t(`power_map.stance.${stance}`)))

/**
 * @param {Board} board
 * @param {any} party
 */
function badge(board, party) {
  if (party.sphere !== "citizens") return party.seats > 0 && make("span", { class: "badge seated" }, board.t("terms.at_table"))
  const people = party.people === null ? "?" : board.said.number(party.people)
  const seats = board.t("board.of_people", { seats: board.said.number(party.seats), people })
  return make("span", { class: `badge ${party.seats > 0 ? "seated" : ""}` }, seats)
}

/**
 * All that is to be heard of a party in a picture.
 * @param {Board} board
 * @param {any} party
 * @param {OnMap} known
 * @param {PictureName} name
 * @param {string} place where it stands, in words
 */
export function spokenOf(board, party, known, name, place) {
  const seat = board.t(party.seats > 0 ? "terms.at_table" : "terms.not_at_table")
  const stance = name === "hit" || name === "attitude" ? board.t(`power_map.stance.${known.stance}`) : ""
  const asked = known.open > 0 ? board.t("power_map.open", { count: known.open }) : ""
  const estimated = known.estimated ? board.t("power_map.estimated") : ""
  const quiet = known.quiet && board.t("power_map.quiet"), differs = known.differs && board.t("power_map.differs")
  return [party.name, place, quiet, seat, stance, asked, estimated, differs].filter(Boolean).join(". ")
}

/**
 * @param {Board} board
 * @param {any} party
 * @param {OnMap} known
 * @param {{ name: PictureName, place: string, at: boolean, small: boolean }} how
 */
export function cardOf(board, party, known, { name, place, at, small }) {
  const stance = name === "hit" || name === "attitude"
  const chosen = board.selection[0] === "actor" && board.selection[1] === party.id
  return make("button", {
    type: "button", "data-party": party.id, "data-key": `map_${party.id}`, tabindex: at ? 0 : -1,
    class: ["card-of", known.estimated && "estimated", known.alarm && "alarm", chosen && "chosen", small && "small"].filter(Boolean).join(" "),
    "aria-label": spokenOf(board, party, known, name, place), "aria-pressed": String(chosen),
    onclick: () => board.select(["actor", party.id]),
  },
  tileOf(board, party),
  make("span", { class: "of-name" }, party.name,
    !small && known.open > 0 && make("small", {}, board.t("power_map.open", { count: known.open }))),
  stance && stanceMark(board, known.stance),
  !small && badge(board, party),
  known.differs && name === "rings" && make("span", { class: "differs", "aria-hidden": "true" }, "≠"))
}
