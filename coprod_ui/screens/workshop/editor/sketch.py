"""A first version of a workshop from a web, and of a single step, to change from there."""

from collections.abc import Iterator
from dataclasses import replace

from coprod_core.acts.commands import ChangeProcess, Seat
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.conventions import WAYS
from coprod_core.web.model import Actor, Sphere, Web
from coprod_core.web.usual_seats import usual_seats
from coprod_core.workshop.roles import LONGEST_LINE, MOST_CARDS, RoleCard
from coprod_core.workshop.values import (
    KINDS,
    MOST_ASKED,
    MOST_WAYS,
    Beat,
    BeginOwn,
    Bill,
    Choose,
    Compare,
    Debrief,
    Event,
    Guess,
    Predict,
    Reveal,
    Roles,
    Step,
    Story,
    Way,
    WayRole,
)
from coprod_core.workshop.whole import Workshop
from coprod_ui.words import Words

_BEATS = ("felt", "happened", "tomorrow")
_MEDDLING = 0.8


def sketched(web: Web, words: Words) -> Workshop:
    """A whole workshop about a web, which can be run as it is: roles, whom to invite, the bill, a role, a card."""
    title = words("workshop_sketch.title", title=web.title)[:LONGEST_NAME]
    cards = _cards(web, words)
    return Workshop(web=web, steps=tuple(_steps(web, words)), title=title, language=web.language, roles=cards)


def _steps(web: Web, words: Words) -> Iterator[Step]:
    seated = {actor.id for actor in web.actors if actor.seated}
    known = {stake.interest for stake in web.stakes if stake.actor in seated}
    plans = tuple(plan.id for plan in web.options)
    yield Story("story", _said(words, "story"), web.case.story, minutes=3)
    yield Roles(
        "roles",
        _said(words, "roles"),
        minutes=5,
        actors=tuple(actor.id for actor in web.actors if actor.id not in seated),
        interests=tuple(interest.id for interest in web.interests if interest.id not in known),
        options=plans[:1],
    )
    yield Choose("choose", _said(words, "choose"), minutes=7, ways=_ways(web, words))
    yield Bill("bill", _said(words, "bill"))
    rules = tuple(rule.id for rule in web.rules)
    if plans[1:] or rules:
        yield Reveal("plans", _said(words, "plans"), options=plans[1:], rules=rules)
    if plans[1:]:
        yield Choose("role", _said(words, "role"), minutes=8, ways=_roles(web, words))
    yield from _card(web, words)
    if plans[1:]:
        keep = Way("keep", words("workshop_sketch.keep"))
        yield Choose("again", _said(words, "again"), ways=(keep, *_roles(web, words)))
    yield Compare("compare", _said(words, "compare"))
    yield _debrief("debrief", words, web.case.questions[:MOST_ASKED])
    yield BeginOwn("begin_own", _said(words, "begin_own"))


def _said(words: Words, name: str) -> str:
    return words.choice("workshop_sketch", name)


# -- role cards -----------------------------------------------------------------------------------------------------


def _cards(web: Web, words: Words) -> tuple[RoleCard, ...]:
    """A card for each party, as many as there may be; none where there is but one party."""
    made = tuple(_role_card(actor, web, words) for actor in web.actors[:MOST_CARDS])
    return made if len(made) > 1 else ()


def _role_card(actor: Actor, web: Web, words: Words) -> RoleCard:
    stakes = sorted(web.stakes_of(actor.id), key=lambda stake: -stake.weight)
    matters = [web.interest_by_id[stake.interest].name for stake in stakes if stake.weight > 0]
    key = "card_line" if matters else "card_line_unknown"
    line = words(f"workshop_sketch.{key}", party=actor.name, interest=matters[0] if matters else "")
    return RoleCard(
        f"card_{actor.id}"[:LONGEST_NAME],
        actor.id,
        actor.name[:80],
        stake=words("workshop_sketch.card_stake", interests=words.names(matters[:2]))[:300] if matters else "",
        line=line[:LONGEST_LINE],
        loses_line=words("workshop_sketch.card_loses", party=actor.name)[:LONGEST_LINE],
        absent=actor.citizens and not actor.seated,
        essential=actor.citizens or actor.sphere == Sphere.PROFESSIONAL,
    )


# -- choices and a card ---------------------------------------------------------------------------------------------


def _ways(web: Web, words: Words) -> tuple[Way, ...]:
    """Nobody, or one of the groups that are not there; two at least, the second doing nothing where there are none."""
    absent = [actor for actor in web.actors if actor.citizens and not actor.seated][: MOST_WAYS - 1]
    nobody = Way("nobody", words("workshop_sketch.nobody"))
    invited = tuple(_invited(actor, web, words) for actor in absent)
    return (nobody, *invited) if invited else (nobody, Way("other", words("workshop_sketch.other")))


def _invited(actor: Actor, web: Web, words: Words) -> Way:
    seats = usual_seats(web) if actor.people is None else min(usual_seats(web), max(1.0, actor.people))
    text = words("workshop_sketch.invite", name=actor.name)[:LONGEST_NAME]
    return Way(f"invite_{actor.id}"[:LONGEST_NAME], text, (Seat(actor.id, seats),))


def _roles(web: Web, words: Words) -> tuple[Way, ...]:
    """The roles one can take; politics first only where there is politics."""
    political = any(actor.sphere == Sphere.POLITICAL_AUTHORITY for actor in web.actors)
    taken = [role for role in WAYS if political or role != "politics_first"]
    return tuple(Way(role, words.choice("workshop_roles", role), role=WayRole(role)) for role in taken)


def _card(web: Web, words: Words) -> Iterator[Event]:
    """A card about somebody who is in the web: politics that calls, or somebody at the table who leaves."""
    politics = next((actor for actor in web.actors if actor.sphere == Sphere.POLITICAL_AUTHORITY), None)
    leaves = next((actor for actor in web.actors if actor.citizens and actor.seats > 1), None)
    if politics is not None:
        text = words("workshop_sketch.event_text", name=politics.name)
        yield Event("event", _said(words, "event"), text, acts=(ChangeProcess({"meddling": _MEDDLING}),))
    elif leaves is not None:
        text = words("workshop_sketch.leaves_text", name=leaves.name)
        yield Event("event", _said(words, "leaves"), text, acts=(Seat(leaves.id, leaves.seats - 1),))


def _debrief(id_: str, words: Words, last: tuple[str, ...] = ()) -> Debrief:
    """A debrief in three beats. `last`: the questions of the last one, where there are some."""
    beats = tuple(
        Beat(words.choice("workshop_beats", name), (words.choice("workshop_beat_questions", name),)) for name in _BEATS
    )
    asked = tuple(question for question in last if question.strip()) or beats[-1].questions
    beats = (*beats[:-1], replace(beats[-1], questions=asked))
    return Debrief(id_, _said(words, "debrief"), minutes=sum(beat.minutes for beat in beats), beats=beats)


# -- a single step --------------------------------------------------------------------------------------------------


def fresh(kind: str, workshop: Workshop, id_: str, words: Words) -> Step:
    """A new step of a kind, with what it cannot do without."""
    heading = _said(words, kind)
    if kind == "predict":
        guesses = (Guess("a", words("workshop_sketch.guess_a")), Guess("b", words("workshop_sketch.guess_b")))
        return Predict(id_, heading, question=words("workshop_sketch.question"), guesses=guesses)
    if kind == "choose":
        return Choose(id_, heading, ways=_ways(workshop.web, words))
    if kind == "debrief":
        return _debrief(id_, words)
    return KINDS[kind](id_, heading)
