// @ts-check
// The bar over every screen. A wish stays in `asked` until Python says that it was dealt with.
const BARS = new WeakMap()
const MARK = '<svg viewBox="0 0 32 32" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="2"><path d="M8 9 18 22M8 9h15M18 22 23 9"/></g><circle cx="8" cy="9" r="4.5" fill="currentColor"/><circle cx="18" cy="23" r="4.5" fill="currentColor"/><circle cx="24" cy="9" r="4.6" fill="none" stroke="var(--st-orange-color)" stroke-width="2" stroke-dasharray="3 2.2"/></svg>'
const ICONS = {
  undo: "M4 10h10a5 5 0 0 1 0 10h-3M4 10l4-4M4 10l4 4",
  redo: "M20 10H10a5 5 0 0 0 0 10h3M20 10l-4-4M20 10l-4 4",
  room: "M4 5h16v11H4zM12 16v4M8 20h8",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
}

/** Makes an element: its tag, what it has (attributes, or a property where there is one), and what stands in it. */
function make(tag, has = {}, ...inside) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(has)) {
    if (name.startsWith("on")) made[name] = value
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value === true ? "" : value)
  }
  made.append(...inside.filter(part => part !== null))
  return made
}

function icon(name) {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  drawn.setAttribute("viewBox", "0 0 24 24")
  drawn.setAttribute("aria-hidden", "true")
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
  path.setAttribute("d", ICONS[name])
  drawn.append(path)
  return drawn
}

class Bar {
  constructor(root) {
    this.header = root.querySelector(".bar")
    this.asked = []
    this.open = false
    this.away = event => { if (!event.composedPath().includes(this.header)) this.fold() }
    document.addEventListener("pointerdown", this.away)
    this.heard = event => { this.news = event.detail; if (this.component) this.draw() }
    document.addEventListener("belangenweb:meeting", this.heard)
    this.header.addEventListener("keydown", event => { if (event.key === "Escape" && this.open) { this.fold(); this.button?.focus() } })
  }

  show(component) {
    this.component = component
    this.asked = this.asked.filter(wish => wish.n > component.data[0].handled)
    this.draw()
  }

  /** What Python said, and over it what the board heard since. */
  known() {
    const [data] = this.component.data, { news } = this
    if (news?.id !== data.meeting || !(news?.head > data.head)) return data
    return {
      ...data,
      saved: news.saved,
      undo: { ...data.undo, can: news.can_undo },
      redo: { ...data.redo, can: news.can_redo },
    }
  }

  draw() {
    const data = this.known()
    const drawn = JSON.stringify(data)
    if (drawn === this.drawn) return
    this.drawn = drawn
    document.documentElement.lang = data.language.code // Streamlit keeps it at "en"
    const focused = this.header.getRootNode().activeElement?.dataset.id
    this.header.replaceChildren(...this.parts(data))
    if (focused) this.header.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus()
  }

  wish(what) {
    // where a board is on the screen it does what is asked by itself
    if (!document.dispatchEvent(new CustomEvent("belangenweb:ask", { detail: what, cancelable: true }))) return
    const last = this.asked.at(-1)?.n ?? this.component.data[0].handled
    this.asked = [...this.asked, { n: Math.max(last + 1, Date.now()), what }]
    this.component.setStateValue("asked", this.asked)
  }

  choose(what) {
    if (this.open) {
      this.fold()
      this.button.focus()
    }
    this.wish(what)
  }

  fold() {
    this.open = false
    if (!this.menu) return
    this.menu.hidden = true
    this.button.setAttribute("aria-expanded", "false")
  }

  parts(data) {
    const mark = this.link(data.start, "mark", "")
    mark.innerHTML = MARK // our own drawing, no words of people
    mark.setAttribute("aria-label", data.start.title)
    const name = make("div", { class: data.scenario ? "name scenario" : "name" },
      make("b", { title: data.name, "data-id": "name" }, data.name), make("small", { role: "status" }, data.saved ?? ""))
    const back = data.scenario ? make("button", { class: "back", type: "button", title: data.scenario.help, "data-id": "back", onclick: () => this.wish("back") }, data.scenario.back) : null
    const nav = data.groups.length ? make("nav", { "aria-label": data.screens }, ...data.groups.map(group => this.group(group))) : null
    return [mark, name, back, nav, this.tools(data), this.list(data)].filter(part => part !== null)
  }

  group(group) {
    return make("div", { class: "group" }, make("h2", {}, group.title), make("div", {}, ...group.screens.map(screen => this.link(screen, "screen"))))
  }

  /** A real link, so that it opens in a new tab too; a plain click stays in this one. */
  link(screen, kind, label = screen.title) {
    return make("a", {
      class: kind, href: screen.href, title: screen.help, "aria-current": screen.current ? "page" : null, "data-id": `${kind}_${screen.name}`,
      onclick: event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
        event.preventDefault()
        this.fold()
        if (!screen.current) this.wish(`go:${screen.name}`)
      },
    }, label)
  }

  tools(data) {
    const act = (name, label, off) => make("button", { class: `round ${name}`, type: "button", "data-id": name, title: label, "aria-label": label, disabled: off, onclick: () => this.wish(name) }, icon(name))
    this.button = make("button", {
      class: "round", type: "button", "data-id": "menu", title: data.menu, "aria-label": data.menu, "aria-expanded": String(this.open),
      onclick: () => {
        this.open = !this.open
        this.menu.hidden = !this.open
        this.button.setAttribute("aria-expanded", String(this.open))
        if (this.open) this.menu.querySelector("a, button")?.focus()
      },
    }, icon("menu"))
    const room = data.room ? make("a", { class: "round room", href: data.room.href, target: "_blank", rel: "noopener", title: data.room.title, "aria-label": data.room.title, "data-id": "room" }, icon("room")) : null
    const acts = data.undo ? [act("undo", data.undo.title, !data.undo.can), act("redo", data.redo.title, !data.redo.can)] : []
    const held = data.room ? make("small", { class: "held", role: "status" }, data.room.held) : null
    return make("div", { class: "tools" }, ...acts, ...[held, room].filter(part => part !== null), this.button)
  }

  list(data) {
    const choice = (what, label, on) => make("button", { class: "entry", type: "button", role: "menuitemradio", "aria-checked": String(on), "data-id": what, onclick: () => this.choose(what) }, label)
    const screens = make("div", { class: "screens" }, ...data.groups.flatMap(group => [make("h2", {}, group.title), ...group.screens.map(screen => this.link(screen, "entry"))]), make("hr"))
    const digits = data.digits ? make("button", { class: "entry", type: "button", role: "menuitemcheckbox", "aria-checked": String(data.digits.on), title: data.digits.help, "data-id": "digits", onclick: () => this.choose("digits") }, data.digits.title) : null
    this.menu = make("div", { class: "menu", hidden: !this.open, "aria-label": data.menu },
      screens, ...data.further.map(screen => this.link(screen, "entry")), digits, make("hr"),
      make("h2", {}, data.language.title), ...data.language.all.map(each => choice(`language:${each.code}`, each.name, each.current)),
      make("hr"), make("p", {}, data.about))
    return this.menu
  }

  close() {
    document.removeEventListener("pointerdown", this.away)
    document.removeEventListener("belangenweb:meeting", this.heard)
  }
}

export default function (component) {
  const root = component.parentElement
  if (!BARS.has(root)) BARS.set(root, new Bar(root))
  BARS.get(root).show(component)
  return () => setTimeout(() => { if (!root.isConnected) { BARS.get(root)?.close(); BARS.delete(root) } }, 0)
}
