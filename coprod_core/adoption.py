"""The act that takes what a group answered in a round into the web."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coprod_core.checked import Checked, of
from coprod_core.commands import Command, SetStake
from coprod_core.errors import CannotApply, Fault, InvalidValue
from coprod_core.fields import Flag, Id, Number
from coprod_core.model import Provenance, Stake, Web


@dataclass(frozen=True, slots=True)
class GroupAnswer(Checked):
    """What a group says of an interest, taken together; weight and position as in a stake.

    `at_table`: said by those at the table beside what is known of their own people; otherwise the group's own word.
    """

    interest: str = of(Id())
    weight: float = of(Number(0, 1))
    position: float = of(Number(-1, 1))
    at_table: bool = of(Flag())


@dataclass(frozen=True)
class Adopt(Command):
    """Takes over what a party answered in round `round` (1 and up), as one act.

    An answer at the table is kept as what those at the table say now; any other becomes what the group says itself
    and replaces what had been estimated of it, or said at the table, on that interest.
    """

    act = "adopt"
    round: int
    actor: str
    answers: tuple[GroupAnswer, ...]

    def __post_init__(self) -> None:
        interests = [answer.interest for answer in self.answers]
        if type(self.round) is not int or self.round < 1:
            raise InvalidValue([Fault("round", "too_low", {"value": self.round, "low": 1})])
        if not interests:
            raise InvalidValue([Fault("answers", "blank")])
        if len(set(interests)) < len(interests):
            raise InvalidValue([Fault("answers", "duplicate_key", {"key": "interest"})])

    def applied_to(self, web: Web) -> Web:
        if self.actor not in web.actor_by_id:
            raise CannotApply("gone", list="actors", id=self.actor)
        for answer in self.answers:
            stake = _answered(web.stake_by_pair, self.actor, answer)
            web = SetStake(stake).applied_to(web)
        return web


def _answered(stakes: Mapping[tuple[str, str], Stake], actor: str, answer: GroupAnswer) -> Stake:
    known = stakes.get((actor, answer.interest))
    if answer.at_table and known is not None:
        return replace(known, table_weight=answer.weight, table_position=answer.position)
    own = known or Stake(actor, answer.interest, answer.weight)
    return replace(
        own,
        weight=answer.weight,
        position=answer.position,
        provenance=Provenance.SELF,
        table_weight=None,
        table_position=None,
    )
