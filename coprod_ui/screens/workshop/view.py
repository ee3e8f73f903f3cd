"""The Workshop screen: what there is to begin with, or the workshop that goes on, one large step at a time."""

from pathlib import Path

import streamlit as st

from coprod_core.checked.errors import CoprodError
from coprod_core.store.values import Loaded
from coprod_core.workshop.values import BeginOwn, Choose, Debrief, Place, Predict, Step
from coprod_ui.components.timer import timer
from coprod_ui.meeting import current
from coprod_ui.meeting.presentation import present_first
from coprod_ui.palette import css
from coprod_ui.screens.workshop import beginning, own_project, steps
from coprod_ui.served import handout
from coprod_ui.widgets import messages
from coprod_ui.widgets import room_remote as remote
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import current_words, literal, t
from coprod_ui.workshop import beats, session
from coprod_ui.workshop.session import Session
from coprod_ui.workshop.text import paragraphs, questions

BAR = Path(__file__).with_name("bar.css")
"""How the bar looks."""

ASKED = "workshop_asked_to_go_on"
"""Where this window remembers at which step it asked whether to go on without every group's choice."""


def draw(loaded: Loaded | None, root: str | None) -> None:
    """Draws the workshop of a meeting; without one, the ways to begin one."""
    found = None
    if root is not None:
        try:
            found = session.of(root)
        except CoprodError as error:
            st.warning(messages.sentence(error.code, error.params))
            loaded = root = None  # another workshop made here would take the place of the one that cannot be read
    if found is not None and found.running.begun:
        _run(found)
    else:
        beginning.draw(loaded, root, found)


def _run(now: Session) -> None:
    present_first(now.meeting, "workshop")
    _bar(now)
    _not_chosen(now)
    rail, middle, aside = st.columns([1.05, 2.6, 1.15], gap="medium")
    with rail.container(key="workshop_rail", gap=None):
        _rail(now)
    with middle.container(key="workshop_step"):
        _step(now, now.step)
    with aside.container(key="workshop_aside"):
        _aside(now)


def _bar(now: Session) -> None:
    """Back, where one is, the time left, and Next: always in the same place."""
    last = _is_last(now)
    st.html(f"<style>{css.on_ground(BAR.read_text('utf-8'), is_dark())}</style>")
    with st.container(horizontal=True, vertical_alignment="center", key="workshop_bar"):
        _go_button(now, now.place - 1, t("workshop.back"), "workshop_back", ":material/arrow_back:", now.place == 0)
        st.markdown(
            t(
                "workshop.where",
                number=now.place + 1,
                count=len(now.workshop.steps),
                kind=t(f"workshop_kinds.{now.step.kind}"),
            ),
            width="content",
        )
        st.space("stretch")
        _timer(now)
        steps.own_button(now)
        _go_button(now, now.place + 1, t("workshop.next"), "workshop_next", ":material/arrow_forward:", last)


def _is_last(now: Session) -> bool:
    """Whether no step comes after this one."""
    return now.place == len(now.workshop.steps) - 1


def _timer(now: Session) -> None:
    """The time left of a step; of a debrief that of the beat it is at."""
    if isinstance(now.step, Debrief):
        here = beats.at(now, now.step)
        timer(f"{now.meeting}-{now.step.id}-{here.number}", here.minutes)
    else:
        timer(f"{now.meeting}-{now.step.id}", now.step.minutes)


def _go_button(now: Session, place: int, label: str, key: str, icon: str, disabled: bool) -> None:
    waiting = steps.to_do_first(now)
    st.button(
        label,
        key=key,
        icon=icon,
        icon_position="right" if key == "workshop_next" else "left",
        type="primary" if key == "workshop_next" and not waiting else "secondary",
        disabled=disabled,
        on_click=_go_on if key == "workshop_next" else _go,
        args=(now, place) if key == "workshop_next" else (now.meeting, place),
    )


def _go(meeting: str, place: int) -> None:
    current.attempt(lambda: session.go(meeting, place))


def _go_on(now: Session, place: int) -> None:
    """Goes on; where groups have not chosen it asks first, once."""
    asked = st.session_state.get(current.of_this(ASKED))
    if isinstance(now.step, Choose) and now.waiting(now.step) and asked != now.step.id:
        st.session_state[current.of_this(ASKED)] = now.step.id
        return
    _go(now.meeting, place)


def _not_chosen(now: Session) -> None:
    """Says which groups have not chosen, where one wanted to go on."""
    step = now.step
    if isinstance(step, Choose) and st.session_state.get(current.of_this(ASKED)) == step.id and now.waiting(step):
        names = current_words().names([literal(name or t("workshop.together")) for name in now.waiting(step)])
        st.warning(t("choices.gone_on", names=names), icon=":material/help:")


def _rail(now: Session) -> None:
    st.markdown(f":gray[{literal(now.workshop.title)}]")
    for place, step in enumerate(now.workshop.steps):
        here = place == now.place
        name = f"{place + 1}. {literal(step.heading)}"
        st.button(
            f"**{name}**" if here else name,
            key=f"workshop_to_{place}",
            type="tertiary",
            icon=":material/chevron_right:" if here else None,
            help=None,
            on_click=_go,
            args=(now.meeting, place),
        )


def _step(now: Session, step: Step) -> None:
    st.header(literal(step.heading), anchor=False)
    paragraphs(step.text)
    steps.draw(now, step)
    questions(step.questions)
    if _is_last(now) and not isinstance(step, BeginOwn):
        own_project.draw(now, step)


def _aside(now: Session) -> None:
    st.markdown(f"##### {t('workshop.what_to_do')}")
    st.markdown(t(f"workshop_do.{_doing(now)}"))
    if now.step.optional:
        st.markdown(f":gray[{t('workshop.may_skip')}]")
    if now.step.notes:
        with st.container(border=True, key="workshop_notes"):
            st.markdown(f":gray[{t('workshop.notes')}]")
            paragraphs(now.step.notes)
    st.markdown(f"##### {t('workshop.around')}")
    remote.open_button(now.meeting, "workshop")
    with st.popover(t("room.scene"), icon=":material/cast:", key="workshop_room", on_change="rerun") as opened:
        if opened.open:
            remote.choose_scene(now.meeting, "workshop")
    sheet = "" if _is_before(now) else "after"
    name = f"handout{sheet and '_after'}"
    st.link_button(
        t(f"workshop.{name}"),
        handout.address(now.meeting, sheet),
        icon=":material/print:",
        help=t(f"workshop.{name}_help"),
        key="workshop_handout",
    )
    beginning.more(now)


def _is_before(now: Session) -> bool:
    """Whether the last choice is still to come, so that the sheet for after would give it away."""
    last = max((now.workshop.place_of(step.id) for step in now.choices), default=-1)
    return now.place <= last


def _doing(now: Session) -> str:
    """Which instruction fits the step as it stands."""
    step = now.step
    if isinstance(step, Predict) and step.id in now.running.told:
        return "predict_told"
    if isinstance(step, Place) and step.id in now.running.told:
        return "place_ours" if step.id in now.running.ours else "place_told"
    if step.kind in ("event", "choose", "debrief") and not steps.to_do_first(now):
        return f"{step.kind}_done" if not _is_last(now) else "last"
    if _is_last(now):
        return "last"
    return step.kind
