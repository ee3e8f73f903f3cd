"""Kinds of party, what nobody knows, relations and several lines: none of them makes a web that was not meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.ids import new_id
from coprod_core.web.model import Actor, Interest, Relation, Sphere, Stake, Unknown, Web
from coprod_ui.typed_line.doing import commands
from coprod_ui.typed_line.reading import QuickLine, QuickLineError, RelatingLine, parse
from coprod_ui.typed_line.several import MOST_LINES, typed


@pytest.fixture
def street() -> Web:
    return Web(
        actors=(
            Actor("kade", "Bewoners Kade", Sphere.CITIZENS, people=60, seats=6),
            Actor("water", "Waterschap", Sphere.OTHER_ORGANISATION),
        ),
        interests=(Interest("dry", "Droge kelder"), Interest("green", "Groen")),
        stakes=(Stake("kade", "green", 0.4),),
    )


def after(text: str, web: Web) -> Web:
    act = typed(text, web, new_id).act
    assert act is not None
    return act.applied_to(web)


def codes(text: str, web: Web) -> list[tuple[int, str]]:
    return [(one.line, one.error.code) for one in typed(text, web, new_id).misread]


def marked(text: str, web: Web) -> list[str]:
    """The pieces of the text that are not understood."""
    return [text.splitlines()[one.line][one.start : one.end] for one in typed(text, web, new_id).misread]


@pytest.mark.parametrize(
    ("kind", "sphere"),
    [
        ("bewoners", Sphere.CITIZENS),
        ("Residents", Sphere.CITIZENS),
        ("gemeente", Sphere.OWN_ORGANISATION),
        ("eigen  organisatie", Sphere.OWN_ORGANISATION),
        ("organisatie", Sphere.OTHER_ORGANISATION),
        ("other organisation", Sphere.OTHER_ORGANISATION),
        ("POLITIEK", Sphere.POLITICAL_AUTHORITY),
        ("council", Sphere.POLITICAL_AUTHORITY),
        ("professional", Sphere.PROFESSIONAL),
    ],
)
def test_a_kind_of_party_stands_between_brackets_in_either_language(kind: str, sphere: Sphere) -> None:
    assert parse(f"Wij [{kind}] (3) aan tafel: rust").kind == sphere
    assert parse(f"Wij aan tafel [{kind}]") == QuickLine("Wij", at_table=True, kind=sphere)


def test_an_organisation_that_is_made_at_the_table_has_one_chair_and_did_not_begin_it() -> None:
    (party,) = after("Waterschap [organisatie] aan tafel 3", Web()).actors
    assert (party.sphere, party.seats, party.initiator) == (Sphere.OTHER_ORGANISATION, 1, False)


def test_another_kind_for_a_party_that_is_there_changes_its_kind(street: Web) -> None:
    party = after("bewoners kade [organisatie]", street).actor_by_id["kade"]
    assert (party.sphere, party.seats) == (Sphere.OTHER_ORGANISATION, 1)


def test_a_question_mark_says_that_nobody_knows(street: Web) -> None:
    web = after("Bewoners Kade: groen ?, parkeren?", street)
    assert web.stakes == ()
    (made,) = (interest.id for interest in web.interests if interest.name == "parkeren")
    assert web.unknown == (Unknown("kade", "green"), Unknown("kade", made))
    with pytest.raises(QuickLineError, match="nothing_changes"):
        commands(parse("Bewoners Kade: groen ?"), web, new_id)


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("groen botst met droge kelder", -0.5),
        ("Groen  BOTST MET  droge kelder", -0.5),
        ("groen clashes with droge kelder", -0.5),
        ("groen gaat samen met droge kelder", 0.5),
        ("groen goes together with droge kelder", 0.5),
    ],
)
def test_two_interests_clash_or_go_together_in_either_language(street: Web, line: str, how: float) -> None:
    assert after(line, street).relations == (Relation("green", "dry", how),)


def test_a_relation_that_says_so_already_keeps_how_strong_it_is_and_its_notes(street: Web) -> None:
    web = Web(interests=street.interests, relations=(Relation("dry", "green", -1.0, notes="ruimte"),))
    assert typed("groen botst met droge kelder", web, new_id).act is None
    turned = after("groen gaat samen met droge kelder", web)
    assert turned.relations == (Relation("dry", "green", 0.5, notes="ruimte"),)


def test_a_relation_may_name_what_a_line_above_it_made(street: Web) -> None:
    web = after("Winkels: parkeren +++\nparkeren botst met groen", street)
    assert [relation.compatibility for relation in web.relations] == [-0.5]


@pytest.mark.parametrize(
    ("text", "code", "piece"),
    [
        ("Waterschap [organizatie]: rust", "unknown_kind", "[organizatie]"),
        ("Waterschap [organisatie: rust", "unknown_kind", "[organisatie"),
        ("Bewoners groen ++", "signs_without_colon", "++"),
        ("Wij: groen -, Winkels: parkeren", "second_colon", "Winkels: parkeren"),
        ("Wij:  groen +?, rust", "unclear_signs", "groen +?"),
        ("Wij: rust, groen ++++", "unclear_signs", "groen ++++"),
        ("Wij: rust,  +", "interest_without_name", "+"),
        ("groen botst met stilte", "no_such_interest", "stilte"),
        ("groen botst met Waterschap", "no_such_interest", "Waterschap"),
        ("groen botst met GROEN", "related_to_itself", "GROEN"),
        ("groen botst met ", "interest_without_name", "groen botst met"),
        ("😀 Wij: groen ++, groen -", "interest_twice", "groen -"),
        ("Wij (99999999999)", "number_too_large", "99999999999"),
        ("Wij (0): rust", "must_be_above", "Wij (0): rust"),
    ],
)
def test_what_is_not_understood_is_marked_and_nothing_happens(street: Web, text: str, code: str, piece: str) -> None:
    assert codes(text, street) == [(0, code)]
    assert marked(text, street) == [piece]
    assert typed(text, street, new_id).act is None


def test_one_line_that_is_not_understood_keeps_all_of_them_from_being_done(street: Web) -> None:
    found = typed("Winkels (25)\n\nScholen [wat]\nOuders: rust", street, new_id)
    assert [one.line for one in found.misread] == [2]
    assert len(found.previews) == 2
    assert found.act is None


def test_several_lines_are_one_act(street: Web) -> None:
    web = after("Winkels (25): parkeren +++\r\n Ouders: parkeren --, veilig ?", street)
    assert [actor.name for actor in web.actors[2:]] == ["Winkels", "Ouders"]
    assert [interest.name for interest in web.interests[2:]] == ["parkeren", "veilig"]


def test_more_lines_than_anybody_reads_are_refused(street: Web) -> None:
    assert codes("\n".join(f"Groep {number}" for number in range(MOST_LINES + 1)), street) == [
        (MOST_LINES, "too_many_lines")
    ]


PIECES = ["Kade", "groen", " ", ": ", ", ", "+", "?", "[raad]", "[", "]", " botst met ", " aan tafel", "\n", "(6)"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_typed_is_done_whole_or_marked_within_its_line(text: str) -> None:
    web = Web(interests=(Interest("g", "groen"),))
    found = typed(text, web, new_id)
    lines = text.splitlines()
    assert all(0 <= one.start <= one.end <= len(lines[one.line]) for one in found.misread)
    if found.act is not None:
        assert not found.misread
        assert len(found.act.applied_to(web).actors) <= len(found.previews)


def test_a_relation_is_read_with_its_places() -> None:
    line = parse(" groen  botst met droge kelder ")
    assert line == RelatingLine("groen", "droge kelder", -0.5)
    assert line.spans == ((1, 6), (18, 30))
