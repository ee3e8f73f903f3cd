"""The act that does what a step of a workshop asks for."""

from dataclasses import dataclass

from coprod_core.commands import Together


@dataclass(frozen=True)
class TakeStep(Together):
    """Several commands that belong to step `step` of a workshop, as one act.

    `way`: the way out that was chosen there, empty for a step without a choice; `named`: that way, or the step, in
    words, so that the log tells.
    """

    act = "take_step"
    step: str
    way: str
    named: str
