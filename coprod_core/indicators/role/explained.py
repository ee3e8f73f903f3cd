"""The second dilemma, taken apart (docs/indicators.md, section 7)."""

from collections.abc import Callable, Iterable

from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import (
    LOST,
    OWNED,
    PRODUCT,
    Column,
    Kind,
    Name,
    Step,
    Subject,
    Together,
    Unit,
    step,
)
from coprod_core.indicators.feasible.steps import STRENGTHS, STRONGER, amplified
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.role import Role
from coprod_core.indicators.role.scores import scores_of

_CHAPTER = "role"
_MISSING = ("no_initiators", "needs_two_plans")
_SAVAGE = ("Savage (1951)",)
OWNERSHIP = "ownership"

_OWNED = Column("ownership", reading="role.ownership")
_LOOKS = Column("looks", reading="role.scores")

OWNERSHIP_OF = Kind("ownership", (Column("delegated", Unit.LEVEL), Column("initiative", Unit.LEVEL)), OWNED)
BEST_LOOKING = Kind("best_looking", (_LOOKS,), together=Together.LARGEST)
FALLS_SHORT = Kind("falls_short", (Column("best"), Column("looks")), LOST)
WEIGHED = Kind("weighed", (Column("falls_short"), Column("weighs")), PRODUCT)
TAKEN = Kind("taken", (_OWNED, Column("takes", Unit.LEVEL)), PRODUCT)
REGRET = Kind("regret", (Column("loss", reading="role.losses"),), together=Together.LARGEST)
SIDE = Kind("side", (Column("loss", reading="role.losses"),), together=Together.LARGEST)
BINDING = Kind("binding", (Column("loss", reading="role.losses"),), together=Together.LARGEST)
LEAST_REGRET = Kind("least_regret", (Column("regret", reading="role.regret"),), together=Together.LEAST)
STEERED = Kind("steered", (Column("steering", Unit.LEVEL), _OWNED), PRODUCT)
MEDDLED = Kind("meddled", (Column("meddling", Unit.LEVEL),), together=Together.SUM)


def _role(readings: Readings) -> Role:
    assert readings.role is not None
    return readings.role


# -- steps ----------------------------------------------------------------------------------------------------------


def _loss(readings: Readings, subject: Subject) -> Iterable[Step]:
    """What one side loses with the plan that a role leads to, or the ownership it takes."""
    (way, lens), role, web = subject, _role(readings), readings.weights.web
    about: tuple[Name, ...] = (("way", way), ("lens", lens))
    if lens == OWNERSHIP:
        return (step(TAKEN, [(about, (role.ownership, web.conventions.ownership_cost[way]))]),)
    plans, scores = scores_of(readings)
    looks = dict(zip(plans, scores[lens].tolist(), strict=True))
    best = step(BEST_LOOKING, [((("plan", plan), ("lens", lens)), (score,)) for plan, score in looks.items()])
    chosen = role.plans[way]
    short = step(FALLS_SHORT, [((("plan", chosen), ("lens", lens)), (best.result or 0.0, looks[chosen]))])
    weighs = {"initiators": role.ownership, "political_authority": web.process.meddling, "general_interest": 1.0}
    return best, short, step(WEIGHED, [(about, (short.rows[0].value, weighs[lens]))])


def _unweighted(readings: Readings, subject: Subject) -> Iterable[Step]:
    """What one side loses with the plan of a role, before it is weighed."""
    return list(_loss(readings, subject))[:2]


def _side(readings: Readings, subject: Subject) -> Iterable[Step]:
    losses = _role(readings).losses[subject[0]]
    rows = [((("way", subject[0]), ("lens", lens)), (loss,)) for lens, loss in losses.items() if lens != OWNERSHIP]
    return (step(SIDE, rows),)


def _binding(readings: Readings, _: Subject) -> Iterable[Step]:
    role = _role(readings)
    assert role.binding_way is not None
    losses = role.losses[role.binding_way]
    rows = [((("way", role.binding_way), ("lens", lens)), (loss,)) for lens, loss in losses.items()]
    return *_tension(readings, ()), step(BINDING, rows)


def _regret(readings: Readings, subject: Subject) -> Iterable[Step]:
    losses = _role(readings).losses[subject[0]]
    return (step(REGRET, [((("way", subject[0]), ("lens", lens)), (loss,)) for lens, loss in losses.items()]),)


def _tension(readings: Readings, _: Subject) -> Iterable[Step]:
    regret = _role(readings).regret
    return (step(LEAST_REGRET, [((("way", way),), (loss,)) for way, loss in regret.items()]),)


def _ownership(readings: Readings, _: Subject) -> Iterable[Step]:
    process = readings.weights.web.process
    return (step(OWNERSHIP_OF, [((), (process.delegated, process.initiative))]),)


def _strength(readings: Readings, subject: Subject) -> Iterable[Step]:
    process = readings.weights.web.process
    if subject[0] == "meddling":
        return (step(MEDDLED, [((), (process.meddling,))]),)
    return (step(STEERED, [((), (process.steering, _role(readings).ownership))]),)


def _amplified(readings: Readings, _: Subject) -> Iterable[Step]:
    role = _role(readings)
    return amplified(role.tension, dict(role.strengthened_by), readings.weights.web.conventions.strengthening)


# -- the readings ---------------------------------------------------------------------------------------------------


def _whole(readings: Readings) -> Iterable[Subject]:
    return [()] if readings.role else []


def _unweighted_of(readings: Readings) -> Iterable[Subject]:
    return [(way, lens) for way, lens in _paid(readings) if lens != OWNERSHIP]


def _losing(readings: Readings) -> Iterable[Subject]:
    return [(way,) for way, side in readings.role.sides.items() if side] if readings.role else []


def _side_value(readings: Readings, subject: Subject) -> float:
    role = _role(readings)
    return role.losses[subject[0]][role.sides[subject[0]] or ""]


def _ways(readings: Readings) -> Iterable[Subject]:
    return [(way,) for way in readings.role.regret] if readings.role else []


def _paid(readings: Readings) -> Iterable[Subject]:
    return [(way, lens) for way, paid in readings.role.losses.items() for lens in paid] if readings.role else []


def _strengths(readings: Readings) -> Iterable[Subject]:
    return [(name,) for name in readings.role.strengthened_by] if readings.role else []


def _reading(
    name: str,
    formula: str,
    kinds: tuple[Kind, ...],
    steps: Callable[[Readings, Subject], Iterable[Step]],
    value: Callable[[Readings, Subject], float],
    subjects: Callable[[Readings], Iterable[Subject]] = _whole,
    about: tuple[str, ...] = (),
    sources: tuple[str, ...] = (),
    undefined: tuple[str, ...] = _MISSING,
) -> Reading:
    code = f"{_CHAPTER}.{name}"
    return Reading(
        code=code,
        chapter=_CHAPTER,
        formula=formula,
        undefined=undefined,
        sources=sources,
        about=about,
        kinds=kinds,
        subjects=subjects,
        value=value,
        steps=steps,
    )


READINGS = (
    _reading(
        "ownership",
        "M = 1 − (1 − delegated) × (1 − initiative)",
        (OWNERSHIP_OF,),
        _ownership,
        lambda readings, _: _role(readings).ownership,
    ),
    _reading(
        "losses",
        "(best − got) / best × what the side weighs; ownership: M × the part the role takes",
        (BEST_LOOKING, FALLS_SHORT, WEIGHED, TAKEN),
        _loss,
        lambda readings, subject: _role(readings).losses[subject[0]][subject[1]],
        _paid,
        ("way", "lens"),
        _SAVAGE,
    ),
    _reading(
        "unweighted",
        "(best − got) / best, before what the side weighs",
        (BEST_LOOKING, FALLS_SHORT),
        _unweighted,
        lambda readings, subject: _role(readings).unweighted[subject[0]][subject[1]],
        _unweighted_of,
        ("way", "lens"),
        _SAVAGE,
    ),
    _reading(
        "sides",
        "max over the lenses of what the plan of a role loses, ownership left out",
        (SIDE,),
        _side,
        _side_value,
        _losing,
        ("way",),
        undefined=(*_MISSING, "no_side_loses"),
    ),
    _reading(
        "regret",
        "max over the sides of what a role loses",
        (REGRET,),
        _regret,
        lambda readings, subject: _role(readings).regret[subject[0]],
        _ways,
        ("way",),
        _SAVAGE,
    ),
    _reading(
        "tension",
        "T = min over the roles of max over the sides of what is lost",
        (LEAST_REGRET,),
        _tension,
        lambda readings, _: _role(readings).tension,
        sources=_SAVAGE,
    ),
    _reading(
        "binding",
        "max over the sides of what is lost with the role at which T is reached",
        (LEAST_REGRET, BINDING),
        _binding,
        lambda readings, _: _role(readings).tension,
        lambda readings: [()] if readings.role and readings.role.binding else [],
        undefined=(*_MISSING, "no_tension"),
    ),
    _reading(
        "strengthened_by",
        "steering × M, and meddling",
        (STEERED, MEDDLED),
        _strength,
        lambda readings, subject: _role(readings).strengthened_by[subject[0]],
        _strengths,
        ("strength",),
    ),
    _reading(
        "amplified",
        "T* = T + T × (1 − T) × B, with B = 1 − Π(1 − z × counts) over the strengths z",
        (STRENGTHS, STRONGER),
        _amplified,
        lambda readings, _: _role(readings).amplified,
    ),
)
