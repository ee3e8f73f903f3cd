// @ts-check
// The room's window: shows what the server has to show, the moment it is told of something new, or by asking now and
// then. A web is drawn here, of what the server tells for it.
const SLOWLY = 10_000
const AGAIN = 2_000
const main = /** @type {HTMLElement} */ (document.querySelector("main"))
const trouble = /** @type {HTMLElement} */ (document.getElementById("trouble"))
const now = `${location.pathname}/now${location.search}`
const drawing = import(main.dataset.script ?? "").then(({ module }) => module("room/web.js"))
const words = JSON.parse(main.dataset.words ?? "{}")
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
  const before = main.querySelector(".web-scene"), after = body.querySelector(".web-scene")
  if (before && after) renew(before, after)
  else main.replaceChildren(...body.childNodes)
  drawWeb()
}

/**
 * Another picture of the web, where the drawing stays for who stood in it to keep their place, and only a sentence
 * that is other than before is spoken.
 * @param {Element} before
 * @param {Element} after
 */
function renew(before, after) {
  const [drawn, wanted] = [before, after].map(scene => /** @type {HTMLElement} */ (scene.querySelector(".drawn")))
  for (const { name, value } of wanted.attributes) drawn.setAttribute(name, value)
  for (const part of ["h1", ".unseen", ".came-to"]) {
    const [old, fresh] = [before, after].map(scene => /** @type {HTMLElement} */ (scene.querySelector(part)))
    if (old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes)
  }
}

async function drawWeb() {
  const drawn = /** @type {HTMLElement | null} */ (main.querySelector("[data-web]"))
  if (!drawn) return
  const { show: draw, fit } = await drawing
  fit(main.querySelector(".came-to p"))
  await draw(drawn, JSON.parse(drawn.dataset.web ?? "{}"), words)
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
addEventListener("resize", drawWeb)
