"""The moments of a meeting: each a web, the command that led to it, and the moment before."""

from collections.abc import Callable

from coprod_core.acts.command import Command
from coprod_core.web.model import Web

MOST_KEPT = 100
"""Of a long way back to a web that is known, so many of the webs on it are kept, those nearest to what was asked."""


def apply(web: Web, command: Command) -> Web:
    """The web after a command. Raises `CannotApply` or `InvalidValue`; `web` itself never changes."""
    return command.applied_to(web)


class Moment:
    """A web, the command that led to it, and the moment before (None for the opening).

    What is not given is found when it is asked for: the command by reading it, the web from the nearest web before that
    is known. A moment is itself and no other: two with the same web differ.
    """

    __slots__ = ("_command", "_recall", "_web", "before")

    def __init__(
        self, command: Command | Callable[[], Command], before: "Moment | None", web: Web | None = None
    ) -> None:
        self._command = command
        self._web = web
        self._recall: Callable[[], Web | None] | None = None
        self.before = before

    @property
    def command(self) -> Command:
        """The command that led to this moment."""
        if not isinstance(self._command, Command):
            self._command = self._command()
        return self._command

    @property
    def web(self) -> Web:
        """The web as it then stood."""
        if self._web is None:
            self._web = self._found()
        return self._web

    def remember(self, recall: Callable[[], Web | None]) -> None:
        """Says where the web is kept; `recall` gives None where it turns out not to be."""
        if self._web is None:
            self._recall = recall

    def _found(self) -> Web:
        way, moment = [], self
        while (web := moment._held()) is None:
            assert moment.before is not None, "the opening has its web"
            way.append(moment)
            moment = moment.before
        for left, each in zip(range(len(way), 0, -1), reversed(way), strict=True):
            web = apply(web, each.command)
            if left <= MOST_KEPT:
                each._web = web
        return web

    def _held(self) -> Web | None:
        if self._web is None and self._recall is not None:
            self._web, self._recall = self._recall(), None
        return self._web
