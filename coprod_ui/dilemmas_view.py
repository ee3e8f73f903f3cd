"""The Dilemmas screen: each dilemma with its question, its ways out, and what each costs whom."""

import streamlit as st

from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_ui import charts, pictures, sentences
from coprod_ui.figure import figure
from coprod_ui.gap_view import fixed
from coprod_ui.strip import DILEMMAS
from coprod_ui.words import Words, current_words, literal, of_100, t


def draw(web: Web, readings: Readings, digits: bool) -> None:
    """Draws the dilemma that is chosen; one tab each."""
    labels = {name: t(f"dilemmas.{name}") for name in DILEMMAS}
    _follow_address(labels)
    words = current_words()
    for name, tab in zip(
        DILEMMAS, st.tabs(list(labels.values()), key="dilemma_tab", on_change=_remember, args=(labels,)), strict=True
    ):
        if tab.open:
            with tab:
                _DRAW[name](web, readings, digits, words)
                fixed(web, words)


def _follow_address(labels: dict[str, str]) -> None:
    """A link to one dilemma opens it; after that the tab is the person's, whatever the language."""
    asked = st.query_params.pop("d", None)
    if asked in labels:
        st.session_state["dilemma"] = asked
    label = labels[st.session_state.setdefault("dilemma", DILEMMAS[0])]
    if st.session_state.get("dilemma_tab") != label:
        st.session_state["dilemma_tab"] = label


def _remember(labels: dict[str, str]) -> None:
    chosen = st.session_state["dilemma_tab"]
    st.session_state["dilemma"] = next((name for name, label in labels.items() if label == chosen), DILEMMAS[0])


def _story(web: Web) -> None:
    if web.case.story:
        st.markdown(f":gray[{literal(web.case.story)}]")


def _foot(readings: Readings, name: str, digits: bool, words: Words) -> None:
    st.markdown(f"**{t('dilemma_screen.stronger')}** {' '.join(sentences.stronger(readings, name, words, digits))}")
    reading = getattr(readings, name)
    if reading is None or reading.tension is None:
        return
    amplified = getattr(reading, "amplified", None)
    if amplified is not None and of_100(amplified) == of_100(reading.tension):
        amplified = None  # nothing to show apart
    figure(
        f"tension_{name}",
        charts.tension_figure(reading.tension, amplified, words, digits, _dark()),
        charts.tension_alt(reading.tension, amplified, words),
        lambda: charts.tension_table(reading.tension, amplified, words),
    )


# -- 1 --------------------------------------------------------------------------------------------------------------


def _feasible_or_inclusive(web: Web, readings: Readings, digits: bool, words: Words) -> None:
    name, reading = "feasibility_inclusiveness", readings.feasibility_inclusiveness
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        st.header(t("dilemma_screen.question_feasibility_inclusiveness"), anchor=False)
        _story(web)
        for line in sentences.feasible_or_inclusive(readings, web, words, digits):
            st.markdown(line)
        wishes = sentences.provisional(readings, words)
        if wishes:
            st.markdown(wishes)
        _foot(readings, name, digits, words)
    with picture:
        st.html(pictures.dilemma(readings, name, web, words, _dark(), digits, pictures.SCREEN))
        if reading is not None and reading.ways is not None:
            figure(
                "plane",
                charts.plane_figure(reading, web, words, digits, _dark()),
                charts.plane_alt(reading, web, words),
                lambda: charts.plane_table(reading, web, words),
            )


# -- 2 --------------------------------------------------------------------------------------------------------------


def _role(web: Web, readings: Readings, digits: bool, words: Words) -> None:
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        st.header(t("dilemma_screen.question_role"), anchor=False)
        _story(web)
        for line in sentences.role_sentences(readings, web, words, digits):
            st.markdown(line)
        _foot(readings, "role", digits, words)
    with picture:
        st.html(pictures.dilemma(readings, "role", web, words, _dark(), digits, pictures.SCREEN))
        if readings.role is not None:
            figure(
                "roles",
                charts.roles_figure(readings.role, words, digits, _dark()),
                charts.roles_alt(readings.role, words),
                lambda: charts.roles_table(readings.role, words),
            )
            for lines in sentences.ways_out(readings, web, words, digits).values():
                st.markdown(f"- {' '.join(lines)}")
    _plans(web, readings, digits, words)


def _plans(web: Web, readings: Readings, digits: bool, words: Words) -> None:
    if not readings.options:
        return
    st.markdown(f"##### {t('dilemma_screen.plans')}")
    figure(
        "plans",
        charts.plans_figure(readings, web, words, digits, _dark()),
        charts.plans_alt(readings, web, words),
        lambda: charts.plans_table(readings, web, words),
    )
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown(f"##### {t('dilemma_screen.shifted')}")
        figure(
            "shifted",
            charts.shifted_figure(readings, web, words, digits, _dark()),
            charts.shifted_alt(readings, web, words),
            lambda: charts.shifted_table(readings, web, words),
        )
    with right:
        _one_plan(web, readings, digits, words)


def _one_plan(web: Web, readings: Readings, digits: bool, words: Words) -> None:
    st.markdown(f"##### {t('dilemma_screen.burdens')}")
    names = charts.plan_names(readings, web, words)
    if st.session_state.get("read_plan") not in names:
        st.session_state["read_plan"] = next(iter(names))
    st.selectbox(
        t("dilemma_screen.burdens"),
        list(names),
        format_func=lambda id_: names.get(id_, ""),
        key="read_plan",
        label_visibility="collapsed",
        persist_state="session",
    )
    plan = st.session_state["read_plan"]
    st.markdown(" ".join(sentences.plan_sentences(readings, web, words, digits)[plan]))
    figure(
        "burdens",
        charts.burdens_figure(readings, plan, web, words, digits, _dark()),
        charts.burdens_alt(readings, plan, web, words),
        lambda: charts.burdens_table(readings, plan, web, words),
    )


# -- 3 --------------------------------------------------------------------------------------------------------------


def _rules(web: Web, readings: Readings, digits: bool, words: Words) -> None:
    picture, say = st.columns([1.4, 1], gap="large")
    with say:
        st.header(t("dilemma_screen.question_rules"), anchor=False)
        _story(web)
        st.markdown(sentences.rules_sentences(readings, web, words, digits)[0])
        _foot(readings, "rules", digits, words)
        st.markdown(f"**{t('dilemma_screen.clashes')}**")
        st.markdown("\n".join(f"- {line}" for line in sentences.clashes_between_organisations(readings, web, words)))
    with picture:
        for rule in web.rules if readings.rules is not None else ():
            with st.container(border=True, gap="xsmall"):
                st.markdown(f"**{literal(rule.name)}**")
                reading = readings.rules.rules[rule.id]
                st.html(pictures.rule_see_saw(reading, words, _dark(), digits, pictures.SCREEN))
                st.markdown(sentences.rule_balance(readings, web, rule.id, words, digits))
        if len(web.actors) > 1:
            st.markdown(f"##### {t('dilemma_screen.clash')}")
            figure(
                "clash",
                charts.clash_figure(readings, web, words, digits, _dark()),
                charts.clash_alt(readings, web, words),
                lambda: charts.clash_table(readings, web, words),
            )


_DRAW = dict(zip(DILEMMAS, (_feasible_or_inclusive, _role, _rules), strict=True))


def _dark() -> bool:
    return st.context.theme.type == "dark"
