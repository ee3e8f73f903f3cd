"""What turned out, beside what people expected."""

from coprod_core.comparison import conclusions
from coprod_core.indicators import Readings
from coprod_core.workshop.values import Asked, Predict


def answer_to(step: Predict, readings: Readings) -> frozenset[str] | None:
    """The ids that turned out; several when they are equal in the numbers shown, empty when none stands out.

    None where there is no answer: nobody named one, or it cannot be computed.
    """
    if step.asks == Asked.NAMED:
        return frozenset({step.answer}) if step.answer else None
    answers = {each.question: each.answers[0] for each in conclusions([readings]) if each.plan is None}
    return answers[step.asks]
