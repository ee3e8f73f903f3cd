// @ts-check
// What the signs on the map mean.
/** @import { PowerMap } from "./map.js" */
import { make } from "../elements.js"

/**
 * What the signs on the cards mean; the official words stand here, and nowhere over a card.
 * @param {PowerMap} map
 */
export function signs(map) {
  const { board, chosen } = map
  const sign = (/** @type {string} */ kind, /** @type {string} */ key, official = "") => {
    const said = board.t(key)
    return make("span", {}, make("span", { class: kind, "aria-hidden": "true" }),
      official ? board.t("power_map.with_official", { said, official: board.t(`power_map.official.${official}`) }) : said)
  }
  switch (chosen.name) {
    case "trust": return [make("span", {}, board.t("power_map.official_trust"))]
    case "rings": return [
      sign("sample asked", "power_map.legend.asked"), sign("sample estimated", "power_map.legend.by_web"),
      ...(chosen.perspective === "now" ? [] : [sign("sample was", "power_map.legend.way")]),
      make("span", {}, `≠ ${board.t("power_map.differs")}`),
    ]
    default: return [
      ...["can", "doubt", "hard", "unknown"].map(each => sign(`stance ${each}`, `power_map.stance.${each}`, each)),
      sign("sample estimated", "power_map.estimated"),
    ]
  }
}
