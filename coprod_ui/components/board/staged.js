// @ts-check
// What stands under the strip, the lowest first: the drawing and its twins, drawers over it, what is said at its edge.
/** @import { Board } from "./board.js" */
import { make } from "./elements.js"

/** @param {Board} board */
export const staged = board => make("div", { class: "stage" },
  board.strip.opened, board.tools.element, board.canvas.net, board.welcome.element, board.listed.element,
  board.map.element, board.phone.element, board.drawer.chosen, board.drawer.sheet, board.card.leader, board.card.box,
  board.naming.form, board.finder.element, board.help.element,
  board.tip.box, board.hinted, board.absence, board.refusal,
  make("div", { class: "edge" }, board.line.preview, board.line.field, board.told, board.card.edge),
  board.spoken, board.keysSaid)
