"""The drawing of a web by itself, as a picture for a page or a slide."""

from functools import partial
from typing import Literal, get_args

import streamlit as st

from coprod_core.placing.layout import placed
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.words import Words, current_words, t

Kind = Literal["png", "svg"]
MIMES: dict[Kind, str] = {"png": "image/png", "svg": "image/svg+xml"}


def as_file(web: Web, kind: Kind, words: Words) -> bytes:
    """The picture of a web with everything on it in a place, as the participation report draws it."""
    from coprod_ui.report.document import WebPicture  # brings matplotlib, which no screen needs
    from coprod_ui.report.drawing import drawn
    from coprod_ui.report.on_paper import as_png, as_svg

    whole = placed(web)
    picture = WebPicture("", "", whole, current.readings_of(whole))
    return drawn(picture, as_png, words) if kind == "png" else drawn(picture, as_svg, words).encode()


def buttons(web: Web, name: str) -> None:
    """A button for each kind of picture, drawn once it is asked for. `name`: of the file, without an ending."""
    words = current_words()
    st.markdown(f":gray[{t('save_as.drawing')}]")
    with st.container(horizontal=True):
        for kind in get_args(Kind):
            st.download_button(
                t(f"save_as.as_{kind}"),
                partial(as_file, web, kind, words),
                file_name=f"{name}.{kind}",
                mime=MIMES[kind],
                icon=":material/image:",
                type="tertiary",
                key=f"save_drawing_{kind}",
                on_click="ignore",
            )
