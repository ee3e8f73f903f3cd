"""A first version of a workshop from a web, and of a single step, to change from there."""

from collections.abc import Iterable
from dataclasses import replace

from coprod_core.acts.commands import ChangeProcess, Seat
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.model import Actor, Web
from coprod_core.web.usual_seats import usual_seats
from coprod_core.workshop.values import (
    KINDS,
    MOST_ASKED,
    MOST_WAYS,
    Asked,
    Beat,
    Choose,
    Compare,
    Debrief,
    Event,
    Guess,
    Predict,
    Reveal,
    ShowReadings,
    Step,
    Story,
    Table,
    Way,
)
from coprod_core.workshop.whole import Workshop
from coprod_ui.words import Words

_BEATS = ("felt", "happened", "tomorrow")


def sketched(web: Web, words: Words) -> Workshop:
    """A whole workshop about a web: a story, the web in two parts, a prediction, a choice, a card and a debrief."""
    seated = {actor.id for actor in web.actors if actor.seated}
    known = {stake.interest for stake in web.stakes if stake.actor in seated}
    said = words.choice
    steps: list[Step] = [
        Story("story", said("workshop_sketch", "story"), web.case.story),
        Table("table", said("workshop_sketch", "table"), questions=(said("workshop_sketch", "table_question"),)),
    ]
    absent = tuple(actor.id for actor in web.actors if actor.id not in seated)
    others = tuple(interest.id for interest in web.interests if interest.id not in known)
    if absent or others:
        steps.append(Reveal("reveal", said("workshop_sketch", "reveal"), actors=absent, interests=others))
    guesses = _guesses(web, others)
    if len(guesses) > 1:
        steps.append(
            Predict(
                "predict",
                said("workshop_sketch", "predict"),
                question=said("workshop_sketch", "predict_question"),
                asks=Asked.TOP_INTEREST,
                guesses=guesses,
            )
        )
    steps += [
        ShowReadings("gap", said("workshop_sketch", "readings")),
        Choose("choose", said("workshop_sketch", "choose"), ways=_ways(web, words)),
        Event(
            "event",
            said("workshop_sketch", "event"),
            said("workshop_sketch", "event_text"),
            acts=(ChangeProcess({"meddling": 0.8}),),
        ),
        Compare("compare", said("workshop_sketch", "compare")),
        _debrief("debrief", words, web.case.questions[:MOST_ASKED]),
    ]
    title = words("workshop_sketch.title", title=web.title)[:LONGEST_NAME]
    return Workshop(web=web, steps=tuple(steps), title=title, language=web.language)


def _guesses(web: Web, first: Iterable[str]) -> tuple[Guess, ...]:
    ids = dict.fromkeys((*first, *(interest.id for interest in web.interests)))
    return tuple(Guess(id_, web.interest_by_id[id_].name) for id_ in list(ids)[:MOST_WAYS])


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


def _debrief(id_: str, words: Words, last: tuple[str, ...] = ()) -> Debrief:
    """A debrief in three beats. `last`: the questions of the last one, where there are some."""
    heading = words.choice("workshop_sketch", "debrief")
    beats = tuple(
        Beat(words.choice("workshop_beats", name), (words.choice("workshop_beat_questions", name),)) for name in _BEATS
    )
    asked = last or beats[-1].questions
    beats = (*beats[:-1], replace(beats[-1], questions=asked))
    return Debrief(id_, heading, minutes=sum(beat.minutes for beat in beats), beats=beats)


def fresh(kind: str, workshop: Workshop, id_: str, words: Words) -> Step:
    """A new step of a kind, with what it cannot do without."""
    heading = words.choice("workshop_sketch", kind)
    if kind == "predict":
        guesses = (Guess("a", words("workshop_sketch.guess_a")), Guess("b", words("workshop_sketch.guess_b")))
        return Predict(id_, heading, question=words("workshop_sketch.question"), guesses=guesses)
    if kind == "choose":
        return Choose(id_, heading, ways=_ways(workshop.web, words))
    if kind == "debrief":
        return _debrief(id_, words)
    return KINDS[kind](id_, heading)
