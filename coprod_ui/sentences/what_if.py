"""What copies of a meeting say beside the meeting itself: only what differs from now.

A cell is what one web says in one row; `key` is what makes two cells the same, so that a difference nobody can see is
none.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from coprod_core.indicators import marks, silent, voiced_by
from coprod_core.indicators.marks import Mark
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.strongest import DILEMMAS
from coprod_core.indicators.weights import TIE
from coprod_core.web.conventions import WAYS
from coprod_core.web.model import Web
from coprod_ui.sentences import names
from coprod_ui.sentences.amounts import change_numbers, how_much, number, part
from coprod_ui.sentences.what_stays import Compared, best_plan
from coprod_ui.words import Words, of_100


@dataclass(frozen=True)
class Cell:
    """What one web says in one row: sentences in Markdown, or marks per party as (name, mark). `open`: the part of what
    is at stake for which nobody is there who feels it as strongly (0..1), where that is what the row is about.
    """

    key: Hashable
    lines: tuple[str, ...] = ()
    marks: tuple[tuple[str, Mark], ...] = ()
    open: float | None = None


@dataclass(frozen=True)
class Row:
    """One thing in the meeting now and in each copy, in that order."""

    label: str
    now: Cell
    copies: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether any copy is not as now."""
        return any(cell.key != self.now.key for cell in self.copies)


Read = Callable[[Compared], Cell]


def rows(now: Compared, copies: Sequence[Compared], words: Words, digits: bool) -> list[Row]:
    """The rows in which at least one copy differs from now."""
    return [*_differing(_first(now, words, digits), now, copies), *_roles(now, copies, words)]


def more_rows(now: Compared, copies: Sequence[Compared], words: Words, digits: bool) -> list[Row]:
    """The same for who brings in what is unheard, who is hit hard and not there, and the tensions of the dilemmas with
    what may make them stronger.
    """
    reads: list[tuple[str, Read]] = [
        (words("what_if.row.voiced"), partial(_voices, words=words)),
        (words("what_if.row.alarm"), partial(_alarm, words=words)),
    ]
    for name in DILEMMAS:
        label = words("what_if.row.tension", dilemma=words.choice("dilemmas", name))
        reads.append((label, partial(_tension, name=name, now=now, words=words, digits=digits)))
    return _differing(reads, now, copies)


def _differing(reads: Iterable[tuple[str, Read]], now: Compared, copies: Sequence[Compared]) -> list[Row]:
    made = (Row(label, read(now), tuple(read(copy) for copy in copies)) for label, read in reads)
    return [row for row in made if row.differs]


def _first(now: Compared, words: Words, digits: bool) -> Iterator[tuple[str, Read]]:
    for name, read in _ROWS.items():
        yield words(f"what_if.row.{name}"), partial(read, words=words, digits=digits)
    yield words("what_if.row.fit"), partial(_fit, now=now, words=words)
    yield words("what_if.row.best"), partial(_best_plan, words=words)
    yield words("what_if.row.marks"), partial(_marks, words=words)
    yield words("what_if.row.rule"), partial(_rule, words=words)


def _unknown(words: Words) -> Cell:
    return Cell(None, (words("what_if.unknown"),))


def _named(ids: Sequence[str], side: Compared, words: Words) -> Cell:
    said = names.some_listed((names.actor(side.web, id_) for id_ in ids), words)
    return Cell(tuple(ids), (said or words("what_if.nobody"),))


def _silent(side: Compared, words: Words, digits: bool) -> Cell:
    return _named(silent.of(side.readings).parties, side, words)


def _alarm(side: Compared, words: Words) -> Cell:
    gap = side.readings.gap
    return _unknown(words) if gap is None else _named(gap.alarm, side, words)


def _unheard(side: Compared, words: Words, digits: bool) -> Cell:
    gap = side.readings.gap
    if gap is None:
        return _unknown(words)
    said = tuple(f"*{names.interest(side.web, id_)}*" for id_ in gap.unheard)
    return Cell(tuple(gap.unheard), said or (words("what_if.none"),))


def _voices(side: Compared, words: Words) -> Cell:
    """The interests that are unheard, with who brings each in meanwhile; the same organisations a second time are told
    shorter.
    """
    gap, voiced = side.readings.gap, voiced_by.of(side.readings)
    if gap is None or isinstance(voiced, Undefined):
        return _unknown(words)
    lines: list[str] = []
    key: list[Hashable] = []
    before: set[tuple[str, ...]] = set()
    for id_ in gap.unheard:
        by = voiced[id_]
        key.append((id_, by and (by.by, by.organisations)))
        said = "" if by is None else _voiced(by, side.web, words, again=by.organisations in before)
        lines.append(f"*{names.interest(side.web, id_)}*{said}")
        if by is not None and by.organisations:
            before.add(by.organisations)
    return Cell(tuple(key), tuple(lines) or (words("what_if.none"),))


def _voiced(by: voiced_by.VoicedBy, web: Web, words: Words, *, again: bool) -> str:
    orgs = names.listed((names.actor(web, id_) for id_ in by.organisations), words)
    if by.by == "residents":
        return ""
    if again:
        return f". {words('what_if.also_here', orgs=orgs)}"
    return f": {words(f'what_if.voiced.{by.by}', orgs=orgs)}"


def _felt(side: Compared, words: Words, digits: bool) -> Cell:
    dilemma = side.readings.feasibility_inclusiveness
    if dilemma is None:
        return _unknown(words)
    missing = dilemma.here[0]
    if missing <= TIE:
        return Cell(0, (words("what_if.feels_all"),), open=0.0)
    said = words("what_if.feels", part=part(missing, words), numbers=number(missing, words, digits))
    return Cell(of_100(missing), (said,), open=missing)


_ROWS: Mapping[str, Callable[..., Cell]] = {"silent": _silent, "unheard": _unheard, "felt": _felt}


def _fit(side: Compared, now: Compared, words: Words) -> Cell:
    """A plan that suits everyone, and how much there is to talk about, each against now; never in digits."""
    here, base = side.readings.feasibility_inclusiveness, now.readings.feasibility_inclusiveness
    if here is None or base is None:
        return _unknown(words)
    key = (of_100(here.fit), of_100(here.pace))
    if side is now:
        return Cell(key, (words("what_if.compared"),))
    return Cell(key, tuple(_against(base.fit, here.fit, base.pace, here.pace, words)))


def _against(fit_now: float, fit: float, pace_now: float, pace: float, words: Words) -> Iterator[str]:
    points = of_100(fit_now) - of_100(fit)
    if points:
        yield words(f"what_if.fit.{'harder' if points > 0 else 'easier'}", how=how_much(points, words))
    else:
        yield words("what_if.fit.same" if abs(fit - fit_now) <= TIE else "what_if.fit.hardly")
    points = of_100(pace_now) - of_100(pace)
    if points:
        yield words(f"what_if.talk.{'more' if points > 0 else 'less'}", how=how_much(points, words))


def _best_plan(side: Compared, words: Words) -> Cell:
    if side.readings.feasibility_inclusiveness is None:
        return _unknown(words)
    plan = best_plan(side)
    return Cell(plan, (words("what_if.no_plan"),) if plan is None else (f"*{names.plan(side.web, plan, words)}*",))


def _marks(side: Compared, words: Words) -> Cell:
    """How the residents meet the plan that fits best."""
    found = marks.of(side.readings).get(best_plan(side) or "")
    if found is None:
        return _unknown(words)
    staked = dict(zip(side.readings.weights.actors, side.readings.weights.staked.tolist(), strict=True))
    met = tuple(
        (actor.name, found.parties[actor.id].mark) for actor in side.web.actors if actor.citizens and staked[actor.id]
    )
    return Cell(met, marks=met)


def _rule(side: Compared, words: Words) -> Cell:
    rules = side.readings.rules
    if rules is None:
        return _unknown(words)
    return Cell(rules.strongest, (f"*{names.rule(side.web, rules.strongest)}*",))


def _tension(side: Compared, name: str, now: Compared, words: Words, digits: bool) -> Cell:
    """How large a tension is against now, and whether something may make it stronger."""
    here, base = _tensions(side, name), _tensions(now, name)
    if here is None or base is None:
        return _unknown(words)
    key = tuple(map(of_100, here))
    if side is now:
        lines = [words("what_if.compared")]
    else:
        points = of_100(here[0]) - of_100(base[0])
        lines = [_moved("tension", points, base[0], here[0], words, digits)]
    if of_100(here[1]) > of_100(here[0]):
        points = 0 if side is now else of_100(here[1]) - of_100(base[1])
        lines.append(_moved("stronger", points, base[1], here[1], words, digits))
    return Cell(key, tuple(lines))


def _moved(what: str, points: int, before: float, after: float, words: Words, digits: bool) -> str:
    if not points:
        return words("what_if.tension.same" if what == "tension" else "what_if.tension.stronger")
    way = "more" if points > 0 else "less"
    key = way if what == "tension" else f"stronger_{way}"
    numbers = change_numbers(before, after, words, digits)
    return words(f"what_if.tension.{key}", how=how_much(points, words), numbers=numbers)


def _tensions(side: Compared, name: str) -> tuple[float, float] | None:
    reading = getattr(side.readings, name)
    if reading is None or reading.tension is None:
        return None
    return reading.tension, getattr(reading, "amplified", reading.tension)


def _roles(now: Compared, copies: Sequence[Compared], words: Words) -> Iterator[Row]:
    """Where roles end up; roles that end up the same in every web share a row."""
    every = [now, *copies]
    grouped: dict[tuple[str | None, ...], list[str]] = {}
    for way in WAYS:
        grouped.setdefault(tuple(_leads_to(side, way) for side in every), []).append(way)
    for ends, ways in grouped.items():
        roles = words.names([words.choice("roles_short", way) for way in ways])
        label = words("what_if.row.roles", roles=roles)
        cells = [_plan_cell(end, side, words) for end, side in zip(ends, every, strict=True)]
        row = Row(f"{label[0].upper()}{label[1:]}", cells[0], tuple(cells[1:]))
        if row.differs:
            yield row


def _leads_to(side: Compared, way: str) -> str | None:
    return None if side.readings.role is None else side.readings.role.plans.get(way)


def _plan_cell(plan: str | None, side: Compared, words: Words) -> Cell:
    return _unknown(words) if plan is None else Cell(plan, (f"*{names.plan(side.web, plan, words)}*",))
