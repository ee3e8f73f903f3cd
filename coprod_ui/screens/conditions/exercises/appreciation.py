"""A round of appreciation: every party says what it values in another. By party or role, never by name."""

from coprod_core.acts.conditions import AddAppreciation
from coprod_core.acts.ids import new_id
from coprod_core.checked.errors import CoprodError
from coprod_core.web.conditions import Appreciation
from coprod_ui.screens.conditions.exercises.exercise import Exercise, Step, said, text
from coprod_ui.screens.conditions.exercises.parties import are_there, needs_two, of_whom, who, who_and_whom
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.words import t


def _steps(scene: Scene) -> tuple[Step, ...]:
    return (
        Step("appreciation_begin", 1),
        Step("appreciation_alone", 2),
        Step("appreciation_who", 1, who),
        Step("appreciation_of_whom", 1, of_whom),
        Step("appreciation_what", 2, _what, who_and_whom),
    )


def _what(scene: Scene) -> None:
    text(t("appreciation.what"), "what")


def _appreciation() -> Appreciation:
    if not said("what"):
        raise CoprodError("nothing_said")
    return Appreciation(new_id("t"), said("who"), said("of_whom"), said("what"))


def _told(scene: Scene) -> list[str]:
    if not said("what") or not are_there(scene):
        return []
    return [say_conditions.appreciation(_appreciation(), scene.web, scene.words)]


EXERCISE = Exercise(
    "appreciation",
    _steps,
    "appreciation_who",
    _told,
    lambda scene: AddAppreciation(_appreciation()),
    "back",
    needs_two,
)
