"""Shared language: a word, what it means to each party, and what the group agrees it means from now on."""

from functools import partial

from coprod_core.acts.command import Command
from coprod_core.acts.commands import Together
from coprod_core.acts.conditions import AddSharedWord, ChangeSharedWord, SayMeaning
from coprod_core.acts.ids import new_id
from coprod_core.checked.errors import CoprodError
from coprod_core.web.conditions import SharedWord
from coprod_core.web.model import Actor
from coprod_ui.screens.conditions.exercises.exercise import Exercise, Step, line, said, text
from coprod_ui.screens.conditions.exercises.parties import needs_two
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.words import literal, t


def in_the_room(scene: Scene) -> tuple[Actor, ...]:
    """The parties that can say what a word means to them: those at the table, all when nobody is."""
    return tuple(actor for actor in scene.web.actors if actor.seated) or scene.web.actors


def _steps(scene: Scene) -> tuple[Step, ...]:
    meanings = (
        Step("language_means", 2, partial(_means, actor), partial(_word_and_name, actor))
        for actor in in_the_room(scene)
    )
    return (
        Step("language_begin", 1),
        Step("language_word", 2, _word),
        Step("language_alone", 2, None, _word_said),
        *meanings,
        Step("language_agreed", 4, _agreed, _word_said),
    )


def _word(scene: Scene) -> None:
    line(t("exercises.word"), "word")


def _means(actor: Actor, scene: Scene) -> None:
    text(t("exercises.means"), f"means_{actor.id}")


def _agreed(scene: Scene) -> None:
    text(t("shared_words.agreed"), "agreed")


def _word_said(scene: Scene) -> dict[str, str]:
    return {"word": literal(said("word")) or t("exercises.this_word")}


def _word_and_name(actor: Actor, scene: Scene) -> dict[str, str]:
    return {**_word_said(scene), "name": literal(actor.name)}


def _meanings(scene: Scene) -> dict[str, str]:
    found = {actor.id: said(f"means_{actor.id}") for actor in in_the_room(scene)}
    return {actor: meaning for actor, meaning in found.items() if meaning}


def _act(scene: Scene) -> Command:
    """The word with all that was said of it; a word the group had already gets what was said now."""
    if not said("word"):
        raise CoprodError("nothing_said")
    known = next((w for w in scene.conditions.shared_words if w.word.casefold() == said("word").casefold()), None)
    if known is None:
        return AddSharedWord(SharedWord(new_id("w"), said("word"), _meanings(scene), said("agreed")))
    again = [SayMeaning(known.id, actor, meaning) for actor, meaning in _meanings(scene).items()]
    agreed = [ChangeSharedWord(known.id, {"agreed": said("agreed")})] if said("agreed") else []
    return Together((*agreed, *again))


def _told(scene: Scene) -> list[str]:
    if not said("word"):
        return []
    word = SharedWord("w", said("word"), _meanings(scene), said("agreed"))
    return say_conditions.shared_word(word, scene.web, scene.words)


EXERCISE = Exercise("language", _steps, "language_word", _told, _act, "foundation", needs_two)
