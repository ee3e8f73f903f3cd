"""What the trainer sees and does in each kind of step."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from coprod_core.web.model import Actor
from coprod_core.workshop.values import Choose, Debrief, Event, Place, Predict, Reveal, ShowReadings, Step
from coprod_ui.charts import small as pictures
from coprod_ui.meeting import current
from coprod_ui.screens.workshop import beside, bill, choosing, dealing, looking_back, own_project, placing, predicting
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.served.room.reading import said_of
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.lines import listed
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import Words, current_words, literal, t
from coprod_ui.words.told_apart import told_apart
from coprod_ui.workshop import effects, session
from coprod_ui.workshop.bringing import brought
from coprod_ui.workshop.party import people_said
from coprod_ui.workshop.picture import described, named_picture
from coprod_ui.workshop.session import Path, Session

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
    if isinstance(step, Debrief):
        return looking_back.has_more(now, step)
    return isinstance(step, Event | Choose) and not now.is_done(step.id)


def own_button(now: Session) -> None:
    """The step's own button, which stands in the bar, where it is always in view."""
    found = _to_press(now, now.step)
    if found is not None:
        label, icon, act = found
        button(label, act, key="workshop_do", icon=icon, type="primary" if to_do_first(now) else "secondary")


def _to_press(now: Session, step: Step) -> tuple[str, str, Callable[[], object]] | None:
    """What the step's own button says and does; None where it has none, or no more."""
    meeting, told = now.meeting, step.id in now.running.told
    match step:
        case Reveal() if not now.is_done(step.id):
            return t("workshop.reveal"), "visibility", partial(_do, meeting)
        case Event() if not now.is_done(step.id):
            return t("workshop.play"), "playing_cards", partial(_do, meeting)
        case Predict() if not told:
            return t("workshop.tell"), "lightbulb", partial(session.tell_answer, meeting, step.id)
        case Place() if not told:
            return t("place_ask.tell"), "visibility", partial(session.tell_answer, meeting, step.id)
        case Place() if step.id not in now.running.ours:
            return t("place_ask.show_ours"), "visibility", partial(session.show_ours, meeting, step.id)
        case Choose() if not now.are_told(step):
            return t("choices.show"), "visibility", partial(session.tell_answer, meeting, step.id)
        case Debrief() if looking_back.has_more(now, step):
            return t("beats.next"), "arrow_downward", partial(session.ask_next, meeting, step.id)
    return None


# -- the web --------------------------------------------------------------------------------------------------------


def _table(now: Session, _step: Step) -> None:
    path = which_path(now)
    _picture(path)
    _who(path, current_words())


def _reveal(now: Session, step: Step) -> None:
    assert isinstance(step, Reveal)
    path = which_path(now)
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


# -- cards ----------------------------------------------------------------------------------------------------------


def _event(now: Session, step: Step) -> None:
    """What a card says to each group, and what it did to it."""
    assert isinstance(step, Event)
    words = current_words()
    readers = [literal(card.name) for card in now.workshop.roles if card.id in step.to]
    if readers:
        st.markdown(f":gray[{t('role_cards.reads', names=words.names(readers))}]")
    played = now.is_done(step.id)
    if played:
        st.markdown(f"**{t('workshop.played')}**")
    for path in now.paths:
        text = effects.card_text(path, step)
        said = effects.told(now, path, step, words) if played else []
        if text or said:
            with st.container(border=len(now.paths) > 1, gap="xsmall", key=f"workshop_card_{path.meeting}"):
                st.markdown("\n\n".join([*([f"**{literal(path.name)}**"] if path.name else []), literal(text)]))
                listed(said) if said else None


_DRAWN: Mapping[str, Callable[[Session, Step], None]] = {
    "table": _table,
    "reveal": _reveal,
    "predict": predicting.draw,
    "place": placing.draw,
    "readings": _readings,
    "choose": choosing.draw,
    "bill": bill.draw,
    "event": _event,
    "compare": beside.draw,
    "debrief": looking_back.draw,
    "roles": dealing.draw,
    "attitudes": looking_back.attitudes,
    "begin_own": own_project.draw,
}
