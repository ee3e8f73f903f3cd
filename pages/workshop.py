"""Workshop: a case step by step with a group, and writing one's own."""

from coprod_ui.meeting import current
from coprod_ui.screens.workshop import view

view.draw(current.meeting(), current.root())
