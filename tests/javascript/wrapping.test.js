// Names on lines: whole, and broken where a reader would break them.
import assert from "node:assert/strict"
import { test } from "node:test"

import { wrapped } from "../../coprod_ui/components/board/placing/wrapping.js"

/** Every sign is half as wide as it is high. */
const half = (text, size) => Array.from(text).length * size / 2

test("words go on lines that fit", () => {
  assert.deepEqual(wrapped(half, "Straat snel weer open", 10, 400, 60), ["Straat snel", "weer open"])
})

test("a word that is too long is broken before a syllable, and a hyphen says so", () => {
  assert.deepEqual(wrapped(half, "Verzekeringsmaatschappij", 10, 400, 80), ["Verzekerings-", "maatschappij"])
})

test("a word behind a short one is broken too, and never in the middle of a sign", () => {
  const lines = wrapped(half, "De 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 10, 400, 40)
  assert.equal(lines[0], "De")
  for (const line of lines.slice(1)) assert.match(line, /^(👩‍👩‍👧)+$/u)
})

test("writing that has no hyphens gets none", () => {
  assert.deepEqual(wrapped(half, "街坊邻居街坊邻居", 10, 400, 20), ["街坊邻居", "街坊邻居"])
  assert.ok(wrapped(half, "المسؤوليات", 10, 400, 20).every(line => !line.endsWith("-")))
})

test("two names that differ only at their end stay different", () => {
  const [one, other] = ["Gemeente: verkeer en vervoer, oost", "Gemeente: verkeer en vervoer, west"]
  assert.notDeepEqual(wrapped(half, one, 16, 600, 120), wrapped(half, other, 16, 600, 120))
})
