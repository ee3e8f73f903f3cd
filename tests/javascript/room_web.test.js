// What the web in the room's window is about, and that it is drawn large and stays where it stood.
import assert from "node:assert/strict"
import { test } from "node:test"

import { fromPicture } from "../../coprod_ui/components/board/placing/from_picture.js"
import { absent, abouts } from "../../coprod_ui/components/room/about.js"
import { planned } from "../../coprod_ui/components/room/web.js"
import { randomPicture, wide, words } from "./webs.js"

const SEEDS = Array.from({ length: 25 }, (_, i) => i + 1)
const webOf = seed => fromPicture(randomPicture(seed), words("nl"))
const ROOM = { H: 842, wide, keep: null }

test("it is about who moved, what causes the gap and who is not there, and about nobody who is gone", () => {
  for (const seed of SEEDS) {
    const web = webOf(seed), [first] = web.nodes, [all] = abouts(web, [first.id, "a:gone"])
    const causes = web.links.filter(link => link.cause).flatMap(({ a, b }) => [a, b])
    assert.deepEqual(new Set(all), new Set([first.id, ...causes, ...absent(web)]))
  }
})

test("there is less of it each time, and who moved is always there", () => {
  for (const seed of SEEDS) {
    const web = webOf(seed), moved = [web.nodes[0].id], ways = abouts(web, moved)
    ways.forEach(ids => assert.ok(ids.includes(moved[0])))
    ways.slice(1).forEach((ids, i) => assert.ok(ids.every(id => ways[i].includes(id))))
  }
})

test("what it is about has the largest letters, and nothing else does", () => {
  for (const seed of SEEDS) {
    const web = webOf(seed), { plan, about } = planned(web, [], ROOM), hot = new Set(about)
    for (const node of plan.nodes) if (hot.has(node.id)) assert.ok(node.fs > plan.fs * 1.6, `${seed}: ${node.id}`)
  }
})

test("where it fits, with nothing done nothing moves", () => {
  const all = SEEDS.map(seed => [seed, webOf(seed)]), large = ([, web]) => planned(web, [], ROOM).plan.fs >= 23
  assert.ok(all.filter(large).length >= 3)
  for (const [seed, web] of all.filter(large)) {
    const { plan } = planned(web, [], ROOM)
    const again = planned(web, [], { ...ROOM, keep: plan.keep }).plan
    const placesOf = ({ nodes }) => nodes.map(({ id, x, y }) => [id, x, y])
    assert.deepEqual(placesOf(again), placesOf(plan), `seed ${seed}`)
  }
})
