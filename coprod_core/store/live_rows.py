"""What stands on disk of meetings with phones, read within one connection."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, text

from coprod_core.checked.errors import CannotApply
from coprod_core.rounds.results import InterestResults, coarse, results_of
from coprod_core.rounds.values import Counts
from coprod_core.store import phones
from coprod_core.store.live_values import LiveMeeting, Round
from coprod_core.store.log import time_text
from coprod_core.store.releasing import counts_from_text, release_due


class NotLive(CannotApply):
    """The meeting was not opened for phones, or is closed, or the round asked for is not open."""


def status(connection: Connection, meeting: str) -> LiveMeeting | None:
    """What a meeting with phones looks like now; None where it was never opened."""
    columns = "code, joining, by_card, opened_at, closed_at, erase_at, erased_at"
    row: Any = connection.execute(
        text(f"SELECT {columns} FROM live_meeting WHERE meeting_id = :meeting"), {"meeting": meeting}
    ).first()
    if row is None:
        return None
    code, joining, by_card, *times = row
    opened, closed, erase_at, erased_at = (datetime.fromisoformat(time) if time else None for time in times)
    assert opened is not None
    assert erase_at is not None
    inside = phones.phones_of(connection, meeting)
    return LiveMeeting(meeting, code, bool(joining), bool(by_card), inside, opened, closed, erase_at, erased_at)


def known(connection: Connection, meeting: str) -> LiveMeeting:
    """The same; raises `NotLive` where it was never opened."""
    found = status(connection, meeting)
    if found is None:
        raise NotLive("not_live", meeting=meeting)
    return found


def must_be_open(connection: Connection, meeting: str) -> None:
    """Raises `NotLive` unless phones can join the meeting now."""
    if not known(connection, meeting).open:
        raise NotLive("not_live", meeting=meeting)


def open_round(connection: Connection, meeting: str, number: int) -> Round:
    """The round that is open, if it has this number; raises `NotLive` otherwise."""
    current = phones.open_round(connection, meeting)
    if current is None or current.number != number:
        raise NotLive("round_not_open", round=number)
    return current


def close_round(connection: Connection, meeting: str, current: Round) -> None:
    """Closes a round: what may be released of it is, and nothing comes in any more."""
    release_due(connection, meeting, current, closing=True)
    connection.execute(
        text("UPDATE live_round SET closed_at = :now WHERE meeting_id = :meeting AND number = :number"),
        {"meeting": meeting, "number": current.number, "now": time_text(datetime.now(UTC))},
    )


def round_of(connection: Connection, meeting: str, number: int) -> Round | None:
    """A round by its number, open or closed; None where there is none."""
    return next((found for found in phones.rounds_of(connection, meeting) if found.number == number), None)


def released(connection: Connection, meeting: str, current: Round | None) -> dict[str, InterestResults]:
    """What was released of a round, in the order it was asked; in large steps while it is open."""
    if current is None:
        return {}
    kept = "SELECT interest, group_id, counts FROM live_result WHERE meeting_id = :meeting AND round = :round"
    by_group: dict[str, dict[str, Counts]] = {asked.id: {} for asked in current.questions.interests}
    for interest, group, counts in connection.execute(text(kept), {"meeting": meeting, "round": current.number}):
        by_group[interest][group] = counts_from_text(counts)
    levels = current.questions.levels
    by_interest = {interest: results_of(groups, levels) for interest, groups in by_group.items()}
    fine = {interest: results for interest, results in by_interest.items() if results is not None}
    return {interest: coarse(results) for interest, results in fine.items()} if current.open else fine
