"""The readings of the gap, and how each is taken apart (docs/indicators.md, section 3)."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from coprod_core.indicators.explanation import gap_steps as steps
from coprod_core.indicators.explanation.people import (
    AFFECTED,
    ATTENTION,
    EQUALLY,
    MAXI,
    MINI,
    TABLE_ATTENTION,
    TABLE_VOICES,
    VOICES,
    Outside,
    maxi_kind,
)
from coprod_core.indicators.explanation.reading import Reading
from coprod_core.indicators.explanation.steps import Kind, Step, Subject, Unit
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.second_lens import SecondLens, second_lens
from coprod_core.indicators.weights import TIE

_CHAPTER = "gap"
_MISSING = ("no_citizen_stakes",)
_LOOSEMORE = ("Loosemore & Hanby (1971)",)
_FELICETTI = ("Felicetti, Niemeyer & Curato (2016)",)
_BRIGHOUSE = ("Brighouse & Fleurbaey (2010)",)

Value = Callable[[Readings, Subject], float]
Subjects = Callable[[Readings], Iterable[Subject]]


def _gap(readings: Readings) -> Gap:
    assert readings.gap is not None
    return readings.gap


@lru_cache(maxsize=4)
def _equally(readings: Readings) -> Gap:
    lens = second_lens(readings.weights, readings.reference)
    assert isinstance(lens, SecondLens)
    return lens.gap


def _of(name: str, gap: Callable[[Readings], Gap] = _gap) -> Value:
    """A field of the gap, or what it holds about one id."""

    def value(readings: Readings, subject: Subject) -> float:
        held = getattr(gap(readings), name)
        return float(held[subject[0]] if isinstance(held, Mapping) else held)

    return value


def _taken(steps_of: steps.Taken) -> Callable[[Readings, Subject], Iterable[Step]]:
    return lambda readings, subject: steps_of(
        Outside(readings.weights, _gap(readings), maxi_kind(readings.reference)), subject
    )


def _taken_equally(steps_of: steps.Taken) -> Callable[[Readings, Subject], Iterable[Step]]:
    return lambda readings, subject: steps_of(Outside(readings.weights, _equally(readings), EQUALLY), subject)


def _whole(readings: Readings) -> Iterable[Subject]:
    return [()] if readings.gap else []


def _citizens(readings: Readings) -> Iterable[Subject]:
    weights = readings.weights
    at_stake = zip(weights.actors, weights.people_at_stake.tolist(), strict=True)
    return [(id_,) for id_, counts in at_stake if counts and readings.gap]


def _interests(readings: Readings) -> Iterable[Subject]:
    return [(id_,) for id_ in readings.weights.interests if readings.gap]


def _attended(readings: Readings) -> Iterable[Subject]:
    return [subject for subject in _interests(readings) if _gap(readings).outside[subject[0]] > TIE]


def _cells(readings: Readings) -> Iterable[Subject]:
    citizens = {id_ for (id_,) in _citizens(readings)}
    return [(s.actor, s.interest) for s in readings.weights.web.stakes if s.weight and s.actor in citizens]


def _cell(readings: Readings, subject: Subject) -> float:
    weights = readings.weights
    return float(_gap(readings).cells[weights.actors.index(subject[0]), weights.interests.index(subject[1])])


def _guessed(readings: Readings) -> Iterable[Subject]:
    return [(id_,) for (id_,) in _citizens(readings) if _gap(readings).estimated_by_actor[id_] is not None]


_DETAIL = (
    VOICES,
    steps.VOICED_OUTSIDE,
    TABLE_VOICES,
    steps.VOICED_TABLE,
    steps.VIEWS_SHORT,
)
_CELLS = (VOICES, TABLE_VOICES, steps.CELLS)
_WHO = (MAXI, AFFECTED, MINI)
_GUESSED = (steps.ESTIMATED, steps.MISSING, steps.ESTIMATED_PART)


def _reading(
    code: str,
    formula: str,
    *,
    steps: Callable[[Readings, Subject], Iterable[Step]],
    kinds: Iterable[Kind],
    undefined: tuple[str, ...] = _MISSING,
    subjects: Subjects = _whole,
    value: Value | None = None,
    **further: Any,
) -> Reading:
    """A reading of the gap; unless said otherwise it is about all of it, and a field of it by the name in its code."""
    return Reading(
        code=code,
        chapter=_CHAPTER,
        formula=formula,
        steps=steps,
        kinds=tuple(kinds),
        undefined=undefined,
        subjects=subjects,
        value=value or _of(code.partition(".")[2]),
        **further,
    )


READINGS = (
    _reading(
        "gap.maxi",
        "P_i = max(0, people_i − seats_i) × hit_i / Σ of the same",
        sources=_FELICETTI + _BRIGHOUSE,
        about=("actor",),
        kinds=(MAXI, AFFECTED, steps.PART_OF),
        subjects=_citizens,
        steps=_taken(steps.share_of(None)),
    ),
    _reading(
        "gap.mini",
        "S_i = seats_i × influence_i / Σ of the same",
        sources=_FELICETTI,
        about=("actor",),
        kinds=(MINI, steps.PART_OF),
        subjects=_citizens,
        steps=_taken(steps.share_of(MINI)),
    ),
    _reading(
        "gap.affected",
        "Q_i = people_i × hit_i / Σ of the same",
        sources=_BRIGHOUSE,
        about=("actor",),
        kinds=(AFFECTED, steps.PART_OF),
        subjects=_citizens,
        steps=_taken(steps.share_of(AFFECTED)),
    ),
    _reading(
        "gap.places",
        "Σ_i max(0, P_i − S_i)",
        sources=_LOOSEMORE,
        kinds=(*_WHO, steps.PLACES),
        steps=_taken(steps.places),
    ),
    _reading(
        "gap.places_by_actor",
        "max(0, P_i − S_i)",
        sources=_LOOSEMORE,
        about=("actor",),
        kinds=(*_WHO, steps.PLACES_OF),
        subjects=_citizens,
        steps=_taken(steps.places_of),
    ),
    _reading(
        "gap.outside",
        "Σ_i P_i om_ik",
        about=("interest",),
        kinds=(MAXI, AFFECTED, ATTENTION, steps.ATTENDED),
        subjects=_interests,
        steps=_taken(steps.attended(there=False)),
    ),
    _reading(
        "gap.table",
        "Σ_i S_i omT_ik",
        about=("interest",),
        kinds=(MINI, TABLE_ATTENTION, steps.ATTENDED_TABLE),
        subjects=_interests,
        steps=_taken(steps.attended(there=True)),
    ),
    _reading(
        "gap.attention",
        "Σ_k max(0, Σ_i P_i om_ik − Σ_i S_i omT_ik)",
        sources=_LOOSEMORE,
        kinds=(steps.ATTENTION_SHORT,),
        steps=_taken(steps.attention),
    ),
    _reading(
        "gap.views",
        "Σ_k,s max(0, Σ_i P_i V_i(k,s) − Σ_i S_i VT_i(k,s))",
        sources=_LOOSEMORE,
        kinds=(steps.VIEWS,),
        steps=_taken(steps.views),
    ),
    _reading(
        "gap.by_interest",
        "Σ_s max(0, Σ_i P_i V_i(k,s) − Σ_i S_i VT_i(k,s)) = Σ_i cell_ik",
        about=("interest",),
        kinds=_DETAIL,
        subjects=_interests,
        steps=_taken(steps.views_by_interest),
    ),
    _reading(
        "gap.cells",
        "cell_ik = Σ_s [ (P_i − S_i) V_i + S_i (V_i − VT_i) ] over the sides the outside voices more",
        low=-1.0,
        about=("actor", "interest"),
        kinds=_CELLS,
        subjects=_cells,
        value=_cell,
        steps=_taken(steps.cell),
    ),
    _reading(
        "gap.by_actor",
        "Σ_k cell_ik",
        low=-1.0,
        about=("actor",),
        kinds=_CELLS,
        subjects=_citizens,
        steps=_taken(steps.by_actor),
    ),
    _reading(
        "gap.overlap",
        "max(0, places − views)",
        kinds=(steps.OVERLAP,),
        steps=_taken(steps.overlap),
    ),
    _reading(
        "gap.drift",
        "Σ_i S_i × Σ_k,s |V_i(k,s) − VT_i(k,s)| / 2",
        sources=("Huitema, van de Kerkhof & Pesch (2007)",),
        kinds=(steps.DRIFT,),
        steps=_taken(steps.drift),
    ),
    _reading(
        "gap.drift_by_interest",
        "Σ_i S_i × Σ_s |V_i(k,s) − VT_i(k,s)| / 2",
        about=("interest",),
        kinds=(steps.DRIFT,),
        subjects=_interests,
        steps=_taken(steps.drift),
    ),
    _reading(
        "gap.unheard",
        "Σ_i S_i omT_ik < limit × Σ_i P_i om_ik",
        about=("interest",),
        unit=Unit.YES_NO,
        kinds=(steps.BOUND, steps.UNHEARD),
        subjects=_attended,
        value=lambda readings, subject: float(subject[0] in _gap(readings).unheard),
        steps=_taken(steps.unheard),
    ),
    _reading(
        "gap.alarm",
        "hit_i ≥ hard hit and S_i < limit × Q_i",
        sources=_BRIGHOUSE,
        about=("actor",),
        unit=Unit.YES_NO,
        kinds=(steps.HARD, steps.SEATS_BOUND, steps.HARDLY, steps.BOTH),
        subjects=_citizens,
        value=lambda readings, subject: float(subject[0] in _gap(readings).alarm),
        steps=_taken(steps.alarm),
    ),
    _reading(
        "gap.estimated_share",
        "Σ max(0, cell_ik) of estimated stakes / Σ max(0, cell_ik)",
        kinds=_GUESSED,
        steps=_taken(steps.estimated),
    ),
    _reading(
        "gap.estimated_by_actor",
        "Σ_k max(0, cell_ik) of estimated stakes / Σ_k max(0, cell_ik)",
        undefined=(*_MISSING, "nothing_missing"),
        about=("actor",),
        kinds=_GUESSED,
        subjects=_guessed,
        steps=_taken(steps.estimated),
    ),
    _reading(
        "second_lens.by_interest",
        "Σ_s max(0, Σ_i P_i V_i(k,s) − Σ_i S_i VT_i(k,s)) with P_i = hit_i / Σ_i hit_i",
        about=("interest",),
        kinds=(EQUALLY, *_DETAIL),
        subjects=_interests,
        value=_of("by_interest", _equally),
        steps=_taken_equally(steps.views_by_interest_from_the_start),
    ),
    _reading(
        "second_lens.by_actor",
        "Σ_k cell_ik with P_i = hit_i / Σ_i hit_i",
        low=-1.0,
        about=("actor",),
        kinds=(EQUALLY, *_CELLS),
        subjects=_citizens,
        value=_of("by_actor", _equally),
        steps=_taken_equally(steps.by_actor_from_the_start),
    ),
)
