"""A reading of a web as the room sees it: its name, its picture and what it says."""

from markupsafe import Markup

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.charts import gap_interests, gap_people
from coprod_ui.charts.dilemma_scenes.feasible import room_tables
from coprod_ui.charts.dilemma_scenes.role import room_roles
from coprod_ui.charts.dilemma_scenes.rules import room_balance
from coprod_ui.sentences import best_plan as say_best
from coprod_ui.sentences import dilemmas as say_dilemmas
from coprod_ui.sentences import gap as say_gap
from coprod_ui.sentences import roles as say_roles
from coprod_ui.sentences.strip import strip_dilemma, strip_gap
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

_BESIDE_A_SCENE = 1
"""The most sentences beside a scene, which speaks for itself."""

_COLUMNS = {"feasibility_inclusiveness": room_tables, "role": room_roles, "rules": room_balance}


def reading(
    readings: Readings, name: str, numbers: bool, words: Words, *, titled: bool = True, most: int = 3
) -> Markup:
    """A reading of a web as HTML, in `most` sentences; not `titled`: where what stands above it says what it is.

    Of the gap the headline alone is said: the scene below it shows who sits there and what is not heard.
    """
    web = readings.weights.web
    title = words("strip.gap") if name == "gap" else words(f"dilemmas.{name}")
    drawn = name in _COLUMNS and name not in readings.undefined
    return filled(
        "served/room/reading.html",
        say=words,
        title=title if titled else "",
        columns=_COLUMNS[name](readings, web, words) if drawn else "",
        light=_people(readings, name, web, words, False),
        dark=_people(readings, name, web, words, True),
        said=said_of(readings, name, web, words, numbers)[: _BESIDE_A_SCENE if drawn or name == "gap" else most],
    )


def said_of(readings: Readings, name: str, web: Web, words: Words, numbers: bool) -> list[str]:
    """What a reading says, the most telling sentence first, none twice; of the dilemmas never a digit of a reading."""
    if name == "gap":
        said = [
            strip_gap(readings, web, words),
            *say_gap.gap_sentences(readings, web, words, numbers).values(),
        ]
    else:
        said = [
            *_first(readings, name, web, words),
            strip_dilemma(readings, name, web, words),
            *_more(readings, name, web, words),
        ]
    return list(dict.fromkeys(said))


def _people(readings: Readings, name: str, web: Web, words: Words, dark: bool) -> Markup:
    """The scene of the gap, in which the charts escape what people said."""
    if name != "gap" or readings.gap is None:
        return Markup("")
    people = gap_people.who_sits(readings, web, words, dark, "inline", claimed=False)
    return people + gap_interests.unheard(readings, web, words, dark, "inline")


def _first(readings: Readings, name: str, web: Web, words: Words) -> list[str]:
    """What comes before anything else: even the best plan, or that all roles end up at one plan."""
    if name == "feasibility_inclusiveness":
        best = say_best.even_the_best(readings, web, words, False)
        return [" ".join(best)] if best else []
    if name == "role" and readings.role is not None:
        return [said] if (said := say_roles.headline(readings.role, web, words)) else []
    return []


def _more(readings: Readings, name: str, web: Web, words: Words) -> list[str]:
    """The sentence that says how much is lost whichever way one goes."""
    if name in readings.undefined:
        return []
    if name == "feasibility_inclusiveness":
        return say_dilemmas.feasible_or_inclusive(readings, web, words, False)[:1]
    if name == "role":
        return say_dilemmas.role_sentences(readings, web, words, False)[:1]
    return say_dilemmas.rules_sentences(readings, web, words, False)[:1]
