"""Who sits at the table and who does not, as chairs and people: on the screen and in the room's window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from coprod_core.indicators import silent
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Actor, Web
from coprod_ui.charts.chairs import figures, table_from_above
from coprod_ui.charts.drawing import Drawing, picture, shown
from coprod_ui.sentences.claims import claim as say_claim
from coprod_ui.sentences.claims import claims_of
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

MOST_GROUPS = 6
TWO_LINES = 4
"""Up to so many groups a name stands above its figures; of more, beside them."""

_MOST_FIGURES = 20
_ROUND = (1, 5, 10, 25, 50)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of residents: how many of its people are not at the table, and how hard it hits them."""

    name: str
    count: str
    people: Drawing


def who_sits(
    readings: Readings, web: Web, words: Words, dark: bool, drawn: str = "picture", claimed: bool = True
) -> Markup:
    """Who sits at the table and who does not, as chairs and people; `drawn`: as a `picture` or `inline`; `claimed`:
    says under it whose the empty chairs are.
    """
    claims = claims_of(readings)[:1]
    every = _in_order(web, readings, claims[0].parties if claims else ())
    groups = every[:MOST_GROUPS]
    per_figure = _per_figure(_outside(actor) or 0 for actor in groups)
    seats = sum(actor.seats for actor in web.actors if actor.citizens)
    organisations = [actor.sphere for actor in web.actors if actor.seated and not actor.citizens]
    empty_chairs = round(max(1.0, claims[0].earned - claims[0].has)) if claims else 0
    table = table_from_above(round(seats), organisations, empty_chairs, dark)
    small = len(groups) > TWO_LINES
    return filled(
        "charts/gap_people.html",
        say=words,
        image=shown(table, _alt(web, groups, seats, empty_chairs, words), drawn),
        residents=words.plural("gap_look.residents", seats),
        organisations=words.plural("gap_look.organisations", len(organisations)) if organisations else "",
        groups=[
            (group.name, group.count, shown(group.people, "", drawn))
            for group in (_group(actor, readings, per_figure, small, dark, words) for actor in groups)
        ],
        small=small,
        more=words.plural("gap_look.more_groups", len(every) - len(groups)) if len(every) > len(groups) else "",
        keys=[
            (shown(figures(1, kind, dark), "", drawn), words(f"gap_look.key_{word}"))
            for kind, word in (("hard", "home"), ("plans", "plans"), ("notice", "notices"))
        ],
        one=words.plural("gap_look.figure", per_figure),
        claim=say_claim(claims[0], readings, web, words) if claims and claimed else [],
    )


def who(party: Actor, readings: Readings, dark: bool) -> Markup:
    """One of the people of a group, as large as a name and a line: how hard it hits them."""
    hit = float(readings.weights.hit[readings.weights.actors.index(party.id)])
    return picture(figures(1, _kind(hit, readings), dark, scale=1.6), "")


def _in_order(web: Web, readings: Readings, first: Sequence[str]) -> list[Actor]:
    """The groups of residents: those a claim is about first, then by how many people are hit and how hard."""
    affected = dict(zip(readings.weights.actors, readings.weights.affected.tolist(), strict=True))
    groups = [actor for actor in web.actors if actor.citizens]
    return sorted(groups, key=lambda actor: (actor.id not in first, -affected[actor.id]))


def _outside(actor: Actor) -> float | None:
    return None if actor.people is None else max(0.0, actor.people - actor.seats)


def _per_figure(people: Iterable[float]) -> int:
    """How many people one figure stands for: as few as lets the largest group stand in one row."""
    most, ten = max(people, default=0), 1
    while True:
        for step in _ROUND if ten == 1 else _ROUND[2:]:
            if most <= step * ten * _MOST_FIGURES:
                return step * ten
        ten *= 10


def _group(actor: Actor, readings: Readings, per_figure: int, small: bool, dark: bool, words: Words) -> Group:
    outside = _outside(actor)
    unknown = outside is None or actor.id in silent.of(readings).parties
    if actor.id in silent.of(readings).parties:
        said = words("gap_look.silent_group")
    elif outside is None:
        said = words("gap_look.unknown_people")
    else:
        said = words("gap_look.others", count=words.count(outside)) if actor.seated else words.count(outside)
    place = readings.weights.actors.index(actor.id)
    supposed = outside if outside is not None else float(readings.weights.people[place])
    count = min(_MOST_FIGURES, max(1 if supposed else 0, round(supposed / per_figure)))
    kind = "unknown" if unknown else _kind(float(readings.weights.hit[place]), readings)
    return Group(actor.name, said, figures(count, kind, dark, scale=0.62 if small else 1.0))


def _kind(hit: float, readings: Readings) -> str:
    """The weight word that is nearest to how hard a group is hit, as a look of its people."""
    conventions = readings.weights.web.conventions
    levels = {
        "notice": conventions.weight_notices,
        "plans": conventions.weight_plans,
        "hard": conventions.weight_home,
    }
    return min(levels, key=lambda kind: abs(levels[kind] - hit))


def _alt(web: Web, groups: Sequence[Actor], seats: float, claimed: int, words: Words) -> str:
    seated = words.names([actor.name for actor in web.actors if actor.citizens and actor.seated])
    absent = [actor for actor in groups if not actor.seated]
    said = [
        words.plural("gap_look.alt.table", seats, groups=seated) if seated else words("gap_look.alt.table_none"),
        *([words("gap_look.alt.people", groups="; ".join(_with_people(a, words) for a in absent))] if absent else []),
        *([words.plural("gap_look.alt.claim", claimed)] if claimed else []),
    ]
    return " ".join(said)


def _with_people(actor: Actor, words: Words) -> str:
    return f"{actor.name}, {people(actor, words)}"


def people(actor: Actor, words: Words) -> str:
    """How many people a group has, or that nobody knows."""
    if actor.people is None:
        return words("gap_look.unknown_people")
    return words.plural("gap_look.people", actor.people)
