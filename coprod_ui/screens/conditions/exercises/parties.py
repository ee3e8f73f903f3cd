"""Choosing who speaks, and about whom: the steps that more than one exercise has."""

from coprod_ui.screens.conditions.exercises.exercise import one_of, said
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.words import literal, t


def needs_two(scene: Scene) -> str | None:
    """What is lacking for an exercise between parties."""
    return None if len(scene.parties) > 1 else "conditions.needs_two_parties"


def who(scene: Scene) -> None:
    """The party that speaks."""
    one_of(t("exercises.who"), _plain(scene.parties), "who")


def of_whom(scene: Scene) -> None:
    """The party it speaks about."""
    others = {id_: name for id_, name in scene.parties.items() if id_ != said("who")}
    one_of(t("exercises.of_whom"), _plain(others), "of_whom")


def who_and_whom(scene: Scene) -> dict[str, str]:
    """Their names, to fill in in what is said to the group."""
    return {field: literal(scene.parties.get(said(field), "")) for field in ("who", "of_whom")}


def are_there(scene: Scene) -> bool:
    """Whether both are still on the web; another window may have taken one away."""
    return {said("who"), said("of_whom")} <= scene.parties.keys()


def _plain(names: dict[str, str]) -> dict[str, str]:
    return {id_: literal(name) for id_, name in names.items()}
