"""Choosing: a letter for each group, or a way of its own in words, and what that does to people."""

from functools import partial

import streamlit as st

from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.workshop.values import OWN, Choose, Step, Way
from coprod_ui.meeting import current, drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.workshop import groups
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.lines import listed
from coprod_ui.words import Words, current_words, literal, t
from coprod_ui.workshop import effects, own_dilemma, session
from coprod_ui.workshop.session import Path, Session
from coprod_ui.workshop.text import letter


def draw(now: Session, step: Step) -> None:
    """Draws the ways out, in how many groups the room is, and a row for each group."""
    assert isinstance(step, Choose)
    about = own_dilemma.asked(now.workshop.web, step, current_words())
    if about:
        st.markdown(about)
    ways = [*(way.text for way in step.ways), f"{t('own_way.other')} …"]
    st.markdown("\n".join(f"- **{letter(i)}** {literal(text)}" for i, text in enumerate(ways)))
    if now.may_split:
        groups.draw(now)
    for path in now.paths:
        _choice(now, path, step)
    if not now.are_told(step):
        st.markdown(f":gray[{t('choices.hidden')}]")


def _choice(now: Session, path: Path, step: Choose) -> None:
    """One group's choice, and below it what that does to people."""
    chosen, words = path.chose(step), current_words()
    letters = {way.id: letter(i) for i, way in enumerate(step.ways)}
    named, choice, own = st.columns([0.9, 1.7, 1.6], vertical_alignment="center")
    named.markdown(f"**{literal(path.name) or t('workshop.together')}**")
    with choice:
        controls.shown(
            st.segmented_control,
            t("workshop.choice_of", group=path.name or t("workshop.together")),
            chosen.id if chosen and chosen.id != OWN else None,
            lambda way: _take(now.meeting, path.meeting, step, way),
            key=f"workshop_choice_{step.id}_{path.meeting}",
            options=list(letters),
            format_func=lambda id_: letters.get(id_, ""),
            label_visibility="collapsed",
            disabled=not session.may_choose(path, step),
        )
    with own:
        _own(now, path, step)
    if chosen:
        _what_it_does(now, path, step, chosen, words)


def _what_it_does(now: Session, path: Path, step: Choose, chosen: Way, words: Words) -> None:
    with st.container(gap="xsmall", key=f"workshop_effect_{path.meeting}"):
        taken = path.took(step)
        if chosen.id == OWN:
            st.markdown(t("own_way.said", text=literal(chosen.text)))
        if taken is not None and taken.no_to:
            st.markdown(t("own_way.said_no", who=literal(taken.no_to)))
        listed([*effects.told(now, path, step, words), *own_dilemma.lost_on(path.web, step, chosen, words)])


def _take(meeting: str, group: str, step: Choose, chosen: str | None) -> None:
    way = next((way for way in step.ways if way.id == chosen), None)
    if way is not None:
        current.attempt(lambda: session.choose(meeting, group, step, way))


# -- a way of one's own ---------------------------------------------------------------------------------------------


def _own(now: Session, path: Path, step: Choose) -> None:
    """What a group chooses that is none of the ways; there always, as no list is complete."""
    if not session.may_choose(path, step):
        return
    key = f"workshop_own_{step.id}_{path.meeting}"
    label = t("own_way.letter", letter=letter(len(step.ways)))
    with st.popover(label, icon=":material/edit:", key=key, on_change="rerun") as opened:
        if opened.open:
            _form(now, path, step, drafts.of("workshop_own", f"{step.id} {path.meeting}"), key)


def _form(now: Session, path: Path, step: Choose, draft: Draft, key: str) -> None:
    draft.field(st.text_input, t("own_way.text"), "text", max_chars=LONGEST_NAME)
    plans = {plan.id: plan.name for plan in path.web.options if not plan.barred}
    if plans:
        draft.choice(st.selectbox, t("own_way.plan"), {"": t("own_way.no_plan"), **plans}, "plan", filter_mode=None)
    draft.field(st.text_input, t("own_way.no_to"), "no_to", max_chars=LONGEST_NAME)
    ready = bool(draft.text("text"))
    button(
        t("own_way.choose"),
        partial(_take_own, now.meeting, path.meeting, step, draft),
        key=f"{key}_choose",
        icon="check",
        type="primary",
        disabled=not ready,
    )


def _take_own(meeting: str, group: str, step: Choose, draft: Draft) -> None:
    text, plan, no_to = draft.text("text"), draft.text("plan"), draft.text("no_to")
    if current.attempt(lambda: session.choose_own(meeting, group, step, text, plan, no_to)):
        draft.close()
