"""What a resident is told of what is kept: one page, one tap from every other."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from coprod_core.files.organisation import organisation
from coprod_core.store.live_values import LiveMeeting, PhoneState
from coprod_ui.served.phone.pages import page
from coprod_ui.words import Words

Part = tuple[str, list[str]]
"""A heading, and the lines under it."""

ZONE = ZoneInfo("Europe/Amsterdam")


def privacy(words: Words, state: PhoneState | None, meeting: LiveMeeting | None) -> str:
    """The page. `state` and `meeting`: None for a phone that is not inside."""
    day = words.day(meeting.erase_at, datetime.now(UTC), ZONE) if meeting else ""
    mark = state.mark if state else ""
    return page("privacy", words("privacy.title"), words, parts=list(_parts(words, day)), mark=mark, day=day)


def _parts(words: Words, day: str) -> Iterator[Part]:
    yield words("privacy.kept"), [words("privacy.kept_what"), words("privacy.kept_not")]
    how_long = words("privacy.until", day=day) if day else words("privacy.until_later")
    yield words("privacy.how_long"), [how_long, words("privacy.stays")]
    yield words("privacy.who"), [words("privacy.who_words"), words("privacy.who_answers"), words("privacy.five")]
    yield words("privacy.responsible"), list(_responsible(words))


def _responsible(words: Words) -> Iterator[str]:
    told = organisation()
    if told.name:
        yield told.name
    if told.responsible:
        yield words("privacy.responsible_is", who=told.responsible)
    if told.contact:
        yield words("privacy.contact", where=told.contact)
    if not told.complete:
        yield words("privacy.not_filled_in")
