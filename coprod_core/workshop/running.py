"""Where a workshop stands: the step one is at, the groups' paths, and the hands that were counted."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

MOST_GROUPS = 6


@dataclass(frozen=True)
class Running:
    """How a workshop goes in a meeting.

    `step`: the id of the step one is at, empty while it is being written. `groups`: the meetings (scenarios) in which
    the groups go their own ways, none while everybody stays together in the meeting itself. `hands`: by predicting
    step, how many people raised their hand for each guess. `told`: the predicting steps whose answer was told. `polls`:
    by predicting step, the round in which phones were asked. `shown`: the path the room sees, empty = the first.
    """

    step: str = ""
    groups: tuple[str, ...] = ()
    hands: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    polls: Mapping[str, int] = field(default_factory=dict)
    shown: str = ""

    @property
    def begun(self) -> bool:
        """Whether the first step was taken."""
        return bool(self.step)

    def at(self, step: str) -> "Running":
        """The same, one step further or back."""
        return replace(self, step=step)

    def counted(self, step: str, hands: Mapping[str, int]) -> "Running":
        """With the hands for the guesses of a step."""
        return replace(self, hands={**self.hands, step: dict(hands)})

    def telling(self, step: str) -> "Running":
        """With the answer of a predicting step told."""
        return replace(self, told=tuple(dict.fromkeys((*self.told, step))))

    def polled(self, step: str, number: int) -> "Running":
        """With phones asked about a step, in the round with this number."""
        return replace(self, polls={**self.polls, step: number})


def to_text(running: Running) -> str:
    """How it is kept."""
    return json.dumps(asdict(running), ensure_ascii=False)


def from_text(kept: str) -> Running:
    """What `to_text` kept."""
    data = json.loads(kept)
    return Running(**{**data, "groups": tuple(data["groups"]), "told": tuple(data["told"])})
