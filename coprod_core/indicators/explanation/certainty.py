"""Readings that come of drawing, searching or counting many times: described, and not taken apart (section 8)."""

from coprod_core.indicators.explanation.reading import Reading

_LAHDELMA = ("Lahdelma & Salminen (2001)", "OECD & JRC (2008)")


def _described(code: str, formula: str, sources: tuple[str, ...] = _LAHDELMA) -> Reading:
    return Reading(code=code, chapter="sure", formula=formula, sources=sources, subjects=lambda _: [()])


READINGS = (
    _described("sure.band", "the 5% and the 95% quantile, and the median, of a reading over the draws"),
    _described("sure.cause", "draws with the same main cause / all draws; named where both lenses agree"),
    _described("sure.ask_first", "(∂views/∂x)² var(x) / Σ of the same over all that is drawn"),
    _described("sure.dilemmas", "bands of T and T*; draws with the same strongest dilemma, role or rule / all draws"),
    _described("sure.front", "the tables A for which no other has more I without less F", ("Savage (1951)",)),
    _described("sure.tips", "the least change of one number after which something else comes out on top", ()),
)
