"""Exercises a group does together, step by step; what comes of one lands in the conditions as one act."""

from collections.abc import Mapping

from coprod_ui.screens.conditions.exercises import appreciation, expectations, language, rules
from coprod_ui.screens.conditions.exercises.exercise import Exercise

EXERCISES: Mapping[str, Exercise] = {
    one.name: one for one in (expectations.EXERCISE, language.EXERCISE, rules.EXERCISE, appreciation.EXERCISE)
}
"""Every exercise, in the order a group could do them."""
