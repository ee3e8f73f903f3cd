"""What a step did to a group, and who pays for what it chose, in sentences."""

from collections.abc import Sequence

from coprod_core.comparing.consequences import Consequences, Standing
from coprod_core.indicators.overview import Readings
from coprod_core.web.model import Web
from coprod_core.workshop.heading import standing, steps_taken, the_bill, what_it_did
from coprod_core.workshop.roles import RoleCard
from coprod_core.workshop.stepping import ways_taken
from coprod_core.workshop.values import Event, Step
from coprod_ui.meeting import current
from coprod_ui.sentences import consequences as say_consequences
from coprod_ui.sentences import names
from coprod_ui.words import Words, literal
from coprod_ui.workshop.session import Path, Session

IN_THE_ROOM = 2
"""The most groups of people named in a line on the projector."""

MANY_GROUPS = 4
"""From this many groups on, there is room on the projector for one of them; the trainer's screen has all."""


def of_step(now: Session, path: Path, step: Step) -> tuple[Consequences, Readings] | None:
    """What a step did on a path, and what is read in the web it left; None where it was not taken there."""
    found = what_it_did(now.workshop.steps, path.history, step.id, current.readings_of)
    if found is None:
        return None
    after = next(web for act, _, web in steps_taken(path.history) if act.step == step.id)
    return found, current.readings_of(after)


def told(now: Session, path: Path, step: Step, words: Words) -> list[str]:
    """What a step did on a path, at most five lines; none where it was not taken there."""
    done = of_step(now, path, step)
    return say_consequences.lines(*done, words, card=isinstance(step, Event)) if done else []


def in_the_room(now: Session, path: Path, step: Step, words: Words) -> list[str]:
    """The same for the projector: where it leads, who loses, who gains, and who is not there."""
    done = of_step(now, path, step)
    if done is None:
        return []
    found, web = done[0], done[1].weights.web
    told_here = (
        say_consequences.leads(found, web, words),
        " ".join(say_consequences.pays(found, web, words, IN_THE_ROOM)),
        say_consequences.gains(found, web, words, IN_THE_ROOM),
    )
    lines = [line for line in told_here if line] or [say_consequences.nothing(found, words)]
    absent = _absent(web, words)
    return [*lines, words("felt.absent", names=absent)] if absent else lines


HEADS = ("leads", "loses", "gains", "absent")
"""What a row for each group says on the projector, where there is more than one."""


def row(now: Session, path: Path, step: Step, words: Words) -> list[str]:
    """What a step did to a group, in the order of `HEADS`, names alone; none where it was not taken."""
    most = IN_THE_ROOM if len(now.paths) < MANY_GROUPS else 1
    done = of_step(now, path, step)
    if done is None:
        return []
    found, web = done[0], done[1].weights.web
    back = [one.party for one in found.back]
    losing = dict.fromkeys([*back, *(found.losing.losing if found.losing is not None else ())])
    gains = (names.actor(web, one.party) for one in found.forward)
    return [
        "" if found.leads_to is None else f"*{names.plan(web, found.leads_to, words)}*",
        names.some_listed((names.actor(web, id_) for id_ in losing), words, most),
        names.some_listed(gains, words, most),
        _absent(web, words, most),
    ]


def card_text(path: Path, step: Event) -> str:
    """What a card says to a group that chose otherwise than those for whom its own text is; empty where it does not."""
    variant = step.for_path(ways_taken(path.history))
    return variant.text if variant else ""


def _absent(web: Web, words: Words, most: int = IN_THE_ROOM) -> str:
    """Which residents with something at stake do not sit there."""
    staked = {stake.actor for stake in web.stakes if stake.weight > 0}
    absent = (actor.id for actor in web.actors if actor.citizens and not actor.seated and actor.id in staked)
    return names.some_listed((names.actor(web, id_) for id_ in absent), words, most)


def bill(now: Session, path: Path) -> Consequences:
    """Who pays now for what a path chose last."""
    return the_bill(now.workshop.steps, path.history, current.readings_of)


def bill_told(found: Consequences, path: Path, words: Words, most: int = 5) -> list[str]:
    """Who pays, a line each."""
    return say_consequences.pays(found, path.web, words, most) or [words("bill.none")]


def who_says(now: Session, found: Consequences) -> Sequence[RoleCard]:
    """The cards of those that pay and have a line for it."""
    back = {one.party for one in found.back}
    lost = {*found.losing.losing} if found.losing is not None else set[str]()
    return [card for card in now.workshop.roles if card.loses_line and card.actor in back | lost]


def line_of(card: RoleCard, words: Words) -> str:
    """What whoever holds a card says when the plan goes against them."""
    return words("bill.says", name=literal(card.name), line=literal(card.loses_line))


def stands(now: Session, path: Path) -> Standing:
    """Where a path stands now."""
    acts = [act for act, _, _ in steps_taken(path.history)]
    return standing(now.workshop.steps, acts, path.readings)
