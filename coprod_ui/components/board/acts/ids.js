// @ts-check
// Ids that nobody else makes, as `new_id` in the core does.
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"

/** @param {string} prefix */
export function newId(prefix) {
  const random = crypto.getRandomValues(new Uint8Array(10))
  return `${prefix}_${Array.from(random, n => LETTERS[n % LETTERS.length]).join("")}`
}
