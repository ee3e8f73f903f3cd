"""How sure we are of the gap, as plain JSON data beside the readings: `python -m coprod_core evaluate --sure`."""

from dataclasses import asdict
from typing import Any

from coprod_core.indicators.as_data import readings_data
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import Cause, GapRobustness, Standing, gap_robustness


def sure_data(readings: Readings) -> dict[str, Any]:
    """The readings as JSON data with `certainty` after them: None, and its reason, where there is no gap."""
    data = readings_data(readings)
    found = gap_robustness(readings.weights, readings.reference)
    undefined = data.pop("undefined")
    if isinstance(found, Undefined):
        return {**data, "certainty": None, "undefined": {**undefined, "certainty": str(found)}}
    return {**data, "certainty": certainty_data(found), "undefined": undefined}


def certainty_data(found: GapRobustness) -> dict[str, Any]:
    """Bands over the draws, how often each outcome stays (0..1), and the estimates whose answer would help most."""
    bands = {name: asdict(getattr(found, name)) for name in ("places", "attention", "views", "drift")}
    return {
        "draws": found.draws,
        "bands": bands,
        "top_interest": _cause(found.top_interest),
        "top_actor": _cause(found.top_actor),
        "headline": _standing(found.headline),
        "ask_first": {
            "stakes": [asdict(stake) for stake in found.ask_first.stakes],
            "people": found.ask_first.people,
        },
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {**_standing(cause), "same_in_both_lenses": cause.same_in_both_lenses}


def _standing(standing: Standing) -> dict[str, Any]:
    return {"id": standing.id, "share": standing.share, "others": dict(standing.others)}
