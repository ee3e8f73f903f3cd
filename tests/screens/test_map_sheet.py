"""The sheet of the power map: what stands in it, in which order, and that it says the same again when it is read."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.checked.values import kinds
from coprod_core.exchange import FORMATS, Card
from coprod_core.exchange.tables import Table
from coprod_core.files import web_file
from coprod_core.indicators.overview import readings
from coprod_core.web.asked import NOTED, is_small_group
from coprod_core.web.model import Actor, Web
from coprod_ui.files import map_sheet, quadrants
from coprod_ui.files.map_sheet import ASKED
from coprod_ui.words import LANGUAGES, words
from tests.core.acts import held_by
from tests.core.webs import webs
from tests.examples import examples

NOW = datetime(2026, 3, 4, tzinfo=UTC)
CASES = Path(__file__).parents[2] / "data" / "cases"
CELLS = ("good.together", "weak.together", "good.opposed", "weak.opposed")
OFFICIAL = ("together_good", "together_weak", "opposed_good", "opposed_weak")
PLACED = {
    "municipality": {"power": "much", "ring_now": "work", "ring_ours": "work"},
    "council": {"power": "much", "ring_now": "know", "trust": "good", "attitude": "positive"},
    "action_group": {"power": "some", "ring_theirs": "decide", "ring_ours": "work"},
    "water_board": {"power": "some", "network_role": "decider", "placed_by": "data"},
    "foundation_residents": {"power": "little", "trust": "weak", "placed_by": "self"},
    "neighbours": {"power": "little"},
    "shopkeepers": {"power": "little", "attitude": "negative"},
}


def asked_of(party: Actor) -> dict[str, Any]:
    return {name: getattr(party, name) for name in (*ASKED, "placed_by")}


def sewer() -> Web:
    web = web_file.read((CASES / "sewer.nl.json").read_bytes())
    assert PLACED.keys() <= web.actor_by_id.keys()
    return replace(web, actors=tuple(replace(party, **PLACED.get(party.id, {})) for party in web.actors))


def made(web: Web, language: str = "nl", noted: bool = False) -> Table:
    return map_sheet.table(readings(web), web, words(language), noted=noted)


def column(sheet: Table, title: str) -> list[Any]:
    at = sheet.columns.index(title)
    return [row[at] for row in sheet.rows]


def test_who_is_hit_and_has_little_power_stands_first_and_then_who_can_do_least() -> None:
    sheet = made(sewer())
    assert column(sheet, "partij")[:2] == ["Bewoners met een rotte fundering", "Winkeliers in de straat"]
    assert column(sheet, "plaats in ‘Geraakt en macht’")[:2] == ["geraakt, weinig macht (het stille midden)"] * 2
    power = column(sheet, "macht buiten de tafel")
    assert power == sorted(power, key=["weinig macht", "nog niet gevraagd", "redelijk machtig", "veel macht"].index)


def test_each_plan_has_a_column_with_the_mark_in_words_and_its_official_colour() -> None:
    web = sewer()
    sheet = made(web)
    plan = next(option for option in web.options if option.id == "pipes_and_pump")
    marks = dict(zip(column(sheet, "partij"), column(sheet, f"bij het plan: {plan.name}"), strict=True))
    assert marks["Bewoners met een rotte fundering"] == "kan er moeilijk mee leven (rood)"
    assert set(marks.values()) == {"kan ermee leven (groen)", "aarzelt (oranje)", "kan er moeilijk mee leven (rood)"}
    assert len([title for title in sheet.columns if title.startswith("bij het plan: ")]) == len(web.options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_noted_stands_in_the_sheet_only_where_it_is_asked_for(language: str) -> None:
    web, say = sewer(), words(language)
    for title in ("asked.trust", "asked.attitude"):
        assert say(title) not in made(web, language).columns
        assert say(title) in made(web, language, noted=True).columns
    cells = {say(f"power_map.cell.trust.{cell}") for cell in CELLS}
    assert not cells & {cell for row in made(web, language).rows for cell in row}
    assert cells & {cell for row in made(web, language, noted=True).rows for cell in row}


def test_no_official_word_of_trust_stands_beside_residents() -> None:
    web = sewer()
    residents = {party.name for party in web.actors if party.citizens}
    official = [words("nl")(f"map_sheet.official.{cell}") for cell in OFFICIAL]
    for row in made(web, noted=True).rows:
        if row[0] in residents:
            assert not [word for word in official for cell in row if word in str(cell)]


@st.composite
def placed(draw: st.DrawFn) -> Web:
    """A web in which anything may be asked of anybody."""
    web = draw(webs(most_actors=3, most_interests=2, most_options=1))
    held = {name: kind for name, kind in kinds(Actor) if name in ASKED or name == "placed_by"}
    parties = []
    for party in web.actors:
        said = {name: draw(held_by(kind)) for name, kind in held.items()}
        if is_small_group(party.sphere, party.people):
            said |= dict.fromkeys(NOTED)
        parties.append(replace(party, **said))
    return replace(web, actors=tuple(parties))


@examples(60)
@given(placed(), st.sampled_from(LANGUAGES))
def test_the_sheet_says_again_what_was_asked_when_it_is_read(web: Web, language: str) -> None:
    if not web.actors:
        return
    content = map_sheet.as_csv(readings(web), web, words(language), Card(NOW).lines(web), noted=True)
    back = FORMATS["table"].read(content).web
    assert {party.name: asked_of(party) for party in back.actors} == {p.name: asked_of(p) for p in web.actors}
    assert {party.name: (party.sphere, party.people) for party in back.actors} == {
        party.name: (party.sphere, party.people) for party in web.actors
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["workbook", "ods"])
def test_it_is_the_first_sheet_of_a_workbook_which_is_read_as_the_web_it_holds(name: str, language: str) -> None:
    web = sewer()
    content = FORMATS[name].write(web, Card(NOW, beside=(made(web, language, noted=True),)))
    brought = FORMATS[name].read(content)
    assert brought.web == web
    (told,) = [note for note in brought.notes if note.code == "sheets_not_read"]
    assert told.params["names"] == (words(language)("power_map.name"),)


def test_the_sheet_taken_out_of_its_workbook_is_a_register_that_can_be_read() -> None:
    web = sewer()
    content = FORMATS["workbook"].write(web, Card(NOW, beside=(made(web, noted=True),)))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames[0] == "Krachtenveld"
    for name in book.sheetnames[1:]:
        del book[name]
    alone = io.BytesIO()
    book.save(alone)
    after = FORMATS["workbook"].read(alone.getvalue()).onto(replace(web, actors=bare(web)))
    assert {party.id: asked_of(party) for party in after.actors} == {p.id: asked_of(p) for p in web.actors}
    assert len(after.actors) == len(web.actors)


def bare(web: Web) -> tuple[Actor, ...]:
    return tuple(replace(party, **dict.fromkeys(ASKED), placed_by="estimate") for party in web.actors)


def test_a_formula_in_the_name_of_a_party_or_plan_stays_text() -> None:
    web = sewer()
    parties = (replace(web.actors[0], name="=1+1"), *web.actors[1:])
    named = replace(web, actors=parties, options=(replace(web.options[0], name="=2+2"), *web.options[1:]))
    content = map_sheet.as_csv(readings(named), named, words("nl"), Card(NOW).lines(named)).decode("utf-8-sig")
    assert not [cell for line in content.splitlines() for cell in line.split(";") if cell.startswith("=")]


def test_without_a_plan_or_anybody_to_look_from_those_columns_are_not_there() -> None:
    web = Web(actors=(Actor("a", "Straat", "citizens"),))
    sheet = made(web)
    assert [title for title in sheet.columns if "plan" in title or "Vertrouwen" in title] == []
    assert sheet.rows[0][4] == "dit weten wij nog niet"


def test_a_matrix_of_trust_in_a_file_is_told_where_it_says_otherwise_of_interests_than_the_web() -> None:
    web = sewer()
    text = (
        "partij;kwadrant\nAndere buurtbewoners;tegenstanders\nWinkeliers in de straat;vrienden\nWaterschap;vrienden\n"
    )
    brought = FORMATS["table"].read(text.encode())
    after = brought.onto(web)
    together, opposed = quadrants.otherwise(brought.quadrants, after, readings(after), words("nl"))
    assert "*Winkeliers in de straat*" in together
    assert "*Andere buurtbewoners*" in opposed
    assert "Waterschap" not in together + opposed
    assert list(quadrants.otherwise({}, after, readings(after), words("nl"))) == []
    assert list(quadrants.otherwise(brought.quadrants, Web(), readings(Web()), words("nl"))) == []
