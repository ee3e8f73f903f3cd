"""What Streamlit fixes in the page itself: the language of the document, for screen readers."""

import streamlit as st

_language = st.components.v2.component(
    "belangenweb_document_language",
    html="<span></span>",
    js="""
export default function (component) {
  document.documentElement.lang = component.data.language
}
""",
)


def document_language(language: str) -> None:
    """Makes `<html lang>` the language on screen, which Streamlit keeps at "en"."""
    _language(key="document_language", data={"language": language}, width=1, height=1)


_focus = st.components.v2.component(
    "belangenweb_focus",
    html="<span></span>",
    js="""
let done
export default function ({ data }) {
  if (done === data.once) return
  done = data.once
  let tries = 20
  const look = () => {
    const input = document.querySelector(`.st-key-${CSS.escape(data.key)} input`)
    if (input) { input.focus(); input.select() } else if (tries--) setTimeout(look, 50)
  }
  look()
}
""",
)


def focus_on(key: str, once: str) -> None:
    """Puts the cursor in a widget with its content selected, ready to be typed over; `once` names the occasion."""
    _focus(key="focus", data={"key": key, "once": once}, width=1, height=1)
