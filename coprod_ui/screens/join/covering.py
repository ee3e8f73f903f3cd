"""Own words that may point at one person are covered until somebody uncovers them, in this window alone."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from coprod_core.files import organisation
from coprod_core.rounds.covering import covered
from coprod_core.store.live_values import OwnWords
from coprod_ui.meeting import current
from coprod_ui.sentences import hints
from coprod_ui.widgets.button import button
from coprod_ui.words import current_words, literal, t


class Cover(NamedTuple):
    """What of what was said seems to point at one person or is on the organisation's list, and what of it is shown all
    the same, by id.
    """

    needed: frozenset[str]
    lifted: set[str]

    def over(self, one: OwnWords) -> bool:
        """Whether these words are covered now."""
        return one.id in self.needed and one.id not in self.lifted

    def shown(self, one: OwnWords) -> str:
        """These words as they stand on screen; where they are covered, why they are."""
        return t("own_words.covered", what=_why(one)) if self.over(one) else f"“{literal(one.words)}”"

    def draw(self, one: OwnWords) -> None:
        """Beside words that need it the button that uncovers or covers them, and why, as long as that is not said."""
        if one.id not in self.needed:
            return
        hidden = self.over(one)
        if not hidden:
            st.markdown(t("own_words.seems", what=_why(one)))
        button(
            t("own_words.uncover" if hidden else "own_words.cover"),
            self._turn,
            one.id,
            key=f"join_words_cover_{one.id}",
            icon="visibility" if hidden else "visibility_off",
            type="tertiary",
        )

    def _turn(self, id_: str) -> None:
        self.lifted.symmetric_difference_update({id_})


def cover_of(said: Sequence[OwnWords]) -> Cover:
    """The cover over what was said, as this window has it."""
    listed = organisation.covered_words() or ()
    lifted: set[str] = st.session_state.setdefault(current.of_this("own_words_uncovered"), set())
    return Cover(frozenset(one.id for one in said if covered(one.words, listed)), lifted)


def _why(one: OwnWords) -> str:
    return hints.what_it_seems(one.words, current_words()) or t("own_words.on_list")


def how_it_works() -> None:
    """That names are to be watched for; and for who unfolds it, what is compared, and what is covered."""
    st.markdown(f":gray[{t('own_words.not_recognised')}]")
    listed = organisation.covered_words()
    told = "own_words.no_list" if listed is None else "own_words.list"
    where = {"file": organisation.COVERED, "folder": literal(organisation.folder().name)}
    with st.expander(t("own_words.how"), icon=":material/info:", key="join_words_how"):
        st.markdown(t("own_words.propose_knows"))
        st.markdown(f"{t('own_words.what_is_covered')} {t(told, **where)}")
