"""What was done on the power map: what was noted, and in which ring a party was put."""

from typing import NamedTuple

from coprod_core.acts.commands import ChangeActor
from coprod_core.acts.rings import PutInRing
from coprod_core.web.model import Sphere, Web
from coprod_core.web.rings import has_a_seat
from coprod_ui.sentences import names
from coprod_ui.words import Words


class _Asked(NamedTuple):
    """A field that is asked, and the table with the words for its answers."""

    field: str
    words: str


_FIELDS = (
    _Asked("power", words="powers"),
    _Asked("trust", words="trusts"),
    _Asked("network_role", words="network_roles"),
    _Asked("attitude", words="attitudes"),
    _Asked("ring_now", words="rings"),
    _Asked("ring_theirs", words="rings"),
    _Asked("ring_ours", words="rings"),
    _Asked("placed_by", words="provenance"),
)
_WORDS = {each.field: each.words for each in _FIELDS}
ASKED = frozenset(_WORDS)
"""The fields of a party that are asked for the map, and enter no reading."""


def asked_for_map(act: ChangeActor, name: str, words: Words) -> str:
    """What was noted of a party, or that it is not asked any more; and that the gap stays as it was."""
    said = [_noted(field, value, words) for field, value in act.changes.items()]
    return words("say_act.noted", name=name, what=words.names(said))


def _noted(field: str, value: str | None, words: Words) -> str:
    return words("power_map.field", what=words(f"asked.{field}"), word=word_for(field, value, words))


def word_for(field: str, value: str | None, words: Words) -> str:
    """An answer to what is asked, in words."""
    return words("power_map.not_asked") if value is None else words.choice(_WORDS[field], value)


def put_in_ring(act: PutInRing, web_before: Web, web: Web, words: Words) -> str:
    """In which ring a party is now, and what that means for its seats."""
    party, before = web.actor_by_id[act.actor], web_before.actor_by_id[act.actor]
    said = words("say_act.put_in_ring", name=names.actor(web, party.id), ring=words.choice("rings", act.ring))
    if not party.seated:
        without = party.sphere is Sphere.POLITICAL_AUTHORITY or not has_a_seat(act.ring)
        return said if without and not before.seated else f"{said} {words('say_act.ring_without')}"
    if not party.citizens:
        return said
    seats = words.plural("say_act.ring_seats", party.seats)
    return " ".join([said, seats, _counts(party.influence, words)])


_PARTS = {0.5: "half", 0.75: "three_quarters", 1.0: "whole"}


def _counts(influence: float, words: Words) -> str:
    """How much one seat counts, in words where there are any for it."""
    part = _PARTS.get(influence, "other")
    return words(f"say_act.ring_counts.{part}", number=words.number(influence))
