"""What a choice did, in sentences: at most five lines in a fixed order, and no more than what the numbers say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import ChangeOption, ChangeProcess, Seat
from coprod_core.comparing.consequences import Consequences, consequences
from coprod_core.indicators.overview import Readings, readings
from coprod_core.web.model import Web
from coprod_core.workshop.heading import standing
from coprod_ui.sentences import consequences as say
from coprod_ui.words import LANGUAGES, Words, literal, words
from tests.core.webs import webs
from tests.examples import examples

LANGUAGE = st.sampled_from(LANGUAGES)


def told(web: Web, after: Web) -> tuple[Consequences, Readings]:
    """What happened between two webs in which nobody took a role."""
    was, now = (standing([], [], readings(each)) for each in (web, after))
    return consequences(was, now), now.readings


@examples(40)
@given(webs(), webs(), LANGUAGE)
def test_a_choice_is_told_in_one_to_five_lines_the_plan_first(web: Web, other: Web, language: str) -> None:
    found, now = told(web, other)
    lines = say.lines(found, now, words(language), card=True)
    assert 1 <= len(lines) <= 5
    assert all(line.strip() for line in lines)
    if found.leads_to is not None:
        assert literal(other.option_by_id[found.leads_to].name) in lines[0]


@examples(40)
@given(webs(), LANGUAGE)
def test_nothing_is_said_to_change_only_where_nothing_did(web: Web, language: str) -> None:
    said = words(language)
    found, now = told(web, web)
    assert (say.nothing(found, said) == said("felt.nothing")) is not found.web_changed
    changed = ChangeProcess({"delegated": 1.0 if web.process.delegated < 0.5 else 0.0}).applied_to(web)
    assert say.nothing(told(web, changed)[0], said) == said("felt.no_difference")
    assert now is not None


@examples(40)
@given(webs(), LANGUAGE)
def test_who_loses_is_told_to_sit_there_exactly_when_they_do(web: Web, language: str) -> None:
    said = words(language)
    found, _ = told(web, web)
    if found.losing is None:
        return
    absent = said("felt.absent", names="").split(":")[0].lower()
    for id_, line in zip(found.losing.losing, say.pays(found, web, said, 99), strict=True):
        assert (absent in line.lower()) is not web.actor_by_id[id_].seated


@examples(40)
@given(webs(), LANGUAGE)
def test_a_chair_and_other_seats_are_told_apart(web: Web, language: str) -> None:
    said = words(language)
    for actor in web.actors[:2]:
        found, now = told(web, Seat(actor.id, actor.seats + 2).applied_to(web))
        text = " ".join(say.lines(found, now, said))
        chair = said("felt.chair", names=f"*{literal(actor.name)}*")
        seats = said(
            "felt.seats",
            party=literal(actor.name),
            before=said.count(actor.seats),
            after=said.count(actor.seats + 2),
        )
        assert (chair in text, seats in text) == (not actor.seats, bool(actor.seats))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_dial_can_do_is_told_of_a_card_alone_and_as_an_estimate(language: str) -> None:
    said, web = words(language), Web()
    found, now = told(web, ChangeProcess({"meddling": 0.8}).applied_to(web))
    estimate = said("felt.dial", dilemma=said.choice("dilemmas", "role"))
    assert estimate in " ".join(say.lines(found, now, said, card=True))
    assert estimate not in " ".join(say.lines(found, now, said))


@examples(30)
@given(webs(), LANGUAGE)
def test_a_long_list_of_losers_says_how_many_are_left(web: Web, language: str) -> None:
    said: Words = words(language)
    barred = web
    for plan in web.options[1:]:
        barred = ChangeOption(plan.id, {"barred": True}).applied_to(barred)
    found, _ = told(web, barred)
    if found.losing is not None and len(found.losing.losing) > 1:
        shown = say.pays(found, barred, said, 1)
        assert shown[-1] == said.plural("felt.more_lose", len(found.losing.losing) - 1)
