"""How government and residents meet here."""

from coprod_core.commands import ChangeProcess
from coprod_core.model import Web
from coprod_ui import controls
from coprod_ui.words import t


def process_panel(web: Web) -> None:
    """Draws every choice about the process."""
    process = web.process

    def change(field: str) -> controls.ActOf:
        return lambda value: ChangeProcess({field: value})

    controls.levels(
        t("process.initiative"),
        process.initiative,
        initiative_steps(),
        change("initiative"),
        key="initiative",
        help=t("process.initiative_help"),
    )
    controls.levels(t("process.delegated"), process.delegated, delegated_steps(), change("delegated"), key="delegated")
    for field in ("steering", "meddling", "emphasis"):
        controls.slider(t(f"process.{field}"), getattr(process, field), change(field), key=field)
    controls.number(
        t("process.agenda_capacity"),
        process.agenda_capacity,
        change("agenda_capacity"),
        key="agenda_capacity",
        help=t("process.agenda_capacity_help"),
    )
    controls.slider(
        t("process.worst_off_weight"),
        process.worst_off_weight,
        change("worst_off_weight"),
        key="worst_off_weight",
        help=t("process.worst_off_weight_help"),
    )


def initiative_steps() -> list[tuple[float, str]]:
    """Whose table it is, in words."""
    return [
        (level, t(f"initiative.{name}")) for level, name in ((0.0, "government"), (0.5, "shared"), (1.0, "citizens"))
    ]


def delegated_steps() -> list[tuple[float, str]]:
    """How much citizens decide, in words."""
    named = ((0.0, "informed"), (0.25, "heard"), (0.5, "advise"), (0.75, "decide_together"), (1.0, "decide"))
    return [(level, t(f"delegated.{name}")) for level, name in named]
