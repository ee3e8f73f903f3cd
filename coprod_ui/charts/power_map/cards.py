"""What stands on the card of a party: who it is, whether it is at the table, and how it stands to the plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.rounds.publication import LEAST
from coprod_core.web.asked import Ring
from coprod_core.web.model import Actor, Sphere
from coprod_core.web.rings import ring_of
from coprod_ui.charts.power_map.choices import Choices, Perspective, Picture, stances
from coprod_ui.charts.power_map.places import wanted
from coprod_ui.sentences.group_size import is_small
from coprod_ui.sentences.power_map import differs
from coprod_ui.words import Words
from coprod_ui.words.plain_text import writable


@dataclass(frozen=True, slots=True)
class Card:
    """A party as it is drawn. `kind`: the name of its colours; `badge`: its seats, "" where it has none to show.

    `estimated`: all that is known of it is an estimate, or in the rings: nobody was asked in which it is. `alarm`: in
    the marked corner, hit hard, and hardly at the table. `stance`: None in the rings, which show no attitudes. `to`:
    the ring it should go to, None where it stands there already; `not_wanted`: nobody said where it should go, where
    the picture is about that; `differs`: it wants another ring than the organiser wants it in.
    """

    id: str
    name: str
    letter: str
    sphere: Sphere
    kind: str
    seated: bool
    badge: str
    stance: Stance | None
    estimated: bool
    alarm: bool
    to: Ring | None
    not_wanted: bool
    differs: bool


def cards(readings: Readings, choices: Choices, words: Words) -> Mapping[str, Card]:
    """The card of every party, in file order."""
    web, on_map, stance = readings.weights.web, power_map.of(readings), stances(readings, choices)
    in_rings, found = choices.picture is Picture.RINGS, {}
    for party in web.actors:
        now, to = ring_of(party, web.process), wanted(party, choices.perspective)
        found[party.id] = Card(
            id=party.id,
            name=writable(" ".join(party.name.split())),
            letter=words.choice("canvas.letters", party.sphere),
            sphere=party.sphere,
            kind="seated" if party.citizens and party.seated else str(party.sphere),
            seated=party.seated,
            badge=_badge(party, words),
            stance=None if in_rings else stance[party.id],
            estimated=party.ring_now is None if in_rings else on_map[party.id].estimated,
            alarm=on_map[party.id].alarm and on_map[party.id].quiet and choices.picture is Picture.HIT,
            to=None if to is now or now is None else to,
            not_wanted=in_rings and to is None and choices.perspective is not Perspective.NOW,
            differs=in_rings and differs(party),
        )
    return found


def _badge(party: Actor, words: Words) -> str:
    if not party.citizens:
        return words("terms.at_table") if party.seated else ""
    if is_small(party):
        return f"<{LEAST}"
    return f"{words.count(party.seats)}/{'?' if party.people is None else words.count(party.people)}"
