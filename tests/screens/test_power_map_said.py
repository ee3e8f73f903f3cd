"""What the power map says: the first sentence that holds, and never more than is known."""

from dataclasses import replace

import pytest

from coprod_core.indicators.overview import readings
from coprod_core.indicators.power_map import viewpoint_of
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.web.asked import Ring
from coprod_core.web.model import Actor, Interest, Stake, Web
from coprod_ui.sentences import power_map as say
from coprod_ui.words import LANGUAGES, words
from coprod_ui.words.plain_text import plain
from tests.screens.test_power_map_pictures import FORBIDDEN, worked

NL, EN = words("nl"), words("en")
both = pytest.mark.parametrize("language", LANGUAGES)


def hit(*powers: str | None, seats: float = 0) -> Web:
    """As many groups that are hit hard, each with a power."""
    parties = tuple(
        Actor(f"a{nth}", f"Groep {nth}", "citizens", people=50, seats=seats, power=power)
        for nth, power in enumerate(powers)
    )
    stakes = tuple(Stake(party.id, "k", 1.0, 1.0) for party in parties)
    return Web(actors=parties, interests=(Interest("k", "Droge kelder"),), stakes=stakes)


def corner(web: Web, language: str = "nl") -> list[str]:
    return [plain(line) for line in say.corner(readings(web), web, words(language))]


def test_the_worked_example_has_two_groups_in_the_corner_and_nobody_of_them_at_the_table():
    assert corner(worked()) == ["2 groepen worden geraakt en hebben weinig macht: niemand van hen zit aan tafel."]
    assert corner(worked("en"), "en") == ["2 groups are hit and have little power: none of them is at the table."]


def test_one_and_more_groups_are_told_with_how_many_of_them_are_at_the_table():
    assert corner(hit("little")) == ["Eén groep wordt geraakt en heeft weinig macht: deze groep zit niet aan tafel."]
    assert corner(hit("little", seats=1)) == [
        "Eén groep wordt geraakt en heeft weinig macht: van deze groep zit iemand aan tafel."
    ]
    assert corner(hit("little", "little", seats=1)) == [
        "2 groepen worden geraakt en hebben weinig macht: van 2 zit iemand aan tafel."
    ]


def test_who_was_not_asked_is_counted_apart_and_always_told():
    assert corner(hit(None)) == ["Van één groep die geraakt wordt, is nog niet gevraagd hoeveel macht die heeft."]
    assert len(corner(hit("little", None, None))) == 2
    assert "Van 2 groepen die geraakt worden" in corner(hit("little", None, None))[1]


def test_that_no_group_has_little_power_is_said_only_where_nothing_is_unknown():
    assert corner(hit("much", "some")) == ["Geen groep die geraakt wordt, heeft volgens u weinig macht."]
    known = hit("much")
    silent = replace(known, actors=(*known.actors, Actor("z", "Stille groep", "citizens", people=5)))
    assert corner(silent) == []
    assert corner(Web()) == []


@both
def test_what_a_place_asks_is_a_question_to_the_organiser(language: str):
    web, say_it = worked(language), words(language)
    read = readings(web)
    asked = {party.id: say.place_asks(read, web, party, say_it) for party in web.actors}
    assert asked["action_group"] == say.ring_asks(Ring.DECIDE, say_it)
    assert asked["foundation_residents"] == say_it("say_power_map.quiet_was_asked")
    assert asked["shopkeepers"] == say.ring_asks(Ring.OUTSIDE, say_it)
    assert all(said.endswith("?") for said in asked.values() if said)


def test_where_wishes_differ_that_is_to_be_discussed_first():
    party = worked().actor_by_id["shopkeepers"]
    assert plain(say.rings_differ(party, NL)) == "Zij willen meedenken, u wilt meeweten. Bespreek dat eerst."
    assert say.rings_differ(replace(party, ring_theirs=None), NL) == ""
    assert say.rings_differ(replace(party, ring_theirs=party.ring_ours), NL) == ""


def test_what_was_noted_stands_beside_what_the_web_says_and_ends_in_a_question():
    party = replace(worked().actor_by_id["council"], attitude="negative")
    told = say.noted_otherwise(party, Stance.CAN, NL)
    assert told == "U hebt ‘negatief’ genoteerd, volgens het web kunnen zij ermee leven. Wat weten wij nog niet?"
    assert say.noted_otherwise(replace(party, attitude=None), Stance.CAN, NL) == ""


@both
def test_a_talk_begins_with_what_is_shared(language: str):
    web = worked(language)
    read = readings(web)
    lines = say.talk_first(read, web, viewpoint_of(read) or "", words(language))
    assert len(lines) == 3
    assert web.actor_by_id["shopkeepers"].name in plain(lines[0])
    assert not any(FORBIDDEN.search(line) for line in lines)


def test_who_decides_about_others_is_named_and_asked_about():
    web = hit("much")
    far = replace(web, stakes=(Stake("a0", "k", 0.1, 1.0),))
    assert "Groep 0" in plain(say.decides_for_others(readings(far), far, NL))
    assert say.decides_for_others(readings(web), web, NL) == ""
