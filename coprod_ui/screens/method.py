"""The Method screen: every convention with what it does, its value here and the design's."""

from collections.abc import Mapping
from math import isfinite

import streamlit as st

from coprod_core.acts.commands import ChangeConventions, ChangeProcess, ResetConventions
from coprod_core.acts.history import History
from coprod_core.checked.fields import Number
from coprod_core.checked.values import kinds
from coprod_core.indicators.invitation import MOST_CANDIDATES
from coprod_core.web.conventions import Conventions
from coprod_core.web.deviations import DESIGN_OF_PROCESS, convention, deviations
from coprod_core.web.model import Process, Web
from coprod_ui.meeting import current
from coprod_ui.sentences import acts as say_acts
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.widgets import controls
from coprod_ui.widgets.foot import fixed_lines
from coprod_ui.words import Words, current_words, t

Rows = tuple[tuple[str, ...], ...]
"""What stands side by side, with one line above it."""

_LEFT: Mapping[str, Rows] = {
    "words": (("weight_notices", "weight_plans", "weight_home"), ("force_habit", "force_council_rule", "force_law")),
    "heard": (("unheard_limit",),),
    "alarm": (("alarm_hit", "alarm_share"),),
    "plans": (("wish_feasibility",), ("hard_to_live_with",), ("can_live_with",), ("tell_from",), ("tell_change",)),
    "stronger": (("strengthening",),),
}
_RIGHT: Mapping[str, Rows] = {
    "roles": (("ownership_facilitate", "ownership_steer", "ownership_lead", "ownership_politics_first"),),
    "table": (("agenda_capacity",), ("worst_off_weight",)),
    "talk": (("ambivalent_from",), ("mixed_limit",)),
    "rings": (("ring_think", "ring_work", "ring_decide"),),
    "sure": (
        ("spread_data", "spread_self", "spread_estimate"),
        ("spread_position", "spread_people"),
        ("unsure_limit",),
    ),
}
_LABELS = {
    "weight_notices": "weights.notices",
    "weight_plans": "weights.plans",
    "weight_home": "weights.home",
    "force_habit": "force.habit",
    "force_council_rule": "force.council_rule",
    "force_law": "force.law",
    "ownership_facilitate": "roles_short.facilitate",
    "ownership_steer": "roles_short.steer",
    "ownership_lead": "roles_short.lead",
    "ownership_politics_first": "roles_short.politics_first",
    "ring_think": "rings.think",
    "ring_work": "rings.work",
    "ring_decide": "rings.decide",
    "spread_data": "provenance.data",
    "spread_self": "provenance.self",
    "spread_estimate": "provenance.estimate",
}
"""Where a convention is the number behind a word, that word."""

_SHARES = 2
"""Up to here a convention is a share or a deviation, to be set in twentieths; above it whole steps do."""


def draw(history: History, digits: bool) -> None:
    """Draws every convention, what the last act changed, and the way back to the design's."""
    web, words = history.web, current_words()
    other = deviations(web)
    _head(history, other, digits, words)
    for column, groups in zip(st.columns(2, gap="large"), (_LEFT, _RIGHT), strict=True):
        with column:
            for name, rows in groups.items():
                with st.container(gap="xsmall"):
                    _group(name, rows, web, other, words)
    _foot(web, words)


def _head(history: History, other: Mapping[str, float], digits: bool, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="method_state"):
        st.header(t("method.heading"), anchor=False, width="content")
        st.space("stretch")
        st.markdown(f"**{say_fixed.deviating(other, words)}**", width="content")
        controls.act_button(
            t("method.reset"), ResetConventions, key="method_reset", icon=":material/restart_alt:", disabled=not other
        )
    st.markdown(t("method.intro"))
    if history.can_undo:
        before, after = current.readings_of(history.web_before), current.readings_of(history.web)
        st.markdown(
            say_acts.after_act(before, after, history.last, history.web_before, history.web, words, digits),
        )


def _group(name: str, rows: Rows, web: Web, other: Mapping[str, float], words: Words) -> None:
    st.markdown(f"##### {t(f'method.groups.{name}')}")
    for row in rows:
        line = t(f"method.lines.{row[0]}")
        alone = len(row) == 1  # then the line says what the number is
        if alone:
            about, *columns = st.columns([1.9, 1], gap="small", vertical_alignment="center")
            about.markdown(line)
        else:
            st.markdown(line)
            columns = st.columns(len(row), gap="small", vertical_alignment="bottom")
        for column, name_ in zip(columns, row, strict=True):
            with column.container(gap="xxsmall"):
                _convention(name_, web, other, words, "collapsed" if alone else "visible")


def _convention(name: str, web: Web, other: Mapping[str, float], words: Words, label: str) -> None:
    """One number to change, with the design's under it, and a mark and words where the two differ."""
    cls, act = (Process, ChangeProcess) if name in DESIGN_OF_PROCESS else (Conventions, ChangeConventions)
    kind = dict(kinds(cls))[name]
    assert isinstance(kind, Number)  # every convention is one
    value, most = convention(web, name), kind.high
    controls.number(
        t(_LABELS.get(name, f"method.labels.{name}")),
        value,
        lambda wished: act({name: wished}),
        key=f"method_{name}",
        max_value=float(most) if isfinite(most) else None,
        step=0.05 if most <= _SHARES else 1.0,
        label_visibility=label,
    )
    if name in other:
        st.markdown(f":orange-badge[◆ {t('method.other', value=words.count(other[name]))}]")
    else:
        st.markdown(f":gray[:small[{t('method.design', value=words.count(value))}]]")


def _foot(web: Web, words: Words) -> None:
    st.markdown(f"##### {t('method.groups.fixed')}")
    st.markdown(t("method.fixed", groups=MOST_CANDIDATES))
    fixed_lines(web, words)
