"""What turned out, beside what people expected."""

from coprod_core.comparing.conclusions import conclusions
from coprod_core.indicators import marks
from coprod_core.indicators.overview import Readings
from coprod_core.workshop.values import Asked, Predict


def answer_to(step: Predict, readings: Readings) -> frozenset[str] | None:
    """The ids that turned out; several when they are equal in the numbers shown, empty when none stands out.

    None where there is no answer: nobody named one, or it cannot be computed. Who loses are the citizen parties on whom
    most downsides of the plan fall.
    """
    if step.asks == Asked.NAMED:
        return frozenset({step.answer}) if step.answer else None
    if step.asks == Asked.WHO_LOSES:
        found = marks.of(readings).get(step.plan)
        return None if found is None else frozenset(found.carry_most)
    answers = {each.question: each.answers[0] for each in conclusions([readings]) if not each.about}
    return answers[step.asks]
