"""Where a matrix of trust in a file says otherwise of interests than the web does: told, and nothing more."""

from collections.abc import Iterator, Mapping

import streamlit as st

from coprod_core.exchange.names import alike
from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map.trust import Side, meetings
from coprod_core.web.model import Web
from coprod_ui.files import file_notes
from coprod_ui.words import Words, current_words

_AGAINST = {True: Side.OPPOSED, False: Side.TOGETHER}


def draw(said: Mapping[str, bool], web: Web, readings: Readings) -> None:
    """Says it of the parties of which it is so; nothing where there is none."""
    for line in otherwise(said, web, readings, current_words()):
        st.markdown(line)


def otherwise(said: Mapping[str, bool], web: Web, readings: Readings, words: Words) -> Iterator[str]:
    """A sentence each for those that go together by the file and not by the web, and the other way round.

    `said`: by the name of a party, whether its interests go together with ours by the file.
    """
    viewpoint = power_map.viewpoint_of(readings)
    if viewpoint is None:
        return
    found = meetings(readings, viewpoint)
    sides = {alike(party.name): found[party.id].side for party in web.actors if party.id in found}
    for together, other in _AGAINST.items():
        names = [name for name, goes in said.items() if goes is together and sides.get(alike(name)) is other]
        if names:
            yield words(f"quadrants.{'together' if together else 'opposed'}", names=file_notes.named(names))
