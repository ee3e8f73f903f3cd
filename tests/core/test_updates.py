"""Updating a web from a file: what is the same, what has another name by now, and what stays where it is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coprod_core.exchange import FORMATS, Card
from coprod_core.web.model import Actor, Interest, Stake, Web

CARD = Card(datetime(2026, 3, 4, tzinfo=UTC))
WEB = Web(
    title="Straat",
    actors=(
        Actor("a", "Bewoners Lindelaan", "citizens", people=40, x=10, y=20),
        Actor("b", "Waterschap", "other_organisation", x=30, y=40),
    ),
    interests=(Interest("k", "Rust", x=50, y=60),),
    stakes=(Stake("a", "k", 0.4),),
)


def table(text: str):
    return FORMATS["table"].read(text.encode(), "x")


def test_a_name_that_is_almost_the_same_is_asked_and_never_assumed() -> None:
    found = table("partij;mensen\nBewoners Lindenlaan;60\n")
    (asked,) = found.perhaps_renamed(WEB)
    assert (asked.name, asked.ids, asked.names) == ("Bewoners Lindenlaan", ("a",), ("Bewoners Lindelaan",))
    assert len(found.onto(WEB).actors) == 3
    renamed = found.onto(WEB, {asked.id: "a"})
    assert [(actor.name, actor.people) for actor in renamed.actors] == [
        ("Bewoners Lindenlaan", 60),
        ("Waterschap", None),
    ]
    assert renamed.stakes == WEB.stakes


def test_a_name_that_the_file_has_too_is_not_asked_about() -> None:
    assert table("partij\nBewoners Lindelaan\nBewoners Lindenlaan\n").perhaps_renamed(WEB) == ()
    assert table("partij\nWinkeliers\n").perhaps_renamed(WEB) == ()


@pytest.mark.parametrize("name", ["workbook", "ods", "graphml", "kumu", "prsm", "node_link", "csv", "web"])
def test_a_whole_web_updates_by_id_takes_nothing_away_and_moves_nothing(name: str) -> None:
    newer = replace(
        WEB,
        actors=(Actor("a", "Buurtvereniging", "citizens", people=60, x=900, y=900),),
        interests=(Interest("k", "Rust", x=900, y=900), Interest("l", "Groen", x=1, y=2)),
        stakes=(Stake("a", "l", 1),),
    )
    found = FORMATS[name].read(FORMATS[name].write(newer, CARD)).as_update
    after = found.onto(WEB)
    assert [(actor.id, actor.name, actor.people, actor.x) for actor in after.actors] == [
        ("a", "Buurtvereniging", 60, 10),
        ("b", "Waterschap", None, 30),
    ]
    assert [(interest.id, interest.x) for interest in after.interests] == [("k", 50), ("l", 1)]
    assert [(stake.interest, stake.weight) for stake in after.stakes] == [("k", 0.4), ("l", 1)]


def test_a_whole_web_that_is_not_meant_as_an_update_takes_the_place_of_what_is_there() -> None:
    other = Web(title="Anders")
    assert FORMATS["web"].read(FORMATS["web"].write(other, CARD)).onto(WEB) == other
