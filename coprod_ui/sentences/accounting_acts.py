"""The quiet sentence after an act on what accounts for a choice: about what something was written down."""

from textwrap import shorten
from typing import Any

from coprod_core.acts import accounting as a
from coprod_core.web.accounting import Occasion
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.words import Words, literal

LONGEST_SHOWN = 60


def what_was_kept(act: a.AccountingAct, web_before: Web, web: Web, words: Words) -> str:
    """An act on the accounting in words."""
    if isinstance(act, a.ChangeCard):
        fields = [words.choice("card_fields", name) for name in act.changes]
        return words("say_act.change_card", what=words.names(fields))
    return words(f"say_act.{act.act}", name=_name(act, web_before, web, words))


def _name(act: a.AccountingAct, web_before: Web, web: Web, words: Words) -> str:
    match act:
        case a.AddOccasion(entry) | a.AddAttempt(entry) | a.AddContribution(entry) | a.AddReaction(entry):
            return _of_entry(act.part, entry, web, words)
        case a.ChangeOccasion() | a.ChangeAttempt() | a.ChangeContribution() | a.ChangeReaction():
            return _of_entry(act.part, _entry(act.part, act.id, web), web, words)
        case a.RemoveOccasion() | a.RemoveAttempt() | a.RemoveContribution() | a.RemoveReaction():
            return _of_entry(act.part, _entry(act.part, act.id, web_before), web_before, words)
    raise TypeError(act)


def _entry(part: str, id_: str, web: Web) -> Any:
    return next(entry for entry in getattr(web.accounting, part) if entry.id == id_)


def _of_entry(part: str, entry: Any, web: Web, words: Words) -> str:
    """What an entry is known by: the form or day of an occasion, the words of a contribution, the group of others."""
    match part:
        case "occasions":
            return literal(occasion_name(entry, words))
        case "contributions":
            return literal(shorten(entry.text, LONGEST_SHOWN, placeholder="…"))
    return names.actor(web, entry.actor) if entry.actor else words("accounting.somebody")


def occasion_name(occasion: Occasion, words: Words) -> str:
    """What an occasion is called: its form, else its day."""
    return occasion.form.strip() or occasion.day or words("accounting.no_day")
