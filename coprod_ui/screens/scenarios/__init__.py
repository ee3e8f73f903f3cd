"""The What if screen: take a copy, change it, hold two to four side by side, take one over."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from coprod_core.checked.errors import CoprodError
from coprod_core.comparing.conclusions import conclusions
from coprod_core.store.values import Summary
from coprod_ui.charts.scenarios import compared_plan_chart, compared_plans
from coprod_ui.components.drawing import drawing
from coprod_ui.meeting import copying, current
from coprod_ui.screens.scenarios import copies
from coprod_ui.screens.scenarios.side_by_side import columns, more_columns
from coprod_ui.screens.scenarios.sides import Side, sides
from coprod_ui.sentences import fixed as say_fixed
from coprod_ui.sentences import scenarios as say_scenarios
from coprod_ui.widgets import controls, explain, messages
from coprod_ui.widgets.figure import figure
from coprod_ui.widgets.foot import counted_otherwise, fixed_line
from coprod_ui.widgets.sheet import closes_on_escape
from coprod_ui.widgets.theme import is_dark
from coprod_ui.words import Words, current_words, literal, t


def draw(digits: bool) -> None:
    """Draws the webs side by side, and under them the way to a new copy and to the others."""
    root = current.root()
    if root is None:
        return
    words = current_words()
    try:
        every = copying.family(root)
    except CoprodError as error:
        st.warning(messages.sentence(error.code, error.params))
        return
    chosen = copying.chosen(every)
    if len(every) < 2:
        _nothing_yet(every)
        return
    found = sides([each for each in every if each.id in (root, *chosen)])
    now = next((side for side in found if side.is_now), None)
    shown = [side for side in found if side.id in chosen]
    if now is None or len(shown) < 2:
        st.markdown(t("scenarios.choose_more"))
        copies.draw(every, chosen, digits)
        return
    drawing(columns(now, shown, words, digits, is_dark()), key="what_if")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="what_if_row"):
        copies.draw(every, chosen, digits)
        opened = _choose_more()
        st.markdown(f":gray[:small[{t('what_if.key')}]]", width="content")
    if opened is not None:
        closes_on_escape("what_if_more", t(f"what_if.more_{opened}"))
        _MORE[opened](now, shown, digits, words)
    fixed_line(now.web, words)
    counted_otherwise(now.web, words)


def _nothing_yet(every: Sequence[Summary]) -> None:
    st.header(t("scenarios.empty"), anchor=False)
    st.markdown(t("scenarios.intro"))
    st.markdown(t("scenarios.empty_next"))
    copies.form(every)


# -- more -----------------------------------------------------------------------------------------------------------


def _choose_more() -> str | None:
    """What opens on request: what holds or depends, what else differs, one plan in each web, how it is worked out."""
    names = {part: t(f"what_if.more_{part}") for part in _MORE}
    return st.pills(
        t("what_if.more"),
        list(names),
        format_func=lambda part: names.get(part, ""),
        key="what_if_more",
        label_visibility="collapsed",
        persist_state="session",
    )


def _holds(_: Side, shown: Sequence[Side], digits: bool, words: Words) -> None:
    found = conclusions([side.readings for side in shown])
    webs = {side.name: side.web for side in shown}
    same = [say_scenarios.holds(each, list(webs.values()), words) for each in found]
    other = [say_scenarios.depends(each, webs, words) for each in found]
    for column, lines, name in zip(st.columns(2, gap="medium"), (same, other), ("holds", "depends"), strict=True):
        with column:
            st.markdown(f"##### {t(f'scenarios.{name}')}")
            st.markdown("\n".join(f"- {line}" for line in lines if line) or t(f"scenarios.{name}_none"))


def _differs(now: Side, shown: Sequence[Side], digits: bool, words: Words) -> None:
    found = more_columns(now, shown, words, digits, is_dark())
    if found is None:
        st.markdown(t("what_if.no_more"))
        return
    drawing(found, key="what_if_columns")


def _plan(_: Side, shown: Sequence[Side], digits: bool, words: Words) -> None:
    compared = {side.name: (side.web, side.readings) for side in shown}
    plans = compared_plans(compared)
    if not plans:
        st.markdown(t("scenarios.no_shared_plan"))
        return
    plan = controls.one_of(t("charts.plan"), plans, key="compared_plan", label_visibility="collapsed")
    figure("compared_plan", compared_plan_chart(compared, plan, words, digits, is_dark()))


def _explain(_: Side, shown: Sequence[Side], digits: bool, words: Words) -> None:
    st.markdown(say_fixed.method_line(words))
    for side in shown:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"explain_row_{side.id}"):
            st.markdown(f"**{literal(side.name)}**", width="content")
            explain.whole(side.readings, side.id, literal(side.name))


_MORE: Mapping[str, Callable[[Side, Sequence[Side], bool, Words], None]] = {
    "holds": _holds,
    "differs": _differs,
    "plan": _plan,
    "explain": _explain,
}
