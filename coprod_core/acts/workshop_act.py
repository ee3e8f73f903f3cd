"""The act that does what a step of a workshop asks for."""

from coprod_core.acts.commands import Together
from coprod_core.acts.plain import AnyText
from coprod_core.checked.values import value


@value(slots=False)
class TakeStep(Together):
    """Several commands that belong to step `step` of a workshop, as one act.

    `way`: the way out that was chosen there, empty for a step without a choice; `named`: that way, or the step, in
    words, so that the log tells.
    """

    act = "take_step"
    step: AnyText
    way: AnyText
    named: AnyText
