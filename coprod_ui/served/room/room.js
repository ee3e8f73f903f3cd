// @ts-check
// The room's window: shows what the server has to show, the moment it is told of something new, or by asking now and
// then.
const SLOWLY = 10_000
const AGAIN = 2_000
const main = /** @type {HTMLElement} */ (document.querySelector("main"))
const trouble = /** @type {HTMLElement} */ (document.getElementById("trouble"))
const now = `${location.pathname}/now${location.search}`
let shown = ""
let asking = false
let more = false

async function look() {
  if (asking) { more = true; return }
  asking = true
  try {
    const answer = await fetch(now, { cache: "no-store" })
    if (answer.ok) show(await answer.text())
    trouble.hidden = answer.ok
  } catch { trouble.hidden = false }
  asking = false
  if (more) { more = false; look() }
}

/** @param {string} html */
function show(html) {
  if (html === shown) return
  shown = html
  const { body } = new DOMParser().parseFromString(html, "text/html")
  main.replaceChildren(...body.childNodes)
}

function follow() {
  const source = new EventSource(`${location.pathname}/events`)
  source.onmessage = look
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, AGAIN)
    look()
  }
}

look()
follow()
setInterval(look, SLOWLY)
