"""What a page asked Streamlit's server that is not answered yet: on a busy machine an answer may take its time."""

WATCHING = """() => {
  const [RERUN, FRAGMENT_TO_RUN] = [11, 5] // of a message to the server, and of the rerun in it
  const [BEGUN, DELTA, FRAGMENT_OF, OVER] = [4, 5, 8, 6] // of a message from the server, and of the delta in it
  const [TO_RUN_ANEW, OF_A_FRAGMENT] = [2, 3] // how a run may end, beside that of the whole script
  let known = new Set() // the fragments that the last whole run left standing
  let coming = new Set() // those of the run that goes on
  globalThis.unanswered = false

  /** The fields of a protobuf message: number and value, which is a number, or bytes. */
  function* fields(bytes) {
    let at = 0
    const number = () => {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]
        value += (byte & 127) * 2 ** shift
        if (byte < 128) return value
      }
    }
    while (at < bytes.length) {
      const tag = number()
      const kind = tag & 7
      if (kind === 0) yield [tag >> 3, number()]
      else {
        const length = kind === 2 ? number() : kind === 1 ? 8 : 4
        yield [tag >> 3, bytes.subarray(at, at + length)]
        at += length
      }
    }
  }
  const field = (bytes, wanted) => {
    for (const [number, value] of fields(bytes)) if (number === wanted) return value
  }
  const text = bytes => bytes && new TextDecoder().decode(bytes)

  function hear(bytes) {
    if (field(bytes, BEGUN)) coming = new Set()
    const delta = field(bytes, DELTA)
    const fragment = delta && text(field(delta, FRAGMENT_OF))
    if (fragment) coming.add(fragment)
    const over = field(bytes, OVER)
    if (over === undefined) return
    globalThis.unanswered = over === TO_RUN_ANEW
    known = [TO_RUN_ANEW, OF_A_FRAGMENT].includes(over) ? known.union(coming) : coming
  }
  function say(bytes) {
    const rerun = field(bytes, RERUN)
    if (!rerun) return
    const fragment = text(field(rerun, FRAGMENT_TO_RUN))
    // The server passes over a fragment that the last run left out: it will never answer.
    if (!fragment || known.has(fragment) || coming.has(fragment)) globalThis.unanswered = true
  }
  globalThis.WebSocket = class extends WebSocket {
    constructor(...where) {
      super(...where)
      globalThis.unanswered = false
      this.addEventListener("message", ({ data }) => data instanceof ArrayBuffer && hear(new Uint8Array(data)))
    }
    send(data) {
      if (data instanceof Uint8Array) say(data)
      super.send(data)
    }
  }
}"""
"""Keeps in `unanswered` whether a run of the script that this page asked for is not over yet."""
