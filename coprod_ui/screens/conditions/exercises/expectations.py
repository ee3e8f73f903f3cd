"""Naming expectations: one party says what it expects of another, which says at once whether it can be met."""

from coprod_core.acts.conditions import AddExpectation
from coprod_core.acts.ids import new_id
from coprod_core.checked.errors import CoprodError
from coprod_core.web.conditions import Answer, Expectation
from coprod_ui.screens.conditions.exercises.exercise import Exercise, Step, one_of, said, text
from coprod_ui.screens.conditions.exercises.parties import are_there, needs_two, of_whom, who, who_and_whom
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.words import t


def _steps(scene: Scene) -> tuple[Step, ...]:
    return (
        Step("expectations_begin", 1),
        Step("expectations_alone", 3),
        Step("expectations_who", 1, who),
        Step("expectations_of_whom", 1, of_whom),
        Step("expectations_what", 4, _what, who_and_whom),
        Step("expectations_met", 4, _met, who_and_whom),
    )


def _what(scene: Scene) -> None:
    text(t("expectations.what"), "what")


def _met(scene: Scene) -> None:
    one_of(t("expectations.met"), {answer: t(f"answers.{answer}") for answer in Answer}, "met")


def _expectation() -> Expectation:
    if not said("what"):
        raise CoprodError("nothing_said")
    return Expectation(new_id("e"), said("who"), said("of_whom"), said("what"), said=True, met=said("met", "unknown"))


def _told(scene: Scene) -> list[str]:
    if not said("what") or not are_there(scene):
        return []
    one = _expectation()
    return [
        say_conditions.expectation(one, scene.web, scene.words),
        f"{t('expectations.met')} {t(f'answers.{one.met}')}.",
    ]


EXERCISE = Exercise(
    "expectations",
    _steps,
    "expectations_who",
    _told,
    lambda scene: AddExpectation(_expectation()),
    "expectations",
    needs_two,
)
