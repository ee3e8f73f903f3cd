// @ts-check
// The web as the list shows it: rows made of the board's picture.
/** @import { Picture } from "../board/types" */
/** @import { WebEdge, WebNode } from "../types" */
import { interests, links, parties } from "../board/acts/applying.js"

/** @typedef {{ key: string, party: WebNode, interest: WebNode, edge: WebEdge }} Link */
/** @typedef {WebNode & { links: Link[] }} PartyShown */
/** @typedef {WebNode & { holders: string[] }} InterestShown */
/** @typedef {{ key: string, id: string, edge: WebEdge, a: WebNode, b: WebNode }} RelationShown */

/** @type {Record<string, "heard" | "hardly_heard" | "unheard">} */
const HEARD = { residents: "heard", hardly: "hardly_heard" }

export class ListModel {
  /** @param {Picture} picture */
  constructor(picture) {
    /** @type {Map<string, WebNode>} */
    this.nodes = new Map()
    /** @type {Map<string, WebEdge>} */
    this.edges = new Map()
    for (const party of parties(picture)) this.node("a", true, party, {})
    for (const interest of interests(picture)) {
      this.node("k", false, interest, { heard: HEARD[interest.voice] ?? "unheard" })
    }
    for (const stake of links(picture, "stake")) this.edge("s", stake.actor, stake.interest, stake)
    for (const hole of links(picture, "unknown")) this.edge("u", hole.actor, hole.interest, hole)
    for (const relation of links(picture, "relation")) this.edge("r", relation.a, relation.b, relation)
  }
  /**
   * @param {string} prefix
   * @param {boolean} party
   * @param {any} thing
   * @param {Partial<WebNode>} also
   */
  node(prefix, party, thing, also) {
    const id = `${prefix}:${thing.id}`
    this.nodes.set(id, { ...thing, ...also, id, key: thing.id, party, label: thing.name })
  }
  /**
   * @param {string} kind
   * @param {string} one
   * @param {string} other
   * @param {any} said
   */
  edge(kind, one, other, said) {
    const id = `${kind}:${one}|${other}`, from = `${kind === "r" ? "k" : "a"}:${one}`, to = `k:${other}`
    this.edges.set(id, { ...said, id, kind, ends: [one, other], from, to })
  }
  interestNodes() { return [...this.nodes.values()].filter(node => !node.party) }
  /** @returns {PartyShown[]} the parties, each with its links in the order of the interests */
  parties() {
    const all = this.interestNodes(), edges = [...this.edges.values()].filter(edge => edge.kind !== "r")
    const linked = new Map(edges.map(edge => [edge.ends.join("|"), edge]))
    return [...this.nodes.values()].filter(node => node.party).map(party => ({
      ...party,
      links: all.flatMap(interest => {
        const key = `${party.key}|${interest.key}`, edge = linked.get(key)
        return edge ? [{ key, party, interest, edge }] : []
      }),
    }))
  }
  /** @returns {InterestShown[]} the interests, each with the names of the parties that hold it */
  interests() {
    /** @type {Map<string, string[]>} */
    const holders = new Map()
    for (const edge of this.edges.values()) {
      if (edge.kind !== "s") continue
      const name = this.nodes.get(edge.from)?.label ?? ""
      holders.set(edge.to, [...holders.get(edge.to) ?? [], name])
    }
    return this.interestNodes().map(interest => ({ ...interest, holders: holders.get(interest.id) ?? [] }))
  }
  /** @returns {RelationShown[]} the relations of which both interests are there */
  relations() {
    return [...this.edges.values()].filter(edge => edge.kind === "r").flatMap(edge => {
      const [a, b] = edge.ends.map(id => this.nodes.get(`k:${id}`))
      return a && b ? [{ key: edge.id, id: edge.id, edge, a, b }] : []
    })
  }
}
