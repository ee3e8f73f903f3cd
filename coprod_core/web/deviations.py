"""In which conventions a web is counted otherwise than the design does it."""

from collections.abc import Mapping
from types import MappingProxyType

from coprod_core.checked.values import kinds
from coprod_core.web.conventions import DESIGN, Conventions
from coprod_core.web.model import Process, Web

DESIGN_OF_PROCESS: Mapping[str, float] = MappingProxyType(
    {name: getattr(Process(), name) for name in ("agenda_capacity", "worst_off_weight")}
)
"""The two conventions that stand in the process, as the design has them."""


def deviations(web: Web) -> Mapping[str, float]:
    """The conventions in which a web is counted otherwise than the design does it, by name, with the design's value."""
    design = {**{name: getattr(DESIGN, name) for name, _ in kinds(Conventions)}, **DESIGN_OF_PROCESS}
    return {name: value for name, value in design.items() if convention(web, name) != value}


def convention(web: Web, name: str) -> float:
    """The value of one convention in a web, wherever it stands."""
    value: float = getattr(web.process if name in DESIGN_OF_PROCESS else web.conventions, name)
    return value
