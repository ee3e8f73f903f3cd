"""What every part of Join in draws from."""

from typing import NamedTuple

from coprod_core.acts.history import History
from coprod_core.rounds.adopting import last_adopted
from coprod_core.store.live_values import LiveMeeting, Round
from coprod_core.web.model import Web
from coprod_ui.words import Words


class Scene(NamedTuple):
    """A meeting as it stands with its phones, and how this person reads it."""

    meeting: str
    history: History
    status: LiveMeeting | None
    rounds: tuple[Round, ...]
    words: Words
    digits: bool
    dark: bool

    @property
    def web(self) -> Web:
        """The web as it is now."""
        return self.history.web

    @property
    def open(self) -> bool:
        """Whether phones can join or answer now."""
        return self.status is not None and self.status.open

    @property
    def latest(self) -> Round | None:
        """The round that is open, else the last one."""
        return self.rounds[-1] if self.rounds else None

    @property
    def next_round(self) -> int:
        """The number of the round that comes next, after those of this meeting and those it brought along."""
        return max(self.latest.number if self.latest else 0, last_adopted(self.history)) + 1

    @property
    def closed_rounds(self) -> tuple[Round, ...]:
        """The rounds that take no more answers."""
        return tuple(one for one in self.rounds if not one.open)
