// @ts-check
// Where a party stands on the power map, and what a hand or a key says of it there.
import assert from "node:assert/strict"
import test from "node:test"
import { nextRing, nextRole, notAsked, placed, putInRing, stepped } from "../../coprod_ui/components/board/map/acts.js"
import { apart } from "../../coprod_ui/components/board/map/apart.js"
import { shared } from "../../coprod_ui/components/board/map/cells.js"
import {
  RINGS, ROLES, gridOf, isSmall, placeAt, ringOf, saidByCell, spot, spotsOf, withoutSpot,
} from "../../coprod_ui/components/board/map/places.js"

/**
 * @param {string} id
 * @param {Record<string, any>} [said]
 */
const party = (id, said = {}) => ({
  id, name: id, sphere: "citizens", people: 40, seats: 0, power: null, trust: null, network_role: null, attitude: null,
  ring_now: null, ring_theirs: null, ring_ours: null, ...said,
})
/**
 * @param {string} hit
 * @param {Record<string, any>} [more]
 */
const known = (hit, more = {}) => ({
  hit, quiet: false, alarm: false, estimated: false, open: 0, stance: "can", side: "partly", ring: "outside",
  asks: "", differs: "", otherwise: "", ...more,
})

/** @param {any[]} all */
const pictured = all => new Map(/** @type {[string, any][]} */ ([
  ["order", { actors: all.map(each => each.id), interests: [], options: [], rules: [] }],
  ...all.map(each => [`actor:${each.id}`, each]),
]))
const ALL = [
  party("street", { power: "little", trust: "weak", network_role: "user" }),
  party("piles", { power: "little" }),
  party("council", {
    sphere: "political_authority", power: "much", trust: "good", network_role: "decider", ring_now: "decide",
  }),
  party("unasked"),
]
const PICTURE = pictured(ALL)
const DATA = /** @type {any} */ ({
  plan: null, from: "council", order: [], said: {},
  parties: {
    street: known("plans"), piles: known("home"), council: known("notices", { ring: null }),
    unasked: known("plans", { side: null }),
  },
})

/** @param {any} grid */
const everyone = grid =>
  [...[...grid.cells.values()].flat(), ...grid.tray, ...(grid.beside ? [grid.beside] : [])].sort()
const IDS = ALL.map(each => each.id).sort()

test("every party stands in every picture exactly once", () => {
  for (const name of /** @type {const} */ (["hit", "attitude", "trust"])) {
    assert.deepEqual(everyone(gridOf(name, PICTURE, DATA)), IDS)
  }
  for (const perspective of /** @type {const} */ (["now", "theirs", "ours"])) {
    const spots = [...spotsOf(PICTURE, DATA, perspective).keys()]
    const without = [...withoutSpot(PICTURE, DATA, perspective).values()].flat()
    assert.deepEqual([...spots, ...without].sort(), IDS)
  }
})

test("who is not asked, or of whom nobody said how they are hit, waits below and is never in the middle", () => {
  const unheard = { ...DATA, parties: { ...DATA.parties, piles: known("home", { hit: null }) } }
  assert.deepEqual(gridOf("hit", PICTURE, unheard).tray, ["piles", "unasked"])
  assert.deepEqual(gridOf("attitude", PICTURE, DATA).tray, ["unasked"])
})

test("from whom trust is seen stands beside the picture, and a plan is nobody", () => {
  assert.equal(gridOf("trust", PICTURE, DATA).beside, "council")
  assert.equal(gridOf("trust", PICTURE, { ...DATA, from: "plan:pump" }).beside, null)
})

test("a column for who is not hit is there when somebody stands in it", () => {
  assert.deepEqual(gridOf("hit", PICTURE, DATA).columns, ["notices", "plans", "home"])
  const unhit = { ...DATA, parties: { ...DATA.parties, street: known("none") } }
  assert.deepEqual(gridOf("hit", PICTURE, unhit).columns, ["none", "notices", "plans", "home"])
})

test("a drop says what the row says, and of attitudes what the column says", () => {
  assert.deepEqual(saidByCell("hit", "much", "home"), { power: "much" })
  assert.deepEqual(saidByCell("attitude", "all", "little"), { power: "little" })
  assert.deepEqual(saidByCell("trust", "good", "partly"), { trust: "good" })
  assert.deepEqual(saidByCell("hit", null, null), { power: null })
})

test("a place in the rings is read back as the ring and the role that it was drawn for", () => {
  ROLES.forEach(role => {
    const angle = { decider: 0.7, influencer: 2.3, supplier: 3.9, user: 5.5 }[role] ?? 0
    for (const ring of RINGS) {
      const { x, y } = spot(ring, angle)
      assert.deepEqual(placeAt(x, y), { ring, role })
    }
  })
})

/** @param {number[]} one @param {number[]} other */
const apartFrom = (one, other) => one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1]
const FIELD = { width: 960, height: 420 }
/** @param {number} count @param {number} wide */
function crowded(count, wide) {
  const many = Array.from({ length: count }, (_, at) =>
    party(`p${at}`, { network_role: ROLES[at % wide], ring_now: RINGS[at * 7 % 5] }))
  const spots = spotsOf(pictured(many), { ...DATA, parties: {} }, "now")
  return { many, ...apart(spots, id => ({ width: 110 + 13 * id.length, height: 34 }), FIELD, NAMES) }
}
/** @type {import("../../coprod_ui/components/types").Box[]} */
const NAMES = [[430, 10, 530, 30], [8, 390, 340, 412]]

for (const [count, quarters] of [[4, 1], [8, 1], [20, 4], [40, 4], [40, 1]]) {
  test(`of ${count} parties in ${quarters} quarters no card lies on another or on a name, and each stands or is counted`, () => {
    const { many, places, crowds } = crowded(count, quarters), boxes = [...places.values()].map(({ box }) => box)
    boxes.forEach((one, at) => {
      assert.ok(one[0] >= 0 && one[1] >= 0 && one[2] <= FIELD.width && one[3] <= FIELD.height)
      for (const other of [...NAMES, ...boxes.slice(at + 1)]) assert.ok(apartFrom(one, other))
    })
    const counted = [...crowds.values()].flatMap(({ ids }) => ids)
    assert.deepEqual([...places.keys(), ...counted].sort(), many.map(({ id }) => id).sort())
  })
}

test("a card that is turned to where it has room is still in its ring and its quarter, as is the number of the others", () => {
  const { many, places, crowds } = crowded(40, 4)
  for (const { id, ring_now, network_role } of many) {
    const at = places.get(id) ?? [...crowds.values()].find(({ ids }) => ids.includes(id))
    assert.deepEqual(placeAt(at?.x ?? 0, at?.y ?? 0), { ring: ring_now, role: network_role })
  }
})

test("a row gets what it needs, and of what is left the others get equal parts", () => {
  assert.deepEqual(shared([10, 20], 100), [10, 20])
  assert.deepEqual(shared([90, 10, 90], 110), [50, 10, 50])
})

test("a ring follows from the web until it is asked, and what is wanted never does", () => {
  assert.deepEqual(ringOf(ALL[0], DATA, "now"), { ring: "outside", asked: false })
  assert.deepEqual(ringOf(ALL[2], DATA, "now"), { ring: "decide", asked: true })
  assert.deepEqual(ringOf(ALL[0], DATA, "ours"), { ring: null, asked: false })
})

test("only as it is now a ring goes with a seat; what is wanted is noted", () => {
  assert.deepEqual(putInRing("street", "now", "think"), { act: "put_in_ring", actor: "street", ring: "think", seats: null })
  assert.deepEqual(putInRing("street", "ours", "think"), { act: "change_actor", id: "street", changes: { ring_ours: "think" } })
  assert.deepEqual(putInRing("street", "now", null), { act: "change_actor", id: "street", changes: { ring_now: null } })
})

test("a drop in another ring and another quarter is one act, and one where it stood is none", () => {
  const to = { ring: "think", role: "supplier" }
  assert.equal(placed(ALL[0], "now", to, "outside")?.act, "together")
  assert.equal(placed(ALL[0], "now", { ring: "outside", role: "user" }, "outside"), null)
})

test("the arrows go through the rows one by one, and stop at the ends", () => {
  assert.deepEqual(stepped("hit", ALL[0], -1), { power: "some" })
  assert.deepEqual(stepped("hit", ALL[0], 1), { power: null })
  assert.equal(stepped("hit", ALL[2], -1), undefined)
  assert.equal(nextRing("decide", 1), undefined)
  assert.equal(nextRing(null, 1), "know")
  assert.equal(nextRole("user", 1), "influencer")
  assert.deepEqual(notAsked("rings", "theirs"), { ring_theirs: null })
})

test("a group is small when so few people are known to be in it", () => {
  assert.deepEqual([4, 5, null].map(people => isSmall(party("x", { people }))), [true, false, false])
  assert.equal(isSmall(party("x", { people: 2, sphere: "own_organisation" })), false)
})
