// What passes between Python and the components, for `tsc`; nothing here reaches a browser.

/** What Streamlit gives a component each time it is drawn. */
export interface Component<Data> {
  parentElement: HTMLElement | ShadowRoot
  data: Data
  setStateValue(name: string, value: unknown): void
  setTriggerValue(name: string, value: unknown): void
}

/** Words of the chosen language by key; some keys hold lists of choices. */
export type Words = Record<string, any>

/** A party (`a:` and its key) or an interest (`k:` and its key). */
export interface WebNode {
  id: string
  key: string
  party: boolean
  label: string
  x: number | null
  y: number | null
  sphere?: string
  people?: number | null
  /** null = as many as are usual on invitation, which Python knows */
  seats?: number | null
  invitation?: string
  /** the share of outside attention, 0 to 1 */
  size?: number
  heard?: "unheard" | "hardly_heard" | "heard"
}

/** A stake (`s`), an open question (`u`) or a relation (`r`); its id is its kind, a colon and its ends. */
export interface WebEdge {
  id: string
  kind: string
  /** the keys of its two ends */
  ends: string[]
  from: string
  to: string
  /** of a stake: 0 to 1 */
  weight?: number
  /** of a stake: -1 to 1 */
  position?: number
  provenance?: string
  /** of a relation: -1 to 1 */
  compatibility?: number
  /** whether it is among the largest causes of the gap */
  cause?: boolean
}

export interface WebData {
  nodes: Omit<WebNode, "key" | "party">[]
  edges: Omit<WebEdge, "kind" | "ends">[]
  /** of the four weight words, 0 to 1 */
  levels: number[]
}

/** An act, as `operations.py` reads it: its kind and what that kind asks for. */
export type Operation = { kind: string, [field: string]: any }

/** An act as it is sent: of which client, and which one. */
export type Sent = Operation & { client: string, seq: number }

export interface Selection {
  kind: string
  ids: string[]
}

export interface Point {
  x: number
  y: number
}

/** Left, top, right, bottom. */
export type Box = [number, number, number, number]

export interface ListData extends WebData {
  words: Words
  height: number
  /** per client the last operation that is dealt with */
  acknowledged: Record<string, number>
  /** a kind and the ids; empty = nothing */
  selected: string[]
}
