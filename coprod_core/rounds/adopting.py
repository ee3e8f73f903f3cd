"""From what a group answered in a round to the act that takes it over."""

from collections.abc import Mapping

from coprod_core.acts.adoption import Adopt, GroupAnswer
from coprod_core.acts.history import History
from coprod_core.checked.errors import CannotApply
from coprod_core.rounds.picture import Picture
from coprod_core.web.model import Provenance


def adoption(history: History, number: int, actor: str, pictures: Mapping[str, Picture]) -> Adopt:
    """The act that takes over what a party says of these interests in round `number`, as far as they are on the web.

    The first time a group is heard on an interest, its answer is its own word and replaces the estimate, also when
    that round is taken over once more with later answers. From then on what a party at the table answers stands
    beside what is known of its own people, as what those at the table say now; a party that is not at the table has
    nobody there to differ from, so it speaks for itself again.

    Raises `CannotApply("gone")` when the party left the web, and `InvalidValue` when there is nothing to adopt.
    """
    party = history.web.actor_by_id.get(actor)
    if party is None:
        raise CannotApply("gone", list="actors", id=actor)
    first_heard = _own_words_of(history, number, actor)
    answers = []
    for interest, picture in pictures.items():
        if interest not in history.web.interest_by_id:
            continue
        stake = history.web.stake_by_pair.get((actor, interest))
        known = stake is not None and stake.provenance != Provenance.ESTIMATE and interest not in first_heard
        at_table = known and party.seated
        answers.append(GroupAnswer(interest, picture.weight, picture.position, at_table))
    return Adopt(number, actor, tuple(answers))


def last_adopted(history: History) -> int:
    """The highest round whose answers were taken over and still stand, also where a meeting brought it along from
    elsewhere; 0 without any."""
    return max((act.round for moment in history.moments() for act in adopted_in(moment.command)), default=0)


def _own_words_of(history: History, number: int, actor: str) -> frozenset[str]:
    """The interests on which a party's own word was taken from this round, and still stands."""
    return frozenset(
        answer.interest
        for moment in history.moments()
        for act in adopted_in(moment.command)
        if (act.round, act.actor) == (number, actor)
        for answer in act.answers
        if not answer.at_table
    )


def adopted_in(command: object) -> tuple[Adopt, ...]:
    """The adoptions in an act: itself, or those among several done as one."""
    if isinstance(command, Adopt):
        return (command,)
    return tuple(act for part in getattr(command, "commands", ()) for act in adopted_in(part))
