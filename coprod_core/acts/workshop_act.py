"""The act that does what a step of a workshop asks for."""

from coprod_core.acts.commands import Together
from coprod_core.acts.plain import AnyText
from coprod_core.checked.values import value


@value(slots=False)
class TakeStep(Together):
    """Several commands that belong to step `step` of a workshop, as one act.

    `way`: the way out that was chosen there, empty for a step without a choice; `named`: that way, or the step, in
    words, so that the log tells. `plan`: the plan that way leads to, if it names one; `no_to`: to whom a group that
    went a way of its own (`own`) says no.
    """

    act = "take_step"
    later = frozenset({"plan", "no_to"})
    step: AnyText
    way: AnyText
    named: AnyText
    plan: AnyText = ""
    no_to: AnyText = ""
