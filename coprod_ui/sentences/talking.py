"""Who to bring together first: those who share one thing and clash on another."""

from coprod_core.indicators import ambivalence
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.words import Words


def talk_first(readings: Readings, web: Web, words: Words, most: int = 3) -> list[str]:
    """A sentence per pair, who share and clash most first; or that there is none as far as we know."""
    return [
        words(
            "say_talk.first",
            a=names.actor(web, pair.a),
            b=names.actor(web, pair.b),
            shared=names.interest(web, pair.accord_on),
            apart=names.interest(web, pair.clash_on),
        )
        for pair in ambivalence.of(readings)[:most]
    ] or [words("say_talk.nobody")]
