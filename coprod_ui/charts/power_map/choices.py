"""What a person chooses of the power map: which picture, for which plan, seen from whom, and in which perspective."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coprod_core.checked.errors import CoprodError
from coprod_core.indicators import power_map
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import attitudes
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_core.web.model import Web


class Picture(StrEnum):
    """The four pictures, by what a person goes to each for."""

    HIT = "hit"
    ATTITUDE = "attitude"
    TRUST = "trust"
    RINGS = "rings"


class Perspective(StrEnum):
    """Whose ring is shown: where parties are, where they want to be, or where the organiser wants them."""

    NOW = "now"
    THEIRS = "theirs"
    OURS = "ours"


BY_PLAN = "plan:"
"""Before the id of a plan, where trust is seen by how parties stand to that plan."""


class NotForThePublic(CoprodError):
    """Raised for a picture of whom the organiser trusts, where nobody said that it may become public."""

    def __init__(self) -> None:
        super().__init__("trust_may_become_public")


@dataclass(frozen=True, slots=True)
class Choices:
    """One picture. `plan`: the plan its marks are about, None while there is none; `viewpoint`: from whom trust is
    seen, or by which plan; `only_said`: what rests on estimates alone is unknown.

    `may_be_public`: whether somebody confirmed that what the organiser noted of parties, trust and attitude, may be
    read by anyone.
    """

    picture: Picture
    plan: str | None
    viewpoint: str | None
    perspective: Perspective
    may_be_public: bool
    only_said: bool = False

    def __post_init__(self) -> None:
        if self.picture is Picture.TRUST and not self.may_be_public:
            raise NotForThePublic()


def chosen(
    readings: Readings,
    picture: Picture,
    *,
    may_be_public: bool,
    plan: str = "",
    viewpoint: str = "",
    perspective: Perspective = Perspective.NOW,
    only_said: bool = False,
) -> Choices:
    """A picture with what the design takes for what was not chosen, or is not in the web any more."""
    web = readings.weights.web
    return Choices(
        picture,
        plan if plan in web.option_by_id else attitudes.plan_of(readings),
        viewpoint if _can_be_seen_from(web, viewpoint) else power_map.viewpoint_of(readings),
        perspective,
        may_be_public,
        only_said,
    )


def _can_be_seen_from(web: Web, viewpoint: str) -> bool:
    return viewpoint in web.actor_by_id or seen_by_plan(web, viewpoint) is not None


def seen_by_plan(web: Web, viewpoint: str | None) -> str | None:
    """The plan that trust is seen by; None where it is seen from a party."""
    plan = (viewpoint or "").removeprefix(BY_PLAN)
    return plan if viewpoint == f"{BY_PLAN}{plan}" and plan in web.option_by_id else None


def stances(readings: Readings, choices: Choices) -> Mapping[str, Stance]:
    """How each party stands to the plan; what was noted of it only where that may be read by anyone."""
    web: Web = readings.weights.web
    if choices.plan is None and not choices.may_be_public:
        return {party.id: Stance.UNKNOWN for party in web.actors}
    return attitudes.stances(readings, choices.plan, choices.only_said)
