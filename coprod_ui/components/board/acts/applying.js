// @ts-check
// What an act does to a picture, drawn before the server answers. What only the core can reckon follows with that.
/** @import { Act, Picture } from "../types" */

/** @type {Record<string, [string, string]>} per list of the web, how its things are called and where their order is */
const LISTS = {
  actor: ["actor", "actors"], interest: ["interest", "interests"], option: ["option", "options"], rule: ["rule", "rules"],
}

/** @param {Picture} picture */
const levels = picture => picture.get("conventions").weights
/**
 * @param {Picture} picture
 * @param {string} key
 * @param {Record<string, any>} changes
 */
function change(picture, key, changes) {
  const known = picture.get(key)
  if (known) picture.set(key, { ...known, ...changes })
}
/**
 * @param {Picture} picture
 * @param {string} list
 * @param {(ids: string[]) => string[]} asked
 */
function order(picture, list, asked) {
  const orders = picture.get("order")
  picture.set("order", { ...orders, [list]: asked(orders[list]) })
}
/**
 * The key of the relation of two interests, whichever way round it stands.
 * @param {Picture} picture
 * @param {string} a
 * @param {string} b
 */
export function relationKey(picture, a, b) {
  return picture.has(`relation:${b}|${a}`) ? `relation:${b}|${a}` : `relation:${a}|${b}`
}

/**
 * The seats a group at the table usually has: the median of the groups there, and at least 1.
 * @param {Picture} picture
 */
export function usualSeats(picture) {
  const seats = parties(picture).filter(party => party.sphere === "citizens" && party.seats > 0)
    .map(party => party.seats).sort((a, b) => a - b)
  if (!seats.length) return 1
  const half = seats.length / 2
  return Math.max(1, Math.floor((seats[Math.floor(half)] + seats[Math.ceil(half) - 1]) / 2 + 0.5))
}

/**
 * @param {Picture} picture
 * @returns {any[]} the parties, in the order of the web
 */
export const parties = picture => picture.get("order").actors.map((/** @type {string} */ id) => picture.get(`actor:${id}`))
/**
 * @param {Picture} picture
 * @returns {any[]} the interests, in the order of the web
 */
export const interests = picture =>
  picture.get("order").interests.map((/** @type {string} */ id) => picture.get(`interest:${id}`))
/**
 * @param {Picture} picture
 * @param {string} kind `stake`, `unknown` or `relation`
 * @returns {any[]}
 */
export const links = (picture, kind) => [...picture].filter(([key]) => key.startsWith(`${kind}:`)).map(([, of]) => of)

/**
 * @param {Picture} picture
 * @param {string} kind
 * @param {any} thing
 */
function add(picture, kind, thing) {
  const [name, list] = LISTS[kind]
  picture.set(`${name}:${thing.id}`, thing)
  order(picture, list, ids => [...ids.filter(id => id !== thing.id), thing.id])
}
/**
 * A thing, with what only exists because of it.
 * @param {Picture} picture
 * @param {string} kind
 * @param {string} id
 */
function remove(picture, kind, id) {
  const [name, list] = LISTS[kind]
  picture.delete(`${name}:${id}`)
  picture.delete(`hint:${name}:${id}`)
  order(picture, list, ids => ids.filter(each => each !== id))
  for (const [key, link] of [...picture]) {
    const ends = kind === "actor" ? [link?.actor] : kind === "interest" ? [link?.interest, link?.a, link?.b] : []
    if (/^(stake|unknown|relation):/.test(key) && ends.includes(id)) picture.delete(key)
  }
}

/** @type {Record<string, (picture: Picture, act: any) => void>} */
const DONE = {
  add_actor: (picture, { actor }) => {
    const seats = actor.seats ?? (actor.sphere === "citizens" ? usualSeats(picture) : 1)
    add(picture, "actor", { people: null, invitation: "not_asked", notes: "", ...actor, seats })
  },
  add_interest: (picture, { interest }) =>
    add(picture, "interest", { attention: 0, voice: "nobody", by: [], spoken_by: "", notes: "", ...interest }),
  add_option: (picture, { option }) =>
    add(picture, "option", {
      feasibility: 1, barred: false, effects: {}, description: "", costs: "", proposed_by: "", notes: "", ...option,
    }),
  add_rule: (picture, { rule }) =>
    add(picture, "rule", { force: 0, discretion: 0, protects: {}, hinders: {}, notes: "", ...rule }),
  change_actor: (picture, { id, changes }) => change(picture, `actor:${id}`, changes),
  change_interest: (picture, { id, changes }) => change(picture, `interest:${id}`, changes),
  change_option: (picture, { id, changes }) => change(picture, `option:${id}`, changes),
  change_rule: (picture, { id, changes }) => change(picture, `rule:${id}`, changes),
  change_process: (picture, { changes }) => change(picture, "process", changes),
  remove_actor: (picture, { id }) => remove(picture, "actor", id),
  remove_interest: (picture, { id }) => remove(picture, "interest", id),
  remove_option: (picture, { id }) => remove(picture, "option", id),
  remove_rule: (picture, { id }) => remove(picture, "rule", id),
  seat: (picture, { actor, seats }) => {
    const usual = picture.get(`actor:${actor}`)?.sphere === "citizens" ? usualSeats(picture) : 1
    change(picture, `actor:${actor}`, { seats: seats ?? usual })
  },
  put_in_ring: (picture, { actor, ring, seats }) => {
    const party = picture.get(`actor:${actor}`), seated = !["outside", "know"].includes(ring)
    change(picture, `actor:${actor}`, { ring_now: ring })
    if (party && party.sphere !== "political_authority" && seated !== party.seats > 0) {
      DONE.seat(picture, { actor, seats: seated ? seats : 0 })
    }
  },
  set_stake: (picture, { stake }) => {
    if (!picture.has(`actor:${stake.actor}`) || !picture.has(`interest:${stake.interest}`)) return
    const key = `stake:${stake.actor}|${stake.interest}`, known = picture.get(key)
    picture.delete(`unknown:${stake.actor}|${stake.interest}`)
    picture.set(key, { weight: levels(picture)[2], position: 1, ...known, ...stake })
  },
  remove_stake: (picture, { actor, interest }) => {
    picture.delete(`stake:${actor}|${interest}`)
    picture.delete(`unknown:${actor}|${interest}`)
  },
  mark_unknown: (picture, { actor, interest }) => {
    picture.delete(`stake:${actor}|${interest}`)
    picture.set(`unknown:${actor}|${interest}`, { actor, interest })
  },
  set_relation: (picture, { relation }) => {
    if (!picture.has(`interest:${relation.a}`) || !picture.has(`interest:${relation.b}`)) return
    const key = relationKey(picture, relation.a, relation.b)
    const [a, b] = key.slice("relation:".length).split("|")
    picture.set(key, { notes: "", ...picture.get(key), ...relation, a, b })
  },
  remove_relation: (picture, { a, b }) => { picture.delete(relationKey(picture, a, b)) },
  move_nodes: (picture, { actors, interests: moved }) => {
    for (const [id, [x, y]] of Object.entries(actors ?? {})) change(picture, `actor:${id}`, { x, y })
    for (const [id, [x, y]] of Object.entries(moved ?? {})) change(picture, `interest:${id}`, { x, y })
  },
  together: (picture, { commands }) => {
    for (const command of commands) DONE[command.act]?.(picture, command)
  },
}

/**
 * The picture after acts that were done here; the picture that is given stays as it is.
 * @param {Picture} picture
 * @param {Act[]} acts
 * @returns {Picture}
 */
export function after(picture, acts) {
  if (!acts.length) return picture
  const shown = new Map(picture)
  for (const act of acts) DONE[act.act]?.(shown, act)
  return shown
}
