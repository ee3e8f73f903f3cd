// What the card says of an act.
import assert from "node:assert/strict"
import { test } from "node:test"

import { first } from "../../coprod_ui/components/board/line/card.js"

test("the card says what was done and what it changed first, and passes over nothing for a shorter sentence", () => {
  const done = "Nu aan tafel: *Bewoners met een rotte fundering*.", heard = "Voor het eerst gehoord: *Stevige fundering*."
  const harder = "Een plan dat bij iedereen past, is veel lastiger te vinden.", more = "Er is meer om over te praten."
  assert.equal(first([done, heard, harder, more].join(" ")), `${done} ${heard}`)
  assert.equal(first("Nieuw belang: *groen*. Dit verandert niets."), "Nieuw belang: *groen*. Dit verandert niets.")
})

test("a very long first change is left to the lower edge", () => {
  assert.equal(first(`Nu aan tafel: *Kade*. ${"lang ".repeat(40)}.`), "Nu aan tafel: *Kade*.")
})

test("that a smaller gap is no gain stays beside it", () => {
  const told = "*Dog owners*: 3 seats at the table. The gap gets slightly smaller. That is no gain by itself: fewer seats."
  assert.equal(first(told), told)
})
