"""Sentences about who is at the table beside who lives here, feature by feature."""

from collections.abc import Iterable

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.representation import Representation
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import part, part_word
from coprod_ui.sentences.strip import strip_gap
from coprod_ui.words import Words, literal, of_100

TELLS = 5
"""From how many of 100 a difference between the table and the neighbourhood is told."""


def representation_sentences(found: Representation, words: Words, digits: bool) -> list[str]:
    """How far the table is spread otherwise, and of which values nobody, fewer or more people are there."""
    if isinstance(found.short, Undefined):
        return [words.choice("undefined", found.short)]
    said = [] if found.short is None else [_short(found, found.short, words, digits)]
    seen = [one for one in found.parts if one.at_table is not None]
    absent = [one.value for one in seen if not one.table and one.count]
    lists = {
        "nobody": absent,
        "fewer": [one.value for one in seen if _points(one.outside, one.at_table) <= -TELLS and one.table],
        "more": [one.value for one in seen if _points(one.outside, one.at_table) >= TELLS],
    }
    said += [words(f"say_people.{key}", values=_listed(values, words)) for key, values in lists.items() if values]
    return [*said, words("say_people.hidden")] if found.hides else said


def _short(found: Representation, short: float, words: Words, digits: bool) -> str:
    feature = literal(found.feature)
    if part_word(short) == "none":
        return words("say_people.same", feature=feature)
    if digits:
        return words("say_people.short", feature=feature, number=of_100(short))
    return words("say_people.short_words", feature=feature, part=part(short, words, "people_parts"))


def _points(outside: float, at_table: float | None) -> int:
    return of_100(at_table or 0.0) - of_100(outside)


def _listed(values: Iterable[str], words: Words) -> str:
    return names.some_listed([literal(value) for value in values], words)


def beside_the_gap(found: Representation, readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """What stands beside a feature: what is missing of interests, how many were counted, where the figures are from."""
    said = [words("say_people.no_composite", missing=strip_gap(readings, web, words))]
    seats = sum(actor.seats for actor in web.actors if actor.citizens)
    if found.counted is not None and found.counted != seats and not found.hides:
        counted = words.count(found.counted)
        said.append(words("say_people.counted_otherwise", counted=counted, seats=words.count(seats)))
    return [*said, words("say_people.source", source=literal(found.source))] if found.source else said


def about_people(found: Representation, words: Words) -> list[str]:
    """Questions for the group about who lives here and is not there."""
    absent = next((one.value for one in found.parts if one.at_table == 0 and one.count), None)
    asked = [] if absent is None else [words("ask_people.who_knows", value=literal(absent))]
    return [*asked, words("ask_people.which_counts")]
