"""Readings to sentences: Markdown in which people's words stand as plain text.

Every function is pure. `digits`: whether numbers are shown; without them words say the same. Names are in *italics*,
what says most is in **bold**. Differences are those of the numbers shown. The patterns are of the project's glossary.
"""

from coprod_ui.sentences.acts import after_act, weight_word, what_changed, what_was_done
from coprod_ui.sentences.certainty import ask_first, certainty, main_causes, two_lenses
from coprod_ui.sentences.conditions import (
    against_stopping,
    appreciation,
    burden_steps,
    continuity,
    engagement_steps,
    expectation,
    frame_to_talk_about,
    likelihood_steps,
    motives,
    open_culture,
    perception,
    reflection,
    room_steps,
    rule_in_web,
    rule_room,
    shared_word,
    staying_away,
    still_needed,
    support,
    to_try,
)
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
    "against_stopping",
    "alarm",
    "apart",
    "appreciation",
    "ask_first",
    "beside_the_gap",
    "burden_steps",
    "certainty",
    "changed_since",
    "clashes_between_organisations",
    "continuity",
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
    "engagement_steps",
    "estimates",
    "expectation",
    "feasible_or_inclusive",
    "fixed_lines",
    "frame_to_talk_about",
    "gap_sentences",
    "holds",
    "invite",
    "is_silent",
    "least_happy",
    "likelihood_steps",
    "listed",
    "losses_then_and_now",
    "main_causes",
    "method_line",
    "motives",
    "open_culture",
    "orders",
    "perception",
    "plan_sentences",
    "provisional",
    "questions",
    "reflection",
    "representation_sentences",
    "role_sentences",
    "room_steps",
    "room_told",
    "room_word",
    "rule_balance",
    "rule_in_web",
    "rule_room",
    "rule_rows",
    "rules_sentences",
    "shared_word",
    "shifted",
    "solving",
    "stake_told",
    "standings",
    "staying_away",
    "step_told",
    "still_needed",
    "strip_dilemma",
    "strip_gap",
    "stronger",
    "support",
    "tipping_dials",
    "tipping_invitations",
    "tipping_rule",
    "to_try",
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
