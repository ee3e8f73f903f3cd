"""What a report is written from: a meeting as it stands, with its readings, its choices and what the room said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from coprod_core.acts.history import History, opened, seats_had_last
from coprod_core.acts.weighing import Recorded, decisive
from coprod_core.indicators.ask_first import AskFirst
from coprod_core.indicators.gap import Gap
from coprod_core.indicators.overview import Readings, readings
from coprod_core.indicators.reasons import Undefined
from coprod_core.indicators.robustness import GapRobustness, Standing, gap_robustness
from coprod_core.placing.layout import placed
from coprod_core.web.model import Web
from coprod_core.web.renumbered import renumbered
from coprod_ui.report.small_groups import without_small_groups
from coprod_ui.report.voice import in_report
from coprod_ui.sentences.group_size import is_small
from coprod_ui.words import Words


@dataclass(frozen=True, slots=True)
class RoundHeld:
    """A round as it may be told: number and question, how many people answered at least (0 = not told), and its day."""

    number: int
    question: str
    people: int
    day: date | None = None


@dataclass(frozen=True, eq=False)
class Account:
    """Everything a report says, in one language. The webs in it name no small group, and count one as four people.

    `times`: when each weighing was recorded or looked at again, by place in the log. `digits`: whether numbers are
    said, or words; `dark`: whether charts are drawn for a dark screen, which they never are for a file. `on_screen`:
    the gap as the screen counts it, where small groups count as many people as they are. `dials`: whether the estimates
    about politics and the professional are told; `trust`: whether it is told whom the organiser trusts.
    """

    web: Web
    readings: Readings
    weighings: Mapping[int, Recorded]
    times: Mapping[int, datetime]
    rounds: Sequence[RoundHeld]
    words: Words
    digits: bool
    made: date
    small_groups: bool = False
    on_screen: Gap | None = None
    dark: bool = False
    dials: bool = False
    trust: bool = False

    @property
    def choice(self) -> tuple[int, Recorded] | None:
        """The weighing that says what was chosen, with its place in the log."""
        return decisive(self.weighings)

    @property
    def chosen_plan(self) -> str | None:
        """The plan that was chosen, where it is still in the web."""
        way = self.choice and self.choice[1].weighing.chosen_way
        return way.plan if way and way.plan in self.web.option_by_id else None

    @cached_property
    def attached(self) -> Web:
        """The web that goes along with a report: what it computes with, and nothing else."""
        return renumbered(self.web)

    @cached_property
    def attached_readings(self) -> Readings:
        """The readings of that web: the same numbers, under its ids."""
        return readings(self.attached)

    @cached_property
    def attached_certainty(self) -> GapRobustness | None:
        """How sure the gap is, worked out of that web; None where there is no gap. Draws go by id, so these are its own
        and not those of the screen.
        """
        found = gap_robustness(self.attached_readings.weights)
        return None if isinstance(found, Undefined) else found

    @cached_property
    def certainty(self) -> GapRobustness | None:
        """The same under the ids of this web."""
        found = self.attached_certainty
        if found is None:
            return None
        actors = dict(zip(self.attached.actor_by_id, self.web.actor_by_id, strict=True))
        interests = dict(zip(self.attached.interest_by_id, self.web.interest_by_id, strict=True))
        return replace(
            found,
            top_interest=_under(found.top_interest, interests),
            top_actor=_under(found.top_actor, actors),
            headline=_under(found.headline, interests),
            ask_first=_asked_under(found.ask_first, actors, interests),
        )

    @cached_property
    def scenarios(self) -> tuple[Web, ...]:
        """The webs of the scenarios that were weighed, as they go along."""
        return tuple(
            renumbered(scenario.web) for recorded in self.weighings.values() for scenario in recorded.weighing.scenarios
        )


def account_of(
    history: History,
    words: Words,
    made: date,
    *,
    times: Mapping[int, datetime] | None = None,
    rounds: Sequence[RoundHeld] = (),
    digits: bool = True,
    dials: bool = False,
    trust: bool = False,
) -> Account:
    """The account of a meeting as it stands."""
    small = any(map(is_small, history.web.actors))
    web = placed(without_small_groups(history.web, words))
    return Account(
        web=web,
        readings=readings(web, seats=seats_had_last(history)),
        weighings={seq: _shielded(recorded, words) for seq, recorded in history.weighings.items()},
        times=times or {},
        rounds=rounds,
        words=in_report(words.language),
        digits=digits,
        made=made,
        small_groups=small,
        on_screen=readings(history.web).gap if small else None,
        dials=dials,
        trust=trust,
    )


def account_of_web(web: Web, words: Words, made: date, *, digits: bool = True) -> Account:
    """The account of a web without a history."""
    return account_of(opened(web), words, made, digits=digits)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A moment of which the report may show the web."""

    web: Web


def _shielded(recorded: Recorded, words: Words) -> Recorded:
    weighing = recorded.weighing
    taken = tuple(replace(each, web=without_small_groups(each.web, words)) for each in weighing.scenarios)
    shown = _Shown(without_small_groups(recorded.web, words))
    return replace(recorded, at=shown, weighing=replace(weighing, scenarios=taken))


Stands = TypeVar("Stands", bound=Standing)


def _under(standing: Stands, ids: Mapping[str, str]) -> Stands:
    """An outcome and its others by the ids of another web."""
    own = None if standing.id is None else ids[standing.id]
    return replace(standing, id=own, others={ids[id_]: share for id_, share in standing.others.items()})


def _asked_under(found: AskFirst, actors: Mapping[str, str], interests: Mapping[str, str]) -> AskFirst:
    stakes = (replace(each, actor=actors[each.actor], interest=interests[each.interest]) for each in found.stakes)
    return replace(found, stakes=tuple(stakes))
