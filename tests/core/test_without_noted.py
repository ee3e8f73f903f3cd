"""Acts, webs and files without what was noted of parties."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.__main__ import main
from coprod_core.acts.history import after, opened
from coprod_core.checked.errors import CoprodError
from coprod_core.checked.values import is_value, kinds
from coprod_core.exchange import FORMATS
from coprod_core.files import meeting_file, web_file
from coprod_core.files.log_format import act_to_data
from coprod_core.files.without_noted import act_without, data_without, entries_without
from coprod_core.web.asked import NOTED, is_small_group
from coprod_core.web.model import Actor, Interest, Option, Web
from coprod_core.web.noted import holds_noted, notes_without, party_without, web_without
from coprod_core.web.renumbered import renumbered
from tests.core.acts import commands, full_webs
from tests.core.webs import webs
from tests.examples import examples

JUDGEMENT = "houding: een naald"


@st.composite
def noted(draw: st.DrawFn) -> Web:
    """A web in which much is noted."""
    web = draw(webs(most_actors=3, most_interests=2, most_options=1))

    def said(party: Actor) -> Actor:
        notes = draw(st.sampled_from(("", JUDGEMENT, f"blijft\n{JUDGEMENT}", "Vertrouwen: matig\nblijft")))
        if is_small_group(party.sphere, party.people):
            return replace(party, notes=notes)
        trust, attitude = draw(st.sampled_from((None, "good"))), draw(st.sampled_from((None, "negative")))
        return replace(party, trust=trust, attitude=attitude, notes=notes)

    return replace(web, actors=tuple(map(said, web.actors)))


@examples(60)
@given(noted(), st.lists(commands, max_size=4))
def test_acts_without_it_lead_to_the_same_web_without_it(web: Web, acts: list) -> None:
    history, bare = opened(web), opened(web_without(web))
    for act in acts:
        try:
            history = after(history, act)
        except CoprodError:
            continue
        bare = after(bare, act_without(act))
        assert bare.web == web_without(history.web)


@examples(60)
@given(commands)
def test_no_act_holds_it_afterwards_and_one_without_it_stays_itself(act) -> None:
    bare = act_without(act)
    assert act_without(bare) is bare
    assert list(_noted_in(act_to_data(bare))) == []


def _noted_in(data: object, inside: str = ""):
    """Where in data of an act a party says what is noted of it."""
    if isinstance(data, dict):
        if inside in ("actor", "actors", "changes"):
            yield from (f"{inside}.{name}" for name in NOTED if data.get(name) is not None)
        for key, held in data.items():
            if not (key == "changes" and data.get("act") != "change_actor"):
                yield from _noted_in(held, key)
    elif isinstance(data, list):
        for item in data:
            yield from _noted_in(item, inside)


@given(full_webs())
@examples(40)
def test_nothing_else_of_a_web_changes(web: Web) -> None:
    bare = web_without(web)
    assert not holds_noted(bare)
    assert replace(bare, actors=web.actors) == web
    for before, now in zip(web.actors, bare.actors, strict=True):
        assert replace(now, notes=before.notes, trust=before.trust, attitude=before.attitude) == before
    data = json.loads(web_file.write(web))
    assert web_file.read(json.dumps(data_without(data))) == bare


def test_a_party_an_interest_or_a_plan_may_have_any_of_these_words_for_an_id() -> None:
    ids = ("trust", "attitude", "actors", "actor", "notes", "changes")
    web = Web(
        actors=tuple(Actor(id_, "A", "citizens") for id_ in ids),
        interests=tuple(Interest(id_, "K") for id_ in ids),
        options=(Option("o", "O", effects=dict.fromkeys(ids, 0.5)),),
    )
    data = json.loads(web_file.write(web))
    assert data_without(data) is data


def test_only_a_party_has_fields_of_these_names() -> None:
    """Otherwise what takes them out of data would take out more."""
    assert {cls for cls in _values(Web) if {name for name, _ in kinds(cls)} & {*NOTED}} == {Actor}


def _values(cls: type):
    yield cls
    for _, kind in kinds(cls):
        inside = getattr(kind, "of", None)
        inside = getattr(inside, "of", inside)
        if is_value(inside):
            yield from _values(inside)


@pytest.mark.parametrize(
    ("notes", "left"),
    [
        ("", ""),
        ("vertrouwen: laag", ""),
        ("Trust: low\nblijft", "blijft"),
        ("blijft\nhouding : tegen\nook dit", "blijft\nook dit"),
        ("Het vertrouwen: daar gaat het om", "Het vertrouwen: daar gaat het om"),
        ("macht: laag", "macht: laag"),
    ],
)
def test_lines_of_an_earlier_import_that_say_the_same_go_along(notes: str, left: str) -> None:
    assert notes_without(notes) == left


def test_a_party_of_which_nothing_is_noted_stays_itself() -> None:
    party = Actor("a", "A", "citizens", notes="blijft", power="little")
    assert party_without(party) is party


def test_a_log_without_it_is_read_and_replays() -> None:
    sample = Path(__file__).parents[1] / "samples" / "versions" / "meeting.6.json"
    meeting = meeting_file.read(sample.read_bytes())
    back = meeting_file.read(meeting_file.write(entries_without(meeting.entries)))
    assert holds_noted(meeting.history.web)
    assert back.history.web == web_without(meeting.history.web)
    assert len(back.entries) == len(meeting.entries)


# -- what is handed to anyone ----------------------------------------------------------------------------------------


@examples(40)
@given(full_webs())
def test_a_web_handed_to_anyone_holds_nothing_that_was_asked_for_the_power_map(web: Web) -> None:
    bare, along = renumbered(web), renumbered(web, power_map=True)
    asked = ("power", "network_role", "ring_now", "ring_theirs", "ring_ours", "placed_by")
    assert (bare.phase, along.phase) == ("", "")
    assert not holds_noted(bare)
    assert not holds_noted(along)
    for name in asked:
        assert {getattr(party, name) for party in bare.actors} <= {None, "estimate"}
        assert [getattr(party, name) for party in along.actors] == [getattr(party, name) for party in web.actors]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("ticked", [False, True])
def test_the_command_line_takes_it_along_only_when_told(name: str, ticked: bool, tmp_path: Path, capsys) -> None:
    web = Web(
        actors=(Actor("a", "Straat", "citizens", trust="weak", notes=f"blijft\n{JUDGEMENT}"),),
        interests=(Interest("k", "Rust"),),
    )
    (tmp_path / "web.json").write_text(web_file.write(web), "utf-8")
    ask = ["convert", str(tmp_path / "web.json"), "--to", name, "--out", str(tmp_path / "made")]
    assert main([*ask, "--noted"] if ticked else ask) == 0
    (made,) = (tmp_path / "made").iterdir()
    back = FORMATS[name].read(made.read_bytes()).web
    assert ("--noted" in capsys.readouterr().out) is not ticked
    assert holds_noted(back) is (ticked and "details_of_parties" not in FORMATS[name].cannot_hold)
