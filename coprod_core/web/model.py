"""The web of interests as frozen values, checked when they are made (see docs/indicators.md, section 1)."""

import enum
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Annotated

from coprod_core.checked.errors import ENOUGH, InvalidValue
from coprod_core.checked.fields import Key, Language, Line, Mark, Name, Number, Perhaps, Share, Signed, Text, Words
from coprod_core.checked.several import Levels, Many, empty
from coprod_core.checked.values import One, kinds, value
from coprod_core.web.accounting import NOTHING_KEPT, Accounting, PartyOrNone
from coprod_core.web.all_conditions import NOTHING_SAID, Conditions
from coprod_core.web.asked import (
    PerhapsAttitude,
    PerhapsNetworkRole,
    PerhapsPower,
    PerhapsRing,
    PerhapsTrust,
    noted_of_few,
)
from coprod_core.web.case import Case
from coprod_core.web.conventions import DESIGN, Conventions
from coprod_core.web.fitting import PAIR, faults_between_parts
from coprod_core.web.headcount import Headcount
from coprod_core.web.own_dilemmas import MOST_DILEMMAS, OwnDilemma

Coordinate = Annotated[float | None, Number(-1e6, 1e6, optional=True)]


class Sphere(enum.StrEnum):
    """A party's place in the article's figure 1. Every sphere but CITIZENS is an *organisation*."""

    CITIZENS = "citizens"
    OWN_ORGANISATION = "own_organisation"
    OTHER_ORGANISATION = "other_organisation"
    POLITICAL_AUTHORITY = "political_authority"
    PROFESSIONAL = "professional"


class Provenance(enum.StrEnum):
    """Who says so."""

    SELF = "self"
    ESTIMATE = "estimate"
    DATA = "data"


class Invitation(enum.StrEnum):
    """Whether an absent party was asked. One that declined counts as out of reach, and nowhere else."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    DECLINED = "declined"


@value
class Actor:
    """A party: a group or organisation with interests, never one identifiable person.

    `people` None = unknown; `seats` 0 = absent, organisations 1 = at the table; `hit` None = the largest weight.
    `x`, `y` are canvas coordinates, None = not placed yet.

    From `power` on: what is asked for the power map, None = not asked, and who says so. `ring_now`, `ring_theirs`,
    `ring_ours`: where they are, want to be, and where the organiser wants them. None of it enters a reading.
    """

    id: Key
    name: Name
    sphere: Sphere
    people: Annotated[float | None, Number(0, above=True, optional=True)] = None
    seats: Annotated[float, Number(0)] = 0.0
    influence: Share = 1.0
    reach: Share = 1.0
    effort: Annotated[float, Number(0)] = 0.1
    hit: Perhaps = None
    initiator: Mark = False
    invitation: Invitation = Invitation.NOT_ASKED
    notes: Words = ""
    x: Coordinate = None
    y: Coordinate = None
    power: PerhapsPower = None
    trust: PerhapsTrust = None
    network_role: PerhapsNetworkRole = None
    attitude: PerhapsAttitude = None
    ring_now: PerhapsRing = None
    ring_theirs: PerhapsRing = None
    ring_ours: PerhapsRing = None
    placed_by: Provenance = Provenance.ESTIMATE

    def __post_init__(self) -> None:
        if faults := noted_of_few(self):
            raise InvalidValue(faults)

    @property
    def citizens(self) -> bool:
        """Whether these are citizens; every other party is an organisation."""
        return self.sphere == "citizens"

    @property
    def seated(self) -> bool:
        """Whether the party is at the table."""
        return self.seats > 0


@value
class Interest:
    """Something that matters to parties.

    `spoken_by`: the role, never a name, that agreed to bring it in for people who are not there; blank = nobody.
    """

    id: Key
    name: Name
    spoken_by: Line = ""
    notes: Words = ""
    x: Coordinate = None
    y: Coordinate = None


@value
class Stake:
    """How important an interest is to one person of a party, and whether they want it served (1) or oppose it (-1).

    `table_weight`, `table_position`: what those at the table say now; None = the same as their constituency.
    """

    actor: Key
    interest: Key
    weight: Share
    position: Signed = 1.0
    provenance: Provenance = Provenance.ESTIMATE
    table_weight: Perhaps = None
    table_position: Annotated[float | None, Number(-1, 1, optional=True)] = None
    notes: Words = ""


@value
class Unknown:
    """A pair of which nobody knows the stake: a hole to go and ask about, not computed with."""

    actor: Key
    interest: Key


@value
class Relation:
    """Two interests that help (above 0) or get in each other's way (below 0)."""

    a: Key
    b: Key
    compatibility: Signed = 0.0
    notes: Words = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two interests, whichever way round they stand."""
        return frozenset((self.a, self.b))


@value
class Option:
    """A plan. `effects`: how well each interest is served if we do this, -1..1; 0 = known to change nothing.

    An interest left out is not known: computed as 0, and told as a hole in the plan. `description` and `costs`: what
    it is and what it costs, in words that may become public; `proposed_by`: the party it came from, "" = not said.
    """

    id: Key
    name: Name
    feasibility: Share = 0.7
    effects: Annotated[Mapping[str, float], Levels(-1)] = field(default_factory=empty)
    barred: Mark = False
    description: Annotated[str, Text(1_000)] = ""
    costs: Line = ""
    proposed_by: PartyOrNone = ""
    notes: Words = ""


@value
class Rule:
    """A rule with its force (the words for it: see `Conventions`) and the room between the rules (`discretion`)."""

    id: Key
    name: Name
    force: Share = 0.5
    discretion: Share = 0.0
    protects: Annotated[Mapping[str, float], Levels(0)] = field(default_factory=empty)
    hinders: Annotated[Mapping[str, float], Levels(0)] = field(default_factory=empty)
    notes: Words = ""


@value
class Process:
    """How government and citizens meet here; see docs/indicators.md for what each number means.

    `emphasis_on`: the party that politics stresses, `own_reading`: the plan that serves the general interest as the
    professional reads it; both ids, "" where nobody said so.
    """

    initiative: Share = 0.5
    delegated: Share = 0.0
    steering: Share = 0.3
    meddling: Share = 0.0
    emphasis: Share = 0.0
    agenda_capacity: Annotated[float, Number(0, above=True)] = 8.0
    worst_off_weight: Share = 0.5
    emphasis_on: Line = ""
    own_reading: Line = ""


@value(slots=False)
class Web:
    """A whole web of interests: the input of every reading. Lists are in file order."""

    title: Line = ""
    language: Language = "nl"
    notes: Words = ""
    filled_in_by: Words = ""
    missing_plan: Words = ""
    phase: Line = ""
    case: Case = Case()
    actors: Annotated[tuple[Actor, ...], Many(One(Actor), 2_000)] = ()
    interests: Annotated[tuple[Interest, ...], Many(One(Interest), 2_000)] = ()
    stakes: Annotated[tuple[Stake, ...], Many(One(Stake), 500_000)] = ()
    unknown: Annotated[tuple[Unknown, ...], Many(One(Unknown), 500_000)] = ()
    relations: Annotated[tuple[Relation, ...], Many(One(Relation), 500_000)] = ()
    options: Annotated[tuple[Option, ...], Many(One(Option), 2_000)] = ()
    rules: Annotated[tuple[Rule, ...], Many(One(Rule), 2_000)] = ()
    population: Annotated[tuple[Headcount, ...], Many(One(Headcount), 500)] = ()
    process: Process = Process()
    conventions: Conventions = DESIGN
    conditions: Conditions = NOTHING_SAID
    accounting: Accounting = NOTHING_KEPT
    dilemmas: Annotated[tuple[OwnDilemma, ...], Many(One(OwnDilemma), MOST_DILEMMAS, once=True)] = ()

    def __post_init__(self) -> None:
        faults = list(islice(faults_between_parts(self), ENOUGH))
        if faults:
            raise InvalidValue(faults)

    @cached_property
    def actor_by_id(self) -> Mapping[str, Actor]:
        """The parties by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def interest_by_id(self) -> Mapping[str, Interest]:
        """The interests by id."""
        return {interest.id: interest for interest in self.interests}

    @cached_property
    def option_by_id(self) -> Mapping[str, Option]:
        """The plans by id."""
        return {option.id: option for option in self.options}

    @cached_property
    def rule_by_id(self) -> Mapping[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def stake_by_pair(self) -> Mapping[tuple[str, str], Stake]:
        """The stakes by party and interest."""
        return dict(zip(map(PAIR, self.stakes), self.stakes, strict=True))

    @cached_property
    def features(self) -> Mapping[str, tuple[Headcount, ...]]:
        """The headcounts of each feature of the neighbourhood, in file order."""
        names = dict.fromkeys(held.feature for held in self.population)
        return {name: tuple(held for held in self.population if held.feature == name) for name in names}

    @cached_property
    def dilemma_by_id(self) -> Mapping[str, OwnDilemma]:
        """The dilemmas of people's own by id."""
        return {dilemma.id: dilemma for dilemma in self.dilemmas}

    def stakes_of(self, actor: str) -> tuple[Stake, ...]:
        """What is at stake for a party, in file order."""
        return tuple(stake for stake in self.stakes if stake.actor == actor)


LISTS: Mapping[str, type] = MappingProxyType(
    {name: kind.of.of for name, kind in kinds(Web) if isinstance(kind, Many) and isinstance(kind.of, One)}
)
"""What each list of a web holds."""

MOST: Mapping[str, int] = MappingProxyType(
    {name: kind.most for name, kind in kinds(Web) if isinstance(kind, Many) and kind.most}
)
"""The most items one web holds, per list."""
