"""Rules and room: walking along the rules of the web, one after another."""

from functools import partial

from coprod_core.acts.command import Command
from coprod_core.acts.commands import ChangeRule, Together
from coprod_core.acts.conditions import ChangeRuleRoom
from coprod_core.checked.errors import CoprodError
from coprod_core.web.model import Rule
from coprod_ui.forms.steps import ROOM
from coprod_ui.screens.conditions.exercises.exercise import Exercise, Step, one_of, said, text
from coprod_ui.screens.conditions.scene import Scene
from coprod_ui.sentences import conditions as say_conditions
from coprod_ui.widgets.form import said as said_steps
from coprod_ui.words import literal, t

FIELDS = ("protects", "hinders", "room", "try_out")


def _steps(scene: Scene) -> tuple[Step, ...]:
    return (
        Step("rules_begin", 1),
        Step("rules_which", 1, _which),
        Step("rules_protects", 3, partial(_words, "protects"), _name),
        Step("rules_hinders", 3, partial(_words, "hinders"), _name),
        Step("rules_how_much", 2, _how_much, _name),
        Step("rules_room", 3, partial(_words, "room"), _name),
        Step("rules_try_out", 4, partial(_words, "try_out"), _name),
    )


def _which(scene: Scene) -> None:
    """The rules nobody talked about yet come first."""
    rules = sorted(scene.web.rules, key=lambda rule: scene.conditions.rule_room(rule.id) in scene.conditions.rule_rooms)
    one_of(t("rule_room.rule"), {rule.id: literal(rule.name) for rule in rules}, "rule")


def _rule(scene: Scene) -> Rule:
    """The rule it is about; the first when another window took that one away."""
    return scene.web.rule_by_id.get(said("rule"), scene.web.rules[0])


def _name(scene: Scene) -> dict[str, str]:
    return {"name": literal(_rule(scene).name)}


def _words(field: str, scene: Scene) -> None:
    rule = _rule(scene).id
    text(t(f"rule_room.{field}"), f"{field}_{rule}", getattr(scene.conditions.rule_room(rule), field))


def _how_much(scene: Scene) -> None:
    rule = _rule(scene)
    steps = dict(said_steps(ROOM))
    one_of(t("rule_room.how_much"), steps, f"how_much_{rule.id}", _nearest(rule, scene))


def _nearest(rule: Rule, scene: Scene) -> float:
    """The step nearest to the room the web gives the rule now."""
    levels = [level for level, _ in ROOM]
    return min(levels, key=lambda level: abs(level - rule.discretion))


def _changes(scene: Scene) -> tuple[Command, ...]:
    """What is different from what the web held: in words, and how much room there is."""
    rule = _rule(scene)
    held = scene.conditions.rule_room(rule.id)
    words = {field: said(f"{field}_{rule.id}", getattr(held, field)) for field in FIELDS}
    changed = {field: text for field, text in words.items() if text != getattr(held, field)}
    level = said(f"how_much_{rule.id}", None)
    moved = level is not None and level != _nearest(rule, scene)
    return (
        *((ChangeRuleRoom(rule.id, changed),) if changed else ()),
        *((ChangeRule(rule.id, {"discretion": level}),) if moved else ()),
    )


def _act(scene: Scene) -> Command:
    changes = _changes(scene)
    if not changes:
        raise CoprodError("nothing_said")
    return Together(changes)


def _told(scene: Scene) -> list[str]:
    changes = _changes(scene)
    after = Together(changes).applied_to(scene.web)
    return say_conditions.rule_room(_rule(scene).id, after, scene.words) if changes else []


def _lacks(scene: Scene) -> str | None:
    return None if scene.web.rules else "rule_room.none"


EXERCISE = Exercise("rules", _steps, "rules_which", _told, _act, "rules", _lacks)
