// Acts on their way to the server: one after the other, and none lost.
import assert from "node:assert/strict"
import { webcrypto } from "node:crypto"
import { test } from "node:test"

import { Queue } from "../../coprod_ui/components/board/acts/queue.js"

globalThis.crypto ??= webcrypto // which node 18 keeps apart

/** A tab's storage. */
function storage() {
  const held = new Map()
  return { held, getItem: key => held.get(key) ?? null, setItem: (key, text) => held.set(key, text) }
}

/** A server that answers as told, and what it and the queue say. */
function world(answers, kept = storage()) {
  const sent = [], heard = [], away = [], later = []
  const queue = new Queue({
    place: "acts",
    storage: kept,
    send: async ({ client, number, act }) => {
      sent.push([client, number, act.act])
      return answers.length ? answers.shift() : { dealt: true, answer: { acknowledged: number } }
    },
    heard: (answer, act) => heard.push([act.act, answer]),
    away: answer => away.push(answer),
    later: then => later.push(then),
  })
  return { queue, sent, heard, away, later, kept }
}

const settled = () => new Promise(resolve => { setImmediate(resolve) })

test("acts are sent one after the other, in the order done", async () => {
  const { queue, sent, heard } = world([])
  for (const act of ["a", "b", "c"]) queue.add({ act })
  assert.deepEqual(sent.map(([, number, act]) => [number, act]), [[1, "a"]])
  await settled()
  assert.deepEqual(sent.map(([, number, act]) => [number, act]), [[1, "a"], [2, "b"], [3, "c"]])
  assert.deepEqual(heard.map(([act]) => act), ["a", "b", "c"])
  assert.deepEqual(queue.pending, [])
})

test("an act that did not get through stays, and is sent again with its own number before what came after it", async () => {
  const { queue, sent, away, later, kept } = world([null])
  queue.add({ act: "a" })
  queue.add({ act: "b" })
  await settled()
  assert.deepEqual(away, [null])
  assert.equal(queue.pending.length, 2)
  assert.equal(JSON.parse(kept.held.get("acts")).length, 2)
  later.shift()()
  await settled()
  assert.deepEqual(sent.map(([, number, act]) => [number, act]), [[1, "a"], [1, "a"], [2, "b"]])
  assert.deepEqual(queue.pending, [])
})

test("what the disk did not take is kept, and told in the server's own words", async () => {
  const full = { code: "disk_full", text: "De schijf is vol." }
  const { queue, away } = world([{ dealt: false, answer: full }])
  queue.add({ act: "a" })
  await settled()
  assert.deepEqual(away, [full])
  assert.equal(queue.pending.length, 1)
})

test("after a reload the acts that were left are sent as they were, and new ones as another sender's", async () => {
  const before = world([null])
  before.queue.add({ act: "a" })
  await settled()
  before.queue.close()
  const after = world([], before.kept)
  after.queue.flush()
  await settled()
  assert.deepEqual(after.sent, [[before.queue.client, 1, "a"]])
  after.queue.add({ act: "b" })
  await settled()
  assert.deepEqual(after.sent.at(-1), [after.queue.client, 1, "b"])
  assert.notEqual(after.queue.client, before.queue.client)
})

test("a refused act is dealt with, and what follows is sent", async () => {
  const { queue, heard } = world([{ dealt: true, answer: { acknowledged: 1, refused: { code: "gone" } } }])
  queue.add({ act: "a" })
  queue.add({ act: "b" })
  await settled()
  assert.deepEqual(heard.map(([act, answer]) => [act, answer.refused?.code]), [["a", "gone"], ["b", undefined]])
})

test("a storage that is full or not allowed keeps nobody from acting", async () => {
  const closed = { getItem: () => { throw new Error("no") }, setItem: () => { throw new Error("full") } }
  const { queue, heard } = world([], closed)
  queue.add({ act: "a" })
  await settled()
  assert.equal(heard.length, 1)
})
