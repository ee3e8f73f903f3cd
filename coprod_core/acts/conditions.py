"""One frozen value per act by which a group says something about working together; see `coprod_core.acts.command`.

What a party, a rule or a subject has one entry for (why they join in, what they need, ...) is there without adding it:
the first change makes the entry, and an entry in which nothing is said any more is not kept.
"""

from dataclasses import replace
from operator import attrgetter

from coprod_core.acts.command import Add, Change, ChangeOnly, PartAct, Remove
from coprod_core.acts.named_lists import changed, existing, holding, put, with_changes
from coprod_core.acts.plain import AnyChanges, AnyText
from coprod_core.checked.values import value
from coprod_core.web.all_conditions import LISTS, Conditions
from coprod_core.web.conditions import Appreciation, Entry, Expectation, Reflection, SharedWord
from coprod_core.web.model import Web


@value(slots=False)
class ConditionsAct(PartAct):
    """Base of every act on a part of the conditions."""

    def applied_to(self, web: Web) -> Web:
        return replace(web, conditions=self.told(web.conditions))


# -- parts that are there once ----------------------------------------------------------------------------------------


@value(slots=False)
class ChangeFrame(ConditionsAct, ChangeOnly):
    act, part = "change_frame", "frame"


@value(slots=False)
class ChangeContinuity(ConditionsAct, ChangeOnly):
    act, part = "change_continuity", "continuity"


@value(slots=False)
class ChangeNeighbourhoods(ConditionsAct, ChangeOnly):
    act, part = "change_neighbourhoods", "neighbourhoods"


# -- lists of things people add ---------------------------------------------------------------------------------------


@value(slots=False)
class AddExpectation(ConditionsAct, Add):
    act, part = "add_expectation", "expectations"
    expectation: Expectation


@value(slots=False)
class ChangeExpectation(ConditionsAct, Change):
    act, part = "change_expectation", "expectations"


@value(slots=False)
class RemoveExpectation(ConditionsAct, Remove):
    act, part = "remove_expectation", "expectations"


@value(slots=False)
class AddSharedWord(ConditionsAct, Add):
    act, part = "add_shared_word", "shared_words"
    shared_word: SharedWord


@value(slots=False)
class ChangeSharedWord(ConditionsAct, Change):
    act, part = "change_shared_word", "shared_words"


@value(slots=False)
class SayMeaning(ConditionsAct):
    """What a word means to one party; empty takes it away."""

    act, part = "say_meaning", "shared_words"
    word: AnyText
    actor: AnyText
    meaning: AnyText

    def told(self, holder: Conditions) -> Conditions:
        existing(holder, self.part, self.word)
        (word,) = (word for word in holder.shared_words if word.id == self.word)
        others = {actor: text for actor, text in word.means.items() if actor != self.actor}
        means = {**others, self.actor: self.meaning} if self.meaning else others
        return changed(holder, self.part, self.word, {"means": means})


@value(slots=False)
class RemoveSharedWord(ConditionsAct, Remove):
    act, part = "remove_shared_word", "shared_words"


@value(slots=False)
class AddAppreciation(ConditionsAct, Add):
    act, part = "add_appreciation", "appreciations"
    appreciation: Appreciation


@value(slots=False)
class ChangeAppreciation(ConditionsAct, Change):
    act, part = "change_appreciation", "appreciations"


@value(slots=False)
class RemoveAppreciation(ConditionsAct, Remove):
    act, part = "remove_appreciation", "appreciations"


@value(slots=False)
class AddReflection(ConditionsAct, Add):
    act, part = "add_reflection", "reflections"
    reflection: Reflection


@value(slots=False)
class ChangeReflection(ConditionsAct, Change):
    act, part = "change_reflection", "reflections"


@value(slots=False)
class RemoveReflection(ConditionsAct, Remove):
    act, part = "remove_reflection", "reflections"


# -- one entry for each party, pair, subject or rule ------------------------------------------------------------------


@value(slots=False)
class _ChangeOf(ConditionsAct):
    """`changes`: field name -> new value. Every other field says what the entry is about."""

    def told(self, holder: Conditions) -> Conditions:
        cls: type[Entry] = LISTS[self.part]
        about = {name: getattr(self, name) for name in cls.key}
        empty = cls(**about)
        entries = getattr(holder, self.part)
        before = next((entry for entry in entries if entry.named == empty.named), empty)
        after = with_changes(before, self.changes, fixed=cls.key)  # type: ignore[attr-defined]
        if after == empty:
            return holding(holder, self.part, tuple(entry for entry in entries if entry != before))
        return holding(holder, self.part, put(entries, after, attrgetter("named")))


@value(slots=False)
class ChangeMotivation(_ChangeOf):
    act, part = "change_motivation", "motivations"
    actor: AnyText
    changes: AnyChanges


@value(slots=False)
class ChangeNeeds(_ChangeOf):
    act, part = "change_needs", "needs"
    actor: AnyText
    changes: AnyChanges


@value(slots=False)
class ChangeEngagement(_ChangeOf):
    act, part = "change_engagement", "engagement"
    actor: AnyText
    partner: AnyText
    changes: AnyChanges


@value(slots=False)
class ChangeWorkplace(_ChangeOf):
    act, part = "change_workplace", "workplaces"
    actor: AnyText
    changes: AnyChanges


@value(slots=False)
class ChangeAbsence(_ChangeOf):
    act, part = "change_absence", "absences"
    actor: AnyText
    changes: AnyChanges


@value(slots=False)
class ChangeBlock(_ChangeOf):
    """`subject`: one of `Subject`."""

    act, part = "change_block", "blocks"
    subject: AnyText
    changes: AnyChanges


@value(slots=False)
class ChangeRuleRoom(_ChangeOf):
    act, part = "change_rule_room", "rule_rooms"
    rule: AnyText
    changes: AnyChanges
