"""The form in which a weighing is written: filled in from the readings, every word of it the group's own."""

from datetime import date

import streamlit as st

from coprod_core.errors import CoprodError
from coprod_core.fields import LONGEST_NAME, day
from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_core.weighing import MOST_WAYS, Dilemma, RecordWeighing, ReviseWeighing, WayOut, Weighing, deviates
from coprod_ui import current
from coprod_ui.privacy_note import privacy_note
from coprod_ui.report_view import drafting
from coprod_ui.report_view.drafting import Draft
from coprod_ui.words import t

_LINE, _LINES = 68, 90


def form(held: Draft, readings: Readings, web: Web, digits: bool) -> None:
    """Draws the form. Nothing of it is on record until a person says so."""
    st.markdown(f"##### {t('report_screen.revise' if held['at'] else 'report_screen.record')}")
    _about(held, readings, web, digits)
    ways = _ways(held)
    chosen = _chosen(held, ways)
    left, right = st.columns(2, gap="medium")
    with left:
        why = _text(held, "why")
        by = _text(held, "by", placeholder=t("report_screen.by_example"), short=True)
    with right:
        for_losers = _text(held, "for_losers")
        again = _day(held)
    weighing = _weighing(held, ways, chosen, why, by, for_losers, again)
    _warnings(held, ways, chosen, (why, by, for_losers))
    with st.container(horizontal=True):
        st.button(
            t("report_screen.keep"),
            key="keep_weighing",
            icon=":material/check:",
            disabled=weighing is None,
            on_click=_keep,
            args=(held["at"], weighing),
        )
        st.button(t("report_screen.drop"), key="drop_weighing", icon=":material/close:", on_click=drafting.drop)
        if weighing is None:
            st.markdown(f":gray[{t('report_screen.choose_first')}]")


def _key(held: Draft, name: str) -> str:
    return f"weigh_{name}_{held['version']}"


def _about(held: Draft, readings: Readings, web: Web, digits: bool) -> None:
    """Which dilemma, and which rule. Of a weighing on record neither changes."""
    dilemmas = {str(dilemma): t(f"dilemmas.{dilemma}") for dilemma in Dilemma}
    rules = {rule.id: rule.name for rule in web.rules}
    first, second = st.columns(2, gap="medium")
    key, rule_key = _key(held, "dilemma"), _key(held, "rule")

    def changed() -> None:
        dilemma = Dilemma(st.session_state[key])
        rule = st.session_state.get(rule_key) or drafting.first_rule(readings, web)
        drafting.about(dilemma, rule if dilemma == Dilemma.RULES else "", readings, web, digits)

    with first:
        names = list(dilemmas)
        st.selectbox(
            t("report_screen.which_dilemma"),
            names,
            index=names.index(held["dilemma"]),
            format_func=lambda name: dilemmas[name],
            key=key,
            disabled=held["at"] is not None,
            on_change=changed,
        )
    if held["dilemma"] == Dilemma.RULES and rules:
        with second:
            ids = list(rules)
            st.selectbox(
                t("report_screen.which_rule"),
                ids,
                index=ids.index(held["rule"]) if held["rule"] in rules else None,
                format_func=lambda id_: rules[id_],
                key=rule_key,
                disabled=held["at"] is not None,
                on_change=changed,
            )


def _ways(held: Draft) -> list[WayOut]:
    """The ways out as they are written now; those without a name are left out."""
    written = []
    name_head, loses_head = t("report_screen.way"), t("weighing.loses")
    for nth, (name, loses, code) in enumerate(held["ways"]):
        left, right = st.columns([1, 2.4], gap="medium")
        shown = "visible" if nth == 0 else "collapsed"
        said = left.text_input(
            name_head,
            name,
            key=_key(held, f"name_{nth}"),
            max_chars=LONGEST_NAME,
            label_visibility=shown,
            placeholder=t("report_screen.own_way"),
            persist_state="session",
        )
        lost = right.text_area(
            f"{loses_head}" if nth == 0 else f"{loses_head} {nth + 1}",
            loses,
            key=_key(held, f"loses_{nth}"),
            height=_LINE,
            label_visibility=shown,
            persist_state="session",
        )
        if said.strip():
            written.append(WayOut(said.strip(), lost.strip(), code))
    st.button(
        t("report_screen.add_way"),
        key="add_way",
        icon=":material/add:",
        type="tertiary",
        disabled=len(held["ways"]) >= MOST_WAYS,
        on_click=drafting.add_way,
    )
    return written


def _chosen(held: Draft, ways: list[WayOut]) -> str:
    options = list(dict.fromkeys(way.name for way in ways))
    if held["chosen"] and held["chosen"] not in options:
        options.append(held["chosen"])
    chosen = st.selectbox(
        t("report_screen.chosen"),
        options,
        index=options.index(held["chosen"]) if held["chosen"] else None,
        key=_key(held, "chosen"),
        accept_new_options=True,
        placeholder=t("report_screen.chosen_example"),
        persist_state="session",
    )
    return (chosen or "").strip()[:LONGEST_NAME]


def _text(held: Draft, field: str, placeholder: str = "", short: bool = False) -> str:
    label, key = t(f"weighing.{field}"), _key(held, field)
    if short:
        return st.text_input(label, held[field], key=key, placeholder=placeholder, persist_state="session").strip()
    return st.text_area(label, held[field], key=key, height=_LINES, persist_state="session").strip()


def _day(held: Draft) -> str:
    chosen = st.date_input(
        t("weighing.again"),
        day(held["again"]),
        min_value=date(2000, 1, 1),
        max_value=date(2200, 1, 1),
        key=_key(held, "again"),
        format="DD-MM-YYYY",
        persist_state="session",
    )
    return chosen.isoformat() if isinstance(chosen, date) else ""


def _weighing(
    held: Draft, ways: list[WayOut], chosen: str, why: str, by: str, for_losers: str, again: str
) -> Weighing | None:
    if not chosen:
        return None
    try:
        return Weighing(held["dilemma"], chosen, why, by, for_losers, again, held["rule"], tuple(ways))
    except CoprodError as error:
        current.tell(error)
        return None


def _warnings(held: Draft, ways: list[WayOut], chosen: str, texts: tuple[str, ...]) -> None:
    if deviates(held["dilemma"], chosen, ways):
        st.warning(t("say_rules.on_record"), icon=":material/policy:")
    privacy_note(" ".join((chosen, *texts, *(f"{way.name} {way.loses}" for way in ways))))


def _keep(at: int | None, weighing: Weighing) -> None:
    if current.send(RecordWeighing(weighing) if at is None else ReviseWeighing(at, weighing)):
        drafting.drop()
