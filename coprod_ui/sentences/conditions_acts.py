"""The quiet sentence after an act on the conditions: about whom or what something was said."""

from typing import Any

from coprod_core.acts import conditions as a
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.words import Words, literal


def what_was_said(act: a.ConditionsAct, web_before: Web, web: Web, words: Words) -> str:
    """An act on the conditions in words. What people said itself stays where they said it."""
    if isinstance(act, a.SayMeaning) and not act.meaning:
        return words("say_act.say_no_meaning", **_about(act, web_before, web, words))
    return words(f"say_act.{act.act}", **_about(act, web_before, web, words))


def _about(act: a.ConditionsAct, web_before: Web, web: Web, words: Words) -> dict[str, str]:
    match act:
        case a.ChangeFrame():
            return {"what": words.names([words.choice("frame_fields", name) for name in act.changes])}
        case a.AddExpectation(entry) | a.AddAppreciation(entry):
            return _between(entry, web)
        case a.ChangeExpectation() | a.RemoveExpectation() | a.ChangeAppreciation() | a.RemoveAppreciation():
            return _between(_entry(act.part, act.id, web_before), web)
        case a.AddSharedWord(entry):
            return {"word": literal(entry.word)}
        case a.ChangeSharedWord() | a.RemoveSharedWord():
            return {"word": literal(_entry(act.part, act.id, web_before).word)}
        case a.SayMeaning():
            return {"word": literal(_entry(act.part, act.word, web).word), "name": names.actor(web, act.actor)}
        case a.ChangeEngagement():
            return {"name": names.actor(web, act.actor), "partner": names.actor(web, act.partner)}
        case a.ChangeMotivation() | a.ChangeNeeds() | a.ChangeWorkplace() | a.ChangeAbsence():
            return {"name": names.actor(web, act.actor)}
        case a.ChangeBlock():
            return {"subject": words.choice("subjects", act.subject)}
        case a.ChangeRuleRoom():
            return {"name": names.rule(web, act.rule)}
        case _:
            return {}


def _entry(part: str, id_: str, web: Web) -> Any:
    return next(entry for entry in getattr(web.conditions, part) if entry.id == id_)


def _between(entry: Any, web: Web) -> dict[str, str]:
    return {"who": names.actor(web, entry.who), "of_whom": names.actor(web, entry.of_whom)}
