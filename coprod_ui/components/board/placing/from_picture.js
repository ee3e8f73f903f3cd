// @ts-check
// The board's picture, a flat map of what there is, as the web that is placed and drawn: every word ready.
/** @import { Claim, Interest, Link, LinkKind, Party, Pile, Said, Sphere, Tag, Voice, Web, ZoneName } from "./types" */
import { filled } from "../../filling.js"

/** @typedef {Map<string, any>} Picture */
/** @typedef {Record<string, string>} Words */

/** @type {Record<Exclude<Sphere, "citizens">, ZoneName>} */
const ZONE_OF = {
  own_organisation: "own", other_organisation: "other", political_authority: "politics", professional: "middle",
}
/** @type {Record<Pile, string>} the key of its name */
const PILE = {
  table: "zones.table", outside: "zones.outside", own: "zones.own_organisation", other: "zones.other_organisation",
  politics: "zones.political_authority", middle: "zones.professional", interests: "drawing.interests",
}
const SIDES = Object.freeze({ "-1": "against", 0: "divided", 1: "for" })
const GOVERNMENT_UNTIL = 0.34
const CITIZENS_FROM = 0.66

/**
 * @param {Picture} picture
 * @param {Words} words
 * @param {{ plan?: string | null }} [shown] the plan whose holes are shown
 * @returns {Web}
 */
export function fromPicture(picture, words, { plan = null } = {}) {
  const effects = plan === null ? null : picture.get(`option:${plan}`)?.effects ?? null
  const { actors = [], interests = [] } = picture.get("order") ?? {}
  const known = actors.map((/** @type {string} */ id) => picture.get(`actor:${id}`))
  /** @type {Party[]} */
  const parties = known.map((/** @type {any} */ actor) => partyOf(actor, words))
  const wanted = interests.map((/** @type {string} */ id) =>
    interestOf(picture.get(`interest:${id}`), effects !== null && !(id in effects), words))
  const nodes = [...parties, ...wanted]
  return {
    nodes, links: linksOf(picture, nodes, words), claims: claimsOf(known),
    said: said(picture.get("process")?.initiative ?? 0.5, words),
  }
}

/**
 * Each claim once, whichever of its groups tells of it.
 * @param {any[]} actors
 * @returns {Claim[]}
 */
function claimsOf(actors) {
  const claims = actors.filter(({ claim }) => claim?.chairs).map(({ claim }) => claim)
  const found = new Map(claims.map(({ chairs, parties }) => [parties.join("|"), { chairs, parties }]))
  return [...found.values()].map(({ chairs, parties }) => ({
    chairs, parties: parties.map((/** @type {string} */ id) => `a:${id}`),
  }))
}

/**
 * @param {any} thing
 * @returns {import("../../types").Point | null}
 */
const placeOf = ({ x, y }) => x === null || x === undefined || y === null || y === undefined ? null : { x, y }

/**
 * @param {any} actor
 * @param {Words} words
 * @returns {Party}
 */
function partyOf(actor, words) {
  const { id, name, sphere, people = null, seats = 0, silent = false, claim = null } = actor
  const citizens = sphere === "citizens", seated = seats === null || seats > 0
  /** @type {ZoneName} */
  const zone = citizens ? (seated ? "table" : "outside") : ZONE_OF[/** @type {keyof typeof ZONE_OF} */ (sphere)]
  const party = { citizens, seated, seats, people, silent, claim }
  return {
    kind: "party", id: `a:${id}`, name, sphere, letter: words[`canvas.letters.${sphere}`], zone, pile: zone,
    at: placeOf(actor), rank: people ?? 0, seated, silent,
    badge: badgeOf(party, sphere, words), tags: tagsOf(party, actor.invitation, words),
    label: partyLabel(actor, party, words),
  }
}

/**
 * @typedef {object} Standing
 * @property {boolean} citizens
 * @property {boolean} seated
 * @property {number | null} seats null = as many as are usual, which the server knows
 * @property {number | null} people
 * @property {boolean} silent
 * @property {{ chairs: number, parties: string[] } | null} claim
 */

/**
 * @param {Standing} party
 * @param {string} sphere
 * @param {Words} words
 */
function badgeOf({ citizens, seated, seats, people }, sphere, words) {
  if (citizens) return `${seats === null ? "…" : counted(seats, words)}/${people === null ? "?" : counted(people, words)}`
  return seated && sphere !== "professional" ? words["canvas.at_table_badge"] : ""
}

/**
 * A number of people or seats, in the reader's way.
 * @param {number} number
 * @param {Words} words
 */
function counted(number, words) {
  const { language } = words
  if (!COUNTING.has(language)) COUNTING.set(language, new Intl.NumberFormat(language, { maximumFractionDigits: 1 }))
  return /** @type {Intl.NumberFormat} */ (COUNTING.get(language)).format(number)
}
/** @type {Map<string, Intl.NumberFormat>} per language: making one takes longer than all it is asked in a drawing */
const COUNTING = new Map()

/**
 * @param {Standing} party
 * @param {string} invitation
 * @param {Words} words
 * @returns {Tag[]}
 */
function tagsOf({ citizens, seated, silent, claim }, invitation, words) {
  const tags = []
  if (silent) tags.push({ text: words["drawing.silent"], strong: false })
  if (citizens && !seated) tags.push({ text: words[`invitation.${invitation}`], strong: false })
  if (claim?.chairs && !seated) tags.push({ text: claimed(claim, words), strong: true })
  return tags
}

/**
 * The chairs that a group could ask for, by itself or with others.
 * @param {{ chairs: number, parties: string[] }} claim
 * @param {Words} words
 */
function claimed({ chairs, parties }, words) {
  const number = chairs === 1 ? "one" : "other"
  return filled(words[parties.length > 1 ? `drawing.claim_shared.${number}` : `drawing.claim.${number}`], { count: chairs })
}

/**
 * @param {any} actor
 * @param {Standing} party
 * @param {Words} words
 */
function partyLabel({ name, sphere, invitation }, party, words) {
  const { citizens, seated, seats, people } = party
  const state = words[seated ? "canvas.said_at_table" : "canvas.said_not_at_table"]
  const key = citizens && people !== null ? "canvas.said_party_people" : "canvas.said_party"
  const first = filled(words[key], { name, sphere: words[`spheres.${sphere}`], state, seats: seats ?? "…", people })
  return [first, ...tagsOf(party, invitation, words).map(({ text }) => text)].join(", ")
}

/**
 * @param {any} interest
 * @param {boolean} hole
 * @param {Words} words
 * @returns {Interest}
 */
function interestOf(interest, hole, words) {
  const { id, name, attention = 0, voice = null, by = [] } = interest
  const spoken = hole ? [words["drawing.hole"]] : voiceWords(voice ?? "residents", by, words)
  return {
    kind: "interest", id: `k:${id}`, name, zone: "middle", pile: "interests", at: placeOf(interest), rank: attention,
    size: attention, voice: hole ? "residents" : voice ?? "residents", hole,
    words: spoken.map((text, i) => ({ text, strong: i === 0 })),
    label: [filled(words["canvas.said_interest"], { name }), ...spoken].join(", "),
  }
}

/**
 * First whether residents are heard, then who brings it in meanwhile.
 * @param {Voice} voice
 * @param {string[]} by
 * @param {Words} words
 * @returns {string[]}
 */
function voiceWords(voice, by, words) {
  if (voice === "residents") return []
  if (voice === "hardly") return [words["terms.hardly_heard"]]
  const second = voice === "nobody" || !by.length ? words["drawing.voice.nobody"]
    : filled(words[`drawing.voice.${voice}`], { name: by[0] }) + (by.length > 1 ? ` +${by.length - 1}` : "")
  return [words["terms.unheard"], second]
}

/**
 * @param {Picture} picture
 * @param {(Party | Interest)[]} nodes
 * @param {Words} words
 * @returns {Link[]}
 */
function linksOf(picture, nodes, words) {
  const names = new Map(nodes.map(node => [node.id, node.name]))
  return [...picture].flatMap(([key, value]) => {
    const [kind, ends = ""] = split(key), [one, other] = ends.split("|")
    if (kind === "stake") return [stakeOf(one, other, value, names, picture, words)]
    if (kind === "unknown") return [unknownOf(one, other, names, words)]
    return kind === "relation" ? relationOf(one, other, value, names, words) : []
  }).filter(link => names.has(link.a) && names.has(link.b))
}

/** @param {string} key */
function split(key) {
  const at = key.indexOf(":")
  return at < 0 ? [key] : [key.slice(0, at), key.slice(at + 1)]
}

/**
 * @param {string} actor
 * @param {string} interest
 * @param {any} stake
 * @param {Map<string, string>} names
 * @param {Picture} picture
 * @param {Words} words
 * @returns {Link}
 */
function stakeOf(actor, interest, { weight, position, cause = false }, names, picture, words) {
  const side = /** @type {-1 | 0 | 1} */ (Math.sign(position)), a = `a:${actor}`, b = `k:${interest}`
  const label = filled(words["canvas.said_link"], {
    name: names.get(a), interest: names.get(b), weight: weightWord(weight, picture, words),
    position: words[`positions.${SIDES[side]}`],
  })
  return { id: `s:${actor}|${interest}`, kind: "stake", a, b, weight, side, cause, label }
}

const LEVELS = ["none", "notices", "plans", "home"]

/**
 * The word of the level nearest to a weight.
 * @param {number} weight
 * @param {Picture} picture
 * @param {Words} words
 */
function weightWord(weight, picture, words) {
  /** @type {number[]} */
  const levels = picture.get("conventions")?.weights ?? [0, 0.1, 0.4, 1]
  const distance = levels.map(level => Math.abs(level - weight))
  return words[`weights.${LEVELS[distance.indexOf(Math.min(...distance))]}`]
}

/**
 * @param {string} actor
 * @param {string} interest
 * @param {Map<string, string>} names
 * @param {Words} words
 * @returns {Link}
 */
function unknownOf(actor, interest, names, words) {
  const a = `a:${actor}`, b = `k:${interest}`
  const label = filled(words["canvas.said_unknown"], { name: names.get(a), interest: names.get(b) })
  return { id: `u:${actor}|${interest}`, kind: "unknown", a, b, weight: 0, side: 1, cause: false, label }
}

/**
 * @param {string} one
 * @param {string} other
 * @param {any} relation
 * @param {Map<string, string>} names
 * @param {Words} words
 * @returns {Link[]}
 */
function relationOf(one, other, { compatibility }, names, words) {
  const a = `k:${one}`, b = `k:${other}`
  /** @type {LinkKind} */
  const kind = compatibility < 0 ? "clash" : "together"
  const how = words[kind === "clash" ? "canvas.clash" : "canvas.helps"]
  const label = filled(words["canvas.said_relation"], { a: names.get(a), b: names.get(b), how })
  return [{ id: `r:${one}|${other}`, kind, a, b, weight: Math.abs(compatibility), side: 1, cause: false, label }]
}

/**
 * @param {number} initiative 0 = the government's table, 1 = residents'
 * @param {Words} words
 * @returns {Said}
 */
function said(initiative, words) {
  const caps = (/** @type {string} */ key) => words[key].toLocaleUpperCase(words.language)
  const whose = initiative < GOVERNMENT_UNTIL ? "government" : initiative > CITIZENS_FROM ? "citizens" : "shared"
  return {
    public: caps("zones.public"), public_short: caps("drawing.public_short"), own: words["canvas.own"],
    other: words["canvas.other"], politics: caps("zones.political_authority"), citizens: caps("zones.citizens"),
    table: caps("zones.table"), table_of: words[`canvas.table_of.${whose}`], outside: caps("zones.outside"),
    clash: words["canvas.clash"], together: words["canvas.helps"], drawing: words["canvas.name"],
    rest: (/** @type {Pile} */ pile, count) => filled(words[`drawing.rest_${pile}`], { count }),
    alone: (/** @type {Pile} */ pile, count) => filled(words["drawing.alone"], { zone: words[PILE[pile]], count }),
    back: words["drawing.back"],
    opens: name => filled(words["drawing.opens"], { name }),
  }
}
