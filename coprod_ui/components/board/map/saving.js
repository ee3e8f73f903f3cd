// @ts-check
// The ways to keep a picture of the map: copied, or as a file.
/** @import { PowerMap } from "./map.js" */
import { make } from "../elements.js"

/**
 * The ways to save this picture; of trust first what that may lead to.
 * @param {PowerMap} map
 * @param {any[]} all the parties
 */
export function saving(map, all) {
  const { board, chosen, data } = map
  if (!all.length || chosen.table) return []
  if (chosen.name === "trust" && !map.mayBePublic) return [make("button", {
    type: "button", class: "to-copy", "data-key": "map_public", onclick: () => map.confirmed(true),
  }, board.t("power_map.save_trust"))]
  const noted = chosen.name !== "rings" && chosen.name !== "trust" && !board.picture.get("order").options.length
    && all.some(party => party.attitude !== null)
  const asked = {
    language: board.data.language, picture: chosen.name, perspective: chosen.perspective, plan: data.plan ?? "",
    viewpoint: data.from ?? "", said: chosen.said ? "1" : "0", public: map.mayBePublic ? "yes" : "no",
  }
  const address = (/** @type {string} */ form) => board.meeting.door.address(`power-map/${board.meeting.id}.${form}`, asked)
  const saved = ["png", "svg"].map(form => make("a", {
    class: "to-save", "data-key": `map_${form}`, download: "", href: address(form),
  }, board.t(`power_map.save_${form}`)))
  return [noted && noting(map), make("button", {
    type: "button", class: "to-save", "data-key": "map_copy", onclick: () => toClipboard(map, address("png")),
  }, board.t("power_map.copy")), ...saved]
}
/**
 * Whether what was noted of attitudes goes along: it may become public.
 * @param {PowerMap} map
 */
function noting(map) {
  const { board } = map
  return make("label", { class: "tick-of" }, make("input", {
    type: "checkbox", checked: map.mayBePublic, "data-key": "map_noted",
    onchange: (/** @type {any} */ event) => map.confirmed(event.target.checked),
  }), make("span", {}, board.t("power_map.save_attitude")))
}
/**
 * @param {PowerMap} map
 * @param {URL} address of a picture, to be pasted elsewhere
 */
async function toClipboard(map, address) {
  const { board } = map
  try {
    const picture = fetch(address).then(answer => answer.ok ? answer.blob() : Promise.reject(answer.status))
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })])
    board.say(board.t("power_map.copied"))
  } catch {
    board.refuse(board.t("power_map.not_copied"))
  }
}
