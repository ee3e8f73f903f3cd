"""One line of plain talk becomes one act."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.acts.commands import AddActor, AddInterest, ChangeActor, Seat, Together
from coprod_core.acts.ids import new_id
from coprod_core.acts.links import SetStake
from coprod_core.acts.moment import apply
from coprod_core.checked.errors import CoprodError, InvalidValue
from coprod_core.web.model import Actor, Interest, Provenance, Sphere, Stake, Web
from coprod_ui.typed_line import doing
from coprod_ui.typed_line.doing import Preview, PreviewedStake, preview
from coprod_ui.typed_line.reading import QuickLine, QuickLineError, parse

EXAMPLE = "Bewoners Kade (60) aan tafel 6: droge kelder +++, groen -, parkeren ++"


def numbered():
    counters = {}
    return lambda prefix: f"{prefix}{next(counters.setdefault(prefix, itertools.count(1)))}"


def commands(text, web=None, seats_default=1.0):
    return doing.commands(parse(text), web or Web(), numbered(), seats_default).commands


@pytest.fixture
def street():
    return Web(
        actors=(
            Actor("kade", "Bewoners Kade", Sphere.CITIZENS, people=60, seats=6),
            Actor("dijk", "Bewoners  Dijk", Sphere.CITIZENS, people=30),
            Actor("water", "Waterschap", Sphere.OTHER_ORGANISATION),
        ),
        interests=(Interest("dry", "Droge kelder"), Interest("green", "Groen")),
        stakes=(Stake("kade", "green", 0.4, provenance=Provenance.SELF, table_weight=0.1, notes="vraag na"),),
    )


def test_the_example_on_the_screen_is_read_whole():
    assert parse(EXAMPLE) == QuickLine(
        name="Bewoners Kade",
        people=60,
        at_table=True,
        seats=6,
        stakes=(("droge kelder", 1.0, 1.0), ("groen", 0.1, -1.0), ("parkeren", 0.4, 1.0)),
    )


def test_a_line_makes_the_party_its_interests_and_its_stakes_in_one_act():
    web = apply(Web(), doing.commands(parse(EXAMPLE), Web(), numbered()))
    assert web.actors == (Actor("a1", "Bewoners Kade", Sphere.CITIZENS, people=60, seats=6, initiator=True),)
    assert [interest.name for interest in web.interests] == ["droge kelder", "groen", "parkeren"]
    assert [(s.actor, s.weight, s.position) for s in web.stakes] == [("a1", 1, 1), ("a1", 0.1, -1), ("a1", 0.4, 1)]


@pytest.mark.parametrize("phrase", ["aan tafel", "Aan Tafel", "aan de tafel", "at the table", "AT THE TABLE"])
def test_the_table_is_named_in_either_language_and_in_any_case(phrase):
    assert parse(f"Bewoners {phrase} 3").seats == 3
    assert parse(f"Bewoners {phrase}") == QuickLine("Bewoners", at_table=True)


def test_the_number_of_people_may_stand_after_the_table():
    assert parse("Bewoners aan tafel 6 (60)") == QuickLine("Bewoners", people=60, at_table=True, seats=6)


@pytest.mark.parametrize("number", ["1200", "1.200", "1,200", "1 200", "1\u00a0200"])
def test_thousands_are_read_in_every_usual_way(number):
    assert parse(f"Bewoners ({number})").people == 1200


@pytest.mark.parametrize(
    "name",
    ["Bewoners (Kade)", "Wie aan tafel zit", "Aantafelaars", "Groep (2.5)", "Stamtafel 6", "-", "Kade (60) noord"],
)
def test_what_only_resembles_a_number_or_the_table_stays_in_the_name(name):
    assert parse(name) == QuickLine(name)


@pytest.mark.parametrize(
    ("signs", "weight", "position"),
    [
        ("", 0.4, 1), ("+", 0.1, 1), ("++", 0.4, 1), ("+++", 1, 1), ("-", 0.1, -1), ("--", 0.4, -1), ("---", 1, -1),
        ("−−", 0.4, -1), ("–", 0.1, -1), ("—", 0.4, -1), ("—-", 1, -1), ("+ +", 0.4, 1),
    ],
)  # fmt: skip
def test_signs_say_how_important_and_which_side(signs, weight, position):
    assert parse(f"Bewoners: groen {signs}").stakes == (("groen", weight, position),)
    assert parse(f"Bewoners: groen{signs}").stakes == (("groen", weight, position),)


@pytest.mark.parametrize("name", ["wi-fi", "wi–fi in huis", "peil- en grondwater", "C++ les"])
def test_signs_inside_a_name_belong_to_the_name(name):
    assert parse(f"Bewoners: {name} +").stakes == ((name, 0.1, 1.0),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "party_without_name"),
        ("   ", "party_without_name"),
        (": groen", "party_without_name"),
        ("(60): groen", "party_without_name"),
        ("aan tafel 6", "party_without_name"),
        ("Bewoners: +++", "interest_without_name"),
        ("Bewoners: groen ++++", "unclear_signs"),
        ("Bewoners: groen +-", "unclear_signs"),
        ("Bewoners: groen ++, Groen -", "interest_twice"),
        ("Bewoners (99999999999)", "number_too_large"),
        ("Bewoners aan tafel " + "9" * 1500, "number_too_large"),
        ("x" * 2001, "line_too_long"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(text, code):
    with pytest.raises(QuickLineError) as error:
        parse(text)
    assert error.value.code == code


def test_commas_with_nothing_between_them_are_passed_over():
    assert parse("Bewoners: groen +, , parkeren,").stakes == (("groen", 0.1, 1.0), ("parkeren", 0.4, 1.0))


def test_a_name_alone_adds_a_party_that_is_not_at_the_table():
    assert commands("Nieuwkomers") == (AddActor(Actor("a1", "Nieuwkomers", Sphere.CITIZENS)),)


def test_a_party_made_at_the_table_without_a_number_gets_the_seats_the_caller_says():
    (add,) = commands("Nieuwkomers aan tafel", seats_default=4)
    assert (add.actor.seats, add.actor.initiator) == (4, True)


def test_names_that_exist_are_reused_whatever_their_capitals_and_spaces(street):
    stake = SetStake(Stake("dijk", "dry", 1.0))
    assert commands("bewoners   dijk: DROGE  kelder +++", street) == (stake,)


def test_people_and_seats_of_an_existing_party_change_only_when_given(street):
    assert commands("Bewoners Kade: droge kelder", street) == (SetStake(Stake("kade", "dry", 0.4)),)
    assert commands("Bewoners Kade (80)", street) == (ChangeActor("kade", {"people": 80}),)
    assert commands("Bewoners Kade aan tafel 4", street) == (Seat("kade", 4),)


def test_a_party_at_the_table_keeps_its_seats_when_no_number_is_given(street):
    with pytest.raises(QuickLineError) as error:
        commands("Bewoners Kade aan tafel", street, seats_default=2)
    assert error.value.code == "nothing_changes"


def test_an_absent_party_is_invited_by_naming_the_table(street):
    assert commands("Bewoners Dijk aan tafel", street, seats_default=2) == (Seat("dijk", 2),)


def test_an_organisation_takes_one_place_whatever_number_is_given(street):
    assert commands("Waterschap aan tafel 6", street) == (Seat("water", 1),)


def test_a_stake_that_exists_keeps_who_said_it_and_what_the_table_says(street):
    (set_stake,) = commands("Bewoners Kade: groen ---", street)
    assert set_stake.stake == Stake(
        "kade", "green", 1.0, -1.0, provenance=Provenance.SELF, table_weight=0.1, notes="vraag na"
    )


def test_a_new_interest_is_made_only_once(street):
    assert [type(act) for act in commands("Bewoners Dijk: bankjes", street)] == [AddInterest, SetStake]


def test_two_parties_of_one_name_are_told_apart_by_their_capitals_or_refused():
    twins = Web(actors=(Actor("a", "Kade", Sphere.CITIZENS), Actor("b", "KADE", Sphere.CITIZENS)))
    assert commands("KADE (5)", twins) == (ChangeActor("b", {"people": 5}),)
    with pytest.raises(QuickLineError) as error:
        commands("kade (5)", twins)
    assert (error.value.code, error.value.params["count"]) == ("two_parties_match", 2)


def test_two_interests_of_one_name_are_refused():
    twins = Web(interests=(Interest("a", "Groen"), Interest("b", "Groen")))
    with pytest.raises(QuickLineError) as error:
        commands("Kade: groen", twins)
    assert error.value.code == "two_interests_match"


def test_nobody_makes_a_party_of_no_people():
    with pytest.raises(InvalidValue) as error:
        commands("Kade (0)")
    assert error.value.code == "must_be_above"


def test_the_preview_tells_what_will_be_made_and_what_is_reused(street):
    assert preview(parse("Bewoners Dijk (40) aan tafel: droge kelder, bankjes -"), street, 3) == Preview(
        party="Bewoners  Dijk",
        new_party=False,
        people=40,
        seats=3,
        stakes=(
            PreviewedStake("Droge kelder", new_interest=False, weight=0.4, position=1.0),
            PreviewedStake("bankjes", new_interest=True, weight=0.1, position=-1.0),
        ),
    )


def test_the_preview_is_silent_about_people_and_seats_that_stay(street):
    shown = preview(parse("Bewoners Kade (60) aan tafel"), street)
    assert (shown.people, shown.seats) == (None, None)
    new = preview(parse("Nieuwkomers"), street)
    assert (new.new_party, new.people, new.seats) == (True, None, None)


PIECES = st.sampled_from(["Kade", " ", "(", ")", "6", ":", ",", "+", "-", "—", "?", "aan tafel", "[raad]", "botst met"])


@given(st.text(max_size=120) | st.lists(PIECES).map("".join))
def test_whatever_is_typed_becomes_an_act_or_a_reason(text):
    try:
        line = parse(text)
        act = doing.commands(line, Web(), new_id)
    except CoprodError:
        return
    assert isinstance(act, Together)
    shown = preview(line, Web())
    web = apply(Web(), act)
    assert [actor.name for actor in web.actors] == [shown.party]
    told = [(s.weight, s.position) for s in shown.stakes if s.weight is not None]
    assert [(s.weight, s.position) for s in web.stakes] == told
    assert len(web.unknown) == len(shown.stakes) - len(told)


def test_new_ids_carry_their_prefix_and_differ():
    made = {new_id("k") for _ in range(200)}
    assert len(made) == 200
    assert all(id_.startswith("k_") and len(id_) == 10 for id_ in made)
