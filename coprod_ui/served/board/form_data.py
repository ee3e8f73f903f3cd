"""The forms of what stands in a web as plain data, with their texts filled in: what the drawer draws its fields by."""

from collections.abc import Sequence
from typing import Any

from coprod_core.checked import fields as kinds_of_fields
from coprod_core.checked.values import kinds
from coprod_core.web.conventions import Conventions
from coprod_core.web.model import Actor, Interest, Option, Process, Relation, Rule, Sphere, Stake
from coprod_ui.forms import web as forms
from coprod_ui.forms.fields import (
    Choice,
    Field,
    Level,
    LevelPerInterest,
    Line,
    Lines,
    Number,
    OneOf,
    Share,
    Steps,
    Switch,
    notes,
)
from coprod_ui.words import Words

_A_GROUP = Actor("a", "-", Sphere.CITIZENS)
_AN_ORGANISATION = Actor("a", "-", Sphere.OWN_ORGANISATION)

_FORMS: dict[str, tuple[type, Sequence[Field]]] = {
    "people": (Actor, (forms.PEOPLE,)),
    "seats": (Actor, (forms.SEATS,)),
    "invitation": (Actor, (forms.INVITATION,)),
    "party": (Actor, forms.party(_AN_ORGANISATION)),
    "citizens": (Actor, forms.party(_A_GROUP)),
    "interest": (Interest, forms.INTEREST),
    "stake": (Stake, (*forms.STAKE, notes())),
    "stake_at_table": (Stake, forms.STAKE_AT_TABLE),
    "relation": (Relation, forms.RELATION),
    "plan": (Option, forms.PLAN),
    "rule": (Rule, forms.RULE),
    "process": (Process, forms.PROCESS),
}

_KINDS = {
    Line: "line",
    Lines: "lines",
    Number: "number",
    Share: "share",
    Level: "level",
    LevelPerInterest: "levels",
    Choice: "choice",
    OneOf: "one_of",
    Switch: "switch",
}


def form_data(conventions: Conventions, words: Words) -> dict[str, list[dict[str, Any]]]:
    """The fields of every form by its name, each as `{kind, name, label, help, key, ...}`."""
    return {name: [_field(of, each, conventions, words) for each in fields] for name, (of, fields) in _FORMS.items()}


def _field(of: type, each: Field, conventions: Conventions, words: Words) -> dict[str, Any]:
    return {
        "kind": _KINDS[type(each)],
        "name": each.name,
        "label": words(each.label),
        "help": words(each.help) if each.help else "",
        "key": each.key or each.name,
        **_more(of, each, conventions, words),
    }


def _more(of: type, each: Field, conventions: Conventions, words: Words) -> dict[str, Any]:
    match each:
        case Line():
            return {"warned": each.warned, "longest": each.longest}
        case Lines():
            return {"placeholder": _text(each.placeholder, words), "longest": each.longest}
        case Number():
            hint = _text(each.placeholder, words)
            return {"step": each.step, "most": each.most, "may_be_empty": each.may_be_empty, "placeholder": hint}
        case Share():
            return {"low": each.low}
        case Level():
            return {"steps": _said(each.levels(conventions), words), "may_be_unsaid": each.may_be_unsaid}
        case LevelPerInterest():
            return {"steps": _said(each.steps, words), "left_out": _text(each.left_out, words)}
        case Choice():
            return {"options": [[str(option), words.choice(each.words, option)] for option in _options(of, each.name)]}
        case OneOf():
            return {"among": each.among, "none": words(each.none)}
    return {}


def _said(steps: Steps, words: Words) -> list[list[Any]]:
    return [[level, words(key)] for level, key in steps]


def _options(of: type, name: str) -> list[Any]:
    kind = dict(kinds(of))[name]
    assert isinstance(kind, kinds_of_fields.Choice)
    return list(kind.options)


def _text(key: str, words: Words) -> str:
    return words(key) if key else ""
