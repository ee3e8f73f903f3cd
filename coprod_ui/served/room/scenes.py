"""What the room sees, as HTML: large, and without controls. The templates stand beside this."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from coprod_core.acts.history import History
from coprod_core.rounds.publication import at_least
from coprod_core.rounds.results import InterestResults, Result
from coprod_core.store.live_values import LiveMeeting, Round
from coprod_core.web.model import Web
from coprod_ui.charts.spread import pull, reach
from coprod_ui.meeting import current, live
from coprod_ui.meeting.addresses import join_address, qr_code, typed_address
from coprod_ui.meeting.presentation import Presentation, Scene, address_of, presentation
from coprod_ui.sentences import rounds as say_rounds
from coprod_ui.sentences.rounds import difference, interest_names, stake_told
from coprod_ui.served.room.power_map_scene import PICTURES
from coprod_ui.served.room.power_map_scene import scene as power_map_scene
from coprod_ui.served.room.reading import reading
from coprod_ui.served.room.web_scene import scene as web_scene
from coprod_ui.served.room.workshop_scene import scene as workshop_scene
from coprod_ui.words import Words
from coprod_ui.words.templates import filled

MOST_ROWS = 6
"""The most interests on the projector at once, those people differ on most; the facilitator's screen has all."""


class WayIn(NamedTuple):
    """How to come in: the whole `address` as a picture, what to type for it, and the code."""

    address: str
    typed: str
    code: str
    picture: Markup


class Row(NamedTuple):
    """Where people stand on an interest, along a line 400 wide, in a bar 100 high that is fat where they differ."""

    name: str
    said: str
    how: str
    left: float
    wide: float
    tall: float
    middle: float


ESTIMATED = frozenset[Scene](
    {"gap", "feasibility_inclusiveness", "role", "rules", "power_map_hit", "power_map_attitude"}
)
"""The scenes that rest on what we estimate: while people are asked, the question takes their place."""


def scene(meeting: str, words: Words) -> Markup:
    """What a meeting's window shows now. Raises what loading the meeting raises."""
    shown, asking = presentation(meeting), _is_asking(meeting)
    history = _history(meeting, shown)
    if shown.scene == "meeting" or (asking and shown.scene in ESTIMATED):
        return _meeting(meeting, history.web, shown, words)
    if shown.scene == "workshop":
        return workshop_scene(meeting, shown.numbers, words) or _meeting(meeting, history.web, shown, words)
    if shown.scene == "web":
        return web_scene(history, shown.numbers, asking, words)
    if shown.scene in PICTURES:
        return power_map_scene(current.readings_at(history), PICTURES[shown.scene], shown, words)
    return reading(current.readings_at(history), shown.scene, shown.numbers, words)


def _is_asking(meeting: str) -> bool:
    """Whether people answer something at this moment."""
    latest = live.latest_round(meeting)
    return latest is not None and latest.open


def _history(meeting: str, shown: Presentation) -> History:
    """The meeting as it is, or as it was when the picture was held."""
    loaded = current.store().load(meeting, up_to_damage=True)
    if shown.held is None or shown.held >= loaded.head:
        return loaded.history
    return current.store().walk(meeting, shown.held).history


# -- the meeting with its phones ------------------------------------------------------------------------------------


def _meeting(meeting: str, web: Web, shown: Presentation, words: Words) -> Markup:
    status, asked = live.status(meeting), live.latest_round(meeting)
    if asked is not None and (asked.open or live.results(meeting, asked.number)):
        return _round(meeting, status, asked, shown, words)
    return _waiting(meeting, status, web, shown, words)


def _waiting(meeting: str, status: LiveMeeting | None, web: Web, shown: Presentation, words: Words) -> Markup:
    come_in = status is not None and status.open
    return filled(
        "served/room/waiting.html",
        say=words,
        title=web.title or words("frame.untitled"),
        said=_why_not(status, words),
        way=_way_in(meeting, status),
        inside=words.plural("room.inside", status.phones) if status and come_in and shown.numbers else "",
    )


def _why_not(status: LiveMeeting | None, words: Words) -> str:
    """Why nobody can come in now; nothing where people can."""
    if status is None:
        return words("room.soon")
    if not status.open:
        return words("room.thanks")
    return "" if status.joining else words("room.paused")


def _way_in(meeting: str, status: LiveMeeting | None) -> WayIn | None:
    """How to come in; None where nobody can, or nobody knows under what address."""
    address = address_of(meeting)
    if status is None or not status.open or not status.joining or address is None:
        return None
    whole = join_address(address, status.code)
    return WayIn(whole, typed_address(address), status.code, Markup(qr_code(whole)))


def _round(meeting: str, status: LiveMeeting | None, asked: Round, shown: Presentation, words: Words) -> Markup:
    results = live.results(meeting, asked.number)
    least = min((of.room.people for of in results.values()), default=0)
    return filled(
        "served/room/round.html",
        say=words,
        title=asked.questions.question or words("room.weigh_in"),
        closed=not asked.open,
        said=_come_in(meeting, shown, words) if asked.open else _told(asked, results, words),
        way=_way_in(meeting, status),  # for who comes in late
        rows=_rows(asked, results, words),
        people=words("room.at_least", count=words.count(least)) if shown.numbers else "",
        names=[*([words("phone.own")] if asked.questions.own_words else []), *interest_names(asked).values()],
        most=MOST_ROWS,
    )


def _told(asked: Round, results: Mapping[str, InterestResults], words: Words) -> str:
    return say_rounds.room_told(results, live.next_to_discuss(results), interest_names(asked), words)


def _come_in(meeting: str, shown: Presentation, words: Words) -> str:
    """How many answered, in steps of five, so that no one arrival shows."""
    counts = live.counts(meeting)
    answered = at_least(counts.answered) if counts else 0
    if not answered or not shown.numbers:
        return words("room.answers_come")
    return words("room.answered", count=words.count(answered))


def _rows(asked: Round, results: Mapping[str, InterestResults], words: Words) -> list[Row]:
    """A row for each of the interests people differ on most, in the order they were asked."""
    names, levels = interest_names(asked), asked.questions.levels
    most_different = sorted(results, key=lambda id_: -results[id_].room.picture.spread)[:MOST_ROWS]
    return [_row(names[id_], results[id_].room, levels, words) for id_ in results if id_ in most_different]


def _row(name: str, room: Result, levels: tuple[float, ...], words: Words) -> Row:
    low, high = reach(room.picture)
    return Row(
        name=name,
        said=stake_told(room.picture.weight, room.picture.position, levels, words),
        how=difference(room.picture.spread),
        left=_along(low),
        wide=max(8.0, _along(high) - _along(low)),
        tall=10 + 80 * room.picture.spread,
        middle=_along(pull(room.picture)),
    )


def _along(place: float) -> float:
    """A place from -1 to 1, on a line 400 wide."""
    return (place + 1) * 200
