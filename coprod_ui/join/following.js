// Listens to what comes in from the room and lets Python know, at most a few times a second.
const LISTENERS = new WeakMap()
const APART = 250

class Listener {
  constructor(url) {
    this.url = url
    this.told = 0
    this.source = new EventSource(new URL(url, document.baseURI).href)
    this.source.onmessage = event => this.hear(JSON.parse(event.data).seen)
  }

  hear(seen) {
    this.seen = seen
    if (this.timer) return
    this.timer = setTimeout(() => this.tell(), Math.max(0, this.told + APART - Date.now()))
  }

  tell() {
    this.timer = undefined
    this.told = Date.now()
    this.component.setTriggerValue("news", this.seen)
  }

  close() {
    clearTimeout(this.timer)
    this.source.close()
  }
}

export default function (component) {
  const root = component.parentElement
  if (LISTENERS.get(root)?.url !== component.data.url) {
    LISTENERS.get(root)?.close()
    LISTENERS.set(root, new Listener(component.data.url))
  }
  LISTENERS.get(root).component = component
  return () => setTimeout(() => { if (!root.isConnected) { LISTENERS.get(root)?.close(); LISTENERS.delete(root) } }, 0)
}
