// @ts-check
// One field of a form as a native control. `set` hears a value that a person entered, and nothing else.
/** @import { Field } from "../types" */
/** @import { Board } from "../board.js" */
import { make } from "../elements.js"
import { parties } from "../acts/applying.js"

/** Stands in a list of levels for none given. */
const LEFT_OUT = ""

/**
 * @typedef {object} Asked
 * @property {Board} board
 * @property {string} about what the form is about, in the keys of its fields
 * @property {any} held what is changed, with a value per field
 * @property {(name: string, value: any) => void} set
 * @property {Record<string, string>} [hints] per field a sentence about what stands in it
 */

/**
 * A label around a control, with what explains it and what is noticed about its value.
 * @param {Field} field
 * @param {Asked} asked
 * @param {HTMLElement} control
 * @param {...Node} after
 */
function labelled(field, asked, control, ...after) {
  const hint = asked.hints?.[field.name]
  return make("div", { class: `field ${field.kind}` },
    make("label", {}, make("span", {}, field.label), control, ...after),
    field.help && make("small", { class: "help" }, field.help),
    hint && make("small", { class: "notice" }, hint))
}

/**
 * @param {Field} field
 * @param {string} about
 */
const keyOf = (field, about) => [field.key || field.name, about].filter(Boolean).join("_")

/**
 * @param {Field} field
 * @param {Asked} asked
 * @returns {HTMLElement}
 */
export function drawn(field, asked) {
  return KINDS[field.kind](field, asked, keyOf(field, asked.about))
}

/** @type {Record<string, (field: Field, asked: Asked, key: string) => HTMLElement>} */
const KINDS = {
  line: (field, asked, key) => labelled(field, asked, make("input", {
    type: "text", maxlength: field.longest, autocomplete: "off", "data-key": key, value: asked.held[field.name] ?? "",
    onchange: (/** @type {any} */ event) => asked.set(field.name, event.target.value),
  })),
  lines: (field, asked, key) => {
    const area = make("textarea", {
      rows: 3, maxlength: field.longest ?? null, "data-key": key, placeholder: field.placeholder || null,
      onchange: (/** @type {any} */ event) => asked.set(field.name, event.target.value),
    })
    area.defaultValue = asked.held[field.name] ?? ""
    return labelled(field, asked, area)
  },
  number: (field, asked, key) => labelled(field, asked, make("input", {
    type: "number", min: 0, max: field.most ?? null, step: "any", inputmode: "decimal", "data-key": key,
    placeholder: field.placeholder || null, value: asked.held[field.name] ?? "",
    onchange: (/** @type {any} */ event) => entered(event.target, field, asked),
  })),
  share: (field, asked, key) => {
    const value = asked.held[field.name], number = (/** @type {number} */ of) => asked.board.said.number(of)
    const shown = make("output", {}, number(value))
    const odd = Math.abs(value * 20 - Math.round(value * 20)) > 1e-9
    return labelled(field, asked, make("input", {
      type: "range", min: field.low ?? 0, max: 1, step: odd ? 0.01 : 0.05, "data-key": key, value,
      "aria-valuetext": number(value),
      oninput: (/** @type {any} */ event) => { shown.textContent = number(event.target.valueAsNumber) },
      onchange: (/** @type {any} */ event) => asked.set(field.name, event.target.valueAsNumber),
    }), shown)
  },
  level: (field, asked, key) => {
    const chosen = (/** @type {string} */ value) => asked.set(field.name, Number(value))
    return labelled(field, asked, levels(asked, field.steps ?? [], asked.held[field.name], chosen, { "data-key": key }))
  },
  levels: (field, asked, key) => perInterest(field, asked, key),
  choice: (field, asked, key) => labelled(field, asked, choice(
    field.options ?? [], asked.held[field.name], value => asked.set(field.name, value), { "data-key": key })),
  one_of: (field, asked, key) => labelled(field, asked, choice(
    [["", field.none ?? ""], ...named(asked.board, field.among)], asked.held[field.name],
    value => asked.set(field.name, value), { "data-key": key })),
  switch: (field, asked, key) => labelled(field, asked, make("input", {
    type: "checkbox", "data-key": key, checked: asked.held[field.name],
    onchange: (/** @type {any} */ event) => asked.set(field.name, event.target.checked),
  })),
}

/**
 * @param {HTMLInputElement} input
 * @param {Field} field
 * @param {Asked} asked
 */
function entered(input, field, asked) {
  const { board, held } = asked, value = input.value === "" ? null : input.valueAsNumber
  const within = (value ?? 0) >= 0 && (value ?? 0) <= (field.most ?? Infinity)
  const fits = input.validity.badInput ? false : value === null ? field.may_be_empty : within
  if (fits) return asked.set(field.name, value)
  input.value = input.defaultValue = held[field.name] ?? ""
  board.say(board.t("list.said_no_number"))
}

/**
 * A native choice among values with words.
 * @param {[any, string][]} options
 * @param {any} held
 * @param {(value: string) => void} chosen
 * @param {Record<string, any>} has
 */
export function choice(options, held, chosen, has) {
  return make("select", { ...has, onchange: (/** @type {any} */ event) => chosen(event.target.value) },
    ...options.map(([value, word]) => make("option", { value, selected: value === held }, word)))
}

/**
 * A choice among levels; a value in between stands there with its nearest word and its own number.
 * @param {Asked} asked
 * @param {[number, string][]} steps
 * @param {number} value
 * @param {(value: string) => void} chosen
 * @param {Record<string, any>} has
 */
export function levels({ board }, steps, value, chosen, has) {
  const known = steps.some(([level]) => level === value)
  const all = known ? steps : [...steps, between(board, steps, value)].sort((a, b) => a[0] - b[0])
  return choice(all, value, chosen, has)
}
/**
 * @param {Board} board
 * @param {[number, string][]} steps
 * @param {number} value
 * @returns {[number, string]}
 */
function between(board, steps, value) {
  const [, word] = steps.reduce((best, step) => Math.abs(step[0] - value) < Math.abs(best[0] - value) ? step : best)
  return [value, `${word} (${board.said.number(value)})`]
}

/**
 * @param {Board} board
 * @param {string} [list]
 * @returns {[string, string][]}
 */
function named(board, list) {
  if (list === "actors") return parties(board.picture).map(party => [party.id, party.name])
  const { picture } = board
  return picture.get("order").options.map((/** @type {string} */ id) => [id, picture.get(`option:${id}`).name])
}

/**
 * A level for every interest.
 * @param {Field} field
 * @param {Asked} asked
 * @param {string} key
 */
function perInterest(field, asked, key) {
  const { board } = asked, given = asked.held[field.name], ids = board.picture.get("order").interests
  const missing = field.left_out && ids.some((/** @type {string} */ id) => !(id in given))
  const rows = ids.map((/** @type {string} */ id) => {
    const set = (/** @type {string} */ value) => {
      const others = Object.fromEntries(Object.entries(given).filter(([key_]) => key_ !== id))
      asked.set(field.name, value === LEFT_OUT ? others : { ...others, [id]: Number(value) })
    }
    const has = { "data-key": `${key}_${id}` }, steps = field.steps ?? []
    const none = /** @type {[any, string][]} */ (field.left_out ? [[LEFT_OUT, field.left_out]] : [])
    const value = given[id] ?? (field.left_out ? LEFT_OUT : 0)
    const known = value === LEFT_OUT || steps.some(([level]) => level === value)
    const options = [...none, ...(known ? steps : [...steps, between(board, steps, value)].sort((a, b) => a[0] - b[0]))]
    return make("label", { class: "row" }, make("span", {}, board.picture.get(`interest:${id}`).name),
      choice(options, value, set, has))
  })
  return make("fieldset", { class: "field levels" }, make("legend", {}, field.label),
    missing && make("small", { class: "help" }, board.t("plans.left_out")), ...rows)
}
