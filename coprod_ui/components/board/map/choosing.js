// @ts-check
// What can be chosen for a picture of the map.
/** @import { PowerMap } from "./map.js" */
/** @import { Perspective } from "./places.js" */
import { parties } from "../acts/applying.js"
import { choice } from "../drawer/fields.js"
import { make } from "../elements.js"

/**
 * What can be chosen for this picture: the plan, from whom, the perspective.
 * @param {PowerMap} map
 */
export function pickers(map) {
  const { board, chosen, data } = map
  const all = parties(board.picture), plans = board.picture.get("order").options
  /** @type {[string, string][]} */
  const offered = plans.map((/** @type {string} */ id) => [id, board.picture.get(`option:${id}`).name])
  switch (chosen.name) {
    case "trust": return [picker(map, "from", data.from, [
      ...all.map(party => /** @type {[string, string]} */ ([party.id, party.name])),
      ...offered.map(([id, name]) => /** @type {[string, string]} */ ([`plan:${id}`, board.t("power_map.by_plan", { plan: name })])),
    ])]
    case "rings": return [perspectives(map), ...whatIf(map)]
    default: return [offered.length > 0 && picker(map, "plan", data.plan, offered), saidOnly(map)].filter(part => part !== false)
  }
}
/**
 * @param {PowerMap} map
 * @param {"plan" | "from"} field
 * @param {string | null} held
 * @param {[string, string][]} options
 */
function picker(map, field, held, options) {
  const none = /** @type {[string, string][]} */ (held === null ? [["", map.board.t("power_map.nobody")]] : [])
  return make("label", { class: "picker" }, make("span", {}, map.board.t(`power_map.${field}`)),
    choice([...none, ...options], held ?? "", value => map.set({ [field]: value }), { "data-key": `map_${field}` }))
}
/** @param {PowerMap} map */
function saidOnly(map) {
  const { board, chosen } = map
  return make("label", { class: "tick-of" }, make("input", {
    type: "checkbox", checked: chosen.said, "data-key": "map_said",
    onchange: (/** @type {any} */ event) => map.set({ said: event.target.checked }),
  }), make("span", {}, board.t("power_map.only_said")))
}
/** @param {PowerMap} map */
function perspectives(map) {
  const { board, chosen } = map
  const buttons = /** @type {Perspective[]} */ (["now", "theirs", "ours"]).map(perspective => make("button", {
    type: "button", "data-key": `perspective_${perspective}`, "aria-pressed": String(chosen.perspective === perspective),
    onclick: () => map.set({ perspective }),
  }, board.t(`power_map.perspective.${perspective}`)))
  return make("div", { class: "switch-of", role: "group", "aria-label": board.t("power_map.perspective_label") }, ...buttons)
}
/**
 * The way to a copy in which all are in the ring that is wanted, where one is.
 * @param {PowerMap} map
 */
function whatIf(map) {
  const { board, chosen } = map, wanted = parties(board.picture).some(party => party[`ring_${chosen.perspective}`] !== null)
  if (chosen.perspective === "now" || !wanted) return []
  return [make("button", {
    type: "button", class: "to-copy", "data-key": "map_what_if", onclick: (/** @type {MouseEvent} */ event) => copy(map, event),
  }, board.t("power_map.what_if"))]
}
/**
 * @param {PowerMap} map
 * @param {MouseEvent} event
 */
async function copy(map, event) {
  const { board, chosen } = map, button = /** @type {HTMLButtonElement} */ (event.currentTarget)
  button.disabled = true
  try {
    const asked = { wanted: chosen.perspective, language: board.data.language }
    const answer = await board.meeting.door.post(`board/${board.meeting.id}/map/what-if`, asked)
    const said = await answer.json()
    if (answer.ok) return board.follow(event, said.href)
    board.refuse(said.text)
  } catch {
    board.refuse(board.t("board.away"))
  }
  button.disabled = false
}
