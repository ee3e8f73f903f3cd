"""One frozen value per act on a dilemma of people's own; see `coprod_core.acts.command`. None changes a reading."""

from coprod_core.acts.command import Add, Change, PartAct, Remove
from coprod_core.checked.values import value
from coprod_core.web.own_dilemmas import OwnDilemma


@value(slots=False)
class DilemmaAct(PartAct):
    """Base of every act on a dilemma of people's own."""


@value(slots=False)
class AddDilemma(DilemmaAct, Add):
    act, part = "add_dilemma", "dilemmas"
    dilemma: OwnDilemma


@value(slots=False)
class ChangeDilemma(DilemmaAct, Change):
    act, part = "change_dilemma", "dilemmas"


@value(slots=False)
class RemoveDilemma(DilemmaAct, Remove):
    act, part = "remove_dilemma", "dilemmas"
