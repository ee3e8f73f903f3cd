"""Putting a party in a ring of influence: the one act on the power map that changes who sits at the table."""

from typing import Annotated, Any

from coprod_core.acts.command import Command
from coprod_core.acts.commands import Seat, Together
from coprod_core.acts.named_lists import changed, existing
from coprod_core.acts.plain import AnyNumber, AnyText
from coprod_core.checked.fields import Choice
from coprod_core.checked.values import value
from coprod_core.web.asked import Ring
from coprod_core.web.model import Actor, Sphere, Web
from coprod_core.web.rings import INWARDS, has_a_seat, influence_in, ring_of
from coprod_core.web.usual_seats import at_most_its_people, usual_seats


@value(slots=False)
class PutInRing(Command):
    """Says in which ring a party is now. Its seat follows, but for politics, which decides elsewhere.

    Outside and being told: no seats. Further in: `seats` where it had none. How much a seat of residents counts then
    follows the ring, by convention: newly seated as the ring says, further in never less, further out never more.
    """

    act = "put_in_ring"
    actor: AnyText
    ring: Annotated[Ring, Choice(Ring)]
    seats: AnyNumber = 1.0

    def applied_to(self, web: Web) -> Web:
        existing(web, "actors", self.actor)
        party = web.actor_by_id[self.actor]
        seated = self._seated(web, party)
        influence = _influence(web, party, self.ring)
        return changed(seated, "actors", self.actor, {"ring_now": self.ring, **influence})

    def _seated(self, web: Web, party: Actor) -> Web:
        if party.sphere is Sphere.POLITICAL_AUTHORITY or has_a_seat(self.ring) == party.seated:
            return web
        return Seat(party.id, self.seats if has_a_seat(self.ring) else 0.0).applied_to(web)


def _influence(web: Web, party: Actor, ring: Ring) -> dict[str, Any]:
    """How much a seat counts from now on, where that changes."""
    if not party.citizens or not has_a_seat(ring):
        return {}
    wanted = influence_in(ring, web.conventions)
    if party.seated:
        wanted = _moved(party, wanted, INWARDS.index(ring) - INWARDS.index(ring_of(party, web.process) or ring))
    return {"influence": wanted}


def _moved(party: Actor, wanted: float, inwards: int) -> float:
    if not inwards:
        return party.influence
    return max(party.influence, wanted) if inwards > 0 else min(party.influence, wanted)


def all_as_wanted(web: Web, wanted: str) -> Together:
    """Every party in the ring that `wanted` (`ring_theirs` or `ring_ours`) says, in file order, as one act."""
    rings = ((party, getattr(party, wanted)) for party in web.actors)
    return Together(tuple(PutInRing(p.id, ring, _first_seats(web, p)) for p, ring in rings if ring is not None))


def _first_seats(web: Web, party: Actor) -> float:
    return at_most_its_people(usual_seats(web), party.people) if party.citizens else 1.0
