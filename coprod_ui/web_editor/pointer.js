// Mouse, pen and touch: one gesture at a time. vis-network's own handling is off.
const CLOSE = { mouse: 4, pen: 6, touch: 9 }
const TWICE_WITHIN = 380

class Pointer {
  constructor(editor) {
    this.editor = editor
    this.down = new Map()
    const { net } = editor, options = { signal: editor.gone.signal }
    net.addEventListener("pointerdown", event => this.press(event), options)
    net.addEventListener("pointermove", event => this.move(event), options)
    net.addEventListener("pointerup", event => this.release(event), options)
    net.addEventListener("pointercancel", event => this.cancel(event), options)
    net.addEventListener("pointerleave", () => { if (!this.editor.gesture) this.hover(null) }, options)
    net.addEventListener("wheel", event => this.wheel(event), { ...options, passive: false })
    net.addEventListener("contextmenu", event => event.preventDefault(), options)
  }
  at(event) {
    const frame = this.editor.net.getBoundingClientRect()
    return { x: event.clientX - frame.left, y: event.clientY - frame.top }
  }

  press(event) {
    const { editor } = this
    if (event.button > 1) return
    const p = this.at(event)
    editor.net.focus({ preventScroll: true })
    editor.keyboardHere = false
    editor.tooltip.hide()
    this.down.set(event.pointerId, p)
    try { editor.net.setPointerCapture(event.pointerId) } catch { /* a pointer that is already up again */ }
    if (this.down.size === 2) return this.startPinch()
    if (this.down.size > 2) return
    const world = editor.toWorld(p), touch = event.pointerType === "touch"
    const from = event.button === 1 ? null : editor.handleAt(world, touch)
    const node = from ?? editor.nodeAt(world, touch)
    const kind = event.button === 1 || !node ? "pan" : from || editor.connecting ? "link" : "drag"
    editor.gesture = { kind, node, start: p, world, last: p, type: event.pointerType, moved: false, pulled: Boolean(from) }
    if (kind === "drag") { const place = editor.places.get(node); editor.gesture.grip = { x: world.x - place.x, y: world.y - place.y } }
  }

  move(event) {
    const { editor } = this, p = this.at(event), { gesture } = editor
    if (!this.down.has(event.pointerId)) return this.hover(p)
    this.down.set(event.pointerId, p)
    if (!gesture) return
    if (gesture.kind === "pinch") return this.pinch()
    if (!gesture.moved && distance(p, gesture.start) < (CLOSE[event.pointerType] ?? 4)) return
    gesture.moved = true
    const world = editor.toWorld(p)
    if (gesture.kind === "pan") editor.panBy(p.x - gesture.last.x, p.y - gesture.last.y)
    if (gesture.kind === "drag") editor.dragTo(gesture.node, { x: world.x - gesture.grip.x, y: world.y - gesture.grip.y })
    if (gesture.kind === "link") editor.stretch(gesture.node, world, gesture.type === "touch")
    gesture.last = p
  }

  release(event) {
    const { editor } = this, { gesture } = editor
    if (!this.down.delete(event.pointerId)) return
    if (!gesture || this.down.size > 0) return
    editor.gesture = null
    if (gesture.kind === "pinch") return
    if (!gesture.moved) return this.tap(event, gesture)
    if (gesture.kind === "drag") editor.drop(gesture.node)
    if (gesture.kind === "link") editor.connectAt(gesture.node, editor.toWorld(this.at(event)), gesture.type === "touch")
    editor.redraw()
  }

  cancel(event) {
    this.down.delete(event.pointerId)
    this.editor.abandonGesture()
  }

  tap(event, gesture) {
    const { editor } = this, touch = event.pointerType === "touch"
    const again = this.tapped && event.timeStamp - this.tapped.time < TWICE_WITHIN && distance(gesture.start, this.tapped.at) < 24
    this.tapped = again ? null : { time: event.timeStamp, at: gesture.start }
    if (editor.connecting || gesture.pulled) return editor.connectTap(gesture.node)
    const hit = gesture.node ?? editor.edgeAt(gesture.world, touch)
    if (again && gesture.node) return editor.rename(gesture.node)
    if (again && !hit) return editor.addAt(gesture.world)
    editor.cursor = gesture.node ?? editor.cursor
    editor.select(hit ? editor.selectionFor(hit) : null)
  }

  hover(p) {
    const { editor } = this, world = p && editor.toWorld(p)
    const near = world && (editor.handleAt(world, false) ?? editor.nodeAt(world, false))
    const hit = near ?? (world && editor.edgeAt(world, false)) ?? null
    editor.net.style.cursor = near ? (editor.connecting || editor.handleAt(world, false) ? "crosshair" : "grab") : hit ? "pointer" : "default"
    editor.tooltip.show(hit, p)
    if (editor.hovered !== (near ?? null)) { editor.hovered = near ?? null; editor.redraw() }
  }

  startPinch() {
    this.editor.abandonGesture()
    const [a, b] = [...this.down.values()]
    this.editor.gesture = { kind: "pinch", apart: distance(a, b), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }
  }
  pinch() {
    const { editor } = this, { gesture } = editor, [a, b] = [...this.down.values()]
    if (!b) return
    const apart = distance(a, b), middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    editor.panBy(middle.x - gesture.middle.x, middle.y - gesture.middle.y)
    editor.zoomBy(apart / Math.max(1, gesture.apart), middle)
    Object.assign(gesture, { apart, middle })
  }
  wheel(event) {
    event.preventDefault()
    const lines = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY
    this.editor.zoomBy(Math.exp(-clamp(lines, -240, 240) / 500), this.at(event))
  }
}
