// Words and minutes as the components say them, and which ground something stands on.
import assert from "node:assert/strict"
import { test } from "node:test"

import { filled } from "../../coprod_ui/components/filling.js"
import { clock, secondsLeft } from "../../coprod_ui/components/timer.js"
import { lightness } from "../../coprod_ui/components/board/ground.js"

test("a name in a sentence is filled in as it is, and what has no value stays", () => {
  assert.equal(filled("{name} wil {what}", { name: "<b>{what}</b>" }), "<b>{what}</b> wil {what}")
  assert.equal(filled("{n} mensen", { n: 0 }), "0 mensen")
})

test("a timer runs from when it began, stands still where it was stopped, and never goes below nothing", () => {
  assert.equal(secondsLeft(60, 1000, 11_000), 50)
  assert.equal(secondsLeft(60, null, 11_000), 60)
  assert.equal(secondsLeft(5, 1000, 99_000), 0)
})

test("seconds are said as minutes and two digits", () => {
  assert.deepEqual([0, 9, 60, 754].map(clock), ["0:00", "0:09", "1:00", "12:34"])
})

test("a light ground is told from a dark one", () => {
  assert.ok(lightness("#ffffff") > 254)
  assert.equal(lightness("#000000"), 0)
  assert.ok(lightness("#00ff00") > lightness("#ff0000"), "green is lighter to the eye than red")
})
