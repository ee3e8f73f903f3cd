"""Where a workshop stands: the step one is at, the groups' paths, the hands counted and where groups placed parties."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

MOST_GROUPS = 6


@dataclass(frozen=True)
class Running:
    """How a workshop goes in a meeting.

    `step`: the id of the step one is at, empty while it is being written. `groups`: the meetings (scenarios) in which
    the groups go their own ways, none while everybody stays together in the meeting itself. `hands`: by predicting
    step, how many people raised their hand for each guess. `told`: the steps whose answer, choices, or what was placed,
    were told. `polls`: by predicting step, the round in which phones were asked. `shown`: the path the room sees,
    empty = the first. `placed`: by placing step and group, the cell of each party it placed; `ours`: the placing steps
    at which the room sees what the web says beside it. `people`: how many play, 0 while nobody said; `asked`: by
    debrief, how many questions were asked after the first.
    """

    step: str = ""
    groups: tuple[str, ...] = ()
    hands: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    polls: Mapping[str, int] = field(default_factory=dict)
    shown: str = ""
    placed: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    ours: tuple[str, ...] = ()
    people: int = 0
    asked: Mapping[str, int] = field(default_factory=dict)

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
        """With the answer of a step told, or what was placed at it."""
        return replace(self, told=tuple(dict.fromkeys((*self.told, step))))

    def polled(self, step: str, number: int) -> "Running":
        """With phones asked about a step, in the round with this number."""
        return replace(self, polls={**self.polls, step: number})

    def placing(self, step: str, group: str, party: str, cell: str) -> "Running":
        """With a party where a group placed it at a step; an empty cell takes it away."""
        groups = self.placed.get(step, {})
        others = {id_: held for id_, held in groups.get(group, {}).items() if id_ != party}
        now = {**others, party: cell} if cell else others
        return replace(self, placed={**self.placed, step: {**groups, group: now}})

    def showing_ours(self, step: str) -> "Running":
        """With what the web says of a placing step told."""
        return replace(self, ours=tuple(dict.fromkeys((*self.ours, step))))

    def asking(self, step: str, further: int) -> "Running":
        """With so many questions of a debrief asked after the first."""
        return replace(self, asked={**self.asked, step: further})

    @property
    def anything_placed(self) -> bool:
        """Whether a group placed a party."""
        return any(cells for groups in self.placed.values() for cells in groups.values())


def to_text(running: Running) -> str:
    """How it is kept."""
    return json.dumps(asdict(running), ensure_ascii=False)


def from_text(kept: str) -> Running:
    """What `to_text` kept."""
    data = json.loads(kept)
    lists = {name: tuple(data.get(name, ())) for name in ("groups", "told", "ours")}
    return Running(**{**data, **lists})
