// @ts-check
// Everything that belongs to a node is what it covers: its box or circle, its name, its words, its badge.
/** @import { Box } from "../../types" */
/** @import { Interest, InterestExtent, Measured, Party, PartyExtent, Settings, Stack, Tag, WebNode } from "./types" */
import { wrapped } from "./wrapping.js"

/** Nothing is ever smaller. */
export const LEAST_LETTERS = 14
const PARTY_LETTERS = 7.6
const INTEREST_LETTERS = 8.4
const WORDS_WIDER = 1.25
const STACK_LETTERS = 7.4
const MOST_LINES = 3
const RING = 11
const BIGGER_IN_ROOM = 1.7

/** @param {number} fs the size of a name's letters */
export const smallLetters = fs => Math.max(LEAST_LETTERS, fs * 0.875)

/**
 * A node with what it covers.
 * @param {WebNode} node
 * @param {Settings} o
 * @returns {Measured}
 */
export function measured(node, o) {
  const fs = o.room && o.hot.has(node.id) ? o.fs * BIGGER_IN_ROOM : o.fs
  if (node.kind === "party") return { ...node, ...partyExtent(node, fs, o) }
  if (node.kind === "interest") return { ...node, ...interestExtent(node, fs, o) }
  return { ...node, ...stackExtent(node, fs, o) }
}

/**
 * In a room the name alone of what it is about is larger, not the words with it.
 * @param {number} fs
 * @param {Settings} o
 */
function letters(fs, o) {
  const small = smallLetters(o.fs)
  return { fs, small, line: fs * 1.2, tag: small * 1.25 }
}

/**
 * A name on at most three lines where it can, wider where it cannot.
 * @param {string} name
 * @param {number} fs
 * @param {number} width in letters
 * @param {Settings} o
 */
function nameLines(name, fs, width, o) {
  const most = fs * width * o.wider, lines = wrapped(o.wide, name, fs, 600, most)
  return lines.length > MOST_LINES ? wrapped(o.wide, name, fs, 600, most * 1.4) : lines
}

/**
 * @param {string[]} texts
 * @param {number} size
 * @param {number} weight
 * @param {Settings} o
 */
const widest = (texts, size, weight, o) => Math.max(0, ...texts.map(text => o.wide(text, size, weight)))

/**
 * @param {Party} party
 * @param {number} fs
 * @param {Settings} o
 * @returns {PartyExtent}
 */
function partyExtent(party, fs, o) {
  const type = letters(fs, o), lines = nameLines(party.name, fs, PARTY_LETTERS, o)
  const w = widest(lines, fs, 600, o) + fs * 3.3, h = lines.length * type.line + fs * 0.8
  const badge_box = badgeBox(party, type.small, w, h, o)
  /** @type {Box[]} */
  const parts = [[-w / 2 - 2, -h / 2 - 2, w / 2 + 2, h / 2 + 2]]
  if (badge_box) parts.push([badge_box[0], badge_box[1], badge_box[2] + 1, -h / 2])
  party.tags.forEach(({ text, strong }, i) => {
    const half = o.wide(text, type.small, strong ? 700 : 400) / 2 + 2
    parts.push([-half, h / 2 + 2 + i * type.tag, half, h / 2 + 4 + (i + 1) * type.tag])
  })
  if (party.silent) parts.push([-w / 2 - fs * 1.4, -fs * 0.5 - 9, -w / 2, fs * 0.5 + 9])
  return { ...type, lines, w, h, badge_box, parts }
}

/**
 * The badge lies over the upper right corner, never over the name.
 * @param {Party} party
 * @param {number} small
 * @param {number} w
 * @param {number} h
 * @param {Settings} o
 * @returns {Box | null}
 */
function badgeBox(party, small, w, h, o) {
  if (!party.badge) return null
  const wide = o.wide(party.badge, small, 700) + small, high = small * 1.5, top = -h / 2 - high * 0.72
  return [w / 2 - wide + 6, top, w / 2 + 6, top + high]
}

/**
 * @param {Interest} interest
 * @param {number} fs
 * @param {Settings} o
 * @returns {InterestExtent}
 */
function interestExtent(interest, fs, o) {
  const type = letters(fs, o), lines = nameLines(interest.name, fs, INTEREST_LETTERS, o)
  const r = o.fs * 0.55 + interest.size * o.fs * 2.8, ring = interest.voice === "residents" ? 0 : RING
  const spoken = spokenLines(interest.words, type.small, o.fs * INTEREST_LETTERS * WORDS_WIDER * o.wider, o)
  const wide = Math.max(widest(lines, fs, 600, o), ...spoken.map(line => spokenWidth(line, type.small, o)))
  const high = lines.length * type.line + spoken.length * type.tag + 4, half = wide / 2 + 3
  const above = o.above.has(interest.id), top = above ? -r - ring - fs * 0.15 - high : r + ring + fs * 0.2
  return {
    ...type, lines, spoken, r, ring, side: above ? "above" : "below", w: 2 * r, h: 2 * r,
    text: { x: 0, y: top + fs * 0.95, anchor: "middle" },
    parts: [[-r - ring, -r - ring, r + ring, r + ring], [-half, top, half, top + high]],
  }
}

/**
 * @param {Tag} line
 * @param {number} small
 * @param {Settings} o
 */
const spokenWidth = ({ text, strong }, small, o) => o.wide(text, small, strong ? 700 : 500)

/**
 * The words under a name on lines.
 * @param {Tag[]} words
 * @param {number} small
 * @param {number} width
 * @param {Settings} o
 * @returns {Tag[]}
 */
const spokenLines = (words, small, width, o) => words.flatMap(({ text, strong }) =>
  wrapped(o.wide, text, small, strong ? 700 : 500, width).map(line => ({ text: line, strong })))

/**
 * @param {Stack} stack
 * @param {number} fs
 * @param {Settings} o
 */
function stackExtent(stack, fs, o) {
  const type = letters(fs, o), lines = wrapped(o.wide, stack.name, fs, 600, fs * STACK_LETTERS * o.wider)
  const w = widest(lines, fs, 600, o) + fs * 1.6, h = lines.length * type.line + fs * 0.8
  /** @type {Box[]} */
  const parts = [[-w / 2 - 2, -h / 2 - 2, w / 2 + 10, h / 2 + 10]]
  return { ...type, lines, w, h, parts }
}
