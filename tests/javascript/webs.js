// Webs made at random from a seed, as pictures of the board, and what they are measured with.
import { readFileSync } from "node:fs"

const NAMES = [
  "A", "Bewoners", "Bewoners met een rotte fundering", "Bewoners met een rotte schutting", "Gemeente: riool",
  "Vereniging van eigenaren en huurders van de appartementen aan de noordzijde van de Oosterkade",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "جيران الشارع", "街坊邻居街坊邻居街坊邻居",
  "👩‍👩‍👧 Gezinnen 🏡", "Winkeliers (25)?", "x".repeat(200), "Straat snel weer open", "Rust",
]
const SPHERES = [
  "citizens", "citizens", "citizens", "own_organisation", "other_organisation", "political_authority", "professional",
]
const VOICES = ["residents", "residents", "hardly", "agreed", "organisation", "nobody", null]

/**
 * Numbers from 0 to 1 that are the same for the same seed (mulberry32).
 * @param {number} seed
 */
export function chance(seed) {
  let state = seed >>> 0
  const next = () => {
    state = state + 0x6D2B79F5 >>> 0
    let t = Math.imul(state ^ state >>> 15, 1 | state)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) / 4294967296
  }
  return {
    share: next,
    below: most => Math.floor(next() * most),
    one: list => list[Math.floor(next() * list.length)],
    often: share => next() < share,
  }
}

/** Text as wide as a font would make it, roughly: each letter by its kind. */
export const wide = (text, size, weight = 400) =>
  Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0) * size * (weight > 500 ? 1.06 : 1)

/** @type {[RegExp, number][]} */
const WIDTHS = [[/[iljtf.,:'|! ]/, 0.27], [/[mwMW@]/, 0.8], [/[A-Z0-9]/, 0.56], [/[\u2e80-\uffff]/, 1], [/./su, 0.5]]

const letterWidth = letter => WIDTHS.find(([kind]) => kind.test(letter))[1]

/** The words of a language that stand in a drawing, by their dotted key. */
export function words(language) {
  const found = { language }
  for (const file of ["screens", "drawing"]) {
    const source = readFileSync(new URL(`../../coprod_ui/words/${language}/${file}.toml`, import.meta.url), "utf8")
    let table = ""
    for (const line of source.split("\n")) {
      table = /^\[(.+)\]$/.exec(line)?.[1] ?? table
      const [, key, value] = /^(\w+) = "(.*)"$/.exec(line) ?? []
      if (key) found[`${table}.${key}`] = value
    }
  }
  return found
}

const place = (random, placed) => placed && random.often(0.9)
  ? { x: Math.round(random.share() * 1400 - 200), y: Math.round(random.share() * 900 - 100) } : { x: null, y: null }

/** A picture of a web of up to so many parties and interests. */
export function randomPicture(seed, most = 24) {
  const random = chance(seed), picture = new Map(), placed = random.often(0.6)
  const actors = Array.from({ length: random.below(most) }, (_, i) => `p${i}`)
  const interests = Array.from({ length: random.below(most) }, (_, i) => `p${i}`)
  for (const id of actors) picture.set(`actor:${id}`, randomActor(random, id, actors, placed))
  for (const id of interests) picture.set(`interest:${id}`, {
    id, name: random.one(NAMES), attention: random.share() ** 3, voice: random.one(VOICES),
    by: random.often(0.7) ? [random.one(NAMES.slice(0, 5)), "Waterschap"].slice(0, 1 + random.below(2)) : [],
    ...place(random, placed),
  })
  for (const actor of actors) for (const interest of interests) {
    if (random.often(0.15)) picture.set(`stake:${actor}|${interest}`, {
      actor, interest, weight: random.one([0, 0.1, 0.4, 1]), position: random.one([1, 1, 1, 0, -1, -0.4]),
      cause: random.often(0.1),
    })
    else if (random.often(0.02)) picture.set(`unknown:${actor}|${interest}`, { actor, interest })
  }
  for (const a of interests) for (const b of interests)
    if (a < b && random.often(1.5 / interests.length ** 1.3))
      picture.set(`relation:${a}|${b}`, { a, b, compatibility: random.one([-0.8, -0.5, 0.5]) })
  picture.set("process", { initiative: random.share() })
  picture.set("order", { actors, interests })
  return picture
}

function randomActor(random, id, actors, placed) {
  const sphere = random.one(SPHERES), seats = random.often(0.4) ? 1 + random.below(9) : 0
  return {
    id, name: random.one(NAMES), sphere, seats, people: random.often(0.8) ? random.below(5000) : null,
    silent: random.often(0.1), invitation: random.one(["not_asked", "asked", "declined"]),
    claim: sphere === "citizens" && !seats && random.often(0.2) ? { chairs: 1 + random.below(5), parties: [id] } : null,
    ...place(random, placed),
  }
}
