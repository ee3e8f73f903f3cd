"""What the core computes from a web (docs/indicators.md). The doors are `readings(web)` and `readings_data(readings)`.

Van Eijk & Cuppen (2022) describe the web of interests and the three dilemmas in words; the formulas are our own
operationalisation. Every number opens a question; none is a verdict, a target or a ranking.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.conflict import Clash
from coprod_core.indicators.dilemmas import FeasibilityInclusiveness, Role, RuleReading, Rules, amplify
from coprod_core.indicators.gap import Gap, Reference
from coprod_core.indicators.gap_tipping import Joins, Move, Tip, Tipping, tipping
from coprod_core.indicators.invitation import MOST_CANDIDATES, Invitation, Ways
from coprod_core.indicators.joining import ToSolve, always_together, to_solve
from coprod_core.indicators.lens_orders import lens_orders, lens_ranks
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.plans import PlanReading
from coprod_core.indicators.positions import Positions, positions
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.representation import Part, Representation, for_the_room, representation
from coprod_core.indicators.second_lens import SecondLens, second_lens
from coprod_core.indicators.weights import Weights, weights_of

if TYPE_CHECKING:
    from coprod_core.indicators.ask_first import Ask, AskFirst
    from coprod_core.indicators.large_front import LargeFront, front_of_many
    from coprod_core.indicators.redraw import Spreads
    from coprod_core.indicators.redrawn_dilemmas import DilemmaRobustness, OnFront, TensionBands, dilemma_draws
    from coprod_core.indicators.robustness import Band, Cause, GapRobustness, Standing, gap_robustness

_WITH_SCIPY = {
    "Ask": "ask_first",
    "AskFirst": "ask_first",
    "Band": "robustness",
    "Cause": "robustness",
    "DilemmaRobustness": "redrawn_dilemmas",
    "GapRobustness": "robustness",
    "LargeFront": "large_front",
    "OnFront": "redrawn_dilemmas",
    "Spreads": "redraw",
    "Standing": "robustness",
    "TensionBands": "redrawn_dilemmas",
    "dilemma_draws": "redrawn_dilemmas",
    "front_of_many": "large_front",
    "gap_robustness": "robustness",
}
"""What needs scipy, which takes longer to load than all else: loaded when it is first asked for."""


def __getattr__(name: str) -> Any:
    if name not in _WITH_SCIPY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WITH_SCIPY[name]}"), name)


__all__ = [
    "MOST_CANDIDATES",
    "Ask",
    "AskFirst",
    "Band",
    "Cause",
    "Clash",
    "DilemmaRobustness",
    "FeasibilityInclusiveness",
    "Gap",
    "GapRobustness",
    "Invitation",
    "Joins",
    "LargeFront",
    "Move",
    "OnFront",
    "Part",
    "PlanReading",
    "Positions",
    "Readings",
    "Reference",
    "Representation",
    "Role",
    "RuleReading",
    "Rules",
    "SecondLens",
    "Spreads",
    "Standing",
    "TensionBands",
    "Tip",
    "Tipping",
    "ToSolve",
    "Undefined",
    "Ways",
    "Weights",
    "always_together",
    "amplify",
    "dilemma_draws",
    "for_the_room",
    "front_of_many",
    "gap_robustness",
    "lens_orders",
    "lens_ranks",
    "positions",
    "readings",
    "readings_data",
    "representation",
    "second_lens",
    "tipping",
    "to_solve",
    "weights_of",
]
