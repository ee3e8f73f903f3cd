"""Who was involved and how, which interests came in, and who is still missing."""

from functools import partial

from coprod_core.conventions import Conventions
from coprod_core.model import Actor, Stake, Web
from coprod_ui import charts, sentences
from coprod_ui.plain_text import writable
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Table, WebPicture, bullets, chart, paragraphs
from coprod_ui.report.sections.people import who_lives_here
from coprod_ui.report.small_groups import people_said, seats_said
from coprod_ui.sentences.gap import is_silent
from coprod_ui.words import Words, literal

_INITIATIVE = {0.0: "government", 0.5: "shared", 1.0: "citizens"}
_DELEGATED = {0.0: "informed", 0.25: "heard", 0.5: "advise", 0.75: "decide_together", 1.0: "decide"}


def _nearest(level: float, named: dict[float, str]) -> str:
    return named[min(named, key=lambda at: abs(at - level))]


# -- who was involved -----------------------------------------------------------------------------------------------


def involved(account: Account) -> tuple[Block, ...]:
    """Whose table it is, who sits at it, and the web."""
    web, words = account.web, account.words
    return (
        *paragraphs([_whose_table(web, words), _at_the_table(web, words)]),
        *bullets(_rounds(account)),
        _parties(web, words),
        Heading(words("report.web_heading")),
        WebPicture(words("report.web_caption"), _web_alt(web, words), web, account.readings),
        *paragraphs([words("report.web_legend")]),
        _links(web, words),
    )


def _whose_table(web: Web, words: Words) -> str:
    process = web.process
    return words(
        "report.whose_table",
        whose=words.choice("report_initiative", _nearest(process.initiative, _INITIATIVE)),
        say=words.choice("delegated", _nearest(process.delegated, _DELEGATED)),
    )


def _at_the_table(web: Web, words: Words) -> str:
    groups = [actor for actor in web.actors if actor.citizens]
    seated = sum(actor.seated for actor in groups)
    return words("report.at_the_table", seated=seated, groups=len(groups)) if groups else words("say_gap.nobody")


def _rounds(account: Account) -> list[str]:
    words = account.words
    told = []
    for held in account.rounds:
        question = literal(held.question) or words("report.round_untitled")
        key = "report.round_answered" if held.people else "report.round_held"
        told.append(words(key, number=held.number, question=question, people=held.people))
    return told


def _parties(web: Web, words: Words) -> Table:
    header = tuple(
        words(key) for key in ("charts.party", "report.kind", "report.people", "report.seats", "report.part_taken")
    )
    rows = tuple(
        (
            writable(actor.name),
            words.choice("spheres", actor.sphere),
            people_said(actor, words),
            seats_said(actor, words),
            _part_taken(actor, words),
        )
        for actor in sorted(web.actors, key=lambda actor: (not actor.seated, not actor.citizens))
    )
    return Table(words("report.parties_caption"), header, rows)


def _part_taken(actor: Actor, words: Words) -> str:
    if actor.seated:
        return words("report.began") if actor.initiator and actor.citizens else words("report.joined")
    return words.choice("invitation", actor.invitation) if actor.citizens else ""


def _web_alt(web: Web, words: Words) -> str:
    seated = sum(actor.seated for actor in web.actors)
    return words("history.web_alt", parties=len(web.actors), seated=seated, interests=len(web.interests))


def _links(web: Web, words: Words) -> Table:
    header = tuple(words(key) for key in ("charts.party", "report.wants", "report.wants_not"))
    rows = tuple(
        (writable(actor.name), _stakes(web, actor, True, words), _stakes(web, actor, False, words))
        for actor in web.actors
    )
    return Table(words("report.links_caption"), header, rows)


def _stakes(web: Web, actor: Actor, wants: bool, words: Words) -> str:
    return "; ".join(
        f"{writable(web.interest_by_id[stake.interest].name)} ({_weight(stake, web.conventions, words)})"
        for stake in web.stakes_of(actor.id)
        if (stake.position >= 0) == wants and stake.weight > 0
    )


def _weight(stake: Stake, conventions: Conventions, words: Words) -> str:
    return words.choice("weights", sentences.weight_word(stake.weight, conventions))


# -- which interests came in ----------------------------------------------------------------------------------------


def interests(account: Account) -> tuple[Block, ...]:
    """Every interest: who wants it and who does not, whether the table hears it, and who says so."""
    web, words = account.web, account.words
    if not web.interests:
        return paragraphs([words("report.no_interests")])
    header = tuple(
        words(key)
        for key in ("charts.interest", "report.wanted_by", "report.opposed_by", "report.heard", "report.who_says")
    )
    rows = tuple(
        (
            writable(interest.name),
            _who(web, interest.id, True),
            _who(web, interest.id, False),
            _heard(account, interest.id),
            _provenance(web, interest.id, words),
        )
        for interest in web.interests
    )
    return (
        *paragraphs([words("report.interests_said", count=len(web.interests))]),
        Table(words("report.interests_caption"), header, rows),
    )


def _who(web: Web, interest: str, wants: bool) -> str:
    return ", ".join(
        writable(web.actor_by_id[stake.actor].name)
        for stake in web.stakes
        if stake.interest == interest and (stake.position >= 0) == wants and stake.weight > 0
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


# -- who is missing -------------------------------------------------------------------------------------------------


def missing(account: Account) -> tuple[Block, ...]:
    """Every group that is not at the table: whether it was asked, what it would bring and ask, and the seats,
    and who lives in the neighbourhood.
    """
    web, readings, words, digits = account.web, account.readings, account.words, account.digits
    absent = [actor for actor in web.actors if actor.citizens and not actor.seated]
    if not absent:
        return (*paragraphs([words("gap_screen.nobody_missing")]), *who_lives_here(account))
    blocks = [
        *paragraphs([words("report.tried")]),
        *bullets([_absent(account, actor) for actor in absent]),
        *paragraphs([words("say_invite.in_life")]),
        *bullets(sentences.without_them(readings, web, words, digits)),
    ]
    if readings.gap is not None:
        gap = readings.gap
        blocks += chart(
            "seats",
            words("gap_screen.seats"),
            charts.seats_figure(gap, web, words, digits, account.dark),
            charts.seats_alt(gap, web, words),
            partial(charts.seats_table, gap, web, words),
            words,
        )
    return (*blocks, *who_lives_here(account))


def _absent(account: Account, actor: Actor) -> str:
    words = account.words
    name = words(
        "report.absent",
        actor=literal(actor.name),
        people=people_said(actor, words),
        state=words.choice("invitation", actor.invitation),
    )
    joining = sentences.invite(account.readings, account.web, actor.id, words, account.digits)
    return f"{name} {joining}" if joining else name
