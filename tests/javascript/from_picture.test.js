// What the board's picture means for the drawing: where a party stands, and what is said of it.
import assert from "node:assert/strict"
import { test } from "node:test"

import { fromPicture } from "../../coprod_ui/components/board/placing/from_picture.js"
import { words } from "./webs.js"

const DUTCH = words("nl"), ENGLISH = words("en")
const citizens = (id, more = {}) =>
  [`actor:${id}`, { id, name: `Groep ${id}`, sphere: "citizens", seats: 0, people: 40, invitation: "asked", ...more }]
const other = (id, sphere, more = {}) => [`actor:${id}`, { id, name: id, sphere, seats: 0, people: null, ...more }]
const interest = (id, more = {}) => [`interest:${id}`, { id, name: `Belang ${id}`, attention: 0.2, voice: null, by: [], ...more }]

/** A web of these, in this order. */
function webOf(entries, options, language = DUTCH) {
  const ids = kind => entries.filter(([key]) => key.startsWith(`${kind}:`)).map(([, { id }]) => id)
  return fromPicture(new Map([...entries, ["order", { actors: ids("actor"), interests: ids("interest") }]]), language, options)
}

test("a group stands at the table or not, an organisation at home, the professional between them", () => {
  const web = webOf([
    citizens("in", { seats: 2 }), citizens("out"), citizens("asked", { seats: null }), other("own", "own_organisation"),
    other("water", "other_organisation"), other("council", "political_authority"), other("lead", "professional"),
  ])
  assert.deepEqual(web.nodes.map(node => node.zone), ["table", "outside", "table", "own", "other", "politics", "middle"])
})

test("a party and an interest may have the same name in the file", () => {
  const web = webOf([citizens("same"), interest("same"), ["stake:same|same", { weight: 1, position: 1 }]])
  assert.deepEqual([web.links[0].a, web.links[0].b], ["a:same", "k:same"])
})

test("a badge tells seats and people, and what is not known is a question mark", () => {
  const web = webOf([citizens("a", { seats: 6, people: 1200 }), citizens("b", { people: null }), citizens("c", { seats: null })])
  assert.deepEqual(web.nodes.map(node => node.badge), ["6/1.200", "0/?", "…/40"])
  assert.equal(webOf([other("o", "own_organisation", { seats: 1 })]).nodes[0].badge, "aan tafel")
})

test("first whether an interest is heard, then who brings it in; only residents say nothing", () => {
  const said = (voice, by = []) => webOf([interest("k", { voice, by })]).nodes[0].words.map(({ text }) => text)
  assert.deepEqual(said("residents"), [])
  assert.deepEqual(said(null), [])
  assert.deepEqual(said("hardly"), ["weinig gehoord"])
  assert.deepEqual(said("agreed", ["Projectleider"]), ["nog niet gehoord", "afgesproken: Projectleider"])
  assert.deepEqual(said("organisation", ["Gemeente", "Waterschap"]), ["nog niet gehoord", "zelfde kant: Gemeente +1"])
  assert.deepEqual(said("nobody"), ["nog niet gehoord", "wie brengt dit in?"])
})

test("a hole is what the chosen plan says nothing about, and nothing is a hole without a plan", () => {
  const entries = [interest("said"), interest("not"), ["option:plan", { id: "plan", effects: { said: 0 } }]]
  assert.deepEqual(webOf(entries, { plan: "plan" }).nodes.map(node => node.hole), [false, true])
  assert.deepEqual(webOf(entries).nodes.map(node => node.hole), [false, false])
})

test("chairs that groups could ask for together are one claim, said at each of them", () => {
  const claim = { chairs: 3, parties: ["a", "b"] }
  const web = webOf([citizens("a", { claim }), citizens("b", { claim }), citizens("c", { claim: { chairs: 1, parties: ["c"] } })])
  assert.deepEqual(web.claims, [{ chairs: 3, parties: ["a:a", "a:b"] }, { chairs: 1, parties: ["a:c"] }])
  assert.deepEqual(web.nodes.map(node => node.tags.at(-1).text), ["samen 3 plekken?", "samen 3 plekken?", "1 plek?"])
})

test("relations clash or go together, stakes are for, against or divided, and each says so", () => {
  const web = webOf([
    citizens("a"), interest("k"), interest("m"), interest("n"),
    ["stake:a|k", { weight: 1, position: -1 }], ["stake:a|m", { weight: 0.4, position: 0 }], ["unknown:a|n", {}],
    ["relation:k|m", { compatibility: -0.5 }], ["relation:m|n", { compatibility: 0.5 }],
  ])
  assert.deepEqual(web.links.map(link => link.kind), ["stake", "stake", "unknown", "clash", "together"])
  assert.deepEqual(web.links.slice(0, 2).map(link => link.side), [-1, 0])
  assert.equal(web.links[0].label, "Groep a en Belang k: raakt huis, gezondheid of inkomen, wil dit niet")
  assert.match(web.links[3].label, /botst/)
})

test("a link with what is not there is none", () => {
  assert.deepEqual(webOf([citizens("a"), ["stake:a|gone", { weight: 1, position: 1 }]]).links, [])
})

test("no word is missing in either language", () => {
  for (const language of [DUTCH, ENGLISH]) {
    const claim = { chairs: 1, parties: ["a"] }
    const { nodes, said } = webOf([citizens("a", { silent: true, claim }), interest("k", { voice: "nobody" })], {}, language)
    const texts = [
      ...nodes.flatMap(node => [node.label, ...(node.words ?? node.tags).map(({ text }) => text)]),
      ...Object.values(said).filter(text => typeof text === "string"),
      ...["table", "outside", "own", "other", "politics", "middle", "interests"].flatMap(pile => [said.opens(said.rest(pile, 4)), said.alone(pile, 4)]),
    ]
    for (const text of texts) assert.ok(text && !/undefined|\{/.test(text), `${language.language}: ${text}`)
  }
})
