// @ts-check
// The three pictures with rows and columns. Who is not asked yet stands in a row of its own below.
/** @import { Board } from "../board.js" */
/** @import { Grid, MapData, PictureName } from "./places.js" */
import { make } from "../elements.js"
import { cardOf } from "./card.js"
import { cellOf, gridOf, onMap } from "./places.js"

/** From more parties on a card is a tile and a name. */
const MANY = 15
/** So many cards of a cell are shown at the least, where it holds more than it has room for. */
const SHOWN = 4
/** In pixels the least height of a row, what the number of the others takes, and what stays free round the rows. */
const LEAST = 56
const MORE = 38
const ROUND = 14

/**
 * How much of the room each row gets: what it needs, or else an equal part of what the others leave.
 * @param {number[]} needs
 * @param {number} room
 */
export function shared(needs, room) {
  const parts = needs.map(() => 0), smallest = needs.map((need, at) => ({ need, at })).sort((a, b) => a.need - b.need)
  smallest.forEach(({ need, at }, done) => {
    parts[at] = Math.min(need, room / (needs.length - done))
    room -= parts[at]
  })
  return parts
}

/**
 * How much power, with the class that the official form has for it.
 * @param {Board} board
 * @param {string} power
 */
const powerSaid = (board, power) => `${board.t(`powers.${power}`)} ${board.t(`power_map.class.${power}`)}`

export class Cells {
  /** @param {Board} board */
  constructor(board) {
    this.board = board
    this.element = make("div", { class: "cells" })
  }

  /**
   * @param {Exclude<PictureName, "rings">} name
   * @param {MapData} data
   * @param {string} at the party that the keys are on
   */
  draw(name, data, at) {
    const { board, element } = this, grid = gridOf(name, board.picture, data)
    const small = board.picture.get("order").actors.length > MANY || board.drawerOpen()
    const card = (/** @type {string} */ id, /** @type {string} */ place) =>
      cardOf(board, board.picture.get(`actor:${id}`), onMap(data, id), { name, place, at: id === at, small })
    element.className = `cells ${name}`
    element.style.setProperty("--columns", String(grid.columns.length))
    element.style.setProperty("--rows", String(grid.rows.length))
    element.replaceChildren(
      make("span", { class: "corner" }, board.t(`power_map.across.${name}`)),
      ...grid.columns.map(column => make("span", { class: "head" }, this.columnSaid(name, column))),
      ...grid.rows.flatMap(row => [
        make("span", { class: "side-head" }, this.rowSaid(name, row)),
        ...grid.columns.map(column => this.cell(name, grid, row, column, card)),
      ]),
      this.tray(name, grid, data, card))
    if (element.scrollHeight > element.clientHeight + 1 && !board.canvas.narrow) this.foldAll(grid.rows)
  }
  /**
   * @param {PictureName} name
   * @param {string} column
   */
  columnSaid(name, column) {
    const { board } = this
    return name === "attitude" ? powerSaid(board, column) : board.t(`power_map.${name === "hit" ? "hit" : "side"}.${column}`)
  }
  /**
   * @param {PictureName} name
   * @param {string} row
   */
  rowSaid(name, row) {
    if (row === "all") return ""
    return name === "trust" ? this.board.t(`trusts.${row}`) : powerSaid(this.board, row)
  }

  /**
   * @param {PictureName} name
   * @param {Grid} grid
   * @param {string} row
   * @param {string} column
   * @param {(id: string, place: string) => HTMLElement} card
   */
  cell(name, grid, row, column, card) {
    const { board } = this, said = this.rowSaid(name, row), first = name === "hit" && column === grid.columns[0]
    const place = [said, this.columnSaid(name, column)].filter(Boolean).join(", ")
    const caption = first || column !== "notices" ?
      board.meeting.words[`power_map.cell.${name}.${row}.${first ? "notices" : column}`] : ""
    const quiet = name === "hit" && row === "little" && (column === "plans" || column === "home")
    return make("div", {
      class: `cell-of ${quiet ? "quiet" : ""}`, role: "group", "aria-label": place, "data-row": row, "data-column": column,
    }, caption && make("small", {}, caption), ...(grid.cells.get(cellOf(row, column)) ?? []).map(id => card(id, place)))
  }

  /**
   * @param {PictureName} name
   * @param {Grid} grid
   * @param {MapData} data
   * @param {(id: string, place: string) => HTMLElement} card
   */
  tray(name, grid, data, card) {
    const { board } = this, label = board.t("power_map.not_asked")
    const apart = (/** @type {string} */ id) => name === "trust" && onMap(data, id).side === null
    const touching = grid.tray.filter(id => !apart(id)), untouched = grid.tray.filter(apart)
    const hint = board.t(`power_map.tray.${name}`)
    return make("div", { class: "tray-of" },
      make("span", { class: "side-head" }, label),
      make("div", { class: "cell-of", role: "group", "aria-label": label, "data-row": "", "data-column": "" },
        ...touching.map(id => card(id, this.trayPlace(name, data, id))), make("small", {}, hint)),
      untouched.length > 0 && make("div", { class: "cell-of", role: "group", "aria-label": board.t("power_map.untouched") },
        make("small", {}, board.t("power_map.untouched")), ...untouched.map(id => card(id, board.t("power_map.untouched")))),
      grid.beside && make("div", { class: "cell-of beside-of", role: "group", "aria-label": board.t("power_map.from") },
        make("small", {}, board.t("power_map.from")), card(grid.beside, board.t("power_map.from"))))
  }
  /**
   * @param {PictureName} name
   * @param {MapData} data
   * @param {string} id
   */
  trayPlace(name, data, id) {
    const { board } = this, { hit } = onMap(data, id), power = board.picture.get(`actor:${id}`).power
    if (name !== "hit") return board.t("power_map.not_asked")
    const hitSaid = hit === null ? board.t("power_map.hit_unknown") : board.t(`power_map.hit.${hit}`)
    return `${board.t(power === null ? "power_map.power_not_asked" : `powers.${power}`)}, ${hitSaid}`
  }

  /**
   * Where there is no room for all, cells show as many cards as their row has room for, and say how many more there are
   * in the table.
   * @param {string[]} rows
   */
  foldAll(rows) {
    const { element } = this, head = /** @type {HTMLElement} */ (element.firstElementChild).offsetHeight
    const found = [...rows.map(row => `.cell-of[data-row="${row}"]`), ".tray-of .cell-of"]
      .map(where => [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(where))])
    const cells = found.map(row => row.map(contentOf))
    const heights = cells.map(row => Math.max(LEAST, ...row.flatMap(({ bottoms }) => bottoms)))
    const room = shared(heights, element.clientHeight - head - ROUND)
    cells.forEach((row, at) => row.forEach(({ cell, bottoms }) => {
      const fit = bottoms.filter(bottom => bottom <= room[at]).length
      const beside = bottoms.filter(bottom => bottom <= room[at] - MORE).length
      if (fit < bottoms.length) this.fold(cell, Math.max(SHOWN, beside))
    }))
  }
  /**
   * @param {HTMLElement} cell
   * @param {number} shown so many cards stay
   */
  fold(cell, shown) {
    const rest = [...cell.querySelectorAll(".card-of")].slice(shown)
    if (!rest.length) return
    for (const card of rest) card.remove()
    const { board } = this
    cell.append(make("button", {
      type: "button", class: "more-of", "data-key": `more_${cell.dataset.row}_${cell.dataset.column}`,
      onclick: () => board.map.toTable(),
    }, board.t("power_map.more", { count: rest.length })))
  }
}

/**
 * Where each card of a cell ends, below the top of the cell.
 * @param {HTMLElement} cell
 */
function contentOf(cell) {
  const { top } = cell.getBoundingClientRect(), cards = [...cell.querySelectorAll(".card-of")]
  return { cell, bottoms: cards.map(card => card.getBoundingClientRect().bottom - top + 6) }
}
