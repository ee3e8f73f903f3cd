// @ts-check
// A sheet that a chip opened: Escape closes it by that chip, and the chip has the focus again.
/** @import { Component } from "./types" */

const CHIP = "button[kind$='Active'], button[aria-checked='true'], button[aria-pressed='true']"
const ABOUT_ITSELF = "input, textarea, select, [role=dialog], [role=listbox], [data-testid=stPopoverBody]"
const TRIES = 40

/** @param {Element | null} from what has the focus: in what folds out or in a field, Escape is about that */
const elsewhere = from => from?.closest(ABOUT_ITSELF)

/** @param {string} row the class of the row of chips @param {string} label */
const chip = (row, label) =>
  [...document.querySelectorAll(`.${CSS.escape(row)} button`)].find(button => button.textContent === label)

/** Gives the focus back to a chip once what was open is gone, unless the person went on to something else.
 * @param {string} row @param {string} label @param {number} tries */
const giveBack = (row, label, tries = TRIES) => {
  const found = chip(row, label)
  const nowhere = !document.activeElement || document.activeElement === document.body
  if (found instanceof HTMLElement && nowhere) found.focus()
  if (tries) setTimeout(() => giveBack(row, label, tries - 1), 50)
}

/** @param {Component<{ row: string, label: string }>} component */
export default function ({ data }) {
  /** @param {KeyboardEvent} event */
  const listen = event => {
    if (event.key !== "Escape" || event.defaultPrevented || elsewhere(document.activeElement)) return
    const open = document.querySelector(`.${CSS.escape(data.row)}`)?.querySelector(CHIP)
    if (!(open instanceof HTMLElement)) return
    open.click()
    open.focus()
  }
  document.addEventListener("keydown", listen)
  return () => {
    document.removeEventListener("keydown", listen)
    giveBack(data.row, data.label)
  }
}
