"""The power map's own routes: what is shown for what a person chose to look at, and a copy as it is wanted."""

from dataclasses import replace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coprod_core.acts.commands import AddActor, AddOption, ChangeActor
from coprod_core.acts.conditions import AddExpectation
from coprod_core.acts.history import Act, Undo
from coprod_core.web.asked import Ring
from coprod_core.web.conditions import Expectation
from coprod_core.web.model import Actor, Interest, Option, Sphere, Web
from coprod_ui.examples.blank_webs import NAMES
from coprod_ui.meeting import current

HOME = "http://localhost:8501"
DRAIN = Option("drain", "Drainage", effects={"sound": -1.0, "dry": 1.0})


class Map:
    """Somebody who looks at the map on the laptop."""

    def __init__(self, app: Starlette, meeting: str) -> None:
        self.client = TestClient(app, base_url=HOME, client=("127.0.0.1", 50000), headers={"origin": HOME})
        self.meeting = meeting

    def shown(self, **chosen: str) -> dict[str, Any]:
        answer = self.client.get(f"/api/board/{self.meeting}/map", params={"language": "nl", **chosen})
        assert answer.status_code == 200
        found: dict[str, Any] = answer.json()
        return found

    def copy(self, wanted: Any) -> Any:
        body = {"wanted": wanted, "language": "nl"}
        return self.client.post(f"/api/board/{self.meeting}/map/what-if", json=body)

    def begins(self, name: str) -> Any:
        return self.client.post(f"/api/board/{self.meeting}/map/begin", json={"name": name, "language": "nl"})

    def does(self, *acts: Act) -> "Map":
        store = current.store()
        for act in acts:
            store.append(self.meeting, act, seen=store.load(self.meeting).head)
        return self


@pytest.fixture
def of(app: Starlette, meeting: str) -> Map:
    return Map(app, meeting)


def test_every_party_is_told_where_it_stands_and_what_that_asks(of: Map):
    found = of.does(ChangeActor("piles", {"power": "little"})).shown()
    assert found["order"] == ["piles", "street"]
    piles = found["parties"]["piles"]
    assert (piles["hit"], piles["quiet"], piles["ring"]) == ("plans", True, "outside")
    assert piles["asks"] == "Wie heeft hen gevraagd, en wat hebben zij nodig om te komen?"
    assert found["said"]["hit"][0].startswith("Eén groep wordt geraakt en heeft weinig macht")


def test_a_party_that_wants_another_ring_may_be_put_among_the_expectations_once_and_taken_back(of: Map):
    assert of.shown()["expect"] == {}
    of.does(ChangeActor("piles", {"ring_theirs": "decide", "ring_ours": "think"}))
    assert of.shown()["expect"] == {}, "there is nobody to say it to"
    of.does(AddActor(Actor("town", "Gemeente", Sphere.OWN_ORGANISATION)))
    found = of.shown()
    said = found["expect"]["piles"]
    assert said == {
        "who": "piles",
        "of_whom": "town",
        "what": "Zij willen meebeslissen, wij willen meedenken.",
        "noted": False,
    }
    assert found["differing"] == ["piles"]
    of.does(AddExpectation(Expectation("e1", said["who"], said["of_whom"], said["what"])))
    assert of.shown()["expect"]["piles"]["noted"] is True
    of.does(Undo())
    assert of.shown()["expect"]["piles"]["noted"] is False


def test_a_plan_is_chosen_and_one_that_is_gone_counts_as_not_chosen(of: Map):
    assert of.shown()["plan"] is None
    of.does(
        AddOption(DRAIN),
        AddOption(Option("wait", "Wachten")),
    )
    assert of.shown(plan="wait")["plan"] == "wait"
    assert of.shown(plan="gone")["plan"] == of.shown()["plan"]
    assert of.shown(plan="wait")["parties"]["street"]["stance"] == "unknown"


def test_trust_is_seen_from_who_is_chosen_or_by_the_standpoint_to_a_plan(of: Map):
    assert of.shown()["from"] is None
    assert of.shown()["said"]["trust"] == ["Kies eerst vanuit wie u kijkt."]
    from_street = of.shown(**{"from": "street"})
    assert from_street["parties"]["street"]["side"] is None
    of.does(AddOption(DRAIN))
    by_plan = of.shown(**{"from": "plan:drain"})
    assert [by_plan["parties"][id_]["side"] for id_ in ("street", "piles")] == ["together", "together"]
    assert of.shown(**{"from": "nobody"})["from"] is None


def test_all_in_the_rings_that_are_wanted_is_a_copy_in_one_act_and_the_meeting_stays(of: Map):
    of.does(ChangeActor("piles", {"ring_ours": "think"}), ChangeActor("street", {"ring_ours": "know"}))
    before = current.store().load(of.meeting)
    assert of.copy("ours").json()["href"] == f"scenarios?meeting={of.meeting}&language=nl"
    (copy,) = current.store().forks_of(of.meeting)
    assert copy.title == "Iedereen in de ring die wij willen"
    made = current.store().load(copy.id)
    assert made.head == before.head + 1
    web = made.history.web
    assert (web.actor_by_id["piles"].seats, web.actor_by_id["piles"].influence) == (6, 0.5)
    assert (web.actor_by_id["street"].seats, web.actor_by_id["street"].ring_now) == (0, Ring.KNOW)
    assert current.store().load(of.meeting).history.web == before.history.web


def test_without_a_ring_that_is_wanted_no_copy_is_made_and_that_is_said(of: Map):
    answer = of.copy("theirs")
    assert answer.status_code == 409
    assert answer.json()["text"].startswith("Er is nog geen ring genoteerd.")
    assert of.copy("now").status_code == 400
    assert current.store().forks_of(of.meeting) == ()


def test_a_map_of_a_web_with_nothing_in_it_is_shown(of: Map):
    store = current.store()
    web = store.load(of.meeting).history.web
    of.meeting = store.begin(replace(web, actors=(), interests=(), stakes=()))
    assert of.shown()["parties"] == {}


def test_a_map_without_parties_begins_with_those_of_a_kind_of_project_in_one_act(of: Map):
    empty = Map(of.client.app, current.store().begin(Web(title="Leeg", interests=(Interest("low", "lage kosten"),))))
    offered = empty.shown()["begin"]
    assert [each["name"] for each in offered] == list(NAMES)
    assert of.shown()["begin"] == []
    answer = empty.begins("sewer")
    assert answer.status_code == 200
    web = current.store().load(empty.meeting).history.web
    assert len(web.actors) == 13
    assert [interest.name.casefold() for interest in web.interests].count("lage kosten") == 1
    assert empty.begins("sewer").status_code == 409
    assert empty.begins("castle").status_code == 400
    empty.does(Undo())
    assert current.store().load(empty.meeting).history.web.actors == ()
