// What the board knows and passes on, for `tsc`; nothing here reaches a browser.

/** All that a board shows, flat: `actor:ID`, `stake:ACTOR|INTEREST`, `strip`, and so on. */
export type Picture = Map<string, any>

/** An act in the log's own form; `null` where the core decides. */
export type Act = { act: string, [field: string]: any }

/** An act that was done here and is not acknowledged yet. */
export interface Pending { client: string, number: number, act: Act }

/** `("actor", id)`, `("interest", id)`, `("stake", actor, interest)`, `("relation", a, b)`, or nothing. */
export type Selection = string[]

export interface Point { x: number, y: number }

/** What Streamlit tells the board. */
export interface Hosted {
  meeting: string
  language: string
  digits: boolean
  /** how far the log is, as Streamlit knows */
  head: number
  /** the address of the room's window */
  room: string
  /** what to say while nothing has come from the server yet */
  away: string
  /** asked on another screen, dealt with once: a number and what to show */
  asked: { n: string, select?: Selection, causes?: boolean, view?: "drawing" | "list" | "map" } | null
}

/** One field of a form (see `coprod_ui/forms/fields.py`), its texts filled in. */
export interface Field {
  kind: "line" | "lines" | "number" | "share" | "level" | "levels" | "choice" | "one_of" | "switch"
  name: string
  label: string
  key?: string
  help?: string
  placeholder?: string
  /** so many characters at most; null = as many as the core takes */
  longest?: number | null
  step?: number
  most?: number | null
  may_be_empty?: boolean
  low?: number
  /** levels with their words, lowest first */
  steps?: [number, string][]
  left_out?: string
  options?: [string, string][]
  among?: "actors" | "options"
  none?: string
}

/** A message in the words of the reader, as Markdown, of which emphasis alone is drawn. */
export interface Refused { code: string, text: string, place?: string }

/** The answer to an act, or to a question for the picture. */
export interface Answer {
  base: string
  head: number
  on?: string
  set?: Record<string, any>
  gone?: string[]
  picture?: Record<string, any>
  words?: Record<string, string>
  acknowledged?: number
  refused?: Refused
  others?: number
  done?: Act
  code?: string
  text?: string
}
