"""The levels a person chooses among, each with the key of its word."""

from coprod_core.web.conventions import WEIGHT_NAMES, Conventions
from coprod_ui.forms.fields import Steps

COMPATIBILITY: Steps = (
    (-1.0, "compatibility.clash_much"),
    (-0.5, "compatibility.clash"),
    (0.0, "compatibility.apart"),
    (0.5, "compatibility.help"),
    (1.0, "compatibility.help_much"),
)
EFFECTS: Steps = (
    (-1.0, "effects.harms_much"),
    (-0.5, "effects.harms"),
    (0.0, "effects.none"),
    (0.5, "effects.serves"),
    (1.0, "effects.serves_much"),
)
SHARES: Steps = ((0.0, "levels.none"), (0.3, "levels.little"), (0.6, "levels.much"), (1.0, "levels.most"))
INITIATIVE: Steps = ((0.0, "initiative.government"), (0.5, "initiative.shared"), (1.0, "initiative.citizens"))
DELEGATED: Steps = (
    (0.0, "delegated.informed"),
    (0.25, "delegated.heard"),
    (0.5, "delegated.advise"),
    (0.75, "delegated.decide_together"),
    (1.0, "delegated.decide"),
)
ENGAGED: Steps = (
    (0.0, "engaged.none"),
    (0.25, "engaged.little"),
    (0.5, "engaged.half"),
    (0.75, "engaged.much"),
    (1.0, "engaged.whole"),
)
BURDENS: Steps = (
    (0.0, "burdens.none"),
    (0.2, "burdens.few"),
    (0.4, "burdens.some"),
    (0.6, "burdens.many"),
    (0.8, "burdens.very_many"),
    (1.0, "burdens.only"),
)
LIKELY: Steps = (
    (0.0, "likely.no"),
    (0.2, "likely.little"),
    (0.5, "likely.half"),
    (0.8, "likely.likely"),
    (1.0, "likely.now"),
)
ROOM: Steps = ((0.0, "rule_rooms.none"), (0.2, "rule_rooms.little"), (0.5, "rule_rooms.some"), (0.8, "rule_rooms.much"))


def weights(conventions: Conventions) -> Steps:
    """The four weight words, at the levels of the meeting."""
    return tuple((level, f"weights.{name}") for level, name in zip(conventions.weights, WEIGHT_NAMES, strict=True))


def forces(conventions: Conventions) -> Steps:
    """How strong a rule is, at the levels of the meeting."""
    named = zip(conventions.forces, ("habit", "council_rule", "law"), strict=True)
    return tuple((level, f"force.{name}") for level, name in named)
