"""What the Gap screen says and shows first."""

import streamlit as st

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts import gap_interests, gap_people
from coprod_ui.sentences import names
from coprod_ui.sentences.headline import headline, nobody_counts
from coprod_ui.sentences.joining import beyond_inviting
from coprod_ui.sentences.undefined import known
from coprod_ui.widgets import way
from coprod_ui.widgets.button import button
from coprod_ui.words import Words, t
from coprod_ui.words.templates import filled


def draw(readings: Readings, web: Web, digits: bool, words: Words, dark: bool) -> None:
    """The headline, who is hit hard and not there, and both pictures; without residents at the table what to do."""
    empty = nobody_counts(readings)
    said_apart = not empty and known(readings.gap).headline is not None
    if empty:
        _what_to_do(readings, web, words)
    st.html(
        filled(
            "screens/gap/first.html",
            say=words,
            headline=[] if empty else headline(readings, web, words),
            alarm=_alarm(readings, web, words) if said_apart else "",
            people=gap_people.who_sits(readings, web, words, dark),
            interests=gap_interests.what_matters(readings, web, words, digits, dark),
            missing=not empty and any(cards_for(readings, web)),
            beyond=[] if empty else beyond_inviting(known(readings.gap), words, digits),
        )
    )


def cards_for(readings: Readings, web: Web) -> list[str]:
    """The absent groups that could join, by how many people are hit and how hard; of equals the first on the web."""
    reading = readings.feasibility_inclusiveness
    if reading is None:
        return []
    affected = known(readings.gap).affected
    return sorted((actor.id for actor in web.actors if actor.id in reading.invite), key=lambda id_: -affected[id_])


def _what_to_do(readings: Readings, web: Web, words: Words) -> None:
    seated = any(actor.citizens and actor.seated for actor in web.actors)
    next_step = "" if seated else words("gap_look.seat_first")
    st.html(filled("screens/gap/say.html", headline=headline(readings, web, words), next_step=next_step))
    button(t("gap_look.to_web"), way.go, "web", key="gap_to_web", icon="arrow_forward", type="primary")


def _alarm(readings: Readings, web: Web, words: Words) -> str:
    return names.some_listed((names.actor(web, id_) for id_ in known(readings.gap).alarm), words)
