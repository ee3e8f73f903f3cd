"""What a page asked Streamlit's server that is not answered yet: on a busy machine an answer may take its time."""

WATCHING = """() => {
  const ASKED = (11 << 3) | 2 // rerun_script, in a message to the server
  const OVER = 6 // script_finished, in a message from the server
  const BEFORE = [1, 2] // its digest and what it says of itself: each a length, then as many bytes
  globalThis.unanswered = false
  function what(bytes) {
    let at = 0
    const number = () => {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]
        value += (byte & 127) * 2 ** shift
        if (byte < 128) return value
      }
    }
    let field = number() >> 3
    while (BEFORE.includes(field)) {
      at += number()
      field = number() >> 3
    }
    return field
  }
  globalThis.WebSocket = class extends WebSocket {
    constructor(...where) {
      super(...where)
      globalThis.unanswered = false
      this.addEventListener("message", ({ data }) => {
        if (data instanceof ArrayBuffer && what(new Uint8Array(data)) === OVER) globalThis.unanswered = false
      })
    }
    send(data) {
      if (data instanceof Uint8Array && data[0] === ASKED) globalThis.unanswered = true
      super.send(data)
    }
  }
}"""
"""Keeps in `unanswered` whether a run of the script that this page asked for is not over yet."""
