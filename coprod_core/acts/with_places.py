"""Places for what an act brings to the canvas."""

from collections.abc import Mapping
from dataclasses import replace

from coprod_core.acts.command import Command
from coprod_core.acts.commands import MoveNodes, Together
from coprod_core.placing.layout import placed, point_of
from coprod_core.web.model import Actor, Interest, Web


def with_places(command: Command, web: Web) -> Command:
    """The same act, in which what is new gets a place and a group that crosses the table's edge moves to its side."""
    after = command.applied_to(web)
    actors = {a.id for a in after.actors if _crossed(a, web) or _is_new(a, web.actor_by_id)}
    interests = {i.id for i in after.interests if _is_new(i, web.interest_by_id)}
    if not actors and not interests:
        return command
    open_places = replace(
        after, actors=tuple(replace(a, x=None, y=None) if a.id in actors else a for a in after.actors)
    )
    settled = placed(open_places)
    moves = MoveNodes(
        actors={id_: point_of(settled.actor_by_id[id_]) for id_ in sorted(actors)},
        interests={id_: point_of(settled.interest_by_id[id_]) for id_ in sorted(interests)},
    )
    return Together((*(command.commands if isinstance(command, Together) else (command,)), moves))


def _is_new(item: Actor | Interest, before: Mapping[str, Actor | Interest]) -> bool:
    """Came with this act, without a place. What had none before is left alone: it must not move for another."""
    return item.id not in before and (item.x is None or item.y is None)


def _crossed(actor: Actor, before: Web) -> bool:
    """Sat down or stood up without being put somewhere."""
    earlier = before.actor_by_id.get(actor.id)
    if earlier is None or not actor.citizens or actor.seated == earlier.seated:
        return False
    return (actor.x, actor.y) == (earlier.x, earlier.y)
