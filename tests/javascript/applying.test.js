// What is drawn before the server answers is what an act does.
import assert from "node:assert/strict"
import { webcrypto } from "node:crypto"
import { test } from "node:test"

import { after, interests, links, parties, usualSeats } from "../../coprod_ui/components/board/acts/applying.js"
import { newId } from "../../coprod_ui/components/board/acts/ids.js"
import { newInterest, newParty, relation, removed, seat, stake, together, turned } from "../../coprod_ui/components/board/acts/wishes.js"

globalThis.crypto ??= webcrypto // which node 18 keeps apart

const PICTURE = new Map(Object.entries({
  "actor:j": { id: "j", name: "Jongeren", sphere: "citizens", seats: 0, people: 40, x: 1, y: 2 },
  "actor:s": { id: "s", name: "De straat", sphere: "citizens", seats: 6, people: 60 },
  "actor:w": { id: "w", name: "Waterschap", sphere: "other_organisation", seats: 1 },
  "interest:s": { id: "s", name: "Schaduw" },
  "interest:v": { id: "v", name: "Veiligheid" },
  "stake:j|s": { actor: "j", interest: "s", weight: 0.6, position: 1, provenance: "self", cause: true },
  "unknown:w|v": { actor: "w", interest: "v" },
  "relation:s|v": { a: "s", b: "v", compatibility: -0.5 },
  conventions: { weights: [0, 0.1, 0.4, 1] },
  order: { actors: ["j", "s", "w"], interests: ["s", "v"], options: [], rules: [] },
}))

test("the picture that an act is done over stays as it was", () => {
  const before = JSON.stringify([...PICTURE])
  const shown = after(PICTURE, [removed("a:j"), newParty("Nieuw", "citizens", true, null)])
  assert.equal(JSON.stringify([...PICTURE]), before)
  assert.notEqual(shown, PICTURE)
  assert.equal(after(PICTURE, []), PICTURE)
})

test("what is new stands last, a group at the table with the usual seats", () => {
  const act = newParty("Nieuw", "citizens", true, { x: 3, y: 4 }), shown = after(PICTURE, [act, newInterest("Groen", null)])
  const made = parties(shown).at(-1)
  assert.deepEqual([made.name, made.seats, made.x, made.initiator], ["Nieuw", 6, 3, true])
  assert.equal(interests(shown).at(-1).name, "Groen")
})

test("a group that is invited gets the median of the seats at the table, an organisation one", () => {
  assert.equal(usualSeats(PICTURE), 6)
  assert.equal(after(PICTURE, [seat("j", null)]).get("actor:j").seats, 6)
  assert.equal(after(PICTURE, [seat("s", 3), seat("j", null)]).get("actor:j").seats, 3)
  assert.equal(after(PICTURE, [seat("w", 0), seat("w", null)]).get("actor:w").seats, 1)
})

test("a stake takes the place of an open question, and a link with what is not there is none", () => {
  const shown = after(PICTURE, [stake(PICTURE, "w", "v", { weight: 1, position: -1 })])
  assert.ok(!shown.has("unknown:w|v"))
  assert.deepEqual([shown.get("stake:w|v").weight, shown.get("stake:w|v").position], [1, -1])
  assert.equal(links(after(PICTURE, [stake(PICTURE, "w", "nowhere")]), "stake").length, 1)
})

test("what is said of a stake goes over what was said before, without what the readings say of it", () => {
  const { stake: said } = stake(PICTURE, "j", "s", { weight: 1 })
  assert.deepEqual([said.weight, said.position, said.provenance, "cause" in said], [1, 1, "self", false])
})

test("two interests have one relation, whichever is named first", () => {
  const shown = after(PICTURE, [relation(PICTURE, "v", "s", { compatibility: 0.5 })])
  assert.deepEqual(links(shown, "relation").map(link => [link.a, link.b, link.compatibility]), [["s", "v", 0.5]])
})

test("with a node its links go, and with an interest no party of the same id", () => {
  const shown = after(PICTURE, [removed("k:s")])
  assert.ok(!shown.has("interest:s"))
  assert.ok(shown.has("actor:s"))
  assert.deepEqual([links(shown, "stake"), links(shown, "relation")], [[], []])
  assert.equal(links(shown, "unknown").length, 1)
})

test("a link that is removed goes alone, as a stake, a question, or a relation named from its other end", () => {
  const shown = after(PICTURE, [together([removed("s:j|s"), removed("u:w|v"), removed("r:v|s")])])
  assert.deepEqual(["stake", "unknown", "relation"].flatMap(kind => links(shown, kind)), [])
  assert.equal(parties(shown).length, 3)
})

test("a side turns from for to against to divided", () => {
  assert.deepEqual([1, 0.3, -1, 0].map(turned), [-1, -1, 0, 1])
})

test("several acts are one, one is itself, and none is none", () => {
  assert.deepEqual(together([{ act: "undo" }]), { act: "undo" })
  assert.equal(together([]), null)
  assert.equal(together([{ act: "a" }, { act: "b" }]).commands.length, 2)
})

test("ids made here are of the kind the core makes, and differ", () => {
  const made = Array.from({ length: 200 }, () => newId("a"))
  assert.equal(new Set(made).size, made.length)
  for (const id of made) assert.match(id, /^a_[2-9a-hjkmnp-z]{10}$/)
})
