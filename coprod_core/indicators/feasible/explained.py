"""The readings of the first dilemma and of whom to invite (docs/indicators.md, sections 6 and 7)."""

from collections.abc import Callable, Iterable

from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import Kind, Step, Subject, Unit
from coprod_core.indicators.feasible import steps as tables
from coprod_core.indicators.invitation import Invitations
from coprod_core.indicators.overview import Readings

_CHAPTER = "feasibility_inclusiveness"
_MISSING = ("no_initiators",)
_TOO_MANY = (*_MISSING, "too_many_candidates")
_SAVAGE = ("Savage (1951)",)
_LOST = (*tables.HEARD, tables.HEARD_LOST, *tables.WORKS, tables.PLAN_LOST)

Taken = Callable[[Readings, Subject], Iterable[Step]]
Who = Callable[[Invitations], tables.Rows]


def _whole(readings: Readings) -> Iterable[Subject]:
    return [()] if readings.feasibility_inclusiveness else []


def _counted(readings: Readings) -> Iterable[Subject]:
    """Where every way out could be computed."""
    of = readings.feasibility_inclusiveness
    return [()] if of and of.tension is not None else []


def _sides(readings: Readings) -> Iterable[Subject]:
    return [(side,) for side in tables.SIDES_LOST if readings.feasibility_inclusiveness]


def _counted_sides(readings: Readings) -> Iterable[Subject]:
    return [(side,) for side in tables.SIDES_LOST if list(_counted(readings))]


def _resting(readings: Readings) -> Iterable[Subject]:
    of = readings.feasibility_inclusiveness
    return [(part,) for part in tables.RESTS_ON] if of and of.binding else []


def _with_best(readings: Readings) -> Iterable[Subject]:
    of = readings.feasibility_inclusiveness
    return [()] if of and of.best.plan else []


def _absent(readings: Readings) -> Iterable[Subject]:
    weights = readings.weights
    absent = zip(weights.actors, (weights.people_at_stake & ~weights.seated).tolist(), strict=True)
    return [(id_,) for id_, away in absent if away and list(_with_best(readings))]


def _is_hard(readings: Readings, subject: Subject) -> float:
    return float(subject[0] in tables.reading_of(readings).best.hard_outside)


def _here(readings: Readings) -> tables.Rows:
    return tables.here(tables.invitations_of(readings))


def _fit(readings: Readings) -> Step:
    return tables.fit_step(tables.invitations_of(readings), _here(readings))


def _of(name: str) -> Callable[[Readings, Subject], float]:
    """A field, or its part for the side that loses."""

    def value(readings: Readings, subject: Subject) -> float:
        held = getattr(tables.reading_of(readings), name)
        return float(held[tables.SIDES_LOST.index(subject[0])] if subject else held)

    return value


def _heard(who: Who) -> Taken:
    def taken(readings: Readings, _: Subject) -> Iterable[Step]:
        table = tables.invitations_of(readings)
        return tables.heard(table, who(table))

    return taken


def _works(who: Who) -> Taken:
    def taken(readings: Readings, _: Subject) -> Iterable[Step]:
        table = tables.invitations_of(readings)
        return tables.works(table, who(table))

    return taken


def _lost_here(readings: Readings, subject: Subject) -> Iterable[Step]:
    table = tables.invitations_of(readings)
    return tables.lost(table, tables.reading_of(readings), tables.here(table), subject[0])


def _lost_at_pole(feasible: bool) -> Taken:
    def taken(readings: Readings, subject: Subject) -> Iterable[Step]:
        table, of = tables.invitations_of(readings), tables.reading_of(readings)
        return tables.lost(table, of, tables.pole(table, of, feasible), subject[0])

    return taken


def _amplified(readings: Readings, _: Subject) -> Iterable[Step]:
    of = tables.reading_of(readings)
    strengths = {"emphasis": of.emphasis, "demands": of.demands}
    return tables.amplified(of.tension or 0.0, strengths, readings.weights.web.conventions.strengthening)


def _reading(
    name: str,
    formula: str,
    steps: Taken,
    kinds: Iterable[Kind],
    *,
    undefined: tuple[str, ...] = _MISSING,
    sources: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
    subjects: Callable[[Readings], Iterable[Subject]] = _whole,
    value: Callable[[Readings, Subject], float] | None = None,
    unit: Unit = Unit.SHARE,
) -> Reading:
    return Reading(
        code=f"{_CHAPTER}.{name}",
        chapter=_CHAPTER,
        formula=formula,
        undefined=undefined,
        sources=sources,
        about=about,
        kinds=tuple(kinds),
        subjects=subjects,
        value=value or _of(name),
        steps=steps,
        unit=unit,
    )


def _pole(name: str, formula: str, feasible: bool) -> Reading:
    return _reading(
        name,
        formula,
        _lost_at_pole(feasible),
        _LOST,
        undefined=_TOO_MANY,
        sources=_SAVAGE,
        about=("side_lost",),
        subjects=_counted_sides,
    )


READINGS = (
    _reading(
        "inclusiveness",
        "I(A) = Σ_k,s QV(k,s) × max over citizens i in A of influence_i × carry_i(k,s)",
        _heard(tables.here),
        tables.HEARD,
    ),
    _reading("at_stake", "Σ_k,s QV(k,s) with QV = Σ_i Q_i V_i", tables.at_stake, (tables.AT_STAKE,)),
    _reading(
        "feasibility",
        "F(A) = pace(A) × fit(A)",
        _works(tables.here),
        tables.WORKS,
    ),
    _reading(
        "fit",
        "fit(A) = max over the plans o that count of feasibility_o × min over i in A of acceptance_oi",
        lambda readings, _: (_fit(readings),),
        (tables.BEST_PLAN,),
    ),
    _reading(
        "pace",
        "pace(A) = 1 / (1 + max(0, Σ_k max over i in A of load_ik − 1) / capacity + Σ effort_i)",
        lambda readings, _: tables.pace_steps(tables.invitations_of(readings), _here(readings)),
        (tables.ISSUES, tables.EFFORT, tables.PACE_OF),
    ),
    _reading("f_max", "F of the base alone", _works(lambda table: table.base.tolist()), tables.WORKS),
    _reading(
        "here",
        "(Σ QV − I) / Σ QV, and (F_max − F) / F_max",
        _lost_here,
        _LOST,
        subjects=_sides,
        about=("side_lost",),
        sources=_SAVAGE,
    ),
    _pole("feasible_pole", "the losses where F is largest, then I", feasible=True),
    _pole("inclusive_pole", "the losses where I is largest, then F", feasible=False),
    _reading(
        "tension",
        "T = min over A of max( (Σ QV − I(A)) / Σ QV, (F_max − F(A)) / F_max )",
        tables.tension,
        (tables.HEARD_LOST, tables.PLAN_LOST, tables.WORST),
        undefined=_TOO_MANY,
        subjects=_counted,
        sources=_SAVAGE,
    ),
    _reading(
        "binding",
        "of the table where the worst loss is least: what is lost of I and F, of pace and fit, and what nobody can say",
        tables.rests_on,
        (
            *_LOST,
            tables.LEFT_UNHEARD,
            tables.PART_LEFT,
            tables.PACE_LOST,
            tables.FIT_LOST,
        ),
        undefined=(*_TOO_MANY, "no_tension"),
        about=("side_lost",),
        subjects=_resting,
        value=lambda readings, subject: tables.rests_on(readings, subject)[-1].rows[0].value,
    ),
    _reading(
        "least_acceptance",
        "min over i here of acceptance_oi, o the plan that fit rests on",
        tables.least_acceptance,
        (tables.BEST_PLAN, tables.LEAST_ACCEPTANCE),
        undefined=(*_MISSING, "all_barred"),
        sources=("Rawls (1971)",),
        subjects=_with_best,
        value=lambda readings, _: tables.reading_of(readings).best.least_acceptance or 0.0,
    ),
    _reading(
        "hard_outside",
        "acceptance_oi < limit, i absent, o the plan that fit rests on",
        tables.hard_outside,
        (tables.HARD_TO_LIVE_WITH,),
        undefined=(*_MISSING, "all_barred"),
        about=("actor",),
        subjects=_absent,
        value=_is_hard,
        unit=Unit.YES_NO,
    ),
    _reading(
        "demands",
        "max(0, F_free − F_max) / F_free, with F_free as if nothing were barred",
        tables.demands,
        (tables.ISSUES, tables.EFFORT, tables.PACE_OF, tables.BEST_OF_ALL, tables.FREE, tables.BARRED_LOST),
    ),
    _reading(
        "amplified",
        "T* = T + T × (1 − T) × B, with B = 1 − Π(1 − z × counts) over the strengths z",
        _amplified,
        (tables.STRENGTHS, tables.STRONGER),
        undefined=_TOO_MANY,
        subjects=_counted,
    ),
)
