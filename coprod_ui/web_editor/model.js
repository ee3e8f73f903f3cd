// The web as the canvas knows it: what Python sent, with the operations that are still pending done over it.
const partyId = id => `a:${id}`
const interestId = id => `k:${id}`
const FIRST_POSITION = 1
const FIRST_CLASH = -0.5

function newId(prefix) {
  const letters = "23456789abcdefghjkmnpqrstuvwxyz"
  const random = crypto.getRandomValues(new Uint8Array(10))
  return `${prefix}_${Array.from(random, n => letters[n % letters.length]).join("")}`
}

const stakeId = (actor, interest) => `s:${actor}|${interest}`
const unknownId = (actor, interest) => `u:${actor}|${interest}`

class Model {
  constructor(data) {
    this.levels = data.levels // of the four weight words
    this.nodes = new Map(data.nodes.map(node => [node.id, { ...node, party: node.id[0] === "a", key: node.id.slice(2) }]))
    this.edges = new Map(data.edges.map(edge => [edge.id, { ...edge, kind: edge.id[0], ends: edge.id.slice(2).split("|") }]))
  }
  get firstStake() { return { weight: this.levels[2], position: FIRST_POSITION } }
  levelNearest(weight) {
    const distance = this.levels.map(level => Math.abs(level - weight))
    return distance.indexOf(Math.min(...distance))
  }
  relationOf(a, b) {
    return this.edges.get(`r:${a}|${b}`) ?? this.edges.get(`r:${b}|${a}`)
  }
  linkBetween(one, other) {
    if (one.party === other.party) return one.party ? undefined : this.relationOf(one.key, other.key)
    const [actor, interest] = one.party ? [one.key, other.key] : [other.key, one.key]
    return this.edges.get(stakeId(actor, interest)) ?? this.edges.get(unknownId(actor, interest))
  }
  touching(node) {
    return [...this.edges.values()].filter(edge => edge.from === node || edge.to === node)
  }
  drop(id) {
    this.nodes.delete(id)
    for (const edge of this.touching(id)) this.edges.delete(edge.id)
  }
  put(edge) { this.edges.set(edge.id, { ...this.edges.get(edge.id), ...edge, kind: edge.id[0], ends: edge.id.slice(2).split("|") }) }
  change(id, fields) { if (this.nodes.has(id)) this.nodes.set(id, { ...this.nodes.get(id), ...fields }) }

  stake(actor, interest, weight, position) {
    const from = partyId(actor), to = interestId(interest)
    if (!this.nodes.has(from) || !this.nodes.has(to)) return
    this.edges.delete(unknownId(actor, interest))
    this.put({ id: stakeId(actor, interest), from, to, weight, position })
  }
  relate(a, b, compatibility) {
    if (!this.nodes.has(interestId(a)) || !this.nodes.has(interestId(b))) return
    this.put({ ...(this.relationOf(a, b) ?? { id: `r:${a}|${b}`, from: interestId(a), to: interestId(b) }), compatibility })
  }

  // One operation done. Seats on invitation are Python's to say: `seats` null is drawn as "…".
  apply(op) {
    const [x, y] = op.near ?? [op.x, op.y]
    switch (op.kind) {
      case "add_party":
        this.nodes.set(partyId(op.id), { id: partyId(op.id), key: op.id, party: true, label: op.name, sphere: op.sphere, people: null, seats: op.at_table ? null : 0, invitation: "not_asked", x, y })
        break
      case "add_interest":
        this.nodes.set(interestId(op.id), { id: interestId(op.id), key: op.id, party: false, label: op.name, size: 0, x, y })
        if (op.link?.actor) this.stake(op.link.actor, op.id, op.link.weight, op.link.position)
        if (op.link?.interest) this.relate(op.link.interest, op.id, op.link.compatibility)
        break
      case "link": this.stake(op.actor, op.interest, op.weight, op.position); break
      case "relate": this.relate(op.a, op.b, op.compatibility); break
      case "move":
        for (const [id, at] of Object.entries(op.actors)) this.change(partyId(id), { x: at[0], y: at[1] })
        for (const [id, at] of Object.entries(op.interests)) this.change(interestId(id), { x: at[0], y: at[1] })
        break
      case "seat": this.change(partyId(op.actor), { x, y, seats: op.at_table ? null : 0 }); break
      case "rename": this.change(op.of === "actor" ? partyId(op.id) : interestId(op.id), { label: op.name }); break
      case "delete":
        for (const [actor, interest] of op.stakes ?? []) { this.edges.delete(stakeId(actor, interest)); this.edges.delete(unknownId(actor, interest)) }
        for (const [a, b] of op.relations ?? []) { this.edges.delete(this.relationOf(a, b)?.id) }
        for (const id of op.actors ?? []) this.drop(partyId(id))
        for (const id of op.interests ?? []) this.drop(interestId(id))
        break
    }
    return this
  }
}

// Operations made here, sent until Python acknowledges them.
class OperationLog {
  constructor() { this.client = newId("c"); this.seq = 0; this.pending = [] }
  add(op) { this.pending = [...this.pending, { ...op, client: this.client, seq: ++this.seq }] }
  acknowledge(upTo) { this.pending = this.pending.filter(op => op.seq > upTo) }
  over(data) { return this.pending.reduce((model, op) => model.apply(op), new Model(data)) }
}

// Selections as Python names them, and as the canvas finds them.
const selectionOf = (kind, ...ids) => ({ kind, ids })
function selectedId(selection, model) {
  const [one, other] = selection?.ids ?? []
  switch (selection?.kind) {
    case "actor": return model.nodes.has(partyId(one)) ? partyId(one) : null
    case "interest": return model.nodes.has(interestId(one)) ? interestId(one) : null
    case "stake": return [stakeId(one, other), unknownId(one, other)].find(id => model.edges.has(id)) ?? null
    case "relation": return model.relationOf(one, other)?.id ?? null
    default: return null
  }
}
