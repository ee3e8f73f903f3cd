"""What may make a dilemma's tension stronger."""

from collections.abc import Mapping, Sequence

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers
from coprod_ui.sentences.dilemmas import FEASIBLE, ROLE
from coprod_ui.words import Words, literal, of_100

LEVELS: Mapping[str, float] = {"little": 0.3, "much": 0.6, "most": 1.0}
"""The values of a dial that have a word; of a dial at 0 nothing is said."""


def stronger(readings: Readings, name: str, web: Web, words: Words, digits: bool) -> list[str]:
    """What may make a dilemma's tension stronger, as whoever filled it in estimates it, and how much (T -> T*)."""
    sources, tension, amplified = _strengthening(readings, name)
    shown = [source for source, strength in sources.items() if of_100(strength)]
    if not shown:
        return [words("say_stronger.nothing")]
    told = _told([source for source in shown if source != "demands"], web, words)
    said = [told] if told else []
    if "demands" in shown:
        said.append(_ruled_out(web, words))
    if tension is not None and amplified is not None and of_100(tension) != of_100(amplified):
        said.append(words("say_stronger.amplified", numbers=change_numbers(tension, amplified, words, digits)))
    return said


def dials(web: Web, words: Words) -> str:
    """Every dial about politics and the professional that is not at 0, as whoever filled it in estimates it; "" where
    all are.
    """
    return _told(
        [name for name in ("emphasis", "meddling", "steering") if of_100(getattr(web.process, name))], web, words
    )


def _told(sources: Sequence[str], web: Web, words: Words) -> str:
    said = [_dial(source, web, words) for source in sources]
    return " ".join([_estimated_by(web, words), *said[:1], *(_capital(each) for each in said[1:])]) if said else ""


def _capital(sentence: str) -> str:
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _estimated_by(web: Web, words: Words) -> str:
    who = literal(web.filled_in_by.strip())
    return words("say_stronger.estimated_by", who=who) if who else words("say_stronger.estimated")


def _dial(source: str, web: Web, words: Words) -> str:
    level = words.choice("levels", level_word(getattr(web.process, source)))
    if source == "emphasis" and web.process.emphasis_on in web.actor_by_id:
        return words("say_stronger.emphasis_on", level=level, actor=names.actor(web, web.process.emphasis_on))
    return words(f"say_stronger.{source}", level=level)


def level_word(value: float) -> str:
    """The name of the level word nearest to a dial that is above 0, up to 1: little, much, most."""
    return min(LEVELS, key=lambda word: abs(LEVELS[word] - value))


def _ruled_out(web: Web, words: Words) -> str:
    barred = (literal(option.name) for option in web.options if option.barred)
    return words("say_stronger.demands", plans=names.some_listed(barred, words))


def _strengthening(readings: Readings, name: str) -> tuple[Mapping[str, float], float | None, float | None]:
    if name == FEASIBLE and (reading := readings.feasibility_inclusiveness) is not None:
        sources = {"emphasis": reading.emphasis, "demands": reading.demands}
        return sources, reading.tension, reading.amplified
    if name == ROLE and readings.role is not None:
        return readings.role.strengthened_by, readings.role.tension, readings.role.amplified
    return {}, None, None
