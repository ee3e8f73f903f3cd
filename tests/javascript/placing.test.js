// Where everything stands, over many webs made at random: never one thing on another, and nobody jumps.
import assert from "node:assert/strict"
import { test } from "node:test"

import { meet } from "../../coprod_ui/components/board/placing/boxes.js"
import { fromPicture } from "../../coprod_ui/components/board/placing/from_picture.js"
import { layout } from "../../coprod_ui/components/board/placing/layout.js"
import { worldOf } from "../../coprod_ui/components/board/placing/world.js"
import { chance, randomPicture, wide, words } from "./webs.js"

const DUTCH = words("nl"), SCREEN = { W: 1280, H: 608, wide }
const ROOM = { W: 1920, H: 864, wide, fs: 28, left: 24, bottom: 16, room: true }
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1)
const LARGE = Array.from({ length: 30 }, (_, i) => 1000 + i)

const webOf = picture => fromPicture(picture, DUTCH)
const inside = ([l, t, r, b], [left, top, right, bottom]) => l >= left && t >= top && r <= right && b <= bottom
const bare = text => text.replace(/[\s-]/g, "")

/** Every pair of a list. */
const pairs = list => list.flatMap((one, i) => list.slice(i + 1).map(other => [one, other]))

/** What is wrong with a plan, in words. */
function faults(plan, web) {
  const { nodes, marks, chairs, zones } = plan, found = []
  const over = (a, b) => a.some(one => b.some(other => meet(one, other)))
  for (const [a, b] of pairs(nodes)) if (over(a.rects, b.rects)) found.push(`${a.id} on ${b.id}`)
  for (const [a, b] of pairs(marks)) if (over(a.rects, b.rects)) found.push(`mark ${a.link.id} on mark ${b.link.id}`)
  for (const node of nodes) {
    for (const mark of marks) if (over(mark.rects, node.rects)) found.push(`mark ${mark.link.id} on ${node.id}`)
    for (const chair of chairs) if (over([chair.rect], node.rects)) found.push(`chair of ${chair.of[0].id} on ${node.id}`)
    if (!node.rects.every(rect => inside(rect, zones[node.zone]))) found.push(`${node.id} outside ${node.zone}`)
    if (Math.min(node.fs, node.small) < 14) found.push(`${node.id} smaller than 14`)
    if (bare(node.lines.join("")) !== bare(node.name)) found.push(`${node.id} is not whole`)
  }
  for (const { link, rects } of marks)
    for (const chair of chairs) if (over(rects, [chair.rect])) found.push(`mark ${link.id} on a chair`)
  const there = new Set(nodes.map(node => node.id)), crossed = new Set(marks.map(mark => mark.link.id))
  const clashes = web.links.filter(link => link.kind === "clash" && there.has(link.a) && there.has(link.b))
  for (const { id } of clashes) if (!crossed.has(id)) found.push(`${id} without its cross`)
  return found
}

test("nothing stands on anything, no name is cut, and every clash has its cross", () => {
  for (const seed of SEEDS) {
    const web = webOf(randomPicture(seed))
    assert.deepEqual(faults(layout(web, SCREEN), web), [], `seed ${seed}`)
  }
})

test("so it is in large webs, on small screens and in the room", () => {
  for (const seed of LARGE) {
    const web = webOf(randomPicture(seed, 110))
    for (const screen of [SCREEN, { W: 390, H: 560, wide }, ROOM])
      assert.deepEqual(faults(layout(web, screen), web), [], `seed ${seed} at ${screen.W}`)
  }
})

/** Something that people do, at random. */
function act(picture, seed) {
  const random = chance(seed), order = picture.get("order"), after = new Map(picture)
  const id = random.one(order.actors), actor = picture.get(`actor:${id}`)
  if (actor && random.often(0.5)) after.set(`actor:${id}`, { ...actor, seats: actor.seats ? 0 : 3 })
  else {
    after.set("actor:new", { id: "new", name: "Jongeren in de flat", sphere: "citizens", seats: 0, people: 40, invitation: "asked", x: null, y: null })
    after.set("order", { ...order, actors: [...order.actors, "new"] })
  }
  return after
}

test("after an act nothing else moves, unless a zone gave way or it grew itself", () => {
  let stayed = 0, all = 0
  for (const seed of SEEDS.slice(0, 100)) {
    const picture = randomPicture(seed), web = webOf(picture), before = layout(web, SCREEN)
    const after = layout(webOf(act(picture, seed)), { ...SCREEN, keep: before.keep })
    const same = JSON.stringify([before.zones, before.fs]) === JSON.stringify([after.zones, after.fs])
    for (const node of before.nodes) {
      const now = after.nodes.find(({ id }) => id === node.id)
      if (!now || now.zone !== node.zone) continue
      const still = now.x === node.x && now.y === node.y
      const grew = before.keep.places[node.id][0].extent !== after.keep.places[node.id][0].extent
      if (same && !grew) assert.ok(still, `seed ${seed}: ${node.id}`)
      all++
      stayed += still
    }
  }
  assert.ok(stayed > 0.97 * all, `${stayed} of ${all}`)
})

test("what is undone stands where it stood", () => {
  for (const seed of SEEDS.slice(0, 80)) {
    const picture = randomPicture(seed), before = layout(webOf(picture), SCREEN)
    const during = layout(webOf(act(picture, seed)), { ...SCREEN, keep: before.keep })
    const after = layout(webOf(picture), { ...SCREEN, keep: during.keep })
    const moved = before.nodes.filter(({ id }) => during.nodes.find(node => node.id === id)?.zone !== before.zone)
    if (JSON.stringify([during.zones, after.fs]) !== JSON.stringify([before.zones, before.fs])) continue
    for (const { id, x, y } of moved) {
      const now = after.nodes.find(node => node.id === id)
      assert.deepEqual([now.x, now.y], [x, y], `seed ${seed}: ${id}`)
    }
  }
})

test("with nothing done, or only chosen, nothing moves at all", () => {
  for (const seed of SEEDS.slice(0, 100)) {
    const web = webOf(randomPicture(seed)), before = layout(web, SCREEN)
    const focus = before.nodes.slice(0, 1).map(({ id }) => id)
    const places = ({ nodes, zones }) => [zones, ...nodes.map(({ id, x, y }) => [id, x, y])]
    assert.deepEqual(places(layout(web, { ...SCREEN, keep: before.keep })), places(before), `seed ${seed}`)
    if (!before.keep.folds)
      assert.deepEqual(places(layout(web, { ...SCREEN, keep: before.keep, focus })), places(before), `seed ${seed}, chosen`)
  }
})

test("what is put down stands there, or on the nearest free spot, and is there again in a new window", () => {
  for (const seed of SEEDS.slice(0, 80)) {
    const picture = randomPicture(seed), before = layout(webOf(picture), SCREEN)
    const node = before.nodes.find(({ kind }) => kind === "interest")
    if (!node) continue
    const [left, top, right, bottom] = before.zones.middle
    const point = { x: (left + right) / 2, y: (top + bottom) / 2 }, at = worldOf(before, node.id, point)
    const key = `interest:${node.id.slice(2)}`, moved = new Map(picture).set(key, { ...picture.get(key), ...at })
    const web = webOf(moved), after = layout(web, { ...SCREEN, keep: before.keep })
    const far = ({ x, y }) => Math.hypot(x - point.x, y - point.y)
    const now = after.nodes.find(({ id }) => id === node.id)
    assert.ok(now && far(now) <= far(node) + 12, `seed ${seed}`)
    assert.deepEqual(faults(after, web), [], `seed ${seed}`)
  }
})

test("fifteen parties all stand there; of more, what was chosen does, with what it cares for", () => {
  for (const seed of LARGE) {
    const picture = randomPicture(seed, 110), web = webOf(picture), parties = web.nodes.filter(node => node.kind === "party")
    if (parties.length <= 15) continue
    const plan = layout(web, SCREEN)
    assert.ok(plan.nodes.length <= 32, `${plan.nodes.length} nodes`)
    const stack = plan.nodes.find(node => node.kind === "stack" && node.zone === "outside")
    if (!stack) continue
    const [chosen] = stack.of, after = layout(web, { ...SCREEN, keep: plan.keep, focus: [chosen] })
    assert.ok(after.nodes.some(({ id }) => id === chosen))
    assert.deepEqual(faults(after, web), [], `seed ${seed}`)
  }
})

test("a zone opened alone shows every one of its names, whole and apart", () => {
  for (const seed of LARGE.slice(0, 10)) {
    const web = webOf(randomPicture(seed, 110))
    for (const zone of ["outside", "interests", "own"]) {
      const { nodes, W, H } = layout(web, { ...SCREEN, zone })
      assert.equal(nodes.filter(({ kind }) => kind !== "stack").length, web.nodes.filter(node => node.pile === zone).length)
      assert.deepEqual(nodes.filter(({ kind }) => kind === "stack").map(({ pile }) => pile), [null], "the way back")
      for (const [a, b] of pairs(nodes))
        assert.ok(!a.rects.some(one => b.rects.some(other => meet(one, other))), `seed ${seed}: ${a.id} on ${b.id}`)
      for (const node of nodes) assert.ok(node.rects.every(rect => inside(rect, [0, 0, W, H])), `seed ${seed}: ${node.id}`)
    }
  }
})
