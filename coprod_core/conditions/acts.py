"""One frozen value per act by which a group says something about working together; see `coprod_core.commands`.

What a party, a rule or a subject has one entry for (why they join in, what they need, ...) is there without adding it:
the first change makes the entry, and an entry in which nothing is said any more is not kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

from coprod_core.commands import Command
from coprod_core.conditions.values import (
    Appreciation,
    Entry,
    Expectation,
    Reflection,
    SharedWord,
)
from coprod_core.conditions.whole import LISTS, Conditions
from coprod_core.model import Web
from coprod_core.named_lists import added, changed, existing, holding, put, with_changes, without


@dataclass(frozen=True)
class ConditionsAct(Command):
    """Base of every act on the conditions. `part`: which part of them it is about."""

    part: ClassVar[str]

    def applied_to(self, web: Web) -> Web:
        return replace(web, conditions=self.said(web.conditions))

    def said(self, conditions: Conditions) -> Conditions:
        """The conditions after this act."""
        raise NotImplementedError


# -- parts that are there once ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _ChangeSingle(ConditionsAct):
    """`changes`: field name -> new value."""

    changes: Mapping[str, Any]

    def said(self, conditions: Conditions) -> Conditions:
        values: dict[str, Any] = {self.part: with_changes(getattr(conditions, self.part), self.changes)}
        return replace(conditions, **values)


@dataclass(frozen=True)
class ChangeFrame(_ChangeSingle):
    act, part = "change_frame", "frame"


@dataclass(frozen=True)
class ChangeContinuity(_ChangeSingle):
    act, part = "change_continuity", "continuity"


@dataclass(frozen=True)
class ChangeNeighbourhoods(_ChangeSingle):
    act, part = "change_neighbourhoods", "neighbourhoods"


# -- lists of things people add ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _AddEntry(ConditionsAct):
    def said(self, conditions: Conditions) -> Conditions:
        (entry,) = (getattr(self, f.name) for f in fields(self))
        return added(conditions, self.part, entry)


@dataclass(frozen=True)
class _ChangeEntry(ConditionsAct):
    """`changes`: field name -> new value; the id itself never changes."""

    id: str
    changes: Mapping[str, Any]

    def said(self, conditions: Conditions) -> Conditions:
        return changed(conditions, self.part, self.id, self.changes)


@dataclass(frozen=True)
class _RemoveEntry(ConditionsAct):
    id: str

    def said(self, conditions: Conditions) -> Conditions:
        return holding(conditions, self.part, without(conditions, self.part, self.id))


@dataclass(frozen=True)
class AddExpectation(_AddEntry):
    act, part = "add_expectation", "expectations"
    expectation: Expectation


@dataclass(frozen=True)
class ChangeExpectation(_ChangeEntry):
    act, part = "change_expectation", "expectations"


@dataclass(frozen=True)
class RemoveExpectation(_RemoveEntry):
    act, part = "remove_expectation", "expectations"


@dataclass(frozen=True)
class AddSharedWord(_AddEntry):
    act, part = "add_shared_word", "shared_words"
    shared_word: SharedWord


@dataclass(frozen=True)
class ChangeSharedWord(_ChangeEntry):
    act, part = "change_shared_word", "shared_words"


@dataclass(frozen=True)
class SayMeaning(ConditionsAct):
    """What a word means to one party; empty takes it away."""

    act, part = "say_meaning", "shared_words"
    word: str
    actor: str
    meaning: str

    def said(self, conditions: Conditions) -> Conditions:
        existing(conditions, self.part, self.word)
        (word,) = (word for word in conditions.shared_words if word.id == self.word)
        others = {actor: text for actor, text in word.means.items() if actor != self.actor}
        means = {**others, self.actor: self.meaning} if self.meaning else others
        return changed(conditions, self.part, self.word, {"means": means})


@dataclass(frozen=True)
class RemoveSharedWord(_RemoveEntry):
    act, part = "remove_shared_word", "shared_words"


@dataclass(frozen=True)
class AddAppreciation(_AddEntry):
    act, part = "add_appreciation", "appreciations"
    appreciation: Appreciation


@dataclass(frozen=True)
class ChangeAppreciation(_ChangeEntry):
    act, part = "change_appreciation", "appreciations"


@dataclass(frozen=True)
class RemoveAppreciation(_RemoveEntry):
    act, part = "remove_appreciation", "appreciations"


@dataclass(frozen=True)
class AddReflection(_AddEntry):
    act, part = "add_reflection", "reflections"
    reflection: Reflection


@dataclass(frozen=True)
class ChangeReflection(_ChangeEntry):
    act, part = "change_reflection", "reflections"


@dataclass(frozen=True)
class RemoveReflection(_RemoveEntry):
    act, part = "remove_reflection", "reflections"


# -- one entry for each party, pair, subject or rule ------------------------------------------------------------------


@dataclass(frozen=True)
class _ChangeOf(ConditionsAct):
    """`changes`: field name -> new value. Every other field says what the entry is about."""

    def said(self, conditions: Conditions) -> Conditions:
        cls: type[Entry] = LISTS[self.part]
        about = {name: getattr(self, name) for name in cls.key}
        empty = cls(**about)
        entries = getattr(conditions, self.part)
        before = next((entry for entry in entries if entry.named == empty.named), empty)
        after = with_changes(before, self.changes, fixed=cls.key)  # type: ignore[attr-defined]
        if after == empty:
            return holding(conditions, self.part, tuple(entry for entry in entries if entry != before))
        return holding(conditions, self.part, put(entries, after, lambda entry: entry.named == after.named))


@dataclass(frozen=True)
class ChangeMotivation(_ChangeOf):
    act, part = "change_motivation", "motivations"
    actor: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class ChangeNeeds(_ChangeOf):
    act, part = "change_needs", "needs"
    actor: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class ChangeEngagement(_ChangeOf):
    act, part = "change_engagement", "engagement"
    actor: str
    partner: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class ChangeWorkplace(_ChangeOf):
    act, part = "change_workplace", "workplaces"
    actor: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class ChangeAbsence(_ChangeOf):
    act, part = "change_absence", "absences"
    actor: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class ChangeBlock(_ChangeOf):
    """`subject`: one of `Subject`."""

    act, part = "change_block", "blocks"
    subject: str
    changes: Mapping[str, Any]


@dataclass(frozen=True)
class ChangeRuleRoom(_ChangeOf):
    act, part = "change_rule_room", "rule_rooms"
    rule: str
    changes: Mapping[str, Any]
