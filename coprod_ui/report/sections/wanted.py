"""Who wants what: per party what it wants and does not, and per interest who does."""

from coprod_core.web.conventions import Conventions
from coprod_core.web.model import Actor, Stake, Web
from coprod_ui.report.account import Account
from coprod_ui.report.document import Table
from coprod_ui.sentences import acts as say_acts
from coprod_ui.sentences.amounts import side
from coprod_ui.sentences.gap import is_silent
from coprod_ui.words import Words
from coprod_ui.words.plain_text import writable

_WANTS = {"for": "report.wants", "divided": "report.divided", "against": "report.wants_not"}
_WHO = {"for": "report.wanted_by", "divided": "report.divided_about", "against": "report.opposed_by"}
"""Per side the heading of its column, of what a party wants and of who wants an interest."""


def links_table(account: Account) -> Table:
    """A row per party: what it wants and what it does not, each with how important that is."""
    web, words = account.web, account.words
    sides = _sides(web)
    header = (words("charts.party"), *(words(_WANTS[which]) for which in sides))
    rows = tuple(
        (writable(actor.name), *(_stakes(web, actor, which, words) for which in sides)) for actor in web.actors
    )
    return Table(words("report.links_caption"), header, rows)


def _sides(web: Web) -> tuple[str, ...]:
    """The sides a table has a column for: for and against, and divided where anybody is."""
    divided = any(stake.weight > 0 and side(stake.position) == "divided" for stake in web.stakes)
    return ("for", "divided", "against") if divided else ("for", "against")


def _stakes(web: Web, actor: Actor, which: str, words: Words) -> str:
    return "; ".join(
        f"{writable(web.interest_by_id[stake.interest].name)} ({_weight(stake, web.conventions, words)})"
        for stake in web.stakes_of(actor.id)
        if side(stake.position) == which and stake.weight > 0
    )


def _weight(stake: Stake, conventions: Conventions, words: Words) -> str:
    return words.choice("weights", say_acts.weight_word(stake.weight, conventions))


def interests_table(account: Account) -> Table:
    """A row per interest: who wants it and who does not, whether the table hears it, and who says so."""
    web, words = account.web, account.words
    sides = _sides(web)
    header = (
        words("charts.interest"),
        *(words(_WHO[which]) for which in sides),
        words("report.heard"),
        words("report.who_says"),
    )
    rows = tuple(
        (
            writable(interest.name),
            *(_who(web, interest.id, which) for which in sides),
            _heard(account, interest.id),
            _provenance(web, interest.id, words),
        )
        for interest in web.interests
    )
    return Table(words("report.interests_caption"), header, rows)


def _who(web: Web, interest: str, which: str) -> str:
    return ", ".join(
        writable(web.actor_by_id[stake.actor].name)
        for stake in web.stakes
        if stake.interest == interest and side(stake.position) == which and stake.weight > 0
    )


def _heard(account: Account, interest: str) -> str:
    gap, words = account.readings.gap, account.words
    if gap is None or not gap.outside.get(interest):
        return "–"
    if interest not in gap.unheard:
        return words("charts.yes")
    return words("terms.unheard" if is_silent(gap, interest) else "terms.hardly_heard")


def _provenance(web: Web, interest: str, words: Words) -> str:
    found = dict.fromkeys(stake.provenance for stake in web.stakes if stake.interest == interest)
    return ", ".join(words.choice("provenance", who) for who in found)
