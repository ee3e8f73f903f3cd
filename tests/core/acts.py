"""Random values in every field, and random acts on a web: what the tests of commands, history and files draw from."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from coprod_core.acts import accounting as kept
from coprod_core.acts import commands as c
from coprod_core.acts import conditions as said
from coprod_core.acts import links
from coprod_core.acts.adoption import Adopt, GroupAnswer
from coprod_core.acts.command import Command
from coprod_core.acts.headcounts import CountTable, SetPopulation
from coprod_core.acts.own_dilemmas import AddDilemma, ChangeDilemma, RemoveDilemma
from coprod_core.acts.rings import PutInRing
from coprod_core.acts.workshop_act import TakeStep
from coprod_core.checked.fields import LANGUAGE, LONGEST_NAME, Choice, Day, Flag, Id, Kind, LanguageCode, Number, Text
from coprod_core.checked.several import Levels, Many, Said
from coprod_core.checked.values import One, kinds, to_data
from coprod_core.web import accounting as keeping
from coprod_core.web import all_conditions as whole
from coprod_core.web import conditions as v
from coprod_core.web.accounting import Accounting, Reference
from coprod_core.web.all_conditions import Conditions
from coprod_core.web.asked import NOTED, Ring, is_small_group
from coprod_core.web.case import Case
from coprod_core.web.conventions import Conventions
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import LISTS, Actor, Interest, Option, Process, Relation, Rule, Sphere, Stake, Web
from coprod_core.web.own_dilemmas import Loss, OwnDilemma, OwnWay
from tests.core.webs import webs

# everything a person can type or paste, and what else may stand in a text: line ends, marks, emoji, quotes, tags
_letters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u202a\u202b\u202c\u202d\u202e⁦⁧⁨⁩")
texts = st.one_of(
    st.text(_letters, max_size=12),
    st.sampled_from(["", "\t\r\n", "<script>alert(1)</script>", "\"'\\", "\u200f\u200eא", "👩‍👩‍👧", "{x}", "é" * 300]),
)


short = texts.map(lambda text: text[:200])
"""What fits on one line."""


def names(longest: int = LONGEST_NAME) -> st.SearchStrategy[str]:
    """A text that is not blank."""
    return texts.map(lambda text: f"x{text}"[:longest])


def held_by(kind: Kind, interests: tuple[str, ...] = (), actors: tuple[str, ...] = ()) -> st.SearchStrategy[Any]:
    """Any value that a field of this kind may hold."""
    match kind:
        case Number():
            low = kind.low if not kind.above else kind.low + 1e-9
            number = st.one_of(st.floats(low, min(kind.high, 1e12)), st.integers(int(kind.low) + 1, 1))
            if kind.whole:
                number = st.integers(int(low), int(kind.high))
            return st.one_of(st.none(), number) if kind.optional else number
        case Reference():
            return st.sampled_from(actors or ("a1",)) if kind.filled else st.just("")
        case Text():
            return names(kind.longest) if kind.filled else texts.map(lambda text: text[: kind.longest])
        case Id():
            return names().map(lambda name: name.replace("|", "/"))
        case Choice():
            return st.sampled_from([*([None] if kind.optional else []), *kind.options])
        case LanguageCode():
            return st.from_regex(LANGUAGE, fullmatch=True)
        case Flag():
            return st.booleans()
        case Levels():
            levels = st.floats(kind.of.low, 1)
            return st.dictionaries(st.sampled_from(interests), levels) if interests else st.just({})
        case Said():
            return st.dictionaries(st.sampled_from(actors), names(), max_size=2) if actors else st.just({})
        case Day():
            return st.one_of(st.just(""), st.dates().map(str))
        case Many(of=Text()):
            return st.lists(texts, max_size=3)
    raise TypeError(f"no values for {kind}")


FIXED = frozenset(
    {"id", "actor", "interest", "a", "b", "feature", "value", "who", "of_whom", "partner", "subject", "rule"}
)


def kinds_inside(kind: Kind) -> type | None:
    """The class of the values that a field of this kind holds; None when it holds none."""
    one = kind.of if isinstance(kind, Many) else kind
    return one.of if isinstance(one, One) else None


def changes(
    cls: type, interests: tuple[str, ...] = (), actors: tuple[str, ...] = ()
) -> st.SearchStrategy[dict[str, Any]]:
    """Some fields of a value, each with a new value it may hold; never a field that says what it is about."""
    flat = {name: kind for name, kind in kinds(cls) if name not in FIXED and kinds_inside(kind) is None}
    free = {name: held_by(kind, interests, actors) for name, kind in flat.items()}
    return st.fixed_dictionaries({}, optional=free)


def fitting(item: Any, changed: dict[str, Any]) -> dict[str, Any]:
    """The changes that this item can hold: nothing is noted of how a few residents are seen."""
    sphere, people = (changed.get(name, getattr(item, name, None)) for name in ("sphere", "people"))
    if sphere is None or not is_small_group(sphere, people):
        return changed
    return {name: value for name, value in changed.items() if name not in NOTED}


@st.composite
def conditions(draw: st.DrawFn, actors: tuple[str, ...], rules: tuple[str, ...]) -> Conditions:
    """What a group could say about working together, of these parties and rules."""
    singles = {name: cls(**draw(changes(cls))) for name, cls in whole.SINGLES.items()}
    return Conditions(
        **singles,
        **{name: tuple(draw(_entries(cls, actors, rules))) for name, cls in whole.LISTS.items()},
    )


def _entries(cls: type, actors: tuple[str, ...], rules: tuple[str, ...]) -> st.SearchStrategy[list[Any]]:
    def held(kind: Kind) -> st.SearchStrategy[Any]:
        if isinstance(kind, v.PartyId):
            return st.sampled_from(actors)
        return st.sampled_from(rules) if isinstance(kind, v.RuleId) else held_by(kind, actors=actors)

    needed = {v.PartyId: actors, v.RuleId: rules}
    if any(not needed.get(type(kind), True) for _, kind in kinds(cls)) or (cls is v.Engagement and len(actors) < 2):
        return st.just([])
    made = st.builds(cls, **{name: held(kind) for name, kind in kinds(cls)})
    if cls is v.Engagement:
        made = made.filter(lambda entry: entry.actor != entry.partner)
    return st.lists(made, max_size=2, unique_by=lambda entry: entry.named)


@st.composite
def accounting(draw: st.DrawFn, actors: tuple[str, ...], interests: tuple[str, ...]) -> Accounting:
    """What could account for a choice, of these parties and interests."""
    ids = {"actors": actors, "interests": interests, "occasions": ("n1",)}
    lists = {name: draw(_kept(cls, ids)) for name, cls in keeping.LISTS.items()}
    if not lists["occasions"]:
        lists["contributions"] = tuple(replace(each, occasion="") for each in lists["contributions"])
    return Accounting(card=keeping.Card(**draw(changes(keeping.Card))), **lists)


def _kept(cls: type, ids: dict[str, tuple[str, ...]]) -> st.SearchStrategy[tuple[Any, ...]]:
    def held(kind: Kind) -> st.SearchStrategy[Any]:
        if isinstance(kind, Reference):
            return st.sampled_from(ids[kind.to] if kind.filled else ("", *ids[kind.to]))
        return held_by(kind)

    if any(kind.filled and not ids[kind.to] for kind in keeping.references(cls).values()):
        return st.just(())
    fields = {name: held(kind) for name, kind in kinds(cls) if name != "id"}
    return st.lists(st.builds(cls, st.just("n1"), **fields), max_size=1).map(tuple)


def own_dilemmas(actors: tuple[str, ...], ids: st.SearchStrategy[str]) -> st.SearchStrategy[OwnDilemma]:
    """A dilemma that people could write down, about these parties or in words alone."""
    who = st.sampled_from(("", *actors))
    lost = st.builds(lambda actor, said, more: Loss(actor, more if actor else said), who, names(), short)
    ways = st.builds(OwnWay, held_by(Id()), names(), st.lists(lost, max_size=2).map(tuple))
    several = st.lists(ways, min_size=2, max_size=3, unique_by=lambda way: way.id).map(tuple)
    return st.builds(OwnDilemma, ids, names(), several, texts)


@st.composite
def full_webs(draw: st.DrawFn) -> Web:
    """A web with any text, number and mark in any field of anything on it."""
    web = draw(webs(most_actors=3, most_interests=3, most_options=2))
    interests = tuple(interest.id for interest in web.interests)
    lists = {
        name: tuple(replace(item, **fitting(item, draw(changes(cls, interests)))) for item in getattr(web, name))
        for name, cls in LISTS.items()
    }
    named = {"emphasis_on": web.process.emphasis_on, "own_reading": web.process.own_reading}
    case, process = Case(**draw(changes(Case))), Process(**{**draw(changes(Process)), **named})
    actors = tuple(a.id for a in web.actors)
    spoken = draw(conditions(actors, tuple(r.id for r in web.rules)))
    written = draw(accounting(actors, interests))
    own = draw(
        st.lists(own_dilemmas(actors, held_by(Id())), max_size=2, unique_by=lambda dilemma: dilemma.id).map(tuple)
    )
    wholes = {"case": case, "process": process, "conditions": spoken, "accounting": written, "dilemmas": own}
    return replace(web, **{**draw(changes(Web)), **lists, **wholes})


# ids as webs() makes them and one more, so that an act often fits the web and sometimes no longer does
ACTORS, INTERESTS, OPTIONS, RULES = (tuple(f"{prefix}{n}" for n in range(1, 5)) for prefix in "akor")
actor, interest, option, rule = (st.sampled_from(ids) for ids in (ACTORS, INTERESTS, OPTIONS, RULES))
signed = st.floats(-1, 1)
shares = st.floats(0, 1)
levels = st.dictionaries(interest, shares, max_size=2)
places = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))

kinds_of_people = st.sampled_from([("Leeftijd", "jong"), ("Leeftijd", "oud"), ("Woning", "huur")])
headcounts = st.builds(
    lambda kind, count, table: Headcount(*kind, count, table),
    kinds_of_people,
    st.integers(0, 3000),
    st.none() | st.integers(0, 20),
)

_group_answers = st.builds(GroupAnswer, interest, shares, signed, st.booleans())

entry = st.sampled_from(("x1", "x2"))

_said: st.SearchStrategy[Command] = st.one_of(
    st.builds(said.ChangeFrame, changes(v.Frame)),
    st.builds(said.ChangeContinuity, changes(v.Continuity)),
    st.builds(said.ChangeNeighbourhoods, changes(v.Neighbourhoods)),
    st.builds(said.AddExpectation, st.builds(v.Expectation, entry, actor, actor, names())),
    st.builds(said.ChangeExpectation, entry, changes(v.Expectation)),
    st.builds(said.RemoveExpectation, entry),
    st.builds(said.AddSharedWord, st.builds(v.SharedWord, entry, names())),
    st.builds(said.ChangeSharedWord, entry, changes(v.SharedWord, actors=ACTORS[:2])),
    st.builds(said.SayMeaning, entry, actor, texts),
    st.builds(said.RemoveSharedWord, entry),
    st.builds(said.AddAppreciation, st.builds(v.Appreciation, entry, actor, actor, names())),
    st.builds(said.ChangeAppreciation, entry, changes(v.Appreciation)),
    st.builds(said.RemoveAppreciation, entry),
    st.builds(said.AddReflection, st.builds(v.Reflection, entry, did=texts)),
    st.builds(said.ChangeReflection, entry, changes(v.Reflection)),
    st.builds(said.RemoveReflection, entry),
    st.builds(said.ChangeMotivation, actor, changes(v.Motivation)),
    st.builds(said.ChangeNeeds, actor, changes(v.Needs)),
    st.builds(said.ChangeEngagement, actor, actor, changes(v.Engagement)),
    st.builds(said.ChangeWorkplace, actor, changes(v.Workplace)),
    st.builds(said.ChangeAbsence, actor, changes(v.Absence)),
    st.builds(said.ChangeBlock, st.sampled_from(v.Subject), changes(v.Block)),
    st.builds(said.ChangeRuleRoom, rule, changes(v.RuleRoom)),
)

_accounted: st.SearchStrategy[Command] = st.one_of(
    st.builds(kept.ChangeCard, changes(keeping.Card)),
    st.builds(kept.AddOccasion, st.builds(keeping.Occasion, entry, form=short)),
    st.builds(kept.ChangeOccasion, entry, changes(keeping.Occasion)),
    st.builds(kept.RemoveOccasion, entry),
    st.builds(kept.AddAttempt, st.builds(keeping.Attempt, entry, actor, how=short)),
    st.builds(kept.ChangeAttempt, entry, changes(keeping.Attempt)),
    st.builds(kept.RemoveAttempt, entry),
    st.builds(kept.AddContribution, st.builds(keeping.Contribution, entry, names(), interest, actor, entry)),
    st.builds(kept.ChangeContribution, entry, changes(keeping.Contribution)),
    st.builds(kept.RemoveContribution, entry),
    st.builds(kept.AddReaction, st.builds(keeping.Reaction, entry, actor, said=texts)),
    st.builds(kept.ChangeReaction, entry, changes(keeping.Reaction)),
    st.builds(kept.RemoveReaction, entry),
)

_own: st.SearchStrategy[Command] = st.one_of(
    st.builds(AddDilemma, own_dilemmas(ACTORS[:2], entry)),
    st.builds(ChangeDilemma, entry, changes(OwnDilemma)),
    st.builds(
        ChangeDilemma, entry, st.builds(lambda held: {"ways": to_data(held.ways)}, own_dilemmas(ACTORS[:2], entry))
    ),
    st.builds(RemoveDilemma, entry),
)

_single: st.SearchStrategy[Command] = st.one_of(
    _said,
    _accounted,
    _own,
    st.builds(c.AddActor, st.builds(Actor, actor, names(), st.sampled_from(Sphere), seats=st.integers(0, 3))),
    st.builds(c.ChangeActor, actor, changes(Actor)),
    st.builds(c.RemoveActor, actor),
    st.builds(c.AddInterest, st.builds(Interest, interest, names())),
    st.builds(c.ChangeInterest, interest, changes(Interest)),
    st.builds(c.RemoveInterest, interest),
    st.builds(c.AddOption, st.builds(Option, option, names(), effects=levels)),
    st.builds(c.ChangeOption, option, changes(Option, INTERESTS[:1])),
    st.builds(c.RemoveOption, option),
    st.builds(c.AddRule, st.builds(Rule, rule, names(), protects=levels, hinders=levels)),
    st.builds(c.ChangeRule, rule, changes(Rule, INTERESTS[:1])),
    st.builds(c.RemoveRule, rule),
    st.builds(c.Seat, actor, st.integers(0, 9) | st.floats(0, 9)),
    st.builds(PutInRing, actor, st.sampled_from(Ring), st.integers(1, 9)),
    st.builds(links.SetStake, st.builds(Stake, actor, interest, shares, signed)),
    st.builds(links.RemoveStake, actor, interest),
    st.builds(links.MarkUnknown, actor, interest),
    st.builds(links.SetRelation, st.builds(Relation, interest, interest, signed)),
    st.builds(links.RemoveRelation, interest, interest),
    st.builds(c.ChangeProcess, changes(Process)),
    st.builds(c.ChangeConventions, changes(Conventions)),
    st.builds(SetPopulation, st.lists(headcounts, max_size=3, unique_by=lambda held: held.kind).map(tuple)),
    st.builds(
        CountTable,
        st.sampled_from(["Leeftijd", "Woning"]),
        st.dictionaries(st.sampled_from(["jong", "oud", "huur"]), st.none() | st.integers(0, 20), max_size=2),
    ),
    st.just(c.ResetConventions()),
    st.builds(c.ChangeMeeting, changes(Web)),
    st.builds(
        c.MoveNodes,
        st.dictionaries(actor, places, max_size=2),
        st.dictionaries(interest, places, max_size=2),
    ),
    st.builds(c.OpenWeb, st.builds(Web, names())),
    st.builds(Adopt, st.integers(1, 9), actor, st.lists(_group_answers, min_size=1, max_size=1).map(tuple)),
    st.builds(c.BringIn, st.builds(Web, names()), names()),
    st.builds(c.AdoptScenario, st.builds(Web, names()), names()),
)

_several = st.lists(_single, max_size=3).map(tuple)
commands: st.SearchStrategy[Command] = st.one_of(
    _single, st.builds(c.Together, _several), st.builds(TakeStep, _several, names(), texts, names(), texts, texts)
)
"""Any act a person could try on a web of `webs()`; now and then one that does not fit it."""
