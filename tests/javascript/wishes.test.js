// @ts-check
// What a hand asks for, in the log's own form.
import assert from "node:assert/strict"
import test from "node:test"
import { counted, newParty } from "../../coprod_ui/components/board/acts/wishes.js"

test("a number between brackets after a name is how many people it counts", () => {
  assert.deepEqual(counted("Bewoners Kade (60)"), { name: "Bewoners Kade", people: 60 })
  assert.deepEqual(counted("Huurders(1.200)"), { name: "Huurders", people: 1200 })
})

test("what else stands between brackets is part of the name", () => {
  for (const name of ["Gemeente (riool)", "(60)", "Straat (60) noord", "Buurt (6/60)", "Buurt (1.20)"]) {
    assert.deepEqual(counted(name), { name })
  }
})

test("an organisation is not counted by heads", () => {
  assert.equal(newParty("Waterschap (60)", "other_organisation", false, null).actor.name, "Waterschap (60)")
  assert.equal(newParty("Kade (60)", "citizens", false, null).actor.people, 60)
})
