"""What a report is written from: a meeting as it stands, with its readings, its choices and what the room said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from coprod_core.history import History, opened
from coprod_core.indicators import GapRobustness, Readings, Undefined, gap_robustness, readings
from coprod_core.model import Web
from coprod_core.weighing import Recorded
from coprod_ui.report.small_groups import without_small_groups
from coprod_ui.web_editor.layout import placed
from coprod_ui.words import Words


@dataclass(frozen=True, slots=True)
class RoundHeld:
    """A round as it may be told: its number and question, and how many people answered at least (0 = not told)."""

    number: int
    question: str
    people: int


@dataclass(frozen=True, eq=False)
class Account:
    """Everything a report says, in one language. The webs in it name no small group.

    `times`: when each weighing was recorded or looked at again, by place in the log. `digits`: whether numbers are
    said, or words; `dark`: whether charts are drawn for a dark screen, which they never are for a file.
    """

    web: Web
    readings: Readings
    certainty: GapRobustness | None
    weighings: Mapping[int, Recorded]
    times: Mapping[int, datetime]
    rounds: Sequence[RoundHeld]
    words: Words
    digits: bool
    made: date
    small_groups: bool = False
    dark: bool = False


def account_of(
    history: History,
    words: Words,
    made: date,
    *,
    times: Mapping[int, datetime] | None = None,
    rounds: Sequence[RoundHeld] = (),
    digits: bool = True,
) -> Account:
    """The account of a meeting as it stands."""
    web = placed(without_small_groups(history.web, words))
    found = readings(web)
    certainty = None if found.gap is None else gap_robustness(found.weights)
    return Account(
        web=web,
        readings=found,
        certainty=None if isinstance(certainty, Undefined) else certainty,
        weighings={seq: _shielded(recorded, words) for seq, recorded in history.weighings.items()},
        times=times or {},
        rounds=rounds,
        words=words,
        digits=digits,
        made=made,
        small_groups=any(a.name != b.name for a, b in zip(web.actors, history.web.actors, strict=True)),
    )


def account_of_web(web: Web, words: Words, made: date, *, digits: bool = True) -> Account:
    """The account of a web without a history."""
    return account_of(opened(web), words, made, digits=digits)


def _shielded(recorded: Recorded, words: Words) -> Recorded:
    return replace(recorded, web=without_small_groups(recorded.web, words))
