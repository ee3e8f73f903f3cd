"""Readings to sentences: Markdown in which people's words stand as plain text.

Every function is pure. `digits`: whether numbers are shown; without them words say the same. Names are in *italics*,
what says most is in **bold**. Differences are those of the numbers shown. The patterns are of the project's glossary.
"""

from coprod_ui.sentences.acts import after_act, weight_word, what_changed, what_was_done
from coprod_ui.sentences.certainty import ask_first, certainty, main_causes, two_lenses
from coprod_ui.sentences.dilemma_certainty import dilemma_certainty, standings
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
from coprod_ui.sentences.drifting import drift_sentences
from coprod_ui.sentences.fixed import deviating, fixed_lines, method_line
from coprod_ui.sentences.gap import (
    alarm,
    estimates,
    gap_sentences,
    invite,
    is_silent,
    solving,
    strip_gap,
    together,
    unheard,
    without_them,
)
from coprod_ui.sentences.gap_questions import about_certainty, about_change, about_views, about_what, about_who
from coprod_ui.sentences.gap_tipping import what_tips
from coprod_ui.sentences.names import listed
from coprod_ui.sentences.orders import orders
from coprod_ui.sentences.plans import least_happy, plan_sentences, provisional, shifted
from coprod_ui.sentences.questions import questions
from coprod_ui.sentences.representation import about_people, beside_the_gap, representation_sentences
from coprod_ui.sentences.rounds import difference_told, room_told, stake_told
from coprod_ui.sentences.scenarios import depends, difference, holds
from coprod_ui.sentences.steps import step_told
from coprod_ui.sentences.tipping import dial_rows, rule_rows, tipping_dials, tipping_invitations, tipping_rule
from coprod_ui.sentences.undefined import undefined, undefined_short
from coprod_ui.sentences.views import apart, drift
from coprod_ui.sentences.weighings import (
    changed_since,
    date_said,
    day_said,
    losses_then_and_now,
    ways_considered,
    weighing_about,
)

__all__ = [
    "about_certainty",
    "about_change",
    "about_people",
    "about_views",
    "about_what",
    "about_who",
    "after_act",
    "alarm",
    "apart",
    "ask_first",
    "beside_the_gap",
    "certainty",
    "changed_since",
    "clashes_between_organisations",
    "date_said",
    "day_said",
    "depends",
    "deviating",
    "dial_rows",
    "difference",
    "difference_told",
    "dilemma_certainty",
    "drift",
    "drift_sentences",
    "estimates",
    "feasible_or_inclusive",
    "fixed_lines",
    "gap_sentences",
    "holds",
    "invite",
    "is_silent",
    "least_happy",
    "listed",
    "losses_then_and_now",
    "main_causes",
    "method_line",
    "orders",
    "plan_sentences",
    "provisional",
    "questions",
    "representation_sentences",
    "role_sentences",
    "room_told",
    "room_word",
    "rule_balance",
    "rule_rows",
    "rules_sentences",
    "shifted",
    "solving",
    "stake_told",
    "standings",
    "step_told",
    "strip_dilemma",
    "strip_gap",
    "stronger",
    "tipping_dials",
    "tipping_invitations",
    "tipping_rule",
    "together",
    "two_lenses",
    "undefined",
    "undefined_short",
    "unheard",
    "ways_considered",
    "ways_out",
    "weighing_about",
    "weight_word",
    "what_changed",
    "what_tips",
    "what_was_done",
    "without_them",
]
