"""What the trainer sees and does in each kind of step."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from coprod_core.web.model import Actor
from coprod_core.workshop.values import Choose, Event, Place, Predict, Reveal, ShowReadings, Step
from coprod_ui.charts import small as pictures
from coprod_ui.meeting import current
from coprod_ui.screens.workshop import groups, placing, predicting
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.served.room.reading import said_of
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import Words, current_words, literal, t
from coprod_ui.words.told_apart import told_apart
from coprod_ui.workshop import comparing, session
from coprod_ui.workshop.bringing import brought
from coprod_ui.workshop.changing import what_changed
from coprod_ui.workshop.party import people_said
from coprod_ui.workshop.picture import described, named_picture
from coprod_ui.workshop.session import Path, Session
from coprod_ui.workshop.text import letter

MOST_SAID = 3
"""The most sentences about one reading."""


def draw(now: Session, step: Step) -> None:
    """Draws what a step holds beside its text and its questions."""
    further = _DRAWN.get(step.kind)
    if further is not None:
        further(now, step)


def to_do_first(now: Session) -> bool:
    """Whether there is something to do in this step before going on, which the step's own button asks for."""
    step = now.step
    if isinstance(step, Predict | Place):
        return step.id not in now.running.told
    return isinstance(step, Event | Choose) and not now.is_done(step.id)


# -- the web --------------------------------------------------------------------------------------------------------


def _table(now: Session, _step: Step) -> None:
    path = which_path(now)
    _picture(path)
    _who(path, current_words())


def _reveal(now: Session, step: Step) -> None:
    assert isinstance(step, Reveal)
    path = which_path(now)
    if not now.is_done(step.id):
        button(t("workshop.reveal"), _do, now.meeting, key="workshop_do", icon="visibility", type="primary")
    _picture(path)
    for line in brought(now, step, current_words()):
        st.markdown(line)


def _picture(path: Path) -> None:
    words = current_words()
    st.image(named_picture(path.web, words, is_dark()), width="stretch", alt=described(path.web, words))


def _who(path: Path, words: Words) -> None:
    at_table, outside = st.columns(2)
    with at_table:
        _parties(t("zones.table"), [actor for actor in path.web.actors if actor.seated], words)
    with outside:
        _parties(t("zones.outside"), [actor for actor in path.web.actors if not actor.seated], words)


def _parties(heading: str, actors: Sequence[Actor], words: Words) -> None:
    lines = [f"- {literal(actor.name)} :gray[({said})]" for actor in actors if (said := people_said(actor, words))]
    st.markdown(f"**{heading}**\n\n" + ("\n".join(lines) or f"- {t('workshop.nobody')}"))


def which_path(now: Session) -> Path:
    """Whose web is shown, here and in the room; a choice where there are more."""
    shown = session.shown_path(now)
    if len(now.paths) > 1:
        names = told_apart({path.meeting: path.name for path in now.paths})
        controls.shown(
            st.segmented_control,
            t("workshop.whose"),
            shown.meeting,
            partial(session.show_path, now.meeting),
            key="workshop_whose",
            options=list(names),
            format_func=lambda id_: names.get(id_, ""),
            required=True,
        )
    return shown


def _do(meeting: str) -> None:
    current.attempt(lambda: session.do_step(meeting))


# -- readings -------------------------------------------------------------------------------------------------------


def _readings(now: Session, step: Step) -> None:
    assert isinstance(step, ShowReadings)
    path, words, dark = which_path(now), current_words(), is_dark()
    digits = st.session_state["digits_workshop"]
    for name in step.show:
        if len(step.show) > 1:
            st.markdown(f"**{t(f'strip.{name}')}**")
        if name == "gap":
            st.html(pictures.gap(path.readings, words, digits, dark))
        else:
            st.html(pictures.dilemma(path.readings, name, path.web, words, dark, digits, pictures.SCREEN))
        for line in said_of(path.readings, name, path.web, words, digits)[:MOST_SAID]:
            st.markdown(line)
    st.markdown(f":gray[{say_fixed.method_line(words)}]")


# -- choosing -------------------------------------------------------------------------------------------------------


def _choose(now: Session, step: Step) -> None:
    assert isinstance(step, Choose)
    st.markdown("\n".join(f"- **{letter(i)}** {literal(way.text)}" for i, way in enumerate(step.ways)))
    if now.may_split:
        groups.draw(now)
    for path in now.paths:
        _choice(now, path, step)


def _choice(now: Session, path: Path, step: Choose) -> None:
    """One group's choice, and what it changed."""
    chosen, words = path.chose(step), current_words()
    letters = {way.id: letter(i) for i, way in enumerate(step.ways)}
    named, button, said = st.columns([0.8, 1.4, 2.6], vertical_alignment="center")
    named.markdown(f"**{literal(path.name) or t('workshop.together')}**")
    with button:
        controls.shown(
            st.segmented_control,
            t("workshop.choice_of", group=path.name or t("workshop.together")),
            chosen.id if chosen else None,
            lambda way: _take(now.meeting, path.meeting, step, way),
            key=f"workshop_choice_{step.id}_{path.meeting}",
            options=list(letters),
            format_func=lambda id_: letters.get(id_, ""),
            label_visibility="collapsed",
            disabled=not session.may_choose(path, step),
        )
    if chosen:
        said.markdown(_changed(path, step, words))


def _take(meeting: str, group: str, step: Choose, chosen: str | None) -> None:
    way = next((way for way in step.ways if way.id == chosen), None)
    if way is not None:
        current.attempt(lambda: session.choose(meeting, group, step, way))


def _changed(path: Path, step: Step, words: Words) -> str:
    """What a step changed in the readings of a path; empty where it was not done."""
    before, after = session.before_step(path, step), session.after_step(path, step)
    if before is None or after is None:
        return ""
    digits = st.session_state["digits_workshop"]
    return what_changed(current.readings_of(before), current.readings_of(after), words, digits)


# -- cards ----------------------------------------------------------------------------------------------------------


def _event(now: Session, step: Step) -> None:
    assert isinstance(step, Event)
    if not now.is_done(step.id):
        button(t("workshop.play"), _do, now.meeting, key="workshop_do", icon="playing_cards", type="primary")
        return
    words = current_words()
    st.markdown(f"**{t('workshop.played')}**")
    for path in now.paths:
        said = _changed(path, step, words)
        st.markdown(f"{literal(path.name)}: {said}" if path.name else said)


_DRAWN: Mapping[str, Callable[[Session, Step], None]] = {
    "table": _table,
    "reveal": _reveal,
    "predict": predicting.draw,
    "place": placing.draw,
    "readings": _readings,
    "choose": _choose,
    "event": _event,
    "compare": comparing.draw,
}
