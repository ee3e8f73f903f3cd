"""What matters outside beside the attention it gets at the table, unheard first, and who brings each in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.voiced_by import VoicedBy
from coprod_core.indicators.voiced_by import of as voiced_of
from coprod_core.web.model import Web
from coprod_ui.charts.chairs import voice_sign
from coprod_ui.charts.drawing import Drawing, shown
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.headline import nobody_counts
from coprod_ui.sentences.voices import who_brings_in
from coprod_ui.words import Words, of_100
from coprod_ui.words.plain_text import plain
from coprod_ui.words.templates import filled

_EXACT = 1e-9

_FULL, _AGAIN, _BRIEF, _HEARD = 72, 54, 42, 33
"""About how high a row is, in px: with its whole sentence, of the same organisations again, with a short sentence, and
of an interest that is heard.
"""

_BRIEF_FROM = 3
"""With so many unheard interests only the first has its whole sentence."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An interest: `outside` and `table`, attention as a part (0..1) of the largest there is; what is said of it."""

    name: str
    by: str
    sign: Drawing
    voice: str
    outside: float
    table: float
    outside_said: str
    table_said: str
    bars: str
    said: Sequence[str]


def what_matters(
    readings: Readings, web: Web, words: Words, digits: bool, dark: bool, room: int = 290, drawn: str = "picture"
) -> Markup:
    """What matters outside against attention at the table, unheard first, with who brings each in.

    As many as fit in `room` px; of the others only that they are there.
    """
    gap, voiced = readings.gap, voiced_of(readings)
    if gap is None or isinstance(voiced, Undefined):
        return Markup("")
    counts = not nobody_counts(readings)
    ordered = _by_attention(gap, voiced)
    in_sight = _that_fit(ordered, voiced, room) if counts else ordered[: room // _HEARD]
    rows = _rows(in_sight, voiced, gap, readings, web, words, digits, dark, counts)
    left = [id_ for id_ in ordered if id_ not in in_sight]
    unheard = [id_ for id_ in left if voiced_by(voiced, id_) != "residents" and counts]
    listed = names.some_listed((names.interest(web, id_) for id_ in unheard), words)
    heard = len(left) - len(unheard)
    return filled(
        "charts/gap_interests.html",
        say=words,
        title=words("gap_look.what_matters" if counts else "gap_look.what_matters_outside"),
        rows=[(row, shown(row.sign, row.voice, drawn)) for row in rows],
        further=[
            *([words("gap_look.also_unheard", interests=listed)] if unheard else []),
            *([words.plural("gap_look.more_interests", heard)] if heard else []),
        ],
    )


def unheard(readings: Readings, web: Web, words: Words, dark: bool, drawn: str = "picture", most: int = 2) -> Markup:
    """What is not heard, or hardly, and who brings it in, in a few words each: the `most` that widen the gap most."""
    gap, voiced = readings.gap, voiced_of(readings)
    if gap is None or isinstance(voiced, Undefined) or nobody_counts(readings):
        return Markup("")
    rows = [
        (shown(voice_sign(by, dark), "", drawn), web.interest_by_id[id_].name, words.choice("voice_short", by))
        for id_ in _by_attention(gap, voiced)
        if (by := voiced_by(voiced, id_)) != "residents"
    ]
    return filled("charts/gap_unheard.html", rows=rows[:most]) if rows else Markup("")


def voiced_by(voiced: Mapping[str, VoicedBy | None], interest: str) -> str:
    """Who brings an interest in; blank where nobody outside asks for it."""
    found = voiced[interest]
    return found.by if found else ""


def _by_attention(gap: Gap, voiced: Mapping[str, VoicedBy | None]) -> list[str]:
    """The interests that people outside have: unheard first, those that cause most of the gap first; then the heard."""
    outside = [id_ for id_ in gap.outside if voiced[id_] is not None]
    unheard = sorted((i for i in outside if i in gap.unheard), key=lambda id_: -gap.by_interest[id_])
    return [*unheard, *sorted((i for i in outside if i not in gap.unheard), key=lambda id_: -gap.outside[id_])]


def _that_fit(ordered: Sequence[str], voiced: Mapping[str, VoicedBy | None], room: int) -> list[str]:
    unheard = sum(voiced_by(voiced, id_) != "residents" for id_ in ordered)
    fitting: list[str] = []
    before: VoicedBy | None = None
    for id_ in ordered:
        found = voiced[id_]
        room -= _height(found, before, brief=bool(fitting) and unheard >= _BRIEF_FROM)
        if room < 0 and fitting:
            break
        fitting.append(id_)
        before = found
    return fitting


def _height(found: VoicedBy | None, before: VoicedBy | None, brief: bool) -> int:
    """About how high the row of an interest is, in px."""
    if found is None or found.by == "residents":
        return _HEARD
    if found.by == "organisation":
        return _AGAIN if before is not None and before.organisations == found.organisations else _FULL
    return _BRIEF if brief or found.by == "hardly" else _FULL


def _rows(
    ids: Sequence[str],
    voiced: Mapping[str, VoicedBy | None],
    gap: Gap,
    readings: Readings,
    web: Web,
    words: Words,
    digits: bool,
    dark: bool,
    counts: bool,
) -> list[Heard]:
    largest = max([*gap.outside.values(), *gap.table.values(), _EXACT])
    unheard = sum(voiced_by(voiced, id_) != "residents" for id_ in ids)
    rows, before = [], None
    for place, id_ in enumerate(ids):
        found = voiced[id_]
        assert found is not None  # somebody outside asks for it
        brief = place > 0 and unheard >= _BRIEF_FROM
        said = who_brings_in(found, id_, before, readings, web, words) if counts else []
        outside, table = gap.outside[id_], gap.table[id_]
        out_word, table_word = (plain_part(share, words, digits) for share in (outside, table))
        rows.append(
            Heard(
                name=web.interest_by_id[id_].name,
                by=found.by,
                sign=voice_sign(found.by, dark),
                voice=words.choice("voice_short", found.by),
                outside=outside / largest,
                table=0.0 if table <= _EXACT else table / largest,
                outside_said=str(of_100(outside)) if digits else "",
                table_said=str(of_100(table)) if digits else "",
                bars=words("gap_look.bars", outside=plain(out_word), table=plain(table_word)),
                said=said[:1] if brief and found.by == "nobody" else said,
            )
        )
        before = found
    return rows
