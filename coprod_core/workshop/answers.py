"""What turned out, beside what people expected."""

from coprod_core.comparing.conclusions import conclusions
from coprod_core.indicators.overview import Readings
from coprod_core.workshop.values import Asked, Predict


def answer_to(step: Predict, readings: Readings) -> frozenset[str] | None:
    """The ids that turned out; several when they are equal in the numbers shown, empty when none stands out.

    None where there is no answer: nobody named one, or it cannot be computed. Roles are not ranked: a prediction of the
    least costly one, from before, has the answer that was named and no other.
    """
    if step.asks in (Asked.NAMED, Asked.LEAST_COSTLY_ROLE):
        return frozenset({step.answer}) if step.answer else None
    answers = {each.question: each.answers[0] for each in conclusions([readings]) if not each.about}
    return answers[step.asks]
