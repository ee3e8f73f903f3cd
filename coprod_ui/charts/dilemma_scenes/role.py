"""Steer, facilitate or lead: the roles side by side, in an order that says nothing of better."""

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.role import Role
from coprod_core.web.model import Web
from coprod_ui.charts.dilemma_scenes.drawn import Place
from coprod_ui.palette import Colours
from coprod_ui.sentences import roles as say_roles
from coprod_ui.sentences.strip import strip_dilemma
from coprod_ui.sentences.undefined import undefined
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

_ROWS = ("leads_to", "hardest", "loses", "ownership")
_ICONS = {
    "facilitate": "M9 3.5v11M3.5 9h11",
    "steer": "M3 13c5 0 5-8 11-8M11 2l3.5 3-3.5 3",
    "lead": "M4 15V3l10 3.5L4 10",
    "politics_first": "M2 15h14M4 15V8M9 15V8M14 15V8M1.5 7L9 2.5 16.5 7z",
}


@dataclass(frozen=True)
class Column:
    """A role: where it leads and by whose reading, for whom that is hardest, what each side loses, and ownership."""

    icon: Markup
    name: str
    term: str
    leads_to: str
    reading: str
    hardest: list[str]
    losses: list[say_roles.Loss]
    ownership: str


def role_scene(readings: Readings, web: Web, words: Words, digits: bool, place: Place) -> Markup:
    """What the second dilemma shows after its questions; the sentence that says why where it cannot be computed."""
    role = readings.role
    if role is None:
        said = undefined(readings, "role", words)
    else:
        said = say_roles.headline(role, web, words) or strip_dilemma(readings, "role", web, words)
    return filled(
        "charts/dilemma_scenes/role.html",
        say=words,
        place=place,
        headline=[said],
        rows=[words(f"look_role.row_{row}") for row in _ROWS],
        columns=[] if role is None else [_column(readings, role, way, web, words, digits, place) for way in role.plans],
        not_counted=[] if role is None else say_roles.not_counted(role, words),
    )


def room_roles(readings: Readings, web: Web, words: Words) -> Markup:
    """The roles for the room: where each leads, and for whom that is hardest."""
    role = readings.role
    place = Place(room=True)
    columns = (
        []
        if role is None
        else [
            (
                place.picture(30, 30, partial(_icon, way)),
                words.choice("roles_named", way),
                [
                    say_roles.leads_to(role, way, web, words),
                    words("look_role.hardest_for", actor=say_roles.hardest(readings, role, way, web, words)[0]),
                ],
            )
            for way in role.plans
        ]
    )
    return filled("charts/dilemma_scenes/room.html", columns=columns)


def _column(readings: Readings, role: Role, way: str, web: Web, words: Words, digits: bool, place: Place) -> Column:
    return Column(
        icon=place.picture(30, 30, partial(_icon, way)),
        name=words.choice("roles_named", way),
        term="" if way == "politics_first" else words.choice("roles_term", way),
        leads_to=say_roles.leads_to(role, way, web, words),
        reading=say_roles.whose_reading(role, way, words),
        hardest=say_roles.hardest(readings, role, way, web, words),
        losses=say_roles.losses(role, way, words, digits),
        ownership=say_roles.ownership(role, way, web, words),
    )


def _icon(way: str, c: Colours) -> str:
    return (
        f'<circle cx="15" cy="15" r="15" fill="{c["second_ground"]}"/><path transform="translate(6 6)" fill="none" '
        f'stroke="{c["ink"]}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="{_ICONS[way]}"/>'
    )
