"""What the room's window of each meeting shows, as the facilitator set it; kept behind the store."""

import json
import threading
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, get_args

from coprod_ui.meeting import current
from coprod_ui.meeting.addresses import ROOM, own_addresses
from coprod_ui.meeting.hub import hub, stage

Scene = Literal[
    "meeting",
    "workshop",
    "web",
    "gap",
    "feasibility_inclusiveness",
    "role",
    "rules",
    "power_map_hit",
    "power_map_attitude",
    "power_map_rings",
]
"""What the room can be shown: the meeting with its phones, the step of a workshop, the web, one of its readings, or one
of three pictures of the power map.
"""

Perspective = Literal["now", "theirs", "ours"]
"""Where parties are in the rings of influence, where they want to be, or where the organiser wants them."""

HOME = ROOM
"""Where the windows live, one per meeting."""

SCENES: tuple[Scene, ...] = get_args(Scene)
PERSPECTIVES: tuple[Perspective, ...] = get_args(Perspective)


@dataclass(frozen=True, slots=True)
class Presentation:
    """`with_numbers`: the scenes that show numbers; the others say everything in words and pictures only.
    `address`: this machine's own address that phones are sent to, None = the most usual one. Of the power map `plan`:
    the plan its marks are about, "" = the one the map would choose; `perspective`: whose ring is shown. `held`: the
    place in the log at which the picture stands still, None = it follows.
    """

    scene: Scene = "meeting"
    with_numbers: frozenset[Scene] = field(default=frozenset({"meeting"}))
    address: str | None = None
    plan: str = ""
    perspective: Perspective = "now"
    held: int | None = None

    @property
    def numbers(self) -> bool:
        """Whether the scene that is shown has numbers."""
        return self.scene in self.with_numbers


_lock = threading.Lock()


def presentation(meeting: str) -> Presentation:
    """What a meeting's window shows."""
    kept = current.store().presentations.of(meeting)
    return Presentation() if kept is None else _from_text(kept)


def present(meeting: str, **changes: Any) -> None:
    """Changes what a meeting's window shows, at once."""
    with _lock:
        current.store().presentations.keep(meeting, _to_text(replace(presentation(meeting), **changes)))
    hub.tell(stage(meeting))


def hold(meeting: str) -> None:
    """Lets the picture stand still as the web is now; one that stands still already stays as it is."""
    if presentation(meeting).held is None:
        present(meeting, held=current.store().load(meeting, up_to_damage=True).head)


def let_go(meeting: str) -> None:
    """Lets the picture follow again: it shows what is now."""
    present(meeting, held=None)


def present_first(meeting: str, scene: Scene) -> None:
    """Shows a scene unless somebody chose what to show."""
    if current.store().presentations.of(meeting) is None:
        present(meeting, scene=scene)


def _to_text(shown: Presentation) -> str:
    return json.dumps({**asdict(shown), "with_numbers": sorted(shown.with_numbers)})


def _from_text(kept: str) -> Presentation:
    """What was kept, as far as this version knows it; an older one kept no plan, no perspective and nothing held."""
    data = json.loads(kept)
    scene: Scene = next((each for each in SCENES if each == data["scene"]), "meeting")
    with_numbers = frozenset(each for each in SCENES if each in data["with_numbers"])
    perspective: Perspective = next((each for each in PERSPECTIVES if each == data.get("perspective")), "now")
    return Presentation(scene, with_numbers, data["address"], str(data.get("plan", "")), perspective, data.get("held"))


def show_numbers(meeting: str, numbers: bool) -> None:
    """Shows or hides the numbers of the scene that is shown now."""
    shown = presentation(meeting)
    with_numbers = shown.with_numbers | {shown.scene} if numbers else shown.with_numbers - {shown.scene}
    present(meeting, with_numbers=with_numbers)


def address_of(meeting: str) -> str | None:
    """The address phones are sent to: the one chosen while it is still this machine's, else the most usual one."""
    addresses, chosen = own_addresses(), presentation(meeting).address
    return chosen if chosen in addresses else next(iter(addresses), None)
