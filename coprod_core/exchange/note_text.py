"""Notes about files as English lines, for the command line. The screens have words of their own, in two languages."""

from collections.abc import Mapping
from typing import Any

from coprod_core.exchange.brought import Note, NoteCode
from coprod_core.files.fault_text import shown

LINES: Mapping[NoteCode, str] = {
    "answers_not_known": "not one of the answers, so not asked, and kept in the notes of the party: {names}",
    "assumed_for": "{count} stakes or links do not say for or against: taken as for",
    "assumed_levels": "{count} weights in words: low as noticed, medium as affecting plans, high as home or health",
    "assumed_parties": "{count} elements were taken for parties, the others for interests",
    "assumed_sphere": "{count} parties do not say what they are: taken for residents",
    "assumed_weight": "{count} stakes or links do not say how important they are: taken as affecting plans",
    "columns_kept_in_notes": "kept in the notes of each party, and not counted: the columns {names}",
    "columns_not_used": "not used: the columns {names}",
    "doubled_names": "{count} names stand there twice: in this file they get a number",
    "filled_from_merged": "{count} cells were merged with the one above them: what stands there counts for each",
    "foreign_elements": "added in another program, and left out: {names}",
    "foreign_links": "{count} links do not say what they are, or lead to what was left out: left out",
    "groups_left_out": "groups of which only the name is used, as a kind of what stands in them: {names}",
    "heading_in_row": "the names of the columns were found in row {row}; what stands above it is not used",
    "left_out_between_parties": "{count} links between two parties were left out",
    "left_out_doubles": "{count} links stood there twice and were left out",
    "left_out_history": "{count} steps of the history were left behind; this is where they led",
    "left_out_loops": "{count} links from something to itself were left out",
    "lists_parted": "{count} cells name several interests with ; or | or a new line between them: each is one",
    "no_direction": "{count} links have no direction, so nobody can be told to be a party: all are interests; "
    "say who is with parties in --map",
    "no_parties": "nothing says who is a party: all {count} elements are interests; say who is with parties in --map",
    "noted_of_few": "trust and attitude are not noted of a group of fewer than {few} people, and left out: {names}",
    "numbers_with_thousands": "{count} numbers were read with a mark between thousands, as the decimals of others show",
    "polis_by_group": "only counts of whole groups are here: a group has as many people as answered its most answered "
    "statement",
    "polis_importance": "{count} votes were marked as important; that is not counted as weight",
    "polis_left_out_people": "fewer than {least} people are in no group that is shown: left out",
    "polis_left_out_statements": "{count} statements were not taken along",
    "polis_no_groups": "the files know no groups, so everybody is one party",
    "polis_others": "those in no group that is shown are one party: {count} people",
    "polis_personal": "{count} statements seem to point at one person: read them and change them",
    "polis_rejected": "{count} statements that a moderator rejected were left out",
    "polis_small_groups": "groups of fewer than five people are not shown by themselves",
    "polis_unknown": "{count} times fewer than five of a group were asked about a statement: that is unknown",
    "power_in_thirds": "power in numbers: the scale from {low} to {high} in three equal parts, little, some and much",
    "scaled_weights": "{count} weights were divided by the highest on their scale",
    "sheets_hidden": "hidden sheets are not read: {names}",
    "sheets_not_read": "other sheets are not read: {names}",
    "tables_go_first": "the tables of the whole web are read; what was changed in these sheets is not: {names}",
    "unknown_relation": "{count} links between interests do not say whether they help or hinder: taken as neither",
    "weights_all_one": "all {count} links have a weight of 1, which programs write where nobody said anything: "
    "not used",
    "weights_from_0_to_1": "{count} links have a weight from 0 to 1: taken as how important it is",
    "weights_on_own_scale": "{count} links have a weight on a scale of their own ({least} to {most}): not used; "
    "say what the highest is with largest_weight in --map",
}
"""A line for every note an import can make, by its code."""

CANNOT_HOLD: Mapping[str, str] = {
    "approach_and_conventions": "the approach and the conventions",
    "conditions": "the conditions for working together",
    "accounting": "what accounts for a choice",
    "own_dilemmas": "dilemmas of one's own",
    "population": "who lives in the neighbourhood",
    "at_the_table": "what those at the table say now",
    "details_of_parties": "the details of parties and interests",
    "power_map": "what is asked for the power map",
    "places_on_canvas": "the places on the canvas",
    "plans_and_rules": "plans and rules",
    "relations": "how interests get along",
    "story": "the title, the story and the notes",
}
"""What a format may not hold, by its code."""


def line(note: Note) -> str:
    """One line, safe to print whatever the file holds."""
    return LINES[note.code].format_map({name: _said(value) for name, value in note.params.items()})


def _said(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(shown, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
