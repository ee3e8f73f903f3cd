// What the placing of a web takes and gives.
import type { Box, Point } from "../../types"

/** How wide a text is in pixels, at a size in pixels and a weight. */
export type Wide = (text: string, size: number, weight?: number) => number

/** Where a node stands: at the table or not, in an organisation, with politics, or between them all. */
export type ZoneName = "table" | "outside" | "own" | "other" | "politics" | "middle"

/** What a stack stands for: the rest of a zone, or of the interests. */
export type Pile = ZoneName | "interests"

/** Who brings an interest in, if anybody. Only `residents` counts as heard. */
export type Voice = "residents" | "hardly" | "agreed" | "organisation" | "nobody"

export type Sphere = "citizens" | "professional" | "own_organisation" | "other_organisation" | "political_authority"

interface Named {
  id: string
  name: string
  /** what a screen reader says of it */
  label: string
  zone: ZoneName
  pile: Pile
  /** its place in the file, in the coordinates of figure 1; null = never placed */
  at: Point | null
  /** the larger, the later it is folded away */
  rank: number
}

export interface Party extends Named {
  kind: "party"
  sphere: Sphere
  /** on its tile */
  letter: string
  seated: boolean
  /** seats of people, or that an organisation sits at the table; "" = nothing */
  badge: string
  /** words under the box */
  tags: Tag[]
  /** nothing is known of it */
  silent: boolean
}

/** Empty chairs that groups could ask for, together. */
export interface Claim {
  chairs: number
  parties: string[]
}

export interface Tag {
  text: string
  strong: boolean
}

export interface Interest extends Named {
  kind: "interest"
  /** the share of outside attention, 0 to 1 */
  size: number
  voice: Voice
  /** whether it is heard, strong, then who brings it in */
  words: Tag[]
  /** the chosen plan says nothing about it */
  hole: boolean
}

export interface Stack extends Omit<Named, "pile"> {
  kind: "stack"
  /** what it opens; null = the whole web again */
  pile: Pile | null
  /** the nodes it stands for */
  of: string[]
}

export type WebNode = Party | Interest | Stack

export type LinkKind = "stake" | "unknown" | "clash" | "together"

export interface Link {
  id: string
  kind: LinkKind
  /** of a stake: the party; the ids of its two ends */
  a: string
  b: string
  /** of a stake, 0 to 1 */
  weight: number
  /** of a stake: for (1), divided (0) or against (-1) */
  side: -1 | 0 | 1
  /** whether it is among the largest causes of the gap */
  cause: boolean
  /** what a screen reader says of it */
  label: string
}

/** The words that stand in the drawing by themselves, ready to be read. */
export interface Said {
  /** the heading of the organisations, and a shorter one for where it does not fit */
  public: string
  public_short: string
  own: string
  other: string
  politics: string
  citizens: string
  table: string
  /** whose table it is */
  table_of: string
  outside: string
  clash: string
  together: string
  /** the name of the whole drawing */
  drawing: string
  /** of a stack that stands for so many */
  rest(pile: Pile, count: number): string
  /** what a screen reader says of it */
  opens(name: string): string
  /** the heading of a pile that stands alone, with how many there are */
  alone(pile: Pile, count: number): string
  /** the way from there to the whole web */
  back: string
}

export interface Web {
  nodes: (Party | Interest)[]
  links: Link[]
  claims: Claim[]
  said: Said
}

/** What is asked of a layout. Lengths in pixels. */
export interface Wishes {
  W: number
  H: number
  wide: Wide
  /** the size of a name's letters, 16 */
  fs?: number
  /** what stands over the left edge and the lower edge */
  left?: number
  bottom?: number
  /** what was chosen: it is never folded away */
  focus?: string[]
  /** `keep` of the plan before, of the same size */
  keep?: Keep | null
  /** for the room's window: larger letters for what it is about, and nothing but causes */
  room?: boolean
  /** only what causes the gap */
  calm?: boolean
  /** one zone alone, whole */
  zone?: Pile | null
  /** nothing new is put left of this */
  clear?: number
}

/** What a plan leaves for the next one, so that nothing jumps. JSON. */
export interface Keep {
  /** of the drawing, which may have grown past its window */
  W: number
  H: number
  /** where each node stood, newest first: what goes back, as by undo, finds its place again */
  places: Record<string, Kept[]>
  /** how wide a zone ever was, and where the organisations are split */
  widths: Widths
  /** columns more than a zone needs by itself */
  more: Record<string, number>
  /** how many of a pile stand by themselves */
  shown: Record<string, number>
  fs: number
  folds: boolean
}

export interface Widths {
  organisations: number
  table: number
  outside: number
  split: number | null
}

export interface Kept extends Point {
  zone: ZoneName
  /** its place in the file when it got this one */
  at: Point | null
  above: boolean
  /** what it covered, as width x height */
  extent: string
}

/** The settings of a layout while it looks for room. */
export interface Settings {
  W: number
  H: number
  wide: Wide
  fs: number
  /** the size of letters asked for, which folding gives back */
  wished: number
  /** how much wider than usual a name may become before it wraps */
  wider: number
  left: number
  bottom: number
  focus: string[]
  places: Record<string, Kept[]>
  /** none narrower while there is room for it */
  widths: Widths
  worlds: Worlds
  /** what stands in the corner of politics */
  headings: string[]
  room: boolean
  calm: boolean
  clear: number
  folds: boolean
  more: Record<string, number>
  shown: Record<string, number>
  /** the interests whose name stands above the circle */
  above: Set<string>
  /** what was chosen, with the interests of a chosen party, in the order in which they are folded away last */
  first: Set<string>
  /** what is drawn strongly: what was chosen, or what causes the gap */
  hot: Set<string>
}

interface Extent {
  /** of its own letters: a name, and the small words with it */
  fs: number
  small: number
  lines: string[]
  /** from line to line */
  line: number
  tag: number
  /** of its box or circle */
  w: number
  h: number
  /** what it covers, in pieces, seen from its middle; its box or circle first */
  parts: Box[]
}

export interface PartyExtent extends Extent {
  badge_box: Box | null
}

export interface InterestExtent extends Extent {
  /** its words on lines */
  spoken: Tag[]
  r: number
  /** how far the ring reaches beyond the circle */
  ring: number
  side: "below" | "above" | "beside"
  /** its words: where the first line begins, and how each stands */
  text: { x: number, y: number, anchor: "middle" | "start" }
}

export type Measured = (Party & PartyExtent) | (Interest & InterestExtent) | (Stack & Extent)

/** A node with its place: x and y of its middle, and what it covers there. */
export type Placed = Measured & Point & { rects: Box[] }

export interface Zones {
  organisations: Box
  own: Box
  other: Box
  politics: Box
  citizens: Box
  table: Box
  outside: Box
  middle: Box
  /** the height where the own organisation ends and the others begin */
  split: number
}

/** A quadratic curve. */
export interface Curve {
  x1: number
  y1: number
  cx: number
  cy: number
  x2: number
  y2: number
}

/** A link with its way. `strong`: drawn at full strength. */
export type Routed = Link & Curve & { strong: boolean }

/** A chair on the table's edge: taken by one party that sits there, or one that parties could ask for. */
export interface Chair extends Point {
  of: (Placed & Party)[]
  taken: boolean
  /** half its width */
  half: number
  rect: Box
}

/** A sign on a link. `word`: right (1) or left (-1) of it, or none (0). `foot`: where it belongs when it stands beside. */
export interface Mark extends Point {
  link: Routed
  word: -1 | 0 | 1
  size: number
  rects: Box[]
  foot: Point | null
}

export interface Plan {
  W: number
  H: number
  fs: number
  room: boolean
  /** nothing but causes, and what was chosen */
  calm: boolean
  /** null when one zone stands alone */
  zones: Zones | null
  nodes: Placed[]
  links: Routed[]
  chairs: Chair[]
  marks: Mark[]
  said: Said
  /** of one zone that stands alone */
  heading: string
  /** which part of figure 1, in the file's coordinates, a zone shows */
  worlds: Worlds
  keep: Keep
}

export type Worlds = Record<ZoneName, Box>
