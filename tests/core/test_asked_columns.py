"""What registers and the forms of Factor C say of a party, as what is asked of it for the power map."""

from pathlib import Path

import pytest

from coprod_core.__main__ import main
from coprod_core.exchange import FORMATS
from coprod_core.exchange.asked_columns import ANSWERS, NOT_ASKED, ring_in
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.matching import guessed
from coprod_core.exchange.text_tables import sheet_in
from coprod_core.files import web_file
from coprod_core.web.model import Actor, Web

TABLE = FORMATS["table"]


def brought(text: str) -> Brought:
    return TABLE.read(text.encode(), "x")


def field(heading: str, values: list[str], name: str) -> list[str | None]:
    """What a column under a heading says of parties, as a field of theirs."""
    rows = "".join(f"P{nth};{value}\n" for nth, value in enumerate(values))
    return [getattr(actor, name) for actor in brought(f"partij;{heading}\n{rows}").web.actors]


def told(found: Brought, web: Web | None = None) -> dict[str, object]:
    return {note.code: dict(note.params) for note in found.told(web)}


@pytest.mark.parametrize("heading", ["macht", "Invloed", "power", "Influence", "Invloed (1-5)"])
def test_power_is_what_a_register_calls_power_or_influence_and_never_how_much_a_seat_counts(heading: str) -> None:
    (actor,) = brought(f"partij;{heading}\nA;hoog\n").web.actors
    assert (actor.power, actor.influence) == ("much", 1)


@pytest.mark.parametrize(
    ("values", "power"),
    [
        (["A", "b", "C"], ["much", "some", "little"]),
        (["veel", "redelijk", "weinig"], ["much", "some", "little"]),
        (["groot", "gemiddeld", "klein"], ["much", "some", "little"]),
        (["hoog", "midden", "laag"], ["much", "some", "little"]),
        (["0,2", "0,5", "0.9"], ["little", "some", "much"]),
        (["1", "2", "3"], ["little", "some", "much"]),
        (["1", "2", "3", "4", "5"], ["little", "little", "some", "much", "much"]),
        (["1", "3", "4", "7", "8", "10"], ["little", "little", "some", "some", "much", "much"]),
        (["10", "33", "50", "67", "100"], ["little", "little", "some", "much", "much"]),
        (["5", "?", "onbekend", "1"], ["much", None, None, "little"]),
    ],
)
def test_words_of_power_and_numbers_by_the_scale_of_their_column(values: list[str], power: list[str | None]) -> None:
    assert field("macht", values, "power") == power


def test_how_numbers_of_power_are_parted_is_told() -> None:
    assert told(brought("partij;macht\nA;2\nB;5\n"))["power_in_thirds"] == {"low": 1, "high": 5}


def test_numbers_on_no_scale_we_know_are_named_and_mean_nothing() -> None:
    found = brought("partij;macht\nA;2\nB;500\n")
    assert [actor.power for actor in found.web.actors] == [None, None]
    assert told(found)["answers_not_known"] == {"names": ("B2 (2)", "B3 (500)")}


@pytest.mark.parametrize(
    ("heading", "name", "values", "fields"),
    [
        ("vertrouwen", "trust", ["wel", "goed", "ja"], ["good"] * 3),
        ("relatie", "trust", ["geen", "slecht", "weinig", "nee"], ["weak"] * 4),
        (
            "rol",
            "network_role",
            ["Beslisser", "beïnvloeder", "toeleverancier", "leverancier", "uitvoerder", "gebruiker", "afnemer"],
            ["decider", "influencer", "supplier", "supplier", "supplier", "user", "user"],
        ),
        ("houding", "attitude", ["groen", "positief", "voor", "steun"], ["positive"] * 4),
        ("kleur", "attitude", ["oranje", "neutraal"], ["neutral", "neutral"]),
        ("kleur", "attitude", ["zwart", "onbekend", "?"], [None, None, None]),
        ("steun", "attitude", ["rood", "negatief", "tegen", "oppositie"], ["negative"] * 4),
        (
            "ring",
            "ring_now",
            ["informeren", "raadplegen", "adviseren", "coproduceren", "meebepalen", "meebeslissen", "meeweten"],
            ["know", "think", "think", "work", "decide", "decide", "know"],
        ),
        ("participatieniveau", "ring_now", ["raadplegen"], ["think"]),
        ("betrokkenheid", "ring_now", ["meedenken", "meewerken"], ["think", "work"]),
        ("ring gewenst", "ring_ours", ["meedenken"], ["think"]),
        ("Gewenst niveau", "ring_ours", ["adviseren"], ["think"]),
        ("ring (zij willen)", "ring_theirs", ["meebeslissen"], ["decide"]),
        ("kwadrant", "trust", ["vrienden", "tegenspelers"], ["good", "good"]),
        ("kwadrant", "trust", ["Coalitiegenoten", "tegenstanders"], ["weak", "weak"]),
    ],
)  # fmt: skip
def test_what_the_forms_ask_becomes_what_the_power_map_asks(
    heading: str, name: str, values: list[str], fields: list[str | None]
) -> None:
    assert field(heading, values, name) == fields


def test_high_and_low_under_how_involved_is_how_concerned_somebody_is_and_no_ring() -> None:
    (actor,) = brought("partij;betrokkenheid\nA;hoog\n").web.actors
    assert (actor.ring_now, actor.notes) == (None, "betrokkenheid: hoog")


def test_a_column_of_trust_goes_before_the_quadrant_beside_it() -> None:
    assert brought("partij;kwadrant;vertrouwen\nA;vrienden;slecht\n").web.actors[0].trust == "weak"
    assert brought("partij;vertrouwen;kwadrant\nA;;vrienden\n").web.actors[0].trust == "good"


def test_a_value_that_is_no_answer_is_named_with_its_cell_kept_in_notes_and_means_nothing() -> None:
    found = brought("partij;rol;vertrouwen;ring\nA;ervaart hinder;matig;gewoon\n")
    (actor,) = found.web.actors
    assert (actor.network_role, actor.trust, actor.ring_now) == (None, None, None)
    assert actor.notes.splitlines() == ["vertrouwen: matig", "rol: ervaart hinder", "ring: gewoon"]
    assert told(found)["answers_not_known"]["names"] == ("C2 (matig)", "B2 (ervaart hinder)", "D2 (gewoon)")


def test_the_official_word_of_a_quadrant_is_never_kept() -> None:
    found = brought("partij;kwadrant\nBewoners;tegenstanders\nHuurders;anders\n")
    assert "tegenstander" not in str(found.web)
    assert found.web.actors[1].notes == "vertrouwen: anders"


def test_nothing_is_guessed_from_the_name_of_a_party() -> None:
    (council, friends) = brought("partij;mensen\nGemeenteraad, beslisser;45\nVrienden van de wijk;60\n").web.actors
    assert {getattr(party, name) for party in (council, friends) for name in ("power", "trust", "network_role")} == {
        None
    }


def test_of_a_few_residents_trust_and_attitude_are_left_out_which_is_said() -> None:
    text = "partij;soort partij;mensen;macht;vertrouwen;houding;kwadrant\nGezin;bewoners;4;veel;goed;rood;vrienden\n"
    text += "Straat;bewoners;5;weinig;slecht;groen;\nBureau;organisatie;2;veel;goed;groen;\n"
    found = brought(text.replace("organisatie", "andere organisatie"))
    assert [(a.power, a.trust, a.attitude) for a in found.web.actors] == [
        ("much", None, None),
        ("little", "weak", "positive"),
        ("much", "good", "positive"),
    ]
    assert told(found)["noted_of_few"] == {"few": 5, "names": ("Gezin",)}


def test_a_judgement_of_a_few_residents_is_not_kept_in_their_notes_either() -> None:
    found = brought("partij;mensen;vertrouwen;rol\nGezin;4;matig;ervaart hinder\n")
    assert found.web.actors[0].notes == "rol: ervaart hinder"


def test_how_few_they_are_may_be_known_in_the_meeting_alone() -> None:
    web = Web(actors=(Actor("a", "Gezin", "citizens", people=3), Actor("b", "Straat", "citizens", people=30)))
    found = brought("partij;vertrouwen\nGezin;goed\nStraat;goed\n")
    assert [actor.trust for actor in found.onto(web).actors] == [None, "good"]
    assert told(found, web)["noted_of_few"]["names"] == ("Gezin",)
    assert "noted_of_few" not in told(found)


def test_who_says_so_stands_beside_what_is_asked_where_a_table_is_about_parties_alone() -> None:
    assert brought("partij;macht;wie zegt dit\nA;veel;zelf gezegd\n").web.actors[0].placed_by == "self"
    assert brought("partij;belang;macht;wie zegt dit\nA;rust;veel;cijfers\n").web.actors[0].placed_by == "estimate"


def test_a_register_brought_in_again_answers_anew_and_leaves_what_it_does_not_say() -> None:
    web = Web(actors=(Actor("a", "Straat", "citizens", power="little", trust="good", ring_ours="think"),))
    after = brought("partij;macht;vertrouwen\nStraat;veel;?\n").onto(web).actors[0]
    assert (after.power, after.trust, after.ring_ours) == ("much", None, "think")


def test_every_word_for_an_answer_says_one_thing_and_none_says_that_nobody_asked() -> None:
    for words in ANSWERS.values():
        assert not NOT_ASKED & words.keys()
        assert all(word == word.lower().strip() for word in words)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Ring", "ring_now"),
        ("ring nu", "ring_now"),
        ("Ring die zij willen", "ring_theirs"),
        ("ring they want", "ring_theirs"),
        ("ring die wij willen", "ring_ours"),
        ("niveau (gewenst)", "ring_ours"),
        ("gewenste ring", "ring_ours"),
        ("ring volgens het web", None),
        ("kring", None),
    ],
)
def test_whose_ring_it_is_stands_in_the_title(title: str, role: str | None) -> None:
    assert ring_in(title) == role


def test_the_command_line_tells_of_answers_it_does_not_know_and_of_a_few_residents(tmp_path: Path, capsys) -> None:
    (tmp_path / "register.csv").write_text("partij;mensen;macht;houding\nA;3;reuze;groen\n", "utf-8")
    assert main(["convert", str(tmp_path / "register.csv"), "--to", "web"]) == 0
    said = capsys.readouterr().out
    assert "C2 (reuze)" in said
    assert "fewer than 5 people" in said
    assert web_file.read((tmp_path / "register.json").read_bytes()).actors[0].attitude is None


def test_columns_are_guessed_by_their_titles() -> None:
    text = "partij;Kwadrant;Ring gewenst;Ring (zij willen);Relatie\nA;vrienden;meedenken;meedenken;goed\n"
    assert guessed(sheet_in(text)).roles == ("party", "quadrant", "ring_ours", "ring_theirs", "trust")
