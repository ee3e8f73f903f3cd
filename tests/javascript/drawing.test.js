// The drawing as shapes, before it is elements: what is drawn, in which order, and what it is called.
import assert from "node:assert/strict"
import { test } from "node:test"

import { drawing } from "../../coprod_ui/components/board/drawing/draw.js"
import { fromPicture } from "../../coprod_ui/components/board/placing/from_picture.js"
import { layout } from "../../coprod_ui/components/board/placing/layout.js"
import { randomPicture, wide, words } from "./webs.js"

const SEEDS = Array.from({ length: 25 }, (_, i) => i + 1)
const SCREEN = { W: 1280, H: 608, wide }
const webOf = seed => fromPicture(randomPicture(seed), words("nl"))
const planOf = seed => layout(webOf(seed), SCREEN)

/** A shape with all that stands in it, in the order in which it is drawn. */
const all = shape => [shape, ...shape.children.filter(child => typeof child !== "string").flatMap(all)]
const textsIn = shape => all(shape).flatMap(({ children }) => children.filter(child => typeof child === "string"))
const named = (shape, name) => all(shape).filter(({ attributes }) => String(attributes.class).split(" ").includes(name))
const layerOf = (shape, name) => shape.children.find(({ key }) => key === name)

test("names stand over everything, and paper lies between them and the links", () => {
  const layers = drawing(planOf(1), {}).children.map(({ key }) => key), at = name => layers.indexOf(name)
  assert.deepEqual([at("ground"), at("links") < at("papers"), at("papers") < at("marks"), at("marks") < at("nodes")], [0, true, true, true])
})

test("each node can be reached, says its name, and shows it whole", () => {
  for (const seed of SEEDS) {
    const plan = planOf(seed), nodes = layerOf(drawing(plan, {}), "nodes").children
    assert.equal(nodes.length, plan.nodes.length)
    nodes.forEach((node, i) => {
      const { attributes } = node, texts = textsIn(node).join("").replace(/[\s-]/g, "")
      assert.deepEqual([attributes["data-id"], attributes.role, attributes.tabindex], [plan.nodes[i].id, "button", 0])
      assert.ok(String(attributes["aria-label"]).includes(plan.nodes[i].name), seed)
      assert.ok(texts.includes(plan.nodes[i].name.replace(/[\s-]/g, "")), `seed ${seed}: ${texts}`)
    })
  }
})

test("no letter is smaller than 14", () => {
  for (const seed of SEEDS) for (const shape of all(drawing(planOf(seed), {})))
    if (shape.tag === "text") assert.ok(Number(shape.attributes["font-size"]) >= 14, seed)
})

test("Tab reaches one node where one is named, and all where none is", () => {
  const plan = planOf(2), tabs = look => layerOf(drawing(plan, look), "nodes").children.map(({ attributes }) => attributes.tabindex)
  assert.ok(tabs({}).every(tab => tab === 0))
  assert.equal(tabs({ tab: plan.nodes[1].id }).filter(tab => tab === 0).length, 1)
})

test("who brings an interest in shows in the shape of its ring", () => {
  const shapes = { residents: [], hardly: ["faint", "hardly"], agreed: ["agreed", "agreed"], organisation: ["organisation"], nobody: ["nobody"] }
  for (const [voice, rings] of Object.entries(shapes)) {
    const picture = new Map([["interest:k", { id: "k", name: "K", attention: 0.3, voice, by: ["X"] }], ["order", { actors: [], interests: ["k"] }]])
    const drawn = drawing(layout(fromPicture(picture, words("nl")), SCREEN), {})
    assert.deepEqual(named(drawn, "ring").map(({ attributes }) => attributes.class), rings.map(ring => `ring ${ring}`))
  }
})

test("what is chosen stands out with its links, and the rest steps back", () => {
  for (const seed of SEEDS) {
    const web = webOf(seed), link = web.links.find(({ kind }) => kind === "stake")
    if (!link) continue
    const before = layout(web, SCREEN), plan = layout(web, { ...SCREEN, keep: before.keep, focus: [link.a] })
    if (!plan.nodes.some(({ id }) => id === link.b)) continue
    const drawn = drawing(plan, { chosen: new Set([link.a]) })
    const looks = id => layerOf(drawn, "nodes").children.find(({ key }) => key === id).attributes.class
    assert.match(looks(link.a), /chosen/)
    assert.doesNotMatch(looks(link.b), /quiet/)
    assert.match(layerOf(drawn, "links").children.find(({ key }) => key === link.id).attributes.class, /strong/)
  }
})

test("what is dragged is drawn in the hand, and its place is held", () => {
  const plan = planOf(3), [node] = plan.nodes, drawn = drawing(plan, { lifted: [{ id: node.id, x: 5, y: 6 }] })
  const [held] = layerOf(drawn, "hand").children
  assert.equal(held.attributes.transform, "translate(5 6)")
  assert.equal(held.attributes["data-id"], undefined, "it is no second button")
  assert.match(layerOf(drawn, "papers").children.find(({ key }) => key === node.id).attributes.class, /gone/)
})

test("every link can be hit where it runs, by its own name", () => {
  for (const seed of SEEDS) {
    const plan = planOf(seed), hits = layerOf(drawing(plan, {}), "hits").children
    assert.deepEqual(hits.map(({ attributes }) => attributes["data-id"]), plan.links.map(({ id }) => id))
    for (const { attributes } of hits) assert.ok(attributes["stroke-width"] >= 14 && attributes["aria-label"])
  }
})
