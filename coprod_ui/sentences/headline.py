"""What the gap says first: of whom nothing is known, who sits at the table, and what is not heard there."""

from coprod_core.indicators import silent
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.all_known import all_known
from coprod_ui.sentences.amounts import part_word
from coprod_ui.sentences.gap import alarm
from coprod_ui.words import Words, of_100

_KEYS = {"missing": "missing", "hardly_heard": "hardly", "least_attention": "least_attention"}


def headline(readings: Readings, web: Web, words: Words, longest: int | None = None) -> list[str]:
    """The headline, sentence by sentence; names of interests are cut off where there is room for `longest` only.

    Of a web without any gap only what is not known of groups is said.
    """
    return [*silent_groups(readings, web, words), *_said_of_the_table(readings, web, words, longest)]


def silent_groups(readings: Readings, web: Web, words: Words) -> list[str]:
    """Of which groups nothing is known yet, and how large a part of the residents they are where that is known."""
    found = silent.of(readings)
    if not found.parties:
        return []
    groups = names.some_listed((names.actor(web, id_) for id_ in found.parties), words)
    said = [words.plural("say_headline.silent", len(found.parties), groups=groups)]
    if found.people:
        part = words.choice("parts_of_residents", part_word(found.people))
        said.append(words("say_headline.silent_people", part=part))
    return said


def nobody_counts(readings: Readings) -> bool:
    """Whether no seat of residents counts at the table."""
    return readings.gap is not None and not any(readings.gap.mini.values())


def _said_of_the_table(readings: Readings, web: Web, words: Words, longest: int | None) -> list[str]:
    gap = readings.gap
    if gap is None:
        return []
    if nobody_counts(readings):
        return [words(f"say_gap.{_who_sits(web)}")]
    if gap.headline is None:
        return _nothing_short(readings, web, words)
    named = names.interest(web, gap.headline.interest, longest)
    said = [words(f"say_gap.{_KEYS[gap.headline.word]}", interest=named)]
    if gap.headline.also is not None:
        said.append(words("say_gap.also", interest=names.interest(web, gap.headline.also, longest)))
    return said


def _nothing_short(readings: Readings, web: Web, words: Words) -> list[str]:
    """That what matters outside gets attention; not where a group is hit hard and hardly there, nor where nobody there
    feels something as strongly.
    """
    reading = readings.feasibility_inclusiveness
    if hit_hard := alarm(readings, web, words):
        return hit_hard
    if reading is not None and of_100(reading.here[0]):
        return [words("say_feasible.strip_less_felt")]
    return [words("say_gap.nothing_missing_known" if all_known(readings, web) else "say_gap.nothing_missing")]


def _who_sits(web: Web) -> str:
    """Why no seat counts: nobody sits there, no residents, residents of whom no interest is known, or without a say."""
    seated = [actor for actor in web.actors if actor.seated]
    residents = [actor for actor in seated if actor.citizens]
    if not residents:
        return "no_residents" if seated else "nobody"
    known = any(stake.weight > 0 for actor in residents for stake in web.stakes_of(actor.id))
    return "without_influence" if known else "nobody_with_stake"
