"""Even the best plan: for whom that is hard to live with which fits best at the table as it is."""

from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import number
from coprod_ui.words import Words

_TIE = 1e-9


def even_the_best(readings: Readings, web: Web, words: Words, digits: bool) -> list[str]:
    """For whom even the best plan is hard, at the table and outside, or that none can be carried out; nothing where
    neither is so.
    """
    dilemma = readings.feasibility_inclusiveness
    best = None if dilemma is None else dilemma.best
    if dilemma is None or best is None or best.plan is None or best.least_acceptance is None:
        return []
    if dilemma.fit <= _TIE:
        return [words("say_best.none_works")]
    wish = best.plan not in web.option_by_id
    kind, about = ("wish", {}) if wish else ("plan", {"plan": names.plan(web, best.plan, words)})
    outside = names.some_listed((names.actor(web, id_) for id_ in best.hard_outside), words)
    if best.least_happy is not None and best.least_acceptance < web.conventions.hard_to_live_with - _TIE:
        numbers = number(best.least_acceptance, words, digits)
        said = words(f"say_best.{kind}_party", actor=names.actor(web, best.least_happy), numbers=numbers, **about)
        return [said, *([words("say_best.outside_too", groups=outside)] if best.hard_outside else [])]
    return [words(f"say_best.{kind}_outside", groups=outside, **about)] if best.hard_outside else []
