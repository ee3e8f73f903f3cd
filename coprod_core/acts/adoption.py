"""The act that takes what a group answered in a round into the web."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from coprod_core.acts.command import Command
from coprod_core.acts.links import SetStake
from coprod_core.acts.plain import AnyText, AnyWhole
from coprod_core.checked.errors import CannotApply, Fault, InvalidValue
from coprod_core.checked.fields import Key, Mark, Share, Signed
from coprod_core.checked.several import Many
from coprod_core.checked.values import One, value
from coprod_core.web.model import Provenance, Stake, Web


@value
class GroupAnswer:
    """What a group says of an interest, taken together; weight and position as in a stake.

    `at_table`: said by those at the table beside what is known of their own people; otherwise the group's own word.
    """

    interest: Key
    weight: Share
    position: Signed
    at_table: Mark


@value(slots=False)
class Adopt(Command):
    """Takes over what a party answered in round `round` (1 and up), as one act.

    An answer at the table is kept as what those at the table say now; any other becomes what the group says itself
    and replaces what had been estimated of it, or said at the table, on that interest.
    """

    act = "adopt"
    round: AnyWhole
    actor: AnyText
    answers: Annotated[tuple[GroupAnswer, ...], Many(One(GroupAnswer))]

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
