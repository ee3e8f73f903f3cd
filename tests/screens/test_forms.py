"""The forms: every text they name is in both catalogues, and every field is one of what the form is about."""

from collections.abc import Iterator, Sequence
from dataclasses import fields as fields_of
from typing import get_type_hints

import pytest

from coprod_core.web import conditions as held
from coprod_core.web.conventions import Conventions
from coprod_core.web.model import Actor, Interest, Option, Process, Relation, Rule, Sphere, Stake, Web
from coprod_ui.forms import conditions, web
from coprod_ui.forms.fields import Choice, Field, Level, LevelPerInterest, Lines, Number, OneOf
from coprod_ui.words import LANGUAGES, words

PARTY = web.party(Actor("a", "Buurt", Sphere.CITIZENS))

FORMS: dict[str, tuple[type, Sequence[Field]]] = {
    "party": (Actor, (*PARTY, web.PEOPLE, web.SEATS, web.INVITATION)),
    "interest": (Interest, web.INTEREST),
    "stake": (Stake, (*web.STAKE, *web.STAKE_AT_TABLE)),
    "relation": (Relation, web.RELATION),
    "plan": (Option, web.PLAN),
    "rule": (Rule, (*web.RULE, *conditions.RULE_IN_WEB)),
    "process": (Process, (*web.PROCESS, *conditions.FRAME_OF_PROCESS)),
    "frame": (held.Frame, (*(each for row in conditions.FRAME for each in row), *conditions.HEARD_AND_JOINED)),
    "expectation": (
        held.Expectation,
        (conditions.EXPECTATION_SAID, conditions.EXPECTATION_MET, *conditions.EXPECTATION),
    ),
    "motivation": (held.Motivation, conditions.MOTIVATION),
    "needs": (held.Needs, conditions.NEEDS),
    "engagement": (held.Engagement, conditions.ENGAGEMENT),
    "workplace": (held.Workplace, (conditions.BURDEN, *conditions.CULTURE)),
    "continuity": (held.Continuity, conditions.CONTINUITY),
    "absence": (held.Absence, conditions.ABSENCE),
    "neighbourhoods": (held.Neighbourhoods, tuple(each for row in conditions.NEIGHBOURHOODS for each in row)),
    "reflection": (held.Reflection, conditions.LOGBOOK),
    "appreciation": (held.Appreciation, (conditions.THANKS,)),
    "shared word": (held.SharedWord, (conditions.AGREED,)),
    "rule room": (held.RuleRoom, tuple(each for row in conditions.RULE_ROOM for each in row)),
}


def texts(field: Field) -> Iterator[str]:
    """Every key of the catalogue a field names."""
    yield field.label
    yield from filter(None, [field.help])
    if isinstance(field, Lines | Number):
        yield from filter(None, [field.placeholder])
    if isinstance(field, Level):
        yield from (key for _, key in field.levels(Conventions()))
    if isinstance(field, LevelPerInterest):
        yield from (key for _, key in field.steps)
        yield from filter(None, [field.left_out])
    if isinstance(field, OneOf):
        yield field.none


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_form_is_in_the_catalogue(name: str, language: str) -> None:
    _, fields = FORMS[name]
    assert [key for field in fields for key in texts(field) if key not in words(language)] == []


@pytest.mark.parametrize("name", FORMS)
def test_every_field_of_a_form_is_one_of_what_it_is_about(name: str) -> None:
    about, fields = FORMS[name]
    assert {field.name for field in fields} <= {field.name for field in fields_of(about)}


@pytest.mark.parametrize("name", FORMS)
def test_no_two_fields_of_a_form_have_one_key(name: str) -> None:
    _, fields = FORMS[name]
    keys = [field.key or field.name for field in fields]
    assert len(keys) == len(set(keys))


def test_a_choice_has_a_word_for_every_member_of_its_enumeration() -> None:
    for about, fields in FORMS.values():
        types = get_type_hints(about)
        for field in fields:
            if isinstance(field, Choice):
                assert [each for each in types[field.name] if f"{field.words}.{each}" not in words("nl")] == [], (
                    field.name
                )


def test_levels_stand_from_low_to_high() -> None:
    for _, fields in FORMS.values():
        for field in fields:
            if isinstance(field, Level):
                levels = [level for level, _ in field.levels(Conventions())]
                assert levels == sorted(levels), field.name


def test_only_a_group_of_citizens_is_asked_whether_it_began() -> None:
    council = web.party(Actor("c", "Raad", next(each for each in Sphere if each != Sphere.CITIZENS)))
    assert {field.name for field in PARTY} - {field.name for field in council} == {"initiator"}


def test_one_of_a_list_is_one_of_a_list_of_the_web() -> None:
    lists = [field.among for _, fields in FORMS.values() for field in fields if isinstance(field, OneOf)]
    assert lists == ["actors", "actors", "options"]
    assert set(lists) <= {field.name for field in fields_of(Web)}
