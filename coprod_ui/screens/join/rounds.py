"""A round: putting a question to the room, seeing answers come in, and closing it."""

from collections.abc import Sequence

import streamlit as st

from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.indicators.overview import Readings
from coprod_core.rounds.values import MOST_GROUPS, MOST_INTERESTS, asked_of
from coprod_core.store.live_values import Round
from coprod_core.web.model import Web
from coprod_ui.meeting import current, drafts, live
from coprod_ui.meeting.drafts import Draft
from coprod_ui.screens.join import acting, results, saving
from coprod_ui.screens.join.own_words import waiting
from coprod_ui.screens.join.scene import Scene
from coprod_ui.sentences.rounds import difference, interest_names
from coprod_ui.served import cards
from coprod_ui.widgets.button import button
from coprod_ui.words import literal, t

USUAL = 5
"""How many interests a round asks about, unless a person chooses otherwise: what people still answer with care."""


def draw(scene: Scene) -> None:
    """Draws the round that is open; else the last one, and the next question."""
    latest = scene.latest
    if latest is not None and latest.open:
        _coming_in(scene, latest)
        return
    if latest is not None:
        _closed(scene, latest)
    if scene.open:
        _ask(scene)


def _coming_in(scene: Scene, asked: Round) -> None:
    st.header(t("join.round_open", number=asked.number), anchor=False)
    _question(asked)
    counts = live.counts(scene.meeting)
    if counts is not None and asked.questions.interests:
        answered = scene.words.plural("join.answered", counts.answered, phones=scene.words.count(counts.phones))
        st.progress(min(1.0, counts.answered / max(1, counts.phones)), text=answered)
    results.draw(scene, asked, live.results(scene.meeting, asked.number))
    _own_words_waiting(scene)
    with st.container(horizontal=True):
        acting.button(
            t("join.close_round"),
            lambda: live.close_round(scene.meeting, asked.number),
            key="join_close_round",
            icon=":material/check:",
        )
        st.link_button(
            t("cards.print"),
            cards.address(scene.meeting, asked.questions, scene.words.language),
            icon=":material/print:",
            help=t("cards.print_help"),
            key="join_cards",
        )


def _own_words_waiting(scene: Scene) -> None:
    todo = waiting(live.own_words(scene.meeting), scene.web)
    if todo:
        _goes_to("own_words", scene.words.plural("join.own_words_waiting", len(todo)), ":material/edit_note:")


def _goes_to(part: str, label: str, icon: str) -> None:
    st.button(label, icon=icon, key=f"join_to_{part}", type="tertiary", on_click=_go_to, args=(part,))


def _go_to(part: str) -> None:
    st.session_state["join_part"] = part


def _question(asked: Round) -> None:
    interests = [*([t("join.own_words_too")] if asked.questions.own_words else []), *interest_names(asked).values()]
    if asked.questions.question:
        st.markdown(f"**{literal(asked.questions.question)}**")
    st.markdown(" · ".join(literal(name) for name in interests))


def _closed(scene: Scene, asked: Round) -> None:
    st.header(t("join.round_closed", number=asked.number), anchor=False)
    shown = live.results(scene.meeting, asked.number)
    results.draw(scene, asked, shown)
    if shown and asked.questions.groups:
        _goes_to("adopt", t("join.to_adopt"), ":material/input:")
    if shown:
        saving.draw(scene)
    _own_words_waiting(scene)
    most = live.next_to_discuss(shown)
    if most is None or not scene.open or most not in scene.web.interest_by_id:
        return
    if difference(shown[most].room.picture.spread) == "little":
        return
    name = interest_names(asked)[most]
    button(
        t("join.ask_next", interest=literal(name)),
        _fill_in,
        asked.number + 1,
        t("join.why_different", interest=name)[:LONGEST_NAME],
        [most],
        key="join_ask_next",
        icon="forum",
    )


def _next_question(number: int) -> Draft:
    """The question of the round that comes next, as it is being written."""
    return drafts.of("round", str(number))


def _fill_in(number: int, question: str, interests: Sequence[str]) -> None:
    _next_question(number).put(question=question, interests=list(interests), own_words=False)


# -- the next question ----------------------------------------------------------------------------------------------


def _ask(scene: Scene) -> None:
    number, web = scene.next_round, scene.web
    st.header(t("join.ask_heading", number=number), anchor=False)
    if not web.interests:
        st.markdown(t("join.no_interests"))
    draft = _next_question(number)
    question = draft.field(
        st.text_input, t("join.question"), "question", t("join.usual_question"), max_chars=LONGEST_NAME
    )
    usual = usual_interests(current.readings_of(web), web)
    interests = _several(
        "interests",
        draft,
        {one.id: one.name for one in web.interests},
        usual,
        MOST_INTERESTS,
        t("join.interests_help"),
    )
    citizens = [actor.id for actor in web.actors if actor.citizens]
    groups = _several(
        "groups", draft, {one.id: one.name for one in web.actors}, citizens, MOST_GROUPS, t("join.groups_help")
    )
    own_words = draft.field(st.toggle, t("join.own_words_first"), "own_words", True, help=t("join.own_words_help"))

    def open_round() -> None:
        live.open_round(scene.meeting, web, question.strip(), interests, groups, own_words=own_words, after=number - 1)
        draft.close()

    with st.container(horizontal=True):
        acting.button(
            t("join.open_round"),
            open_round,
            key="join_open_round",
            icon=":material/campaign:",
            disabled=not interests and not own_words,
        )
        if interests:
            asked = asked_of(web, question.strip(), interests, groups, own_words=own_words)
            st.link_button(
                t("cards.print"),
                cards.address(scene.meeting, asked, scene.words.language),
                icon=":material/print:",
                help=t("cards.print_help"),
                key="join_cards",
            )


def _several(
    what: str, draft: Draft, names: dict[str, str], usual: Sequence[str], most: int, explained: str
) -> list[str]:
    """Some of these, by name; what is gone from the web since falls away."""
    chosen: list[str] = draft.choices(
        t(f"join.{what}"),
        names,
        what,
        usual[:most],
        max_selections=most,
        help=explained,
        placeholder=t("join.choose"),
    )
    return chosen


def usual_interests(readings: Readings, web: Web) -> list[str]:
    """What to ask about first: interests nobody has a stake in yet, the newest first; then the causes of the gap."""
    known = {stake.interest for stake in web.stakes}
    new = [interest.id for interest in reversed(web.interests) if interest.id not in known]
    gap = readings.gap
    if gap is None:
        return [*new, *(interest.id for interest in web.interests if interest.id not in new)][:USUAL]
    causes = sorted((id_ for id_, part in gap.by_interest.items() if part > 0), key=lambda id_: -gap.by_interest[id_])
    rest = [interest.id for interest in web.interests]
    return list(dict.fromkeys([*new, *causes, *gap.unheard, *rest]))[:USUAL]
