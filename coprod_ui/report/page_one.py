"""Page one, for the council: what is asked, what was chosen, who loses, who is missing, how sure, and what next."""

import re
from collections.abc import Callable, Mapping
from itertools import accumulate

from coprod_core.acts.weighing import Recorded
from coprod_core.indicators import marks, voiced_by
from coprod_core.indicators.reasons import Undefined
from coprod_core.web.accounting import Body, Status
from coprod_core.web.model import Actor
from coprod_ui.report.account import Account
from coprod_ui.report.document import Block, Heading, Notice, paragraphs
from coprod_ui.report.gaps import on_page_one
from coprod_ui.sentences import certainty as say_certainty
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import number, part, part_word
from coprod_ui.sentences.group_size import people_said
from coprod_ui.sentences.plan_ways import losses_of, not_known
from coprod_ui.sentences.weighings import date_said, day_said
from coprod_ui.words import literal
from coprod_ui.words.plain_text import plain, runs

LONGEST: Mapping[str, int] = {"asked": 700, "chosen": 600, "loses": 450, "missing": 500, "sure": 300, "next": 250}
"""So many characters of people's own words, or of sentences, stand under each question."""

LONGEST_AT_FOOT = 100
MOST_LOSING = 3
_ENDS = (".", "!", "?", "…", ")")


def page_one(account: Account) -> tuple[Block, ...]:
    """The six questions, each with its answer, and who made this."""
    asked: Mapping[str, Callable[[Account], list[str]]] = {
        "asked": _asked,
        "chosen": _chosen,
        "loses": _loses,
        "missing": _missing,
        "sure": _sure,
        "next": _next,
    }
    blocks: list[Block] = [Heading(account.words("page_one.heading"), 1)]
    for name, answer in asked.items():
        blocks += [Heading(account.words.choice("page_one", name)), *paragraphs(answer(account))]
    return (*blocks, Notice(runs(_foot(account))))


def cut(text: str, longest: int, see: str) -> str:
    """Text up to the last full stop within so many characters, then where the rest stands; whole where it fits."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    stops = [stop.end() for stop in re.finditer(r"[.!?…](?=\s)", text[: longest + 1])]
    head = text[: stops[-1]] if stops else f"{text[: longest - 1].rstrip()}…"
    return f"{head} {see}"


def _see(account: Account, section: str) -> str:
    return account.words("page_one.see", section=account.words.choice("section_numbers", section))


def _own(account: Account, text: str, longest: int, section: str = "choices") -> str:
    """People's own words as Markdown, cut where they are too long for page one, and closed: a sentence may follow."""
    return literal(closed(cut(text, longest, _see(account, section))))


def closed(text: str) -> str:
    """Text that ends as a sentence does; nothing for none."""
    return text if not text or text.endswith(_ENDS) else f"{text}."


# -- what is asked ----------------------------------------------------------------------------------------------------


def _asked(account: Account) -> list[str]:
    words, card = account.words, account.web.accounting.card
    asked = _own(account, card.asked, LONGEST["asked"])
    if not asked and (card.asked_of == Body.NONE or not _open(account)):
        return [words("page_one.nothing_asked" if _open(account) else "page_one.not_on_record")]
    if card.asked_of == Body.NONE:
        return [f"{words('page_one.for_information')} {asked}"]
    return [words(f"page_one.asked_of.{card.asked_of}", asked=asked or words("page_one.not_said"))]


def _open(account: Account) -> bool:
    return account.web.accounting.card.status == Status.DRAFT


# -- what was chosen --------------------------------------------------------------------------------------------------


def _chosen(account: Account) -> list[str]:
    words = account.words
    if account.choice is None:
        return [words("page_one.nothing_chosen")]
    seq, recorded = account.choice
    weighing = recorded.weighing
    when = account.times.get(seq)
    lines = [_chosen_on(account, weighing.chosen, "" if when is None else date_said(when, words))]
    if weighing.by.strip():
        lines.append(words("page_one.by", by=_own(account, weighing.by, 100)))
    if weighing.prevails.strip():
        lines.append(words("page_one.prevails", prevails=_own(account, weighing.prevails, 150)))
    if weighing.why.strip():
        lines.append(words("page_one.why", why=_own(account, weighing.why, 300)))
    return [" ".join(lines), *_decided(account)]


def _chosen_on(account: Account, chosen: str, day: str) -> str:
    key = "page_one.chosen_on" if day else "page_one.chosen_what"
    return account.words(key, day=day, chosen=literal(chosen))


def _decided(account: Account) -> list[str]:
    words, card = account.words, account.web.accounting.card
    if card.decided_by == Body.NONE or not card.decided.strip():
        return []
    day = day_said(card.decided_on, words)
    by = words.choice("bodies", card.decided_by)
    return [
        words(
            "page_one.decided_on" if day else "page_one.decided", by=by, day=day, what=_own(account, card.decided, 200)
        )
    ]


# -- who loses --------------------------------------------------------------------------------------------------------


def _loses(account: Account) -> list[str]:
    words = account.words
    if account.choice is None:
        return [words("page_one.nothing_chosen")]
    recorded = account.choice[1]
    for_losers = recorded.weighing.for_losers
    done = words("page_one.for_losers", what=_own(account, for_losers, LONGEST["loses"])) if for_losers.strip() else ""
    return [" ".join(_lost(account, recorded)), done or words("page_one.for_losers_unknown")]


def _lost(account: Account, recorded: Recorded) -> list[str]:
    """The groups that lose by the chosen plan; where no plan was chosen, what the group wrote of the way it chose."""
    plan = account.chosen_plan
    if plan is not None:
        found = marks.of(account.readings)[plan]
        told = [
            losses_of(found, account.readings, account.web, account.words, most=most)
            for most in range(MOST_LOSING, 0, -1)
        ]
        return next((lines for lines in told if len(plain(" ".join(lines))) <= LONGEST["loses"]), told[-1])
    way = recorded.weighing.chosen_way
    if way is None or not way.loses.strip():
        return [account.words("page_one.loses_unknown")]
    return [_own(account, way.loses, LONGEST["loses"])]


# -- who is missing ---------------------------------------------------------------------------------------------------


def _missing(account: Account) -> list[str]:
    words, web = account.words, account.web
    named = on_page_one(web, account.readings)
    absent = [actor for actor in web.actors if actor.citizens and not actor.seated]
    lines = _that_fit([_absent(account, web.actor_by_id[id_]) for id_ in named], LONGEST["missing"])
    more = len({actor.id for actor in absent} - {*named[: len(lines)]})
    if more:
        lines.append(words.plural("page_one.more_missing", more, see=_see(account, "people")))
    everyone = "page_one.nobody_missing" if any(actor.citizens for actor in web.actors) else "page_one.no_groups"
    return lines or [words(everyone)]


def _that_fit(lines: list[str], longest: int) -> list[str]:
    """The first lines, as many as are together so long at most; always one."""
    ends = accumulate(len(plain(line)) for line in lines)
    return lines[: max(1, sum(end <= longest for end in ends))]


def _absent(account: Account, actor: Actor) -> str:
    words, web = account.words, account.web
    key = "page_one.at_table_unknown" if actor.seated else "page_one.not_there"
    said = [words(key, group=names.actor(web, actor.id), people=people_said(actor, words))]
    roles = spoken_by(account, actor.id)
    if roles:
        said.append(words("page_one.spoken_by", roles=names.some_listed(roles, words)))
    return " ".join([*said, *([] if actor.seated else [tried(account, actor.id, longest=80)])])


def spoken_by(account: Account, actor: str) -> list[str]:
    """The roles that bring in meanwhile what a group wants and residents at the table do not bring in."""
    voiced, web = voiced_by.of(account.readings), account.web
    if isinstance(voiced, Undefined):
        return []
    mine = {stake.interest for stake in web.stakes_of(actor) if stake.weight > 0}
    agreed = (k for k in web.interests if k.id in mine and (by := voiced[k.id]) is not None and by.by == "agreed")
    return list(dict.fromkeys(literal(k.spoken_by) for k in agreed))


def tried(account: Account, actor: str, longest: int = 400) -> str:
    """How often somebody tried to reach a group and what came of the last time; that it is not on record."""
    words = account.words
    attempts = account.web.accounting.attempts_at(actor)
    if not attempts:
        return words("page_one.tried_unknown")
    last = attempts[-1]
    how = literal(names.shortened(last.how, longest)) or words("page_one.how_unknown")
    day = day_said(last.day, words) or words("page_one.day_unknown")
    result = words.choice("results", last.result)
    return words.plural("page_one.tried", len(attempts), day=day, how=how, result=result)


# -- how sure, and what comes next ------------------------------------------------------------------------------------


def _sure(account: Account) -> list[str]:
    words, web, gap, found = account.words, account.web, account.readings.gap, account.certainty
    if gap is None or found is None:
        return [words("page_one.not_computed")]
    lines = [estimated(account, gap.estimated_share)]
    said = say_certainty.main_causes(account.readings, found, web, words, account.digits)[:1]
    plan = account.chosen_plan
    return [" ".join([*lines, *said, *(not_known(account.readings, web, plan, words) if plan else [])])]


def estimated(account: Account, share: float) -> str:
    """How much of the difference between the table and outside rests on estimates."""
    words, band = account.words, part_word(share)
    if band in ("all", "none"):
        return words(f"report.estimated_gap_{band}")
    return words("report.estimated_gap", part=part(share, words), numbers=number(share, words, account.digits))


def _next(account: Account) -> list[str]:
    words, card = account.words, account.web.accounting.card
    lines = [_own(account, card.next_step, LONGEST["next"])] if card.next_step.strip() else []
    if card.next_day:
        lines.append(words("page_one.next_day", day=day_said(card.next_day, words)))
    if account.choice and account.choice[1].again:
        lines.append(words("page_one.again", day=day_said(account.choice[1].again, words)))
    return [" ".join(lines) or words("page_one.nothing_next" if _open(account) else "page_one.not_on_record")]


def _brief(text: str) -> str:
    return literal(names.shortened(text, LONGEST_AT_FOOT))


def _foot(account: Account) -> str:
    words, card = account.words, account.web.accounting.card
    parts = [
        words("page_one.status", status=words.choice("statuses", card.status)),
        words("page_one.version", version=literal(card.version)) if card.version.strip() else "",
        words("page_one.made_on", day=date_said(account.made, words)),
        words("page_one.author", author=_brief(card.author)) if card.author.strip() else "",
        words("page_one.contact", contact=_brief(card.contact)) if card.contact.strip() else "",
    ]
    return " · ".join(part for part in parts if part)
