"""What the room's window of each meeting shows, as the facilitator set it. Kept while the process runs, on no disk."""

import threading
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from coprod_ui.phone.addresses import own_addresses
from coprod_ui.phone.hub import hub, stage

Scene = Literal["meeting", "workshop", "gap", "feasibility_inclusiveness", "role", "rules"]
"""What the room can be shown: the meeting with its phones, the step of a workshop, or one of the web's readings."""

SCENES: tuple[Scene, ...] = get_args(Scene)


@dataclass(frozen=True, slots=True)
class Presentation:
    """`with_numbers`: the scenes that show numbers; the others say everything in words and pictures only.
    `address`: this machine's own address that phones are sent to, None = the most usual one.
    """

    scene: Scene = "meeting"
    with_numbers: frozenset[Scene] = field(default=frozenset({"meeting"}))
    address: str | None = None

    @property
    def numbers(self) -> bool:
        """Whether the scene that is shown has numbers."""
        return self.scene in self.with_numbers


_presentations: dict[str, Presentation] = {}
_lock = threading.Lock()


def presentation(meeting: str) -> Presentation:
    """What a meeting's window shows."""
    return _presentations.get(meeting, Presentation())


def present(meeting: str, **changes: Any) -> None:
    """Changes what a meeting's window shows, at once."""
    with _lock:
        _presentations[meeting] = replace(presentation(meeting), **changes)
    hub.tell(stage(meeting))


def present_first(meeting: str, scene: Scene) -> None:
    """Shows a scene unless somebody chose what to show since the process began."""
    if meeting not in _presentations:
        present(meeting, scene=scene)


def show_numbers(meeting: str, numbers: bool) -> None:
    """Shows or hides the numbers of the scene that is shown now."""
    shown = presentation(meeting)
    with_numbers = shown.with_numbers | {shown.scene} if numbers else shown.with_numbers - {shown.scene}
    present(meeting, with_numbers=with_numbers)


def address_of(meeting: str) -> str | None:
    """The address phones are sent to: the one chosen while it is still this machine's, else the most usual one."""
    addresses, chosen = own_addresses(), presentation(meeting).address
    return chosen if chosen in addresses else next(iter(addresses), None)
