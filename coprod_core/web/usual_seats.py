"""How many seats a group of residents gets at the table unless somebody says otherwise."""

from math import floor
from statistics import median

from coprod_core.web.model import Web


def usual_seats(web: Web) -> float:
    """The seats a group at the table usually has: the median of the groups there, halves rounded up, at least 1."""
    seated = [actor.seats for actor in web.actors if actor.citizens and actor.seated]
    return max(1.0, float(floor(median(seated) + 0.5))) if seated else 1.0


def at_most_its_people(seats: float, people: float | None) -> float:
    """So many seats, at most as many as the group has people where their number is known, and at least 1."""
    return seats if people is None else max(1.0, min(seats, float(floor(people))))
