"""Readings to sentences: Markdown in which people's words stand as plain text.

Every function is pure. `digits`: whether numbers are shown; without them words say the same. Names are in *italics*,
what says most is in **bold**. Differences are those of the numbers shown. The patterns are of the project's glossary.
"""

from coprod_ui.sentences.acts import after_act, weight_word, what_changed, what_was_done
from coprod_ui.sentences.certainty import certainty
from coprod_ui.sentences.dilemmas import (
    clashes_between_organisations,
    feasible_or_inclusive,
    role_sentences,
    room_word,
    rule_balance,
    rules_sentences,
    strip_dilemma,
    stronger,
    ways_out,
)
from coprod_ui.sentences.fixed import deviating, fixed_lines, method_line
from coprod_ui.sentences.gap import (
    alarm,
    causes,
    estimates,
    gap_sentences,
    invite,
    is_silent,
    strip_gap,
    unheard,
    without_them,
)
from coprod_ui.sentences.plans import least_happy, plan_sentences, provisional, shifted
from coprod_ui.sentences.scenarios import depends, difference, holds
from coprod_ui.sentences.steps import step_told
from coprod_ui.sentences.undefined import undefined, undefined_short

__all__ = [
    "after_act",
    "alarm",
    "causes",
    "certainty",
    "clashes_between_organisations",
    "depends",
    "deviating",
    "difference",
    "estimates",
    "feasible_or_inclusive",
    "fixed_lines",
    "gap_sentences",
    "holds",
    "invite",
    "is_silent",
    "least_happy",
    "method_line",
    "plan_sentences",
    "provisional",
    "role_sentences",
    "room_word",
    "rule_balance",
    "rules_sentences",
    "shifted",
    "step_told",
    "strip_dilemma",
    "strip_gap",
    "stronger",
    "undefined",
    "undefined_short",
    "unheard",
    "ways_out",
    "weight_word",
    "what_changed",
    "what_was_done",
    "without_them",
]
