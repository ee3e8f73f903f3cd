"""How sure the dilemmas are, in words: what stays in a thousand draws, and what we cannot say."""

from collections.abc import Mapping

from coprod_core.indicators.redrawn_dilemmas import DilemmaRobustness, OnFront
from coprod_core.indicators.robustness import Band, Standing
from coprod_core.indicators.role import LENSES
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import plain_part
from coprod_ui.words import Words, of_100

_STEADY, _MOVES = 10, 25
"""A band no wider than this, of 100, moves hardly or a little."""


def dilemma_certainty(found: DilemmaRobustness, name: str, web: Web, words: Words, digits: bool) -> list[str]:
    """What the draws say of one dilemma: its tension, its own outcome, and whether it is the strongest of the three."""
    said = []
    bands = found.bands.get(name)
    if bands is None:
        return [words("say_dilemma_sure.too_many_tables")]
    said.append(_band("band", bands.tension, words, digits, found.done))
    if digits and _shown(bands.amplified) != _shown(bands.tension):
        said.append(_band("stronger", bands.amplified, words, digits, found.done))
    if name == "feasibility_inclusiveness" and found.here is not None:
        said.append(_here(found.here, words, digits))
    if name == "role":
        said += [_side(way, standing, web, words, digits) for way, standing in found.sides.items() if standing.id]
    if name == "rules" and found.strongest_rule is not None and found.strongest_rule.id is not None:
        rule = names.rule(web, found.strongest_rule.id)
        said.append(_standing("strongest_rule", found.strongest_rule, rule, web, words, digits))
    return [*said, *_strongest(found, web, words, digits)]


def _strongest(found: DilemmaRobustness, web: Web, words: Words, digits: bool) -> list[str]:
    if found.strongest is None:
        return [words("say_dilemma_sure.strongest_too_many")]
    if found.strongest.id is None:
        return []
    dilemma = words.choice("dilemmas", found.strongest.id)
    return [_standing("strongest", found.strongest, dilemma, web, words, digits)]


def _standing(key: str, standing: Standing, name: str, web: Web, words: Words, digits: bool) -> str:
    if standing.share < 1 - web.conventions.unsure_limit - 1e-6:
        return words(f"say_dilemma_sure.{key}_unsure")
    return words(
        f"say_dilemma_sure.{key}", drawn=_drawn(words, digits), name=name, often=_often(standing.share, words, digits)
    )


def _side(way: str, standing: Standing, web: Web, words: Words, digits: bool) -> str:
    """Which side loses most by one role."""
    doing = words.choice("say_role.doing", way)
    if standing.share < 1 - web.conventions.unsure_limit - 1e-6:
        return words("say_dilemma_sure.side_unsure", way=doing)
    side, often = words.choice("say_role.side", standing.id or ""), _often(standing.share, words, digits)
    return words("say_dilemma_sure.side", way=doing, drawn=_drawn(words, digits), often=often, side=side)


def _drawn(words: Words, digits: bool) -> str:
    return words("say_dilemma_sure.drawn_digits" if digits else "say_dilemma_sure.drawn_words")


def _band(key: str, band: Band, words: Words, digits: bool, draws: int) -> str:
    low, high = _shown(band)
    if digits:
        return words(f"say_dilemma_sure.{key}", low=low, high=high, count=words.count(draws))
    wide = high - low
    return words(f"say_dilemma_sure.{'steady' if wide <= _STEADY else 'moves' if wide <= _MOVES else 'moves_much'}")


def _shown(band: Band) -> tuple[int, int]:
    return of_100(band.low), of_100(band.high)


def _here(here: OnFront, words: Words, digits: bool) -> str:
    said = words("say_dilemma_sure.here_front" if here.now else "say_dilemma_sure.here_inside")
    holds = words("say_dilemma_sure.holds", drawn=_drawn(words, digits), often=_often(here.share, words, digits))
    return f"{said} {holds}"


def _often(share: float, words: Words, digits: bool) -> str:
    return words.plural("charts.times", of_100(share)) if digits else plain_part(share, words, False, "times")


def standings(
    found: DilemmaRobustness, name: str, web: Web, words: Words
) -> dict[str, tuple[Standing, Mapping[str, str]]]:
    """What came out on top, by what it is about, with the plain names of all that can."""
    dilemmas = {other: words.choice("dilemmas", other) for other in found.bands}
    shown = {"strongest": (found.strongest, dilemmas)}
    if name == "role":
        sides = {lens: words.choice("lenses", lens) for lens in LENSES}
        shown |= {f"side_{way}": (standing, sides) for way, standing in found.sides.items()}
    if name == "rules":
        shown["strongest_rule"] = found.strongest_rule, {rule.id: rule.name for rule in web.rules}
    return {
        about: (standing, by_id)
        for about, (standing, by_id) in shown.items()
        if standing is not None and (standing.id is not None or standing.others)
    }
