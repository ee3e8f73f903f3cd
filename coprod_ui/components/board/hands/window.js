// @ts-check
// Where things are on the page, to look and not to touch: for tests that act as a person would.
/** @import { Board } from "../board.js" */
/** @import { Point } from "../types" */
import { interests, parties } from "../acts/applying.js"
import { on } from "../placing/curves.js"

/** @param {Board} board */
export function lookedAt(board) {
  const { canvas } = board
  const onPage = (/** @type {Point} */ world) => {
    const { x, y } = canvas.view.toWindow(world), frame = canvas.net.getBoundingClientRect()
    return [frame.left + x, frame.top + y]
  }
  const named = () => [...parties(board.picture).map(each => [`a:${each.id}`, each]),
    ...interests(board.picture).map(each => [`k:${each.id}`, each])]
  const idOf = (/** @type {string} */ asked) =>
    named().find(([, { name, id }]) => name === asked || id === asked)?.[0]
  const node = (/** @type {string} */ name) => canvas.node(idOf(name) ?? "")
  const link = (/** @type {string} */ a, /** @type {string} */ b) => {
    const ends = [idOf(a), idOf(b)]
    return canvas.plan?.links.find(each => ends.includes(each.a) && ends.includes(each.b))
  }
  return {
    positionOf: (/** @type {string} */ name) => { const at = node(name); return at ? onPage(at) : null },
    placeOf: (/** @type {string} */ name) => { const at = node(name); return at ? { x: at.x, y: at.y } : null },
    boxOf: (/** @type {string} */ name) => node(name)?.rects ?? null,
    handleOf: (/** @type {string} */ name) => {
      const at = canvas.over.handleOf(idOf(name) ?? "")
      return at ? onPage(at) : null
    },
    edgePosition: (/** @type {string} */ a, /** @type {string} */ b) => {
      const found = link(a, b), mark = found && canvas.plan?.marks.find(each => each.link.id === found.id)
      return found ? onPage(mark ?? on(found, 0.5)) : null
    },
    chairOf: (/** @type {string} */ name) => {
      const chair = canvas.plan?.chairs.find(({ of, taken }) => taken && of.some(({ id }) => id === idOf(name)))
      return chair ? onPage(chair) : null
    },
    edge: (/** @type {string} */ a, /** @type {string} */ b) => link(a, b) ?? null,
    zone: (/** @type {"table"} */ name) => {
      const box = canvas.plan?.zones?.[name]
      return box ? [...onPage({ x: box[0], y: box[1] }), ...onPage({ x: box[2], y: box[3] })] : null
    },
    names: () => named().map(([, { name }]) => name),
    drawn: () => canvas.plan?.nodes.map(({ name }) => name) ?? [],
    selected: () => board.selection,
    cursor: () => board.said.name(board.keys.cursor() ?? ""),
    pending: () => board.meeting.queue.pending.length + board.line.entering + Number(board.map.asking),
    head: () => board.meeting.head,
    ready: () => board.meeting.ready && canvas.plan !== null,
    scale: () => canvas.plan ? canvas.view.k : 0,
    faded: (/** @type {string} */ name) => canvas.element(idOf(name) ?? "")?.matches(".far, .quiet") ?? true,
  }
}
