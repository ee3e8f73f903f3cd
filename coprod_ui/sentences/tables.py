"""What stands under a table, row by row, in the first dilemma: in words, and never a digit of fit or pace."""

from typing import NamedTuple

from coprod_core.indicators import silent, voiced_by
from coprod_core.indicators.overview import Readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.tables import Table
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers, how_much, number, part
from coprod_ui.words import Words, literal, of_100

_TIE = 1e-9
_MOST_NAMED = 2


def title(table: Table, words: Words) -> str:
    """What a table is called: the one there is, or how many groups come."""
    return words.plural("say_table.joins", len(table.joins)) if table.joins else words("say_table.now")


def who(table: Table, everyone: bool, readings: Readings, web: Web, words: Words) -> str:
    """The residents there now, or who joins them; of a table with `everyone`, how many."""
    if not table.joins:
        there = [names.actor(web, id_) for id_ in table.chairs]
        return names.some_listed(there, words, _MOST_NAMED)
    if everyone and len(table.joins) > 1:
        return words(f"say_table.{_of_the_rest(table, readings, web)}", count=len(table.joins))
    joining = [names.actor(web, id_) for id_ in table.joins]
    return f"+ {names.some_listed(joining, words, _MOST_NAMED)}"


def _of_the_rest(table: Table, readings: Readings, web: Web) -> str:
    """Whether those who join are all other groups, those of which anything is known, or those it affects."""
    if silent.of(readings).parties:
        return "known"
    absent = sum(actor.citizens and not actor.seated for actor in web.actors)
    return "others" if absent == len(table.joins) else "affected"


def seats(table: Table, web: Web, words: Words) -> str:
    """How many chairs stand there, and whose: for who does not see them."""
    organisations = sum(actor.seated and not actor.citizens for actor in web.actors)
    return words(
        "say_table.chairs", residents=words.count(sum(table.chairs.values())), organisations=words.count(organisations)
    )


def felt(table: Table, words: Words) -> str:
    """For how much of what is at stake nobody there feels it as strongly."""
    if table.unfelt <= _TIE:
        return words("say_table.all_felt")
    if not of_100(table.unfelt):
        return words("say_table.nearly_felt")
    return words("say_table.unfelt", part=part(table.unfelt, words))


def unheard(table: Table, web: Web, words: Words) -> list[str]:
    """What goes unheard at this table: not at all, and hardly."""
    return [
        words(f"say_table.{kind}", interests=names.some_listed((names.interest(web, id_) for id_ in ids), words, 3))
        for kind, ids in (("missing", table.missing), ("hardly", table.hardly))
        if ids
    ]


def plan(table: Table, now: Table, words: Words) -> str:
    """How much harder a plan that suits everyone is to find than at the table now."""
    if table.fit <= _TIE:
        return words("say_table.no_plan")
    return _more(table, now, "fit", words)


def talk(table: Table, now: Table, words: Words) -> str:
    """How much more there is to talk about than at the table now."""
    return _more(table, now, "pace", words)


def _more(table: Table, now: Table, what: str, words: Words) -> str:
    if table is now:
        return words("say_table.compared") if what == "fit" else "–"
    before, after = getattr(now, what), getattr(table, what)
    if before - after <= _TIE:
        return words(f"say_table.{what}_same")
    points = of_100(before) - of_100(after)
    if not points:
        return words(f"say_table.{what}_hardly")
    return words(f"say_table.{what}_falls", how=how_much(points, words))


def best(table: Table, web: Web, words: Words) -> str:
    """The plan that fits best there."""
    return words("say_table.no_plan") if table.best.plan is None else f"*{names.plan(web, table.best.plan, words)}*"


def hardest(table: Table, web: Web, words: Words) -> str:
    """For whom at that table that plan is hardest."""
    if table.best.plan is None:
        return ""
    if table.best.least_happy is None:
        return words("say_table.hard_for_nobody")
    return f"*{names.actor(web, table.best.least_happy)}*"


def outside(table: Table, web: Web, words: Words) -> str:
    """Who is not there and finds that plan hard to live with; nothing where nobody does."""
    found = [names.actor(web, id_) for id_ in table.best.hard_outside]
    return words("say_table.outside", groups=names.some_listed(found, words, _MOST_NAMED)) if found else ""


def without_them(now: Table, words: Words) -> str:
    """That a plan looks easier without those it is hard for; nothing where it is hard for nobody outside."""
    missing = len(now.best.hard_outside)
    return words(f"say_table.without.{'one' if missing == 1 else 'other'}") if missing else ""


def in_full(readings: Readings, found: tuple[Table, ...], web: Web, words: Words, digits: bool) -> list[str]:
    """A line per table: who sits there, and everything that is said of it with its numbers."""
    return [_in_full(table, found, readings, web, words, digits) for table in found]


def _in_full(table: Table, found: tuple[Table, ...], readings: Readings, web: Web, words: Words, digits: bool) -> str:
    now = found[0]
    there = names.some_listed((names.actor(web, id_) for id_ in table.chairs), words)
    said = [words("say_table.named", title=title(table, words), groups=there)]
    if of_100(table.unfelt):
        share = {"part": part(table.unfelt, words), "numbers": number(table.unfelt, words, digits)}
        said.append(words("say_feasible.not_felt", **share))
    else:
        said.append(words("say_feasible.all_felt"))
    for what in ("fit", "pace"):
        before, after = getattr(now, what), getattr(table, what)
        if of_100(before) > of_100(after):
            numbers = change_numbers(before, after, words, digits)
            said.append(
                words(
                    "say_joining.harder" if what == "fit" else "say_joining.talk",
                    how=how_much(of_100(before) - of_100(after), words),
                    numbers=numbers,
                )
            )
    if table.best.plan is None:
        return " ".join([*said, words("say_best.none_works")])
    said.append(words("say_table.best_said", plan=names.plan(web, table.best.plan, words)))
    if table.best.least_happy is not None:
        said.append(words("say_role.hardest_for", actor=names.actor(web, table.best.least_happy)))
    return " ".join(said)


class Brought(NamedTuple):
    """The way without a number: what is said of it, the unheard interest that somebody could bring in, and the field in
    which that is asked; without such an interest `interest` is None and nothing is asked.
    """

    said: list[str]
    interest: str | None = None
    asked: str = ""
    role: str = ""
    checks: str = ""


def brought_in(readings: Readings, web: Web, words: Words) -> Brought:
    """What is said and asked of bringing in what goes unheard."""
    said = [words("say_table.no_number")]
    headline = None if readings.gap is None else readings.gap.headline
    if headline is None or headline.word == "least_attention":
        return Brought(said)
    name = names.interest(web, headline.interest)
    role = web.interest_by_id[headline.interest].spoken_by.strip()
    found = voiced_by.of(readings)
    by = None if isinstance(found, Undefined) else found[headline.interest]
    said.append(words("say_gap.missing" if headline.word == "missing" else "say_gap.hardly", interest=name))
    if by is not None and by.by == "agreed":
        said.append(words("say_table.agreed", role=literal(role)))
    else:
        said.append(words("say_table.who_brings"))
    asked = words("gap_look.speaks_for", interest=web.interest_by_id[headline.interest].name)
    return Brought(said, headline.interest, asked, role, words("say_table.who_checks"))
