"""The readings of the gap, and how each is taken apart (docs/indicators.md, section 3)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coprod_core.indicators.explanation.people import (
    AFFECTED,
    ATTENTION,
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
from coprod_core.indicators.gap import Gap, steps
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.weights import TIE

_CHAPTER = "gap"
_MISSING = ("no_citizen_stakes",)
_LOOSEMORE = ("Loosemore & Hanby (1971)",)
_FELICETTI, _BRIGHOUSE = ("Felicetti, Niemeyer & Curato (2016)",), ("Brighouse & Fleurbaey (2010)",)

Value = Callable[[Readings, Subject], float]
Subjects = Callable[[Readings], Iterable[Subject]]


def gap_of(readings: Readings) -> Gap:
    """The gap, where there is one."""
    assert readings.gap is not None
    return readings.gap


def of(name: str, gap: Callable[[Readings], Gap] = gap_of) -> Value:
    """A field of the gap, or what it holds about one id."""

    def value(readings: Readings, subject: Subject) -> float:
        held = getattr(gap(readings), name)
        return float(held[subject[0]] if isinstance(held, Mapping) else held)

    return value


def _taken(steps_of: steps.Taken) -> Callable[[Readings, Subject], Iterable[Step]]:
    return lambda readings, subject: steps_of(
        Outside(readings.weights, gap_of(readings), maxi_kind(readings.reference)), subject
    )


def _whole(readings: Readings) -> Iterable[Subject]:
    return [()] if readings.gap else []


def citizens_of(readings: Readings) -> Iterable[Subject]:
    """The citizen parties with a stake, each a subject; none where there is no gap."""
    weights = readings.weights
    at_stake = zip(weights.actors, weights.people_at_stake.tolist(), strict=True)
    return [(id_,) for id_, counts in at_stake if counts and readings.gap]


def interests_of(readings: Readings) -> Iterable[Subject]:
    """Every interest as a subject; none where there is no gap."""
    return [(id_,) for id_ in readings.weights.interests if readings.gap]


def _attended(readings: Readings) -> Iterable[Subject]:
    return [subject for subject in interests_of(readings) if gap_of(readings).outside[subject[0]] > TIE]


def _cells(readings: Readings) -> Iterable[Subject]:
    citizens = {id_ for (id_,) in citizens_of(readings)}
    return [(s.actor, s.interest) for s in readings.weights.web.stakes if s.weight and s.actor in citizens]


def _cell(readings: Readings, subject: Subject) -> float:
    weights = readings.weights
    return float(gap_of(readings).cells[weights.actors.index(subject[0]), weights.interests.index(subject[1])])


def _guessed(readings: Readings) -> Iterable[Subject]:
    return [(id_,) for (id_,) in citizens_of(readings) if gap_of(readings).estimated_by_actor[id_] is not None]


DETAIL = (VOICES, steps.VOICED_OUTSIDE, TABLE_VOICES, steps.VOICED_TABLE, steps.VIEWS_SHORT)
CELLS_OF = (VOICES, TABLE_VOICES, steps.CELLS)
_WHO = (MAXI, AFFECTED, MINI)
_GUESSED = (steps.ESTIMATED, steps.MISSING, steps.ESTIMATED_PART)


def reading_of(
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
        value=value or of(code.partition(".")[2]),
        **further,
    )


def _named(readings: Readings) -> Iterable[Subject]:
    return [()] if readings.gap and readings.gap.headline else []


def _named_value(readings: Readings, _: Subject) -> float:
    headline = gap_of(readings).headline
    assert headline is not None
    return gap_of(readings).by_interest[headline.interest]


READINGS = (
    reading_of(
        "gap.maxi",
        "P_i = max(0, people_i − seats_i) × hit_i / Σ of the same",
        sources=_FELICETTI + _BRIGHOUSE,
        about=("actor",),
        kinds=(MAXI, AFFECTED, steps.PART_OF),
        subjects=citizens_of,
        steps=_taken(steps.share_of(None)),
    ),
    reading_of(
        "gap.mini",
        "S_i = seats_i × influence_i / Σ of the same",
        sources=_FELICETTI,
        about=("actor",),
        kinds=(MINI, steps.PART_OF),
        subjects=citizens_of,
        steps=_taken(steps.share_of(MINI)),
    ),
    reading_of(
        "gap.affected",
        "Q_i = people_i × hit_i / Σ of the same",
        sources=_BRIGHOUSE,
        about=("actor",),
        kinds=(AFFECTED, steps.PART_OF),
        subjects=citizens_of,
        steps=_taken(steps.share_of(AFFECTED)),
    ),
    reading_of(
        "gap.places",
        "Σ_i max(0, P_i − S_i)",
        sources=_LOOSEMORE,
        kinds=(*_WHO, steps.PLACES),
        steps=_taken(steps.places),
    ),
    reading_of(
        "gap.places_by_actor",
        "max(0, P_i − S_i)",
        sources=_LOOSEMORE,
        about=("actor",),
        kinds=(*_WHO, steps.PLACES_OF),
        subjects=citizens_of,
        steps=_taken(steps.places_of),
    ),
    reading_of(
        "gap.outside",
        "Σ_i P_i om_ik",
        about=("interest",),
        kinds=(MAXI, AFFECTED, ATTENTION, steps.ATTENDED),
        subjects=interests_of,
        steps=_taken(steps.attended(there=False)),
    ),
    reading_of(
        "gap.table",
        "Σ_i S_i omT_ik",
        about=("interest",),
        kinds=(MINI, TABLE_ATTENTION, steps.ATTENDED_TABLE),
        subjects=interests_of,
        steps=_taken(steps.attended(there=True)),
    ),
    reading_of(
        "gap.attention",
        "Σ_k max(0, Σ_i P_i om_ik − Σ_i S_i omT_ik)",
        sources=_LOOSEMORE,
        kinds=(steps.ATTENTION_SHORT,),
        steps=_taken(steps.attention),
    ),
    reading_of(
        "gap.views",
        "Σ_k,s max(0, Σ_i P_i V_i(k,s) − Σ_i S_i VT_i(k,s))",
        sources=_LOOSEMORE,
        kinds=(steps.VIEWS,),
        steps=_taken(steps.views),
    ),
    reading_of(
        "gap.by_interest",
        "Σ_s max(0, Σ_i P_i V_i(k,s) − Σ_i S_i VT_i(k,s)) = Σ_i cell_ik",
        about=("interest",),
        kinds=DETAIL,
        subjects=interests_of,
        steps=_taken(steps.views_by_interest),
    ),
    reading_of(
        "gap.cells",
        "cell_ik = Σ_s [ (P_i − S_i) V_i + S_i (V_i − VT_i) ] over the sides the outside voices more",
        low=-1.0,
        about=("actor", "interest"),
        kinds=CELLS_OF,
        subjects=_cells,
        value=_cell,
        steps=_taken(steps.cell),
    ),
    reading_of(
        "gap.by_actor",
        "Σ_k cell_ik",
        low=-1.0,
        about=("actor",),
        kinds=CELLS_OF,
        subjects=citizens_of,
        steps=_taken(steps.by_actor),
    ),
    reading_of(
        "gap.overlap",
        "max(0, places − views)",
        kinds=(steps.OVERLAP,),
        steps=_taken(steps.overlap),
    ),
    reading_of(
        "gap.drift",
        "Σ_i S_i × Σ_k,s |V_i(k,s) − VT_i(k,s)| / 2",
        sources=("Huitema, van de Kerkhof & Pesch (2007)",),
        kinds=(steps.DRIFT,),
        steps=_taken(steps.drift),
    ),
    reading_of(
        "gap.drift_by_interest",
        "Σ_i S_i × Σ_s |V_i(k,s) − VT_i(k,s)| / 2",
        about=("interest",),
        kinds=(steps.DRIFT,),
        subjects=interests_of,
        steps=_taken(steps.drift),
    ),
    reading_of(
        "gap.unheard",
        "Σ_i S_i omT_ik < limit × Σ_i P_i om_ik",
        about=("interest",),
        unit=Unit.YES_NO,
        kinds=(steps.BOUND, steps.UNHEARD),
        subjects=_attended,
        value=lambda readings, subject: float(subject[0] in gap_of(readings).unheard),
        steps=_taken(steps.unheard),
    ),
    reading_of(
        "gap.headline",
        "max over the unheard interests of Σ_i cell_ik, over all interests where none is unheard",
        undefined=(*_MISSING, "nothing_missing_at_all"),
        kinds=(steps.NAMED,),
        subjects=_named,
        value=_named_value,
        steps=_taken(steps.named),
    ),
    reading_of(
        "gap.alarm",
        "hit_i ≥ hard hit and S_i < limit × Q_i",
        sources=_BRIGHOUSE,
        about=("actor",),
        unit=Unit.YES_NO,
        kinds=(steps.HARD, steps.SEATS_BOUND, steps.HARDLY, steps.BOTH),
        subjects=citizens_of,
        value=lambda readings, subject: float(subject[0] in gap_of(readings).alarm),
        steps=_taken(steps.alarm),
    ),
    reading_of(
        "gap.estimated_share",
        "Σ max(0, cell_ik) of estimated stakes / Σ max(0, cell_ik)",
        kinds=_GUESSED,
        steps=_taken(steps.estimated),
    ),
    reading_of(
        "gap.estimated_by_actor",
        "Σ_k max(0, cell_ik) of estimated stakes / Σ_k max(0, cell_ik)",
        undefined=(*_MISSING, "nothing_missing"),
        about=("actor",),
        kinds=_GUESSED,
        subjects=_guessed,
        steps=_taken(steps.estimated),
    ),
)
