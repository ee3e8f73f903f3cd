"""The only door from the facilitator's screens to meetings with phones; whoever follows the room is told at once.

What a screen needs beside this: addresses and the QR code (`coprod_ui.meeting.addresses`), and the stream
`/api/live/{meeting}/events`, which brings `Counts` as JSON.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple
from uuid import uuid4

from coprod_core.acts.adoption import Adopt
from coprod_core.acts.history import History
from coprod_core.rounds.adopting import adoption
from coprod_core.rounds.likeness import proposed
from coprod_core.rounds.picture import most_different
from coprod_core.rounds.polls import poll, votes
from coprod_core.rounds.results import InterestResults
from coprod_core.rounds.values import Answer, Named, Source, asked_of
from coprod_core.rounds.values import Counts as AnswerCounts
from coprod_core.store.live import Live
from coprod_core.store.live_values import LiveMeeting, OwnWords, Round
from coprod_core.web.model import Web
from coprod_ui.meeting import current
from coprod_ui.meeting.hub import desk, hub, room, stage


def _store() -> Live:
    return current.store().live


def _changed(meeting: str) -> None:
    status = _store().status(meeting)
    if status is not None:
        hub.tell(room(status.code))
        hub.tell(desk(status.code))
    hub.tell(stage(meeting))


# -- the meeting ----------------------------------------------------------------------------------------------------


def status(meeting: str) -> LiveMeeting | None:
    """How a meeting stands with its phones; None when it was never opened for them."""
    return _store().status(meeting)


def open_meeting(meeting: str, keep_days: int = 30, cards: int = 0) -> LiveMeeting:
    """Lets phones join, with `cards` above 0 only by one of so many; raw answers are erased after `keep_days`.

    Raises what `Live.open` raises.
    """
    opened = _store().open(meeting, keep_days, cards)
    _changed(meeting)
    return opened


def cards(meeting: str) -> tuple[str, ...]:
    """The codes on the cards of a meeting that is open by card; none otherwise."""
    return _store().cards(meeting)


def marks(meeting: str) -> tuple[str, ...]:
    """The marks of the phones inside."""
    return _store().marks(meeting)


def silent(meeting: str) -> int:
    """How many phones inside never said anything."""
    return _store().silent(meeting)


def put_out(meeting: str, *, mark: str = "", words: str = "", silent: bool = False) -> int:
    """Puts phones out, as `Live.put_out` does; returns how many."""
    out = _store().put_out(meeting, mark=mark, words=words, silent=silent)
    _changed(meeting)
    return out


def let_in(meeting: str, joining: bool) -> None:
    """Lets new phones in, or pauses joining. Raises `NotLive`."""
    _store().let_in(meeting, joining)
    _changed(meeting)


def close_meeting(meeting: str) -> None:
    """Ends the meeting for every phone. Raises `NotLive` or `StoreFailure("not_erased")`."""
    try:
        _store().close(meeting)
    finally:
        _changed(meeting)


def erase(meeting: str) -> None:
    """Removes every raw answer for good, closing the meeting first. Raises `NotLive` or `StoreFailure`."""
    close_meeting(meeting)
    _store().erase(meeting)
    _changed(meeting)


class Counts(NamedTuple):
    """What the facilitator sees come in. `answered` of round `round`, 0 when there has been none."""

    code: str
    phones: int
    round: int
    answered: int
    own_words: int


def counts(meeting: str) -> Counts | None:
    """How many phones joined and answered; None for a meeting that was never opened for phones."""
    now = _store().status(meeting)
    if now is None:
        return None
    latest = latest_round(meeting)
    number = latest.number if latest else 0
    waiting = sum(words.became is None for words in _store().own_words(meeting))
    return Counts(now.code, now.phones, number, _store().heads(meeting, number), waiting)


# -- rounds ---------------------------------------------------------------------------------------------------------


def rounds(meeting: str) -> tuple[Round, ...]:
    """Every round about interests so far; polls are no rounds to people."""
    return tuple(each for each in _store().rounds(meeting) if not each.questions.poll)


class Poll(NamedTuple):
    """A poll as it stands. `answered`: how many phones; `votes`: by option, None while nothing may be shown."""

    number: int
    open: bool
    answered: int
    votes: Mapping[str, int] | None


def open_poll(meeting: str, question: str, options: Sequence[Named]) -> int:
    """Puts one question with a few options to the phones; returns its number. Raises `InvalidValue` or `NotLive`."""
    number = _store().open_round(meeting, poll(question, options))
    _changed(meeting)
    return number


def poll_of(meeting: str, number: int) -> Poll | None:
    """A poll by its number; None when there is none (any more)."""
    found = next((each for each in _store().rounds(meeting) if each.number == number and each.questions.poll), None)
    if found is None:
        return None
    counted = votes(found.questions, {} if found.open else _store().results(meeting, number))
    return Poll(number, found.open, _store().heads(meeting, number), counted)


def latest_round(meeting: str) -> Round | None:
    """The round that is open, else the last one."""
    return next(reversed(rounds(meeting)), None)


def open_round(
    meeting: str,
    web: Web,
    question: str,
    interests: Sequence[str],
    groups: Sequence[str],
    *,
    own_words: bool = True,
    after: int = 0,
) -> int:
    """Puts a question about some interests to some groups (ids in the web); returns the round's number.

    `after`: the highest round the meeting brought along from elsewhere.
    Raises `CannotApply`, `InvalidValue` or `NotLive`.
    """
    number = _store().open_round(meeting, asked_of(web, question, interests, groups, own_words=own_words), after)
    _changed(meeting)
    return number


def close_round(meeting: str, number: int) -> None:
    """Ends a round; phones then see themselves beside the room. Raises `NotLive`."""
    _store().close_round(meeting, number)
    _changed(meeting)


def results(meeting: str, number: int) -> Mapping[str, InterestResults]:
    """What may be shown of a round now, by interest; interests of which nothing may be shown are left out."""
    return _store().results(meeting, number)


def next_to_discuss(shown: Mapping[str, InterestResults]) -> str | None:
    """The interest the room differs on most."""
    return most_different({interest: of_interest.room.picture for interest, of_interest in shown.items()})


def type_in(
    meeting: str, number: int, source: Source, group: str, interest: str, answers: Mapping[Answer, int]
) -> None:
    """Keeps how many people without a phone gave each answer. Raises `NotLive`, `CannotApply` or `InvalidValue`."""
    _store().type_in(meeting, number, source, group, interest, answers)
    _changed(meeting)


def typed(meeting: str, number: int) -> Mapping[tuple[Source, str, str], AnswerCounts]:
    """What was typed in so far, by source, group and interest."""
    return _store().typed(meeting, number)


# -- from the room into the web -------------------------------------------------------------------------------------


class Adoptable(NamedTuple):
    """What of a group's answers in a round can go into the web.

    `act`: takes over what is on the web still, to send as any other; None when that is nothing. `stands`: whether the
    web says all of that already. `gone`: the interests it answered about that left the web since, by id.
    """

    act: Adopt | None
    stands: bool
    gone: tuple[str, ...]


def adoptable(history: History, number: int, group: str, shown: Mapping[str, InterestResults]) -> Adoptable | None:
    """What can be taken over of a group; None when nothing of it is shown, or when the group itself left the web."""
    web = history.web
    pictures = {
        interest: of_interest.groups[group].picture
        for interest, of_interest in shown.items()
        if group in of_interest.groups
    }
    if not pictures or group not in web.actor_by_id:
        return None
    gone = tuple(interest for interest in pictures if interest not in web.interest_by_id)
    if len(gone) == len(pictures):
        return Adoptable(None, False, gone)
    act = adoption(history, number, group, pictures)
    return Adoptable(act, act.applied_to(web) == web, gone)


def own_words(meeting: str) -> tuple[OwnWords, ...]:
    """The interests people put in their own words; those nobody looked at yet have `became` None."""
    return _store().own_words(meeting)


def settle_own_words(meeting: str, ids: Sequence[str], became: str | None) -> None:
    """Notes what came of people's own words: an interest's id, or empty for set aside. Raises `NotLive`."""
    _store().settle_own_words(meeting, ids, became)
    _changed(meeting)


def propose_piles(meeting: str, waiting: Sequence[OwnWords]) -> None:
    """Lays own words that are alike together, around the piles that are there; what is like nothing stays by itself."""
    pile_of = {one.id: one.pile for one in waiting if one.pile}
    there = [[id_ for id_ in pile_of if pile_of[id_] == pile] for pile in dict.fromkeys(pile_of.values())]
    found = proposed({one.id: one.words for one in waiting}, there)
    names = iter(sorted(uuid4().hex for _ in found))  # by their ids the largest come first, and stay in place later
    piles = {next((pile_of[id_] for id_ in ids if id_ in pile_of), next(names)): ids for ids in found if len(ids) > 1}
    lay_in_piles(meeting, piles)


def lay_in_piles(meeting: str, piles: Mapping[str, Collection[str]]) -> None:
    """Lays own words in piles, by the pile's id."""
    _store().lay_in_piles(meeting, piles)


def refuse_pile(meeting: str, pile: str) -> None:
    """Notes that own words do not belong together after all; each then lies by itself."""
    _store().refuse_pile(meeting, pile)


def restore_pile(meeting: str, pile: str) -> None:
    """Puts together again what was refused as a pile."""
    _store().restore_pile(meeting, pile)


def refused_piles(meeting: str) -> Mapping[str, tuple[str, ...]]:
    """What was refused as a pile, by its id: the ids of the own words in it."""
    return _store().refused_piles(meeting)
