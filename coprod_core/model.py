"""The web of interests as frozen values, checked when they are made (see docs/indicators.md, section 1)."""

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from types import MappingProxyType
from typing import TypeVar

from coprod_core.checked import Checked, of, share
from coprod_core.conditions.whole import NOTHING_SAID, Conditions, faults_between
from coprod_core.conventions import DESIGN, Conventions
from coprod_core.errors import ENOUGH, Fault, InvalidValue
from coprod_core.fields import LONGEST_NAME, Choice, Flag, Id, Levels, Number, Text, Texts, kinds, settle

MOST: Mapping[str, int] = {
    "actors": 2_000,
    "interests": 2_000,
    "stakes": 500_000,
    "unknown": 500_000,
    "relations": 500_000,
    "options": 2_000,
    "rules": 2_000,
    "population": 500,
}
"""The most items one web holds, per list."""

MOST_COUNTED = 1_000_000_000
"""The most people one headcount holds."""


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
    """Whether an absent party was asked. Shown, not computed with."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    DECLINED = "declined"


class Language(enum.StrEnum):
    """The language a web is written in."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Actor(Checked):
    """A party: a group or organisation with interests, never one identifiable person.

    `people` None = unknown; `seats` 0 = absent, organisations 1 = at the table; `hit` None = the largest weight.
    `x`, `y` are canvas coordinates, None = not placed yet.
    """

    id: str = of(Id())
    name: str = of(Text(LONGEST_NAME, filled=True))
    sphere: Sphere = of(Choice(Sphere))
    people: float | None = of(Number(0, above=True, optional=True), default=None)
    seats: float = of(Number(0), default=0.0)
    influence: float = share(1.0)
    reach: float = share(1.0)
    effort: float = of(Number(0), default=0.1)
    hit: float | None = of(Number(0, 1, optional=True), default=None)
    initiator: bool = of(Flag(), default=False)
    invitation: Invitation = of(Choice(Invitation), default=Invitation.NOT_ASKED)
    notes: str = of(Text(), default="")
    x: float | None = of(Number(-1e6, 1e6, optional=True), default=None)
    y: float | None = of(Number(-1e6, 1e6, optional=True), default=None)

    @property
    def citizens(self) -> bool:
        return self.sphere == Sphere.CITIZENS

    @property
    def seated(self) -> bool:
        return self.seats > 0


@dataclass(frozen=True, slots=True)
class Interest(Checked):
    """Something that matters to parties. `reply`: what those who brought it in hear back of what was done with it."""

    id: str = of(Id())
    name: str = of(Text(LONGEST_NAME, filled=True))
    notes: str = of(Text(), default="")
    reply: str = of(Text(), default="")
    x: float | None = of(Number(-1e6, 1e6, optional=True), default=None)
    y: float | None = of(Number(-1e6, 1e6, optional=True), default=None)


@dataclass(frozen=True, slots=True)
class Stake(Checked):
    """How important an interest is to one person of a party, and whether they want it served (1) or oppose it (-1).

    `table_weight`, `table_position`: what those at the table say now; None = the same as their constituency.
    """

    actor: str = of(Id())
    interest: str = of(Id())
    weight: float = of(Number(0, 1))
    position: float = of(Number(-1, 1), default=1.0)
    provenance: Provenance = of(Choice(Provenance), default=Provenance.ESTIMATE)
    table_weight: float | None = of(Number(0, 1, optional=True), default=None)
    table_position: float | None = of(Number(-1, 1, optional=True), default=None)
    notes: str = of(Text(), default="")


@dataclass(frozen=True, slots=True)
class Unknown(Checked):
    """A pair of which nobody knows the stake: a hole to go and ask about, not computed with."""

    actor: str = of(Id())
    interest: str = of(Id())


@dataclass(frozen=True, slots=True)
class Relation(Checked):
    """Two interests that help (above 0) or get in each other's way (below 0)."""

    a: str = of(Id())
    b: str = of(Id())
    compatibility: float = of(Number(-1, 1), default=0.0)
    notes: str = of(Text(), default="")

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True)
class Option(Checked):
    """A plan. `effects`: how well each interest is served if we do this, -1..1; left out = 0."""

    id: str = of(Id())
    name: str = of(Text(LONGEST_NAME, filled=True))
    feasibility: float = share(0.7)
    effects: Mapping[str, float] = of(Levels(-1), default_factory=dict)
    barred: bool = of(Flag(), default=False)
    notes: str = of(Text(), default="")


@dataclass(frozen=True, slots=True)
class Rule(Checked):
    """A rule with its force (the words for it: see `Conventions`) and the room between the rules (`discretion`)."""

    id: str = of(Id())
    name: str = of(Text(LONGEST_NAME, filled=True))
    force: float = share(0.5)
    discretion: float = share(0.0)
    protects: Mapping[str, float] = of(Levels(0), default_factory=dict)
    hinders: Mapping[str, float] = of(Levels(0), default_factory=dict)
    notes: str = of(Text(), default="")


@dataclass(frozen=True, slots=True)
class Process(Checked):
    """How government and citizens meet here; see docs/indicators.md for what each number means."""

    initiative: float = share(0.5)
    delegated: float = share(0.0)
    steering: float = share(0.3)
    meddling: float = share(0.0)
    emphasis: float = share(0.0)
    agenda_capacity: float = of(Number(0, above=True), default=8.0)
    worst_off_weight: float = share(0.5)


DESIGN_OF_PROCESS: Mapping[str, float] = MappingProxyType(
    {name: getattr(Process(), name) for name in ("agenda_capacity", "worst_off_weight")}
)
"""The two conventions that stand in the process, as the design has them."""


@dataclass(frozen=True, slots=True)
class Headcount(Checked):
    """How many people of the neighbourhood have one value of a feature, such as age 65+, and how many at the table.

    Counts only, never a person. `count`: in the neighbourhood, or households or dwellings where `source` says so.
    `table`: at the table, None = not counted.
    """

    feature: str = of(Text(LONGEST_NAME, filled=True))
    value: str = of(Text(LONGEST_NAME, filled=True))
    count: float = of(Number(0, MOST_COUNTED, whole=True))
    table: float | None = of(Number(0, MOST_COUNTED, optional=True, whole=True), default=None)
    source: str = of(Text(), default="")

    @property
    def kind(self) -> tuple[str, str]:
        return self.feature, self.value


@dataclass(frozen=True, slots=True)
class Case(Checked):
    """The story a web tells, when it is an example.

    `questions`: to discuss. `notice`: what a trainer may point at. `minutes`: how long a talk about it takes.
    """

    story: str = of(Text(), default="")
    dilemma: str = of(Text(), default="")
    questions: tuple[str, ...] = of(Texts(), default=())
    source: str = of(Text(), default="")
    notice: tuple[str, ...] = of(Texts(), default=())
    minutes: float | None = of(Number(0, 600, above=True, optional=True), default=None)


@dataclass(frozen=True)
class Web:
    """A whole web of interests: the input of every reading. Lists are in file order."""

    title: str = of(Text(LONGEST_NAME), default="")
    language: Language = of(Choice(Language), default=Language.NL)
    notes: str = of(Text(), default="")
    filled_in_by: str = of(Text(), default="")
    missing_plan: str = of(Text(), default="")
    case: Case = Case()
    actors: tuple[Actor, ...] = ()
    interests: tuple[Interest, ...] = ()
    stakes: tuple[Stake, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    relations: tuple[Relation, ...] = ()
    options: tuple[Option, ...] = ()
    rules: tuple[Rule, ...] = ()
    population: tuple[Headcount, ...] = ()
    process: Process = Process()
    conventions: Conventions = DESIGN
    conditions: Conditions = NOTHING_SAID

    def __post_init__(self) -> None:
        faults = settle(self) + list(islice(_web_faults(self), ENOUGH))
        if faults:
            raise InvalidValue(faults)

    @cached_property
    def actor_by_id(self) -> Mapping[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def interest_by_id(self) -> Mapping[str, Interest]:
        return {interest.id: interest for interest in self.interests}

    @cached_property
    def option_by_id(self) -> Mapping[str, Option]:
        return {option.id: option for option in self.options}

    @cached_property
    def rule_by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def stake_by_pair(self) -> Mapping[tuple[str, str], Stake]:
        return {(stake.actor, stake.interest): stake for stake in self.stakes}

    @cached_property
    def features(self) -> Mapping[str, tuple[Headcount, ...]]:
        """The headcounts of each feature of the neighbourhood, in file order."""
        names = dict.fromkeys(held.feature for held in self.population)
        return {name: tuple(held for held in self.population if held.feature == name) for name in names}

    def stakes_of(self, actor: str) -> tuple[Stake, ...]:
        return tuple(stake for stake in self.stakes if stake.actor == actor)


def _web_faults(web: Web) -> Iterator[Fault]:
    actors = {actor.id for actor in web.actors}
    interests = {interest.id for interest in web.interests}
    return chain(
        _too_many(web),
        _repeated_ids(web),
        _unknown_pairs("stakes", web.stakes, actors, interests),
        _unknown_pairs("unknown", web.unknown, actors, interests),
        _repeated_pairs(web),
        _relation_faults(web.relations, interests),
        _level_faults("options", web.options, ("effects",), interests),
        _level_faults("rules", web.rules, ("protects", "hinders"), interests),
        faults_between(web.conditions, actors, {rule.id for rule in web.rules}),
    )


def _too_many(web: Web) -> Iterable[Fault]:
    for name, most in MOST.items():
        if (count := len(getattr(web, name))) > most:
            yield Fault(name, "too_many", {"count": count, "most": most})


def _repeated_ids(web: Web) -> Iterable[Fault]:
    for name in ("actors", "interests", "options", "rules"):
        for i, first, id_ in _repeated(item.id for item in getattr(web, name)):
            yield Fault(f"{name}[{i}].id", "duplicate_id", {"id": id_, "first": f"{name}[{first}]"})


def _repeated_pairs(web: Web) -> Iterable[Fault]:
    for i, first, pair in _repeated((s.actor, s.interest) for s in web.stakes):
        yield Fault(f"stakes[{i}]", "duplicate_stake", {"id": " + ".join(pair), "first": f"stakes[{first}]"})
    for i, first, pair in _repeated((u.actor, u.interest) for u in web.unknown):
        yield Fault(f"unknown[{i}]", "duplicate_unknown", {"id": " + ".join(pair), "first": f"unknown[{first}]"})
    for i, first, kind in _repeated(h.kind for h in web.population):
        yield Fault(
            f"population[{i}]", "duplicate_headcount", {"id": " + ".join(kind), "first": f"population[{first}]"}
        )
    for i, first, ends in _repeated(r.pair for r in web.relations):
        shown = " + ".join(sorted(ends))
        yield Fault(f"relations[{i}]", "duplicate_relation", {"id": shown, "first": f"relations[{first}]"})


Key = TypeVar("Key")


def _repeated(keys: Iterable[Key]) -> Iterable[tuple[int, int, Key]]:
    """Where a key comes again, where it came first, and the key."""
    seen: dict[Key, int] = {}
    for i, key in enumerate(keys):
        first = seen.setdefault(key, i)
        if first != i:
            yield i, first, key


def _unknown_pairs(
    name: str, items: Iterable[Stake | Unknown], actors: set[str], interests: set[str]
) -> Iterable[Fault]:
    for i, item in enumerate(items):
        if item.actor not in actors:
            yield Fault(f"{name}[{i}].actor", "not_an_actor", {"id": item.actor})
        if item.interest not in interests:
            yield Fault(f"{name}[{i}].interest", "not_an_interest", {"id": item.interest})


def _relation_faults(relations: Iterable[Relation], interests: set[str]) -> Iterable[Fault]:
    for i, relation in enumerate(relations):
        for end in ("a", "b"):
            if (id_ := getattr(relation, end)) not in interests:
                yield Fault(f"relations[{i}].{end}", "not_an_interest", {"id": id_})
        if relation.a == relation.b:
            yield Fault(f"relations[{i}]", "relation_to_itself", {"id": relation.a})


def _level_faults(
    name: str, items: Iterable[Option | Rule], maps: tuple[str, ...], interests: set[str]
) -> Iterable[Fault]:
    for i, item in enumerate(items):
        for at in maps:
            for id_ in getattr(item, at):
                if id_ not in interests:
                    yield Fault(f"{name}[{i}].{at}.{id_}", "not_an_interest", {"id": id_})


def deviations(web: Web) -> Mapping[str, float]:
    """The conventions in which a web is counted otherwise than the design does it, by name, with the design's value."""
    design = {**{name: getattr(DESIGN, name) for name, _ in kinds(Conventions)}, **DESIGN_OF_PROCESS}
    return {name: value for name, value in design.items() if convention(web, name) != value}


def convention(web: Web, name: str) -> float:
    """The value of one convention in a web, wherever it stands."""
    value: float = getattr(web.process if name in DESIGN_OF_PROCESS else web.conventions, name)
    return value
