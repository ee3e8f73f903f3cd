// @ts-check
// A sentence in Markdown as elements: emphasis is drawn, all else is text.
import { make } from "../elements.js"

const PART = /\\([\s\S])|(\*\*|\*)/g

/**
 * The pieces of a sentence: each a text and how it is emphasised ("", "*" or "**").
 * @param {string} markdown
 * @returns {[text: string, mark: string][]}
 */
export function pieces(markdown) {
  /** @type {[string, string][]} */
  const found = []
  let mark = "", text = "", from = 0
  const put = () => { if (text) found.push([text, mark]); text = "" }
  for (const match of markdown.matchAll(PART)) {
    text += markdown.slice(from, match.index) + (match[1] ?? "")
    from = match.index + match[0].length
    if (!match[2]) continue
    put()
    mark = mark === match[2] ? "" : match[2]
  }
  text += markdown.slice(from)
  put()
  return found
}

/** @param {string} markdown */
export const written = markdown => pieces(markdown).map(([text, mark]) =>
  mark === "**" ? make("strong", {}, text) : mark === "*" ? make("em", {}, text) : text)

/** @param {string} markdown */
export const plain = markdown => pieces(markdown).map(([text]) => text).join("")
