"""Sentences about what people want: the table beside the outside, the outside within itself, and drift."""

from collections.abc import Mapping

from coprod_core.indicators.gap import Gap
from coprod_core.indicators.positions import Positions
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.sentences.gap import drift_sentence
from coprod_ui.words import Words, of_100


def apart(found: Positions, gap: Gap, web: Web, words: Words, digits: bool) -> list[str]:
    """On which interest the table is furthest from the outside, on which people outside differ most, and of which
    interests this cannot be said because nobody brings them up.
    """
    furthest, divided = _largest(found.distance), _largest(found.polarisation)
    said = []
    if furthest is not None:
        number = _number(found.distance[furthest], words, digits)
        said.append(words("say_views.furthest", interest=names.interest(web, furthest), number=number))
    elif any(distance is not None for distance in found.distance.values()):
        said.append(words("say_views.together"))
    if divided is not None:
        number = _number(found.polarisation[divided], words, digits)
        said.append(words("say_views.divided", interest=names.interest(web, divided), number=number))
    if gap.unheard:
        listed = names.some_listed((names.interest(web, id_) for id_ in gap.unheard), words)
        said.append(words("say_views.not_known", interests=listed))
    return said


def _largest(values: Mapping[str, float | None]) -> str | None:
    """The interest with the largest value that would be shown as more than nothing."""
    known = {id_: value for id_, value in values.items() if value is not None and of_100(value)}
    return max(known, key=lambda id_: known[id_], default=None)


def _number(share: float | None, words: Words, digits: bool) -> str:
    return f" ({plain_part(share or 0.0, words, True)})" if digits else ""


def drift(gap: Gap, web: Web, words: Words, digits: bool) -> list[str]:
    """How much those at the table have come to think otherwise than their own people, and about what most."""
    if not of_100(gap.drift):
        return [words("say_views.no_drift"), words("say_views.where_drift")]
    most = _largest(gap.drift_by_interest)
    said = [drift_sentence(gap, words, digits)]
    if most is not None:
        said.append(words("say_views.most_drift", interest=names.interest(web, most)))
    return [*said, words("say_views.drift_is_learning")]
