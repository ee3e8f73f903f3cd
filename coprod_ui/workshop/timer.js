// Counts the minutes of a step down, in the browser alone. It never flashes or turns red: it only says what is left.
const TIMERS = new WeakMap()

class Timer {
  constructor(root, data) {
    this.root = root
    this.data = data
    this.key = `workshop-timer-${data.step}`
    this.time = root.querySelector("time")
    this.button = root.querySelector("button")
    this.button.onclick = () => this.turn()
    this.load()
    this.show()
    this.ticking = setInterval(() => this.show(), 500)
  }

  load() {
    let kept = null
    try { kept = JSON.parse(sessionStorage.getItem(this.key)) } catch {}
    this.left = kept?.left ?? this.data.seconds
    this.since = kept ? kept.since : Date.now()
    this.save()
  }

  save() {
    try { sessionStorage.setItem(this.key, JSON.stringify({ left: this.left, since: this.since })) } catch {}
  }

  now() {
    return Math.max(0, this.left - (this.since ? (Date.now() - this.since) / 1000 : 0))
  }

  turn() {
    if (this.now() <= 0) { this.left = this.data.seconds; this.since = Date.now() }
    else if (this.since) { this.left = this.now(); this.since = null }
    else this.since = Date.now()
    this.save()
    this.show()
  }

  show() {
    const left = Math.ceil(this.now())
    const { words } = this.data
    const said = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : words.over
    if (this.time.textContent !== said) this.time.textContent = said
    const act = !left ? words.again : this.since ? words.pause : words.go_on
    if (this.button.textContent !== act) this.button.textContent = act
  }

  stop() { clearInterval(this.ticking) }
}

export default function (component) {
  const root = component.parentElement
  const known = TIMERS.get(root)
  if (!known || known.data.step !== component.data.step || !root.contains(known.time)) {
    known?.stop()
    TIMERS.set(root, new Timer(root, component.data))
  } else {
    known.data = component.data
    known.show()
  }
  return () => setTimeout(() => { if (!root.isConnected) { TIMERS.get(root)?.stop(); TIMERS.delete(root) } }, 0)
}
