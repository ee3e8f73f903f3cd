"""What is said of two together: what is at stake for a party, what nobody knows of it, how two interests get along."""

from dataclasses import replace
from operator import attrgetter

from coprod_core.acts.command import Command
from coprod_core.acts.named_lists import but, existing, put
from coprod_core.acts.plain import AnyText
from coprod_core.checked.errors import CannotApply
from coprod_core.checked.values import value
from coprod_core.web.fitting import PAIR
from coprod_core.web.model import Relation, Stake, Unknown, Web

ENDS = attrgetter("pair")


@value(slots=False)
class SetStake(Command):
    """Says what is at stake for a party; replaces what was said of this pair before."""

    act = "set_stake"
    stake: Stake

    def applied_to(self, web: Web) -> Web:
        existing(web, "actors", self.stake.actor)
        existing(web, "interests", self.stake.interest)
        unknown = but(web.unknown, PAIR(self.stake), PAIR)
        return replace(web, stakes=put(web.stakes, self.stake, PAIR), unknown=unknown)


@value(slots=False)
class RemoveStake(Command):
    """Takes away the link between a party and an interest, and the mark that it is unknown."""

    act = "remove_stake"
    actor: AnyText
    interest: AnyText

    def applied_to(self, web: Web) -> Web:
        pair = (self.actor, self.interest)
        stakes, unknown = but(web.stakes, pair, PAIR), but(web.unknown, pair, PAIR)
        if len(stakes) == len(web.stakes) and len(unknown) == len(web.unknown):
            raise CannotApply("no_such_stake", actor=self.actor, interest=self.interest)
        return replace(web, stakes=stakes, unknown=unknown)


@value(slots=False)
class MarkUnknown(Command):
    """Says that nobody knows what this interest is to this party; what was guessed is taken away."""

    act = "mark_unknown"
    actor: AnyText
    interest: AnyText

    def applied_to(self, web: Web) -> Web:
        existing(web, "actors", self.actor)
        existing(web, "interests", self.interest)
        pair = (self.actor, self.interest)
        unknown = put(web.unknown, Unknown(*pair), PAIR)
        return replace(web, stakes=but(web.stakes, pair, PAIR), unknown=unknown)


@value(slots=False)
class SetRelation(Command):
    """Says how two interests get along; replaces what was said of this pair before."""

    act = "set_relation"
    relation: Relation

    def applied_to(self, web: Web) -> Web:
        existing(web, "interests", self.relation.a)
        existing(web, "interests", self.relation.b)
        return replace(web, relations=put(web.relations, self.relation, ENDS))


@value(slots=False)
class RemoveRelation(Command):
    act = "remove_relation"
    a: AnyText
    b: AnyText

    def applied_to(self, web: Web) -> Web:
        kept = but(web.relations, frozenset((self.a, self.b)), ENDS)
        if len(kept) == len(web.relations):
            raise CannotApply("no_such_relation", a=self.a, b=self.b)
        return replace(web, relations=kept)
