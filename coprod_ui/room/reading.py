"""A reading of a web as the room sees it: its name, its picture and what it says."""

from coprod_core.indicators import Readings
from coprod_core.model import Web
from coprod_ui import current, pictures, sentences
from coprod_ui.pictures import Size
from coprod_ui.room.marked import marked
from coprod_ui.words import Words, html_text

SEE_SAW = Size(1100, 170, 36, 32)
BARS_HEIGHT, BARS_TEXT = 110, 34


def reading(web: Web, name: str, numbers: bool, words: Words, *, titled: bool = True, most: int = 3) -> str:
    """A reading of a web as HTML, in `most` sentences; not `titled`: where what stands above it says what it is."""
    readings = current.readings_of(web)
    title = words("strip.gap") if name == "gap" else words(f"dilemmas.{name}")
    drawn = [_picture(readings, name, web, words, numbers, dark) for dark in (False, True)]
    said = said_of(readings, name, web, words, numbers)[:most]
    lines = "".join(f"<p>{marked(line)}</p>" for line in said)
    in_both = f'<div class="in-light">{drawn[0]}</div><div class="in-dark">{drawn[1]}</div>'
    method = f'<p class="soft">{html_text(words("room.method"))}</p>'
    head = f"<h1>{html_text(title)}</h1>" if titled else ""
    return f'{head}<div class="picture">{in_both}</div>{lines}{method}'


def said_of(readings: Readings, name: str, web: Web, words: Words, numbers: bool) -> list[str]:
    """What a reading says, the most telling sentence first, none twice."""
    if name == "gap":
        said = [
            sentences.strip_gap(readings, web, words, numbers),
            *sentences.gap_sentences(readings, web, words, numbers).values(),
        ]
    else:
        said = [
            sentences.strip_dilemma(readings, name, web, words, numbers),
            *_more(readings, name, web, words, numbers),
        ]
    return list(dict.fromkeys(said))


def _picture(readings: Readings, name: str, web: Web, words: Words, numbers: bool, dark: bool) -> str:
    if name != "gap":
        return pictures.dilemma(readings, name, web, words, dark, numbers, SEE_SAW)
    if readings.gap is None:
        return ""
    return pictures.nested_bars(readings.gap, words, numbers, dark, BARS_HEIGHT, BARS_TEXT)


def _more(readings: Readings, name: str, web: Web, words: Words, numbers: bool) -> list[str]:
    """The sentence that says how much is lost whichever way one goes."""
    if name in readings.undefined:
        return []
    if name == "feasibility_inclusiveness":
        return sentences.feasible_or_inclusive(readings, web, words, numbers)[:1]
    if name == "role":
        return sentences.role_sentences(readings, web, words, numbers)[:1]
    return sentences.rules_sentences(readings, web, words, numbers)[:1]
