"""What the room sees of a workshop: the step's words and pictures, large, and never the trainer's notes."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from coprod_core.workshop.values import (
    OWN,
    Bill,
    Choose,
    Compare,
    Debrief,
    Event,
    Place,
    Predict,
    Reveal,
    ShowReadings,
    Step,
)
from coprod_ui.served.room.reading import reading
from coprod_ui.words import Words
from coprod_ui.words.plain_text import plain
from coprod_ui.words.templates import filled, macro
from coprod_ui.workshop import beats, comparing, effects, own_dilemma, placing, session
from coprod_ui.workshop.bringing import brought
from coprod_ui.workshop.party import people_said
from coprod_ui.workshop.picture import described, named_picture
from coprod_ui.workshop.session import Path, Session
from coprod_ui.workshop.telling import answer_told, expected, poll_of
from coprod_ui.workshop.text import letter

SMALL = 2
"""So many groups leave room on the projector for what all share; the trainer's screen has it for more."""

MOST_LINES = 2
"""The most sentences of a comparison on the projector at once."""


def scene(meeting: str, numbers: bool, words: Words) -> Markup | None:
    """The step a meeting's workshop is at, as HTML; None when it has no workshop that began."""
    now = session.of(meeting)
    if now is None or not now.running.begun:
        return None
    drawn = _DRAWN.get(now.step.kind)
    body = drawn(now, now.step, numbers, words) if drawn else ""
    return filled("served/room/step.html", step=now.step, body=body, told=_is_told(now))


def _is_told(now: Session) -> bool:
    """Whether what came of a step takes the place of its text and its questions."""
    step = now.step
    if isinstance(step, Choose):
        return now.are_told(step)
    return isinstance(step, Bill | Compare | Debrief) or (isinstance(step, Event) and now.is_done(step.id))


def _kind(name: str) -> Callable[..., Markup]:
    """What a kind of step shows below its text."""
    return macro("served/room/steps.html", name)


def _reveal(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    assert isinstance(step, Reveal)
    web = session.shown_path(now).web
    light, dark = (Markup(named_picture(web, words, dark)) for dark in (False, True))  # which escapes people's words
    return _kind("reveal")(brought(now, step, words), {"alt": described(web, words), "light": light, "dark": dark})


def _table(now: Session, _step: Step, _numbers: bool, words: Words) -> Markup:
    actors = session.shown_path(now).web.actors
    sides = [
        (words.choice("zones", zone), [(a.name, people_said(a, words)) for a in actors if a.seated is seated])
        for zone, seated in (("table", True), ("outside", False))
    ]
    return _kind("table")(sides, words("workshop.nobody"))


def _predict(now: Session, step: Step, numbers: bool, words: Words) -> Markup:
    """The guesses, how many hands each got once the answer is told, and how to answer while the phones are asked."""
    assert isinstance(step, Predict)
    hands, told, asked = expected(now, step), step.id in now.running.told, poll_of(now, step)
    guesses = [
        {"letter": letter(place), "text": guess.text, "hands": hands.get(guess.id, 0)}
        for place, guess in enumerate(step.guesses)
    ]
    return _kind("predict")(
        step.question,
        guesses,
        most=max(hands.values(), default=0) if told else 0,
        numbers=numbers,
        answer=answer_told(now, step, words) if told else "",
        come_in=words("workshop_poll.room") if asked and asked.open else "",
    )


def _place(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    """What is asked and of whom; once it is told, where the groups differ, and after that what the web says."""
    assert isinstance(step, Place)
    told = placing.told(now, step, words) if step.id in now.running.told else None
    cells, parties = list(placing.cell_words(step, words).values()), list(placing.parties(now, step).values())
    return _kind("place")(words, placing.asked(now, step, words), cells, parties, told)


def _readings(now: Session, step: Step, numbers: bool, words: Words) -> Markup:
    assert isinstance(step, ShowReadings)
    found = session.shown_path(now).readings
    several = len(step.show) > 1
    return Markup("").join(reading(found, name, numbers, words, titled=several, most=2) for name in step.show)


def _choose(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    """What it is about, the ways out, and which groups are ready; once the choices are shown, what each does."""
    assert isinstance(step, Choose)
    about = own_dilemma.asked(now.workshop.web, step, words)
    ways = [{"letter": letter(i), "text": text} for i, text in enumerate([way.text for way in step.ways])]
    ways.append({"letter": letter(len(step.ways)), "text": f"{words('own_way.other')} …"})
    if not now.are_told(step):
        ready = [path.name for path in now.paths if path.took(step) is not None]
        return _kind("choose")(about, ways, words("choices.chosen_groups", names=words.names(ready)) if ready else "")
    letters = {path.meeting: _letter(path, step, words) for path in now.paths if path.took(step) is not None}
    return _effects(now, step, letters, words)


def _letter(path: Path, step: Choose, words: Words) -> tuple[str, str]:
    """The letter of what a group chose; its words where the letter alone does not tell, or where there is room; who
    loses there in people's own words.
    """
    chosen = path.chose(step)
    assert chosen is not None
    place = next((i for i, way in enumerate(step.ways) if way.id == chosen.id), len(step.ways))
    text = [chosen.text] if chosen.id == OWN or not path.name else []
    lost = [plain(line) for line in own_dilemma.lost_on(path.web, step, chosen, words)]
    return letter(place), " ".join([*text, *lost])


def _effects(now: Session, step: Step, said: Mapping[str, tuple[str, str]], words: Words) -> Markup:
    """What a step did: in sentences for everybody together, in a row for each of more groups. `said`: by path the
    letter it chose, and what belongs to that.
    """
    paths = [path for path in now.paths if path.meeting in said]
    if len(now.paths) == 1:
        return Markup("").join(
            _kind("together")(*said[p.meeting], effects.in_the_room(now, p, step, words)) for p in paths
        )
    rows = [(path.name, *said[path.meeting], effects.row(now, path, step, words)) for path in paths]
    return _kind("beside")(words("compared.group"), [words(f"felt_heads.{head}") for head in effects.HEADS], rows)


def _event(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    """What a card says to each group, and once it was played what it did to it."""
    assert isinstance(step, Event)
    said = {path.meeting: ("", effects.card_text(path, step)) for path in now.paths}
    if now.is_done(step.id) or any(text for _, text in said.values()):
        return _effects(now, step, said, words)
    return Markup("")


def _roles(now: Session, _step: Step, _numbers: bool, words: Words) -> Markup:
    cards = now.workshop.roles
    sides = [
        (words(f"role_cards.{side}"), [card.name for card in cards if card.absent is absent])
        for side, absent in (("at_table", False), ("outside_circle", True))
    ]
    return _kind("roles")([(name, names) for name, names in sides if names], "" if cards else words("role_cards.none"))


def _bill(now: Session, _step: Step, _numbers: bool, words: Words) -> Markup:
    most = effects.IN_THE_ROOM if len(now.paths) < effects.MANY_GROUPS else 1
    groups = [(path.name, effects.bill_told(effects.bill(now, path), path, words, most)) for path in now.paths]
    return _kind("bill")(groups, words("bill.no_to"))


def _compare(now: Session, _step: Step, _numbers: bool, words: Words) -> Markup:
    same = comparing.found(now, words)[0][:MOST_LINES] if len(now.paths) == SMALL else []
    return _kind("compare")(words("compared.group"), comparing.table(now, words, 1), same)


def _debrief(now: Session, step: Step, _numbers: bool, words: Words) -> Markup:
    assert isinstance(step, Debrief)
    here = beats.at(now, step)
    return _kind("debrief")(here, words("beats.of", number=here.number, count=len(step.beats)))


def _attitudes(_now: Session, _step: Step, _numbers: bool, words: Words) -> Markup:
    shown = [(words(f"attitudes.{each}.name"), beats.attitude(each, words)) for each in beats.ATTITUDES]
    return _kind("attitudes")(words, shown, [words.choice("put_first", one) for one in beats.PUT_FIRST])


def _begin_own(_now: Session, _step: Step, _numbers: bool, words: Words) -> Markup:
    return _kind("begin_own")(words("begin_own.said"))


_DRAWN: Mapping[str, Callable[[Session, Step, bool, Words], Markup]] = {
    "table": _table,
    "reveal": _reveal,
    "predict": _predict,
    "place": _place,
    "readings": _readings,
    "choose": _choose,
    "event": _event,
    "compare": _compare,
    "roles": _roles,
    "bill": _bill,
    "debrief": _debrief,
    "attitudes": _attitudes,
    "begin_own": _begin_own,
}
