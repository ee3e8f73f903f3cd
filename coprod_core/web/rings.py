"""The rings of influence (Factor C): where a party is according to the web, and what a ring means for a seat."""

from coprod_core.web.asked import Ring
from coprod_core.web.conventions import Conventions
from coprod_core.web.model import Actor, Invitation, Process, Sphere

INWARDS: tuple[Ring, ...] = tuple(Ring)
"""The rings from outside to the middle."""

DELEGATED_TO_DECIDE = 0.625
"""From this part of the say that is given to residents on, those at the table decide along."""


def has_a_seat(ring: Ring) -> bool:
    """Whether who is in this ring sits at the table."""
    return INWARDS.index(ring) >= INWARDS.index(Ring.THINK)


def ring_according_to_web(party: Actor, process: Process) -> Ring | None:
    """The ring that follows from who sits at the table and who was asked; None where nothing follows.

    Nothing does for politics, which decides elsewhere, nor for organisations that are not at the table.
    """
    if party.citizens:
        return _ring_of_citizens(party, process)
    if party.sphere is Sphere.POLITICAL_AUTHORITY or not party.seated:
        return None
    return Ring.WORK


def _ring_of_citizens(party: Actor, process: Process) -> Ring:
    if party.seated:
        return Ring.DECIDE if process.delegated >= DELEGATED_TO_DECIDE else Ring.THINK
    return Ring.OUTSIDE if party.invitation is Invitation.NOT_ASKED else Ring.KNOW


def ring_of(party: Actor, process: Process) -> Ring | None:
    """The ring a party is in now: what was asked, or else what follows from the web."""
    return party.ring_now or ring_according_to_web(party, process)


def influence_in(ring: Ring, conventions: Conventions) -> float:
    """How much one seat of residents counts in a ring with a seat, 0..1, by convention."""
    return {
        Ring.THINK: conventions.ring_think,
        Ring.WORK: conventions.ring_work,
        Ring.DECIDE: conventions.ring_decide,
    }[ring]
