"""What each absent group would bring if it came, taken apart (docs/indicators.md, section 6)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from coprod_core.indicators.explanation.people import MINI, TABLE_ATTENTION, Outside, maxi_kind
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    AT_LEAST,
    DIFFERENCE,
    SHORT,
    Column,
    Kind,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.feasible import steps as tables
from coprod_core.indicators.gap import Gap, representation_gap
from coprod_core.indicators.gap.steps import ATTENDED_TABLE, BOUND, VIEWS, attended
from coprod_core.indicators.gap.steps import views as views_steps
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.promises import Invitation
from coprod_core.indicators.weights import weights_of

_CHAPTER = "feasibility_inclusiveness"

GAINED = Kind("gained", (Column("after"), Column("now", reading=f"{_CHAPTER}.inclusiveness")), SHORT)
COST = Kind("cost", (Column("now", reading=f"{_CHAPTER}.feasibility"), Column("after")), SHORT)
HEARD_NOW = Kind("heard_now", (Column("table"), Column("bound")), AT_LEAST, unit=Unit.YES_NO)
GROWN = Kind("grown", (Column("after"), Column("now", reading="gap.by_interest")), DIFFERENCE, Together.LARGEST)

Taken = Callable[[Readings, Subject], Iterable[Step]]


def _promise(readings: Readings, subject: Subject) -> Invitation:
    return tables.reading_of(readings).invite[subject[0]]


def _joined(readings: Readings, subject: Subject) -> tuple[Invitations, tables.Rows]:
    """The table as it is, with one more party."""
    table = tables.invitations_of(readings)
    return table, [*tables.here(table), readings.weights.actors.index(subject[0])]


def _gain(readings: Readings, subject: Subject) -> Iterable[Step]:
    taken, now = tables.heard(*_joined(readings, subject)), tables.reading_of(readings).inclusiveness
    return *taken, step(GAINED, [((("actor", subject[0]),), (taken[-1].result or 0.0, now))])


def _loss(readings: Readings, subject: Subject) -> Iterable[Step]:
    taken, now = tables.works(*_joined(readings, subject)), tables.reading_of(readings).feasibility
    return *taken, step(COST, [((("actor", subject[0]),), (now, taken[-1].rows[0].value))])


# -- the gap once it sits there -------------------------------------------------------------------------------------


def _then(readings: Readings, subject: Subject) -> Outside:
    """The gap once a party has the seats it would be given."""

    def made() -> Outside:
        web, seats = readings.weights.web, _promise(readings, subject).seats
        seated = tuple(replace(party, seats=seats) if party.id == subject[0] else party for party in web.actors)
        weights = weights_of(replace(web, actors=seated))
        gap = representation_gap(weights, readings.reference)
        assert isinstance(gap, Gap)
        return Outside(weights, gap, maxi_kind(readings.reference))

    return readings.once(f"{__name__} {subject[0]}", made)


def _first_heard(readings: Readings, subject: Subject) -> Iterable[Step]:
    then, about = _then(readings, subject), (("actor", subject[0]), ("interest", subject[1]))
    *taken, there = attended(there=True)(then, subject[1:])
    limit = readings.weights.web.conventions.unheard_limit
    bound = step(BOUND, [(about, (limit, then.gap.outside[subject[1]]))])
    return *taken, there, bound, step(HEARD_NOW, [(about, (there.result or 0.0, bound.rows[0].value))])


def _grows_on(readings: Readings, subject: Subject) -> Iterable[Step]:
    assert readings.gap is not None
    now, then = readings.gap.by_interest, _then(readings, subject).gap.by_interest
    return (step(GROWN, [((("interest", id_),), (then[id_], now[id_])) for id_ in now]),)


def _growth(readings: Readings, subject: Subject) -> float:
    assert readings.gap is not None
    interest = _promise(readings, subject).grows_on
    assert interest is not None
    return _then(readings, subject).gap.by_interest[interest] - readings.gap.by_interest[interest]


# -- the readings ---------------------------------------------------------------------------------------------------


def _invited(readings: Readings) -> Iterable[Subject]:
    of = readings.feasibility_inclusiveness
    return [(id_,) for id_ in of.invite] if of else []


def _invited_with_gap(readings: Readings) -> Iterable[Subject]:
    return [subject for subject in _invited(readings) if readings.gap]


def _heard_first(readings: Readings) -> Iterable[Subject]:
    return [
        (*subject, interest) for subject in _invited(readings) for interest in _promise(readings, subject).first_heard
    ]


def _growing(readings: Readings) -> Iterable[Subject]:
    return [subject for subject in _invited(readings) if _promise(readings, subject).grows_on]


def _reading(name: str, formula: str, steps: Taken, kinds: tuple[Kind, ...], **further: Any) -> Reading:
    held = further.pop("held", name)
    return Reading(
        code=f"{_CHAPTER}.invite_{name}",
        chapter=_CHAPTER,
        formula=formula,
        steps=steps,
        kinds=kinds,
        **{
            "undefined": ("no_initiators",),
            "about": ("actor",),
            "subjects": _invited,
            "value": lambda readings, subject: getattr(_promise(readings, subject), held) or 0.0,
            **further,
        },
    )


READINGS = (
    _reading("gain", "I(here and i) − I(here)", _gain, (*tables.HEARD, GAINED)),
    _reading("loss", "F(here) − F(here and i)", _loss, (*tables.WORKS, COST)),
    _reading(
        "fit",
        "fit(here and i)",
        lambda readings, subject: (tables.fit_step(*_joined(readings, subject)),),
        (tables.BEST_PLAN,),
        held="fit_to",
    ),
    _reading(
        "pace",
        "pace(here and i)",
        lambda readings, subject: tables.pace_steps(*_joined(readings, subject)),
        (tables.ISSUES, tables.EFFORT, tables.PACE_OF),
        held="pace_to",
    ),
    _reading(
        "first_heard",
        "unheard now; Σ_i S_i omT_ik ≥ limit × Σ_i P_i om_ik once i sits there",
        _first_heard,
        (MINI, TABLE_ATTENTION, ATTENDED_TABLE, BOUND, HEARD_NOW),
        undefined=("no_initiators", "nothing_first_heard"),
        about=("actor", "interest"),
        unit=Unit.YES_NO,
        subjects=_heard_first,
        value=lambda _readings, _subject: 1.0,
    ),
    _reading(
        "views",
        "the gap in views once i sits there",
        lambda readings, subject: views_steps(_then(readings, subject), subject),
        (VIEWS,),
        undefined=("no_initiators", "no_citizen_stakes"),
        subjects=_invited_with_gap,
        held="views_to",
    ),
    _reading(
        "grows_on",
        "max over k of what k adds to the gap once i sits there − what it adds now",
        _grows_on,
        (GROWN,),
        undefined=("no_initiators", "nothing_grows"),
        subjects=_growing,
        value=_growth,
    ),
)
