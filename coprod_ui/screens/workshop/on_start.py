"""The workshops that come with the product, as they stand on Start: a button each. What one needs once it is pressed is
loaded then.
"""

import streamlit as st

from coprod_ui.examples.workshops import WorkshopFile, workshops
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, literal, t


def draw() -> None:
    """Draws the buttons, under their heading."""
    st.markdown(f"##### {t('workshop.on_start')}")
    words = current_words()
    for each in workshops(st.session_state["language"]):
        button(
            t("workshop.named", title=literal(each.title), minutes=words.count(each.minutes)),
            _begin,
            each,
            [],
            key=f"workshop_start_{each.name}",
            icon="play_arrow",
            type="tertiary",
            help=literal(each.about),
        )


def _begin(file: WorkshopFile, begun: list[str]) -> None:
    from coprod_ui.screens.workshop import opening

    opening.begin(file.workshop, begun)
