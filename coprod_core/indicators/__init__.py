"""What the core computes from a web (docs/indicators.md). The doors are `readings(web)` and `readings_data(readings)`.

Van Eijk & Cuppen (2022) describe the web of interests and the three dilemmas in words; the formulas are our own
operationalisation. Every number opens a question; none is a verdict, a target or a ranking.
"""

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.conflict import Clash
from coprod_core.indicators.dilemmas import FeasibilityInclusiveness, Role, RuleReading, Rules, amplify
from coprod_core.indicators.gap import Gap, Reference
from coprod_core.indicators.invitation import MOST_CANDIDATES, Invitation, Ways
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.plans import PlanReading
from coprod_core.indicators.reasons import Undefined

__all__ = [
    "MOST_CANDIDATES",
    "Clash",
    "FeasibilityInclusiveness",
    "Gap",
    "Invitation",
    "PlanReading",
    "Readings",
    "Reference",
    "Role",
    "RuleReading",
    "Rules",
    "Undefined",
    "Ways",
    "amplify",
    "readings",
    "readings_data",
]
