"""An act as a client asks for it: in the log's own form, with null for what the rules decide.

Null stands for the id of something new, and in a later command of the same act for what was made last; for the seats of
who is invited; for whether a new group began it; and for the place of what is new. What comes out is an act as it is
logged, with nothing left open.
"""

from collections.abc import Callable, Mapping
from typing import Any

from coprod_core.acts.command import Add, Command
from coprod_core.acts.commands import AddActor, AddInterest, Seat, Together
from coprod_core.acts.history import Act, History, seats_on_invitation
from coprod_core.acts.ids import new_id
from coprod_core.acts.rings import PutInRing
from coprod_core.acts.with_places import with_places
from coprod_core.checked.errors import Fault
from coprod_core.checked.values import kinds
from coprod_core.files.json_file import is_deeper_than
from coprod_core.files.log_format import COMMANDS, UnreadableAct, act_from_data
from coprod_core.web.model import Sphere
from coprod_core.web.usual_seats import at_most_its_people, usual_seats

DEEPEST = 40
"""Lists and objects inside each other in one act; a web that is opened takes ten."""

MOST_TOGETHER = 5_000
"""The most commands in one act."""

_PREFIXES = {"actors": "a", "interests": "k", "options": "o", "rules": "r"}
_REFERENCES = {"actor": "actors", "interest": "interests", "a": "interests", "b": "interests"}
"""Which list the fields of an act that name something name it in."""

NewId = Callable[[str], str]


def act_asked(data: Any, history: History, new: NewId = new_id) -> Act:
    """The act that is asked for in a meeting that stands where `history` does.

    Raises `UnreadableAct` with the place of every fault, or `CannotApply`; on anything odd nothing else.
    """
    if is_deeper_than(DEEPEST, data):
        raise UnreadableAct([Fault("", "nested_too_deep")])
    if not isinstance(data, Mapping):
        raise UnreadableAct([Fault("", "not_an_object", {"value": None})])
    act = act_from_data(_Blanks(history, new).filled(data))
    return with_places(act, history.web) if isinstance(act, Command) and _moves(act) else act


def _moves(command: Command) -> bool:
    """Whether a command brings something to the canvas, or somebody across the table's edge."""
    inside = command.commands if isinstance(command, Together) else ()
    return isinstance(command, AddActor | AddInterest | Seat | PutInRing) or any(map(_moves, inside))


class _Blanks:
    """Fills in what an act leaves open; remembers what the act made so far, by the list it goes to."""

    def __init__(self, history: History, new: NewId) -> None:
        self._history = history
        self._new = new
        self._last_made: dict[str, Any] = {}

    def filled(self, data: Any) -> Any:
        """The same data without blanks; what is no act of ours is left to the reader to refuse."""
        name = data.get("act") if isinstance(data, Mapping) else None
        kind = COMMANDS.get(name) if isinstance(name, str) else None
        if kind is None:
            return data
        if issubclass(kind, Together) and "commands" in data:
            return {**data, "commands": self._all(data["commands"])}
        if issubclass(kind, Add):
            return self._added(kind, data)
        return self._seated(kind, self._named(kind, data))

    def _all(self, commands: Any) -> Any:
        if not isinstance(commands, list):
            return commands
        if len(commands) > MOST_TOGETHER:
            raise UnreadableAct([Fault("commands", "too_many", {"count": len(commands), "most": MOST_TOGETHER})])
        return [self.filled(command) for command in commands]

    def _added(self, kind: type[Add], data: Mapping[str, Any]) -> Any:
        cls: type = kind
        ((field, _),) = kinds(cls)
        item = data.get(field)
        if not isinstance(item, Mapping):
            return data
        if item.get("id") is None:
            item = {**item, "id": self._new(_PREFIXES.get(kind.part, kind.part[0]))}
        self._last_made[kind.part] = item["id"]
        if kind is AddActor:
            item = self._at_table(item)
        return {**data, field: item}

    def _at_table(self, party: Mapping[str, Any]) -> Mapping[str, Any]:
        """A new party with its seats, and whether it began it: who is made at the table did (docs/indicators.md, 6)."""
        citizens = party.get("sphere") == Sphere.CITIZENS
        filled = {"seats": 0.0, "initiator": False, **party}
        if filled["seats"] is None:
            filled["seats"] = self._usual_seats(party.get("people")) if citizens else 1.0
        if filled["initiator"] is None:
            filled["initiator"] = citizens and filled["seats"] != 0
        return filled

    def _usual_seats(self, people: Any) -> float:
        counted = people if isinstance(people, (int, float)) and 0 < people < 1e9 else None
        return at_most_its_people(usual_seats(self._history.web), counted)

    def _named(self, kind: type[Command], data: Mapping[str, Any]) -> Mapping[str, Any]:
        """With what was made last where a command names nothing, also inside a stake or a relation."""
        named = self._with_last_made(data)
        for field, inside in data.items():
            if field in ("stake", "relation") and isinstance(inside, Mapping):
                named = {**named, field: self._with_last_made(inside)}
        part = getattr(kind, "part", "")
        if "id" in data and data["id"] is None and part in self._last_made:
            named = {**named, "id": self._last_made[part]}
        return named

    def _with_last_made(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        open_to = {field: part for field, part in _REFERENCES.items() if field in data and data[field] is None}
        return {**data, **{field: self._last_made[part] for field, part in open_to.items() if part in self._last_made}}

    def _seated(self, kind: type[Command], data: Mapping[str, Any]) -> Mapping[str, Any]:
        actor, left_open = data.get("actor"), "seats" in data and data["seats"] is None
        if kind not in (Seat, PutInRing) or not left_open or not isinstance(actor, str):
            return data
        return {**data, "seats": seats_on_invitation(self._history, actor)}
