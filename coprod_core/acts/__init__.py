"""Everything a person can do. Importing this room makes every act known by its name in the log."""

from coprod_core.acts import (
    accounting,
    adoption,
    commands,
    conditions,
    headcounts,
    history,
    links,
    own_dilemmas,
    rings,
    weighing,
    workshop_act,
)

__all__ = [
    "accounting",
    "adoption",
    "commands",
    "conditions",
    "headcounts",
    "history",
    "links",
    "own_dilemmas",
    "rings",
    "weighing",
    "workshop_act",
]
