"""The blank webs name who and what is often there in a kind of project, and say nothing of them."""

import json
from collections import Counter
from pathlib import Path

import pytest

from coprod_core.files.web_file import VERSION, read, write
from coprod_core.indicators import power_map
from coprod_core.indicators.overview import readings
from coprod_core.placing.layout import placed
from coprod_core.web.model import Sphere
from coprod_core.web.privacy import personal_data_hints
from coprod_ui.examples.blank_webs import NAMES
from coprod_ui.sentences.hints import looks_like_a_value

FOLDER = Path(__file__).parents[2] / "data" / "templates"
KINDS = sorted(NAMES)
FILES = [f"{kind}.{language}.json" for kind in KINDS for language in ("en", "nl")]
each = pytest.mark.parametrize("file", FILES)


def held(file: str) -> dict:
    return json.loads((FOLDER / file).read_text("utf-8"))


def test_every_kind_is_there_in_both_languages_and_is_offered():
    assert sorted(path.name for path in FOLDER.iterdir()) == FILES


@each
def test_a_blank_web_is_a_web_file_of_this_version_that_holds_names_alone(file):
    data = held(file)
    assert (data["format"], data["version"]) == ("coprod-web", VERSION)
    assert set(data) == {"format", "version", "title", "language", "notes", "actors", "interests"}
    assert {key for party in data["actors"] for key in party} == {"id", "name", "sphere"}
    assert {key for interest in data["interests"] for key in interest} == {"id", "name"}
    assert (FOLDER / file).read_text("utf-8") == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@each
def test_nothing_is_said_of_anybody_in_it(file):
    web = read((FOLDER / file).read_bytes())
    assert (web.stakes, web.relations, web.options, web.rules, web.unknown) == ((), (), (), (), ())
    assert {(party.people, party.seats, party.power, party.ring_now) for party in web.actors} == {(None, 0, None, None)}


@pytest.mark.parametrize("kind", KINDS)
def test_the_two_languages_differ_in_words_only(kind):
    nl, en = held(f"{kind}.nl.json"), held(f"{kind}.en.json")
    for part in ("actors", "interests"):
        same = [[{key: said for key, said in item.items() if key != "name"} for item in web[part]] for web in (nl, en)]
        assert same[0] == same[1]


@each
def test_every_sphere_is_there_and_residents_most_of_all(file):
    found = Counter(party.sphere for party in read((FOLDER / file).read_bytes()).actors)
    assert set(found) == set(Sphere)
    assert found.most_common(1)[0][0] == Sphere.CITIZENS
    assert found[Sphere.POLITICAL_AUTHORITY] == 2  # the council and the executive both speak
    assert 8 <= sum(found.values()) <= 22


@each
def test_names_begin_with_a_capital_are_told_apart_and_warn_of_nothing(file):
    web = read((FOLDER / file).read_bytes())
    names = [item.name for item in (*web.actors, *web.interests)]
    assert all(name[0].isupper() for name in names)
    assert len({item.name for item in web.actors}) == len(web.actors)
    assert len({item.name for item in web.interests}) == len(web.interests)
    assert [name for name in (*names, web.title, web.notes) if personal_data_hints(name)] == []
    assert [interest.name for interest in web.interests if looks_like_a_value(interest.name)] == []


@each
def test_every_reading_is_undefined_rather_than_wrong(file):
    found = readings(read((FOLDER / file).read_bytes()))
    assert set(found.undefined) == {"gap", "feasibility_inclusiveness", "role", "rules"}
    on_map = power_map.of(found).values()
    assert {(one.hit, one.quiet, one.perhaps_quiet) for one in on_map} == {(None, False, False)}
    assert power_map.viewpoint_of(found) is None


@each
def test_it_is_written_and_read_back_with_a_place_for_everything(file):
    web = placed(read((FOLDER / file).read_bytes()))
    assert all(item.x is not None for item in (*web.actors, *web.interests))
    assert read(write(web)) == web
