// @ts-check
// A name on lines: whole, since names may differ only at their end.
/** @import { Wide } from "./types" */

const SIGNS = new Intl.Segmenter(undefined, { granularity: "grapheme" })
const SYLLABLE = /^[bcdfghjklmnpqrstvwxz][aeiouy]/i
const BACK = 7
const LEAST = 3

/** @type {WeakMap<Wide, Map<string, string[]>>} what was wrapped before, by what measured it */
const KNOWN = new WeakMap()

/**
 * Lines no wider than `width`, unless one letter is. A word that is too long is broken, before a syllable where one is
 * near; a hyphen behind letters says so.
 * @param {Wide} wide
 * @param {string} text
 * @param {number} size
 * @param {number} weight
 * @param {number} width
 * @returns {string[]}
 */
export function wrapped(wide, text, size, weight, width) {
  const known = KNOWN.get(wide) ?? new Map(), key = `${size} ${weight} ${width} ${text}`
  KNOWN.set(wide, known)
  const lines = known.get(key) ?? linesOf(wide, text, size, weight, width)
  known.set(key, lines)
  return lines
}

/**
 * @param {Wide} wide
 * @param {string} text
 * @param {number} size
 * @param {number} weight
 * @param {number} width
 */
function linesOf(wide, text, size, weight, width) {
  const fits = (/** @type {string} */ line) => wide(line, size, weight) <= width
  /** @type {string[]} */
  const lines = []
  let line = ""
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && fits(`${line} ${word}`)) { line += ` ${word}`; continue }
    if (line) lines.push(line)
    const parts = broken(word, fits)
    line = parts.pop() ?? ""
    lines.push(...parts)
  }
  return [...lines, line]
}

/**
 * A word in parts that fit.
 * @param {string} word
 * @param {(line: string) => boolean} fits
 */
function broken(word, fits) {
  const parts = []
  let letters = Array.from(SIGNS.segment(word), sign => sign.segment)
  while (letters.length > 1 && !fits(letters.join(""))) {
    const end = breakAt(letters, fits)
    parts.push(hyphened(letters.slice(0, end).join("")))
    letters = letters.slice(end)
  }
  return [...parts, letters.join("")]
}

/** @param {string} part */
const hyphened = part => /\p{Script=Latin}$/u.test(part) ? `${part}-` : part

/**
 * After how many letters to break: at most what fits, at least one.
 * @param {string[]} letters
 * @param {(line: string) => boolean} fits
 */
function breakAt(letters, fits) {
  let most = 1, over = letters.length
  while (over - most > 1) {
    const half = Math.floor((most + over) / 2)
    if (fits(hyphened(letters.slice(0, half).join("")))) most = half
    else over = half
  }
  for (let end = most; end > Math.max(LEAST, most - BACK); end--)
    if (SYLLABLE.test(letters.slice(end).join(""))) return end
  return most
}
