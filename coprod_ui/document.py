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
