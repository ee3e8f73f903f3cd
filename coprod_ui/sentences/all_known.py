"""Whether a sentence may say all, nobody or nothing: whether everything it would be about is known (words.md, 4)."""

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.role import Role
from coprod_core.indicators.silent import of as silent_of
from coprod_core.indicators.weights import TIE
from coprod_core.web.model import Web
from coprod_ui.words import of_100


def all_known(readings: Readings, web: Web, plan: str | None = None) -> bool:
    """Whether nothing stands in the way of a word such as all, nobody or nothing, about the plan meant where there is
    one.

    No silent group and no pair of which it is said that we do not know; no drift that would be shown; no loss that was
    weighted away; and of the plan meant (an id of `readings.options`) no hole, and no residents' group, at the table or
    not, that finds it hard to live with. Without it such a sentence begins with "as far as we know", or is not said.
    """
    gap, role = readings.gap, readings.role
    if silent_of(readings).parties or web.unknown:
        return False
    if gap is not None and of_100(gap.drift):
        return False
    if role is not None and _weighted_away(role, plan):
        return False
    return plan is None or _known_and_bearable(readings, web, plan)


def _weighted_away(role: Role, plan: str | None) -> bool:
    """Whether a side loses something by a role (one that ends up at the plan meant) that does not count there."""
    ways = [way for way, leads_to in role.plans.items() if plan is None or leads_to == plan]
    return any(
        lost > TIE and not of_100(role.losses[way].get(lens, 0.0))
        for way in ways
        for lens, lost in role.unweighted[way].items()
    )


def _known_and_bearable(readings: Readings, web: Web, plan: str) -> bool:
    reading = readings.options[plan]
    if reading.holes > TIE:
        return False
    limit = web.conventions.hard_to_live_with
    residents = (id_ for id_, actor in web.actor_by_id.items() if actor.citizens)
    return all(reading.acceptance[id_] >= limit - TIE for id_ in residents)
