"""What every act is, and what the plain ones have in common: adding, changing and removing one thing.

An act says by `part` which part of the web it is about: a list of the web, or a part of the conditions in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from coprod_core.acts.named_lists import added, changed, with_changes, without
from coprod_core.acts.plain import AnyChanges, AnyText
from coprod_core.checked.errors import Fault
from coprod_core.checked.values import Tagged, kinds, named, untagged, value
from coprod_core.web.model import Web


@value(slots=False)
class Logged:
    """Base of all that stands in a log. `act` names it there; `later`: fields that logs of before lack, and which then
    say what they say by default.
    """

    tag: ClassVar[str] = "act"
    act: ClassVar[str]
    later: ClassVar[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class OneAct(Tagged):
    """An act below `base`, or its data with every field of it but those that came later."""

    tag: str = "act"

    def fits(self, data: Any) -> bool:
        return Tagged.fits(self, data) and (not isinstance(data, Mapping) or self._has_its_fields(data))

    def _has_its_fields(self, data: Mapping[str, Any]) -> bool:
        cls = named(self.base, self.tag)[data[self.tag]]
        fields, given = {name for name, _ in kinds(cls)}, data.keys() - {self.tag}
        return given <= fields and fields - given <= vars(cls).get("later", frozenset())

    def why(self, value: Any) -> Iterator[Fault]:
        name = value.get(self.tag) if isinstance(value, Mapping) else None
        if not Tagged.fits(self, value):
            yield Fault("", "unknown_act", {"act": name})
        elif not self._has_its_fields(value):
            yield Fault("", "act_with_other_fields", {"act": name})
        else:
            yield from (_of_act(fault, name) for fault in self.inside(value).faults(untagged(value, self.tag)))


def _of_act(fault: Fault, name: Any) -> Fault:
    """The same fault; of what has no place by itself, the act as a whole is told."""
    return replace(fault, place="", params={"act": name}) if fault.params == {"act": ""} else fault


@value(slots=False)
class Command(Logged):
    """Base of every act on a web."""

    def applied_to(self, web: Web) -> Web:
        """The web after this act."""
        raise NotImplementedError


@value(slots=False)
class PartAct(Command):
    """Base of every act on one part of a web, or of its conditions."""

    part: ClassVar[str]

    def applied_to(self, web: Web) -> Web:
        told: Web = self.told(web)
        return told

    def told(self, holder: Any) -> Any:
        """What holds the part, after this act."""
        raise NotImplementedError


@value(slots=False)
class Add(PartAct):
    """Puts one more thing at the end of a list."""

    def told(self, holder: Any) -> Any:
        cls: type = type(self)
        (item,) = (getattr(self, name) for name, _ in kinds(cls))
        return added(holder, self.part, item)


@value(slots=False)
class Change(PartAct):
    """`changes`: field name -> new value; the id itself never changes."""

    id: AnyText
    changes: AnyChanges

    def told(self, holder: Any) -> Any:
        return changed(holder, self.part, self.id, self.changes)


@value(slots=False)
class ChangeOnly(PartAct):
    """Changes what is there once. `changes`: field name -> new value."""

    changes: AnyChanges

    def told(self, holder: Any) -> Any:
        return replace(holder, **{self.part: with_changes(getattr(holder, self.part), self.changes)})


@value(slots=False)
class Remove(PartAct):
    """Takes a thing away, with everything that only exists because of it."""

    id: AnyText

    def told(self, holder: Any) -> Any:
        return replace(holder, **{self.part: without(holder, self.part, self.id), **self.along_with(holder)})

    def along_with(self, holder: Any) -> dict[str, Any]:
        """The other lists without what only exists because of it, by name."""
        return {}
