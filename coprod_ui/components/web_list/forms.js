// @ts-check
// The three forms with which a party, an interest or a relation is added, and the buttons that lead to them.
/** @import { Act } from "../board/types" */
/** @import { Option } from "./fields.js" */
/** @import { WebList } from "./list.js" */
import { FIRST_CLASH, newInterest, newParty } from "../board/acts/wishes.js"
import { filled } from "../filling.js"
import { button, Choice, labelAs, Labelled, LONGEST_NAME, make, write } from "./fields.js"

/** @typedef {{ form: HTMLFormElement, add: HTMLButtonElement, labels: Labelled[] }} Form */

const nameInput = () => make("input", { type: "text", maxlength: LONGEST_NAME, autocomplete: "off", "data-stop": "" })

export class Forms {
  /** @param {WebList} list */
  constructor(list) {
    this.list = list
    /** @type {string | undefined} */
    this.offered = undefined
    this.party = nameInput()
    this.sphere = new Choice(() => {})
    this.atTable = make("input", { type: "checkbox" })
    this.interest = nameInput()
    this.ends = [new Choice(() => {}), new Choice(() => {})]
    this.how = new Choice(() => {})
    const firstEnd = this.ends[0].select
    firstEnd.dataset.stop = ""
    this.all = [this.partyForm(), this.interestForm(), this.relationForm()]
    this.jumps = [this.party, this.interest, firstEnd].map(field => button("jump", () => field.focus()))
    this.options = make("datalist", { id: "interests" })
  }

  // -- building
  /**
   * @param {() => void} submitted
   * @param {...Labelled} labels
   * @returns {Form}
   */
  form(submitted, ...labels) {
    const add = make("button", { type: "submit" })
    const form = make("form", { class: "new" }, ...labels.map(label => label.element), add)
    form.onsubmit = event => { event.preventDefault(); submitted() }
    return { form, add, labels }
  }
  partyForm() {
    return this.form(
      () => this.submitParty(),
      new Labelled(this.party, "wide"),
      new Labelled(this.sphere.select, "sphere"),
      new Labelled(this.atTable, "tick"),
    )
  }
  interestForm() {
    return this.form(() => this.submitInterest(), new Labelled(this.interest, "wide"))
  }
  relationForm() {
    const choices = [...this.ends, this.how]
    return this.form(() => this.submitRelation(), ...choices.map(choice => new Labelled(choice.select, "end")))
  }
  label() {
    const { words } = this.list, kinds = ["to_parties", "to_interests", "to_relations"]
    const fields = [
      [words.new_party, words.sphere, words.at_table],
      [words.new_interest],
      [words.col_interest, words.col_other, words.col_how],
    ]
    kinds.forEach((kind, at) => {
      const { add, labels } = this.all[at]
      write(this.jumps[at], words[kind])
      write(add, words.add)
      labelAs(add, `${words.add}: ${words[kind]}`)
      labels.forEach((label, field) => label.show(fields[at][field]))
    })
    this.sphere.show(this.sphere.chosen ?? "citizens", words.spheres, words.sphere)
    this.how.show(this.how.chosen ?? FIRST_CLASH, words.compatibilities, words.col_how)
    this.ends.forEach((end, at) => labelAs(end.select, fields[2][at]))
  }
  // The interests to choose from, where one is added to a party and where two are related.
  /** @param {Option[]} choices */
  offer(choices) {
    this.all[2].form.hidden = this.jumps[2].hidden = choices.length < 2
    const said = JSON.stringify(choices)
    if (said === this.offered) return
    this.offered = said
    this.options.replaceChildren(...choices.map(([, label]) => make("option", { value: label })))
    if (choices.length < 2) return
    const { col_interest, col_other } = this.list.words
    this.ends.forEach((end, at) => {
      const kept = choices.some(([key]) => key === end.chosen)
      end.show(kept ? end.chosen : choices[at][0], choices, [col_interest, col_other][at])
    })
  }

  // -- adding
  submitParty() {
    const sphere = this.sphere.chosen, at_table = this.atTable.checked
    this.submitName(this.party, name => newParty(name, sphere, at_table, null))
  }
  submitInterest() {
    this.submitName(this.interest, name => newInterest(name, null))
  }
  /**
   * @param {HTMLInputElement} input
   * @param {(name: string) => Act} actOf
   */
  submitName(input, actOf) {
    const text = input.value.trim()
    input.focus()
    if (!text) return
    input.value = ""
    this.list.reveal()
    this.list.act(actOf(text), () => filled(this.list.words.said_added, { name: text }))
  }
  submitRelation() {
    const [a, b] = this.ends.map(end => end.chosen)
    if (a === b) return this.list.say(this.list.words.said_same)
    this.list.reveal()
    this.list.relate(a, b, this.how.chosen)
  }
}
