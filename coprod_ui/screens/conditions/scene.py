"""What every tab of Conditions draws from."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import streamlit as st

from coprod_core.web.all_conditions import Conditions
from coprod_core.web.model import Actor, Web
from coprod_ui.widgets import controls
from coprod_ui.words import Words, t


class Scene(NamedTuple):
    """A web with its conditions, and how this person reads it."""

    web: Web
    words: Words
    digits: bool
    dark: bool

    @property
    def conditions(self) -> Conditions:
        """The conditions that stand in the web."""
        return self.web.conditions

    @property
    def parties(self) -> dict[str, str]:
        """Every party's name, by id."""
        return {actor.id: actor.name for actor in self.web.actors}

    def names(self, which: Callable[[Actor], bool]) -> dict[str, str]:
        """The names of some parties, by id."""
        return {actor.id: actor.name for actor in self.web.actors if which(actor)}


def one_part(name: str, parts: Mapping[str, Callable[[Scene], None]], scene: Scene) -> None:
    """Draws one part of a tab, and the choice among them."""
    labels = {part: t(f"conditions_parts_of.{part}") for part in parts}
    chosen = controls.one_part(t("conditions.part"), labels, key=f"part_conditions_{name}")
    parts[chosen](scene)


def heading(key: str) -> None:
    """A heading within a tab."""
    st.markdown(f"##### {t(key)}")
