"""The Gap screen: the three nested gaps, what causes them, what is not heard, and who is missing."""

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from coprod_core.commands import Seat
from coprod_core.history import History, seats_on_invitation
from coprod_core.indicators import Gap, Readings, Reference, Undefined
from coprod_core.model import Web
from coprod_ui import charts, controls, current, pictures, sentences
from coprod_ui.figure import figure
from coprod_ui.method_note import method_note
from coprod_ui.words import Words, current_words, literal, t

Drawing = tuple[Callable[..., go.Figure], Callable[..., str], Callable[..., pd.DataFrame]]
"""A chart, what it says in words, and its table."""


def reference() -> Reference:
    """Whom the table is held against, as chosen on this screen."""
    return Reference(st.session_state.get("reference", Reference.MAXI_PUBLIC))


def reference_switch() -> None:
    """The article's maxi-public, or everybody affected."""
    labels = {str(option): t(f"reference.{option}") for option in Reference}
    st.segmented_control(
        t("gap_screen.reference"),
        list(labels),
        format_func=lambda option: labels[option],
        default=str(Reference.MAXI_PUBLIC),
        required=True,
        key="reference",
        persist_state="session",
        help=t("gap_screen.reference_help"),
    )


def draw(history: History, readings: Readings, digits: bool) -> None:
    """Draws every reading of the gap as word, sentence and bar."""
    web, words = history.web, current_words()
    said = sentences.gap_sentences(readings, web, words, digits)
    if readings.gap is None:
        st.header(t("strip.gap"), anchor=False)
        st.markdown(said["undefined"])
        return
    picture, who = st.columns([1.5, 1], gap="large")
    with picture:
        _three_gaps(readings, web, said, digits, words)
        _figures(_LEFT, readings.gap, web, digits, words)
    with who:
        _who_is_missing(history, readings, digits, words)
        _invitations(readings, web, digits, words)
        _figures(_RIGHT, readings.gap, web, digits, words)
    fixed(web, words)


def _three_gaps(readings: Readings, web: Web, said: dict[str, str], digits: bool, words: Words) -> None:
    st.header(t("strip.gap"), anchor=False)
    st.html(pictures.nested_bars(readings.gap, words, digits, _dark(), height=44, size=16))
    lines = [said[part] for part in ("places", "views", "attention", "drift", "overlap") if part in said]
    lines += [*sentences.causes(readings, web, words), *sentences.unheard(readings, web, words)]
    estimate = sentences.estimates(readings, web, words, digits)
    st.markdown("\n".join(f"- {line}" for line in [*lines, *([estimate] if estimate else [])]))
    reference_switch()
    found = current.robustness_of(web, reference())
    if not isinstance(found, Undefined):
        st.markdown(f"##### {t('gap_screen.sure')}")
        st.markdown("\n".join(f"- {line}" for line in sentences.certainty(found, web, words, digits)))


_LEFT = {
    "attention": (charts.attention_figure, charts.attention_alt, charts.attention_table),
    "interests": (charts.interest_causes_figure, charts.interest_causes_alt, charts.interest_causes_table),
}
_RIGHT = {
    "seats": (charts.seats_figure, charts.seats_alt, charts.seats_table),
    "parties": (charts.actor_causes_figure, charts.actor_causes_alt, charts.actor_causes_table),
}


def _figures(drawings: Mapping[str, Drawing], gap: Gap, web: Web, digits: bool, words: Words) -> None:
    for name, (drawn, alt, table) in drawings.items():
        st.markdown(f"##### {t(f'gap_screen.{name}')}")
        figure(name, drawn(gap, web, words, digits, _dark()), alt(gap, web, words), partial(table, gap, web, words))


def _who_is_missing(history: History, readings: Readings, digits: bool, words: Words) -> None:
    web = history.web
    absent = [a for a in web.actors if a.citizens and not a.seated and readings.gap.by_actor.get(a.id) is not None]
    absent.sort(key=lambda actor: -readings.gap.by_actor[actor.id])
    st.header(t("gap_screen.missing"), anchor=False)
    if not absent:
        st.markdown(t("gap_screen.nobody_missing"))
        return
    names = {actor.id: actor.name for actor in absent}
    if st.session_state.get("missing") not in names:
        st.session_state["missing"] = absent[0].id
    st.selectbox(
        t("gap_screen.missing"),
        list(names),
        format_func=lambda id_: names.get(id_, ""),
        key="missing",
        label_visibility="collapsed",
        persist_state="session",
    )
    _missing(history, readings, st.session_state["missing"], digits, words)


def _missing(history: History, readings: Readings, actor: str, digits: bool, words: Words) -> None:
    web = history.web
    with st.container(border=True, gap="xsmall"):
        st.markdown(f":gray[{t(f'invitation.{web.actor_by_id[actor].invitation}')}]")
        for line in (
            sentences.invite(readings, web, actor, words, digits),
            sentences.estimates(readings, web, words, digits, actor),
            words("say_invite.in_life"),
        ):
            if line:
                st.markdown(line)
        beside = sentences.without_them(readings, web, words, digits)
        if beside:
            st.markdown(f"**{t('gap_screen.without')}**")
            st.markdown("\n".join(f"- {line}" for line in beside))
        controls.act_button(
            t("gap_screen.invite", name=literal(web.actor_by_id[actor].name)),
            lambda: Seat(actor, seats_on_invitation(history, actor)),
            key=f"gap_invite_{actor}",
            icon=":material/group_add:",
        )


def _invitations(readings: Readings, web: Web, digits: bool, words: Words) -> None:
    reading = readings.feasibility_inclusiveness
    if reading is None or not reading.invite:
        return
    st.markdown(f"##### {t('gap_screen.invitations')}")
    figure(
        "invitations",
        charts.invite_figure(reading, web, words, digits, _dark()),
        charts.invite_alt(reading, web, words),
        lambda: charts.invite_table(reading, web, words),
    )


def fixed(web: Web, words: Words) -> None:
    """The lines under every analysis: who filled this in, who was not asked, which plan is missing, how we count."""
    st.markdown(f":gray[{' · '.join(sentences.fixed_lines(web, words))}]")
    st.markdown(f":gray[{sentences.method_line(words)}]")
    method_note(web, words)


def _dark() -> bool:
    return st.context.theme.type == "dark"
