"""What a typed line will do, before it is done, or what of it is not understood."""

from collections.abc import Iterator

from coprod_core.web.model import Sphere, Web
from coprod_ui.forms.steps import weights
from coprod_ui.sentences.errors import error
from coprod_ui.typed_line.doing import Preview, PreviewedRelation, PreviewedStake
from coprod_ui.typed_line.several import Typed
from coprod_ui.words import Words, literal

MOST_TOLD = 5
"""The most lines told one by one."""


def will_do(found: Typed, web: Web, words: Words) -> str:
    """What Enter does with the lines, or why it does nothing; nothing is told of no lines."""
    if found.misread:
        return error(found.misread[0].error.code, found.misread[0].error.params, words)
    if not found.previews:
        return "" if found.unchanged is None else error(found.unchanged.code, found.unchanged.params, words)
    told = ["; ".join(_of_line(shown, web, words)) for shown in found.previews[:MOST_TOLD]]
    further = len(found.previews) - MOST_TOLD
    if further > 0:
        told.append(words.plural("quick.more", further))
    return words("quick.preview", what="; ".join(told))


def _of_line(shown: Preview | PreviewedRelation, web: Web, words: Words) -> Iterator[str]:
    if isinstance(shown, PreviewedRelation):
        key = "quick.clash" if shown.compatibility < 0 else "quick.helps"
        yield words(key, a=literal(shown.a), b=literal(shown.b))
        return
    yield _party(shown, words)
    if not shown.new_party and shown.sphere is not None:
        yield words("quick.other_kind", kind=words.choice("spheres", shown.sphere))
    if shown.people is not None:
        yield words.plural("quick.people", shown.people)
    if shown.seats is not None:
        yield words.plural("quick.seats", shown.seats)
    yield from (_stake(stake, web, words) for stake in shown.stakes)


def _party(shown: Preview, words: Words) -> str:
    name = literal(shown.party)
    if not shown.new_party:
        return words("quick.known_party", name=name)
    if shown.sphere in (None, Sphere.CITIZENS):
        return words("quick.new_party", name=name)
    return words("quick.new_party_kind", name=name, kind=words.choice("spheres", shown.sphere or ""))


def _stake(stake: PreviewedStake, web: Web, words: Words) -> str:
    key = "quick.new_interest" if stake.new_interest else "quick.known_interest"
    if stake.weight is None:
        return words(f"{key}_unknown", name=literal(stake.interest))
    level = next(words(word) for weight, word in weights(web.conventions) if weight == stake.weight)
    side = words("positions.for" if stake.position > 0 else "positions.against")
    return words(key, name=literal(stake.interest), weight=level, side=side)
