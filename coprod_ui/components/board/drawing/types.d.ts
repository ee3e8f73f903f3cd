// What a drawing is made of, before it is elements.

/** One element of a drawing, with what stands in it: other shapes, or a text. */
export interface Shape {
  tag: string
  attributes: Attributes
  children: (Shape | string)[]
  /** keeps its element, and so the focus, while others come and go around it */
  key?: string
}

export type Attributes = Record<string, string | number | undefined>

/** How the web is looked at: what was chosen, what just moved, what is being dragged. */
export interface Look {
  /** ids of nodes and links */
  chosen?: Set<string>
  /** ids of nodes that were just moved */
  fresh?: Set<string>
  /** something dragged would cross the table's edge when let go */
  crossing?: boolean
  /** the node that Tab reaches; without it Tab reaches them all */
  tab?: string
  /** nodes that are being dragged, with where each is now */
  lifted?: { id: string, x: number, y: number }[]
}
