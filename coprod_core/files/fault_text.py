"""Faults as English lines, for the command line. The screens have words of their own, in two languages."""

import json
from collections.abc import Mapping
from typing import Any

from coprod_core.checked.errors import Fault

LONGEST_VALUE = 60
LONGEST_PLACE = 200

LINES: Mapping[str, str] = {
    "act_not_in_a_step": "{act} is no act for a step of a workshop",
    "act_with_other_fields": "the act {act} has other fields than it should",
    "act_with_unfit_values": "the act {act} has values of the wrong kind",
    "ambiguous_number": "{value} can be {one} or {other}: write it without a mark between thousands, or say which sign "
    "stands before decimals",
    "blank": "must be filled in",
    "cannot_read_file": "cannot be read: {reason}; see whether the path is right and whether you may read it",
    "cannot_write_file": "cannot be written: {reason}; choose another folder with --out",
    "column_missing": "the column {column} is not there: put this name above a column",
    "damaged_archive": "this zip file cannot be unpacked ({reason}): fetch it or make it again",
    "damaged_packing": "this packed text cannot be unpacked: save the map again in PRSM",
    "damaged_table": "this table cannot be read: {reason}; save it again as CSV UTF-8",
    "damaged_workbook": "this workbook cannot be opened ({reason}): save it again as .xlsx",
    "duplicate_entry": "{id} stands before, at {first}",
    "duplicate_headcount": "{id}: this value stands before, at {first}",
    "duplicate_id": "{id} is used before, at {first}",
    "duplicate_key": "{key} stands here more than once",
    "duplicate_relation": "{id}: this pair stands before, at {first}",
    "duplicate_stake": "{id}: this pair stands before, at {first}",
    "duplicate_unknown": "{id}: this pair stands before, at {first}",
    "empty_table": "there is nothing in this table: choose another file",
    "engaged_with_itself": "{id} cannot be its own partner",
    "exists_already": "{id} exists already: give another name or folder, or --replace",
    "file_too_large": "this file is too large, more than {most} bytes: keep less in it, or divide it over more files",
    "formula": "holds a formula; put its value there instead",
    "gone": "{id} is not there (any more)",
    "hidden_character": "holds a character that cannot be shown: {character}",
    "id_with_bar": "{id} may not contain |",
    "locked": "this file is locked with a password: take it off",
    "log_without_opening": "the first entry does not open a web: take the file as it was saved",
    "missing": "{key} is required",
    "more_faults": "and at least {count} more",
    "must_be_above": "{value} is not above {low}",
    "nested_too_deep": "lists and objects are nested too deep to be a web: choose another file",
    "newer_version": "made by a newer version of Belangenweb: {value}, this one reads up to {version}; "
    "update the program",
    "no_party_or_interest": "no column is called party or interest, but {titles}: say which is with --map",
    "no_regions": "no sheet of this workbook names regions in a column regio or gwb_code: take "
    "kwb-20xx.xlsx of CBS as it is",
    "no_such_bookmark": "entry {seq} has no bookmark",
    "no_such_element": "{id} is not in this file: correct the name or add it",
    "no_such_moment": "there is no entry {seq}",
    "no_such_relation": "{a} and {b} are not related",
    "no_such_stake": "{interest} is not at stake for {actor}",
    "no_such_statement": "there is no statement {id}: take all files of the same export",
    "no_such_weighing": "entry {seq} holds no weighing",
    "not_a_card": "{id} is none of the role cards",
    "not_a_day": "{value} is not a day such as 2026-03-04",
    "not_a_flag": "{value} is not true or false",
    "not_a_language": "{value} is not a language: two or three small letters, such as nl",
    "not_a_list": "{value} is not a list",
    "noted_of_few": "trust and attitude are not noted of residents with fewer than {few} people: leave them out",
    "not_a_number": "{value} is not a number",
    "not_a_place": "{value} does not say where a value stands",
    "not_a_rule": "{id} is not a rule",
    "not_a_time": "{value} is not a time with its distance from UTC",
    "not_a_version": "{value} is not a version",
    "not_a_vote": "{value} is not a vote: 1, -1, 0 or nothing",
    "not_above_hard": "{value} is not above {low}, below which a plan is hard to live with",
    "loss_without_words": "names no party, and says nothing of what is lost",
    "not_a_dilemma": "{id} is not a dilemma of people's own",
    "not_a_way_out": "{id} is not a way out of that dilemma",
    "not_a_way": "{id} is no way out of that choice",
    "not_an_actor": "{id} is not an actor",
    "not_an_occasion": "{id} is not an occasion",
    "not_taken_in": "{id} is not one of the scenarios taken in",
    "not_a_plan": "{id} is not a plan",
    "not_an_answer": "{id} is none of the answers",
    "not_an_interest": "{id} is not an interest",
    "not_an_object": "{value} is not an object",
    "not_chosen_before": "{id} is no choice that is made before",
    "not_finite": "must be an ordinary number, not NaN, infinite or this large",
    "not_in_the_web": "{id} is not in the web",
    "not_json": "this is not JSON, at line {line}, column {column}: {reason}; correct it or save it again",
    "not_one_graph": "holds {count} graphs instead of one: save each by itself",
    "falling": "{value} is below {low}, the level of the ring before it",
    "not_rising": "{value} is not above {low}, the level of the word before it",
    "not_text": "{value} is not text",
    "not_text_file": "this is not a text file: save it as CSV UTF-8 (File, Save as)",
    "not_utf8": "this is not UTF-8 text, at byte {byte}: save it as CSV UTF-8 (File, Save as)",
    "not_the_sum": "{value} is not what the parts take together, {sum}",
    "not_whole": "{value} is not a whole number",
    "not_xml": "this is not XML, at line {line}, column {column}: save it again in the program it comes from",
    "nothing_in_it": "there is nothing in this file that can be read: choose another",
    "nothing_to_redo": "there is nothing to redo",
    "nothing_to_undo": "there is nothing to undo",
    "out_of_range": "{value} is not from {low} to {high}",
    "polis_sign_unclear": "the totals of the statements do not tell which vote means that somebody "
    "agrees: open this on screen, and choose there",
    "polis_without_statements": "there is no table of statements with votes: add comments.csv",
    "polis_without_votes": "there are no votes: add votes.csv or participants-votes.csv",
    "relation_to_itself": "{id} cannot be related to itself",
    "row_too_long": "this row has {count} cells, the first one {most}: see whether a mark between cells is too many",
    "same_table_twice": "this is the same table as {name}: keep one of them",
    "scale_unknown": "{value} is above 1: say with --map what the highest weight is (largest_weight)",
    "too_few": "holds {count}, at least {least}: add some",
    "too_few_people": "fewer than {least} people took part, so nobody can be shown: choose a "
    "conversation with more people",
    "too_long": "is {length} characters long, at most {longest}: make it shorter",
    "too_low": "{value} is below {low}",
    "too_many": "holds {count}, at most {most}: remove some",
    "too_many_columns": "{count} columns, at most {most}: remove those you do not need",
    "too_many_rows": "more than {most} rows: divide them over more files",
    "too_many_votes": "{count} places for votes, at most {most}: remove statements with few votes",
    "unknown_act": "{act} is not a known act",
    "unknown_choice": "{value} is not one of {choices}",
    "unknown_format": "this is none of the kinds of file Belangenweb reads: save a table as .xlsx or CSV "
    "UTF-8, a network as GraphML or JSON",
    "unknown_key": "{key} is not a known key",
    "unpacks_too_large": "this file unpacks to {size} bytes, more than {most}: keep less in it, or "
    "divide it over more files",
    "way_as_answer": "{id} is a way out, and none is the answer: ask about people or the story",
    "wrong_ends": "a link of the kind {kind} does not go between these two: correct its kind or its ends",
    "wrong_format": "{value} is not {format}",
    "wrong_place_in_log": "{value} stands where entry {seq} should be",
    "xml_with_declarations": "this XML declares things of its own, which a web never does: save it again "
    "as GraphML or GEXF",
}
"""A line for every fault the core finds, by its code."""

_BARE = frozenset(
    {"character", "choices", "first", "reason", "one", "other"}
)  # our own words, not a person's: without quotes


def line(fault: Fault) -> str:
    """One line, starting with the place when there is one; safe to print, however odd the file was."""
    params = {name: _said(value) if name in _BARE else shown(value) for name, value in fault.params.items()}
    text = LINES[fault.code].format_map(params)
    return f"{printable(fault.place, LONGEST_PLACE)}: {text}" if fault.place else text


def shown(value: Any) -> str:
    """A value as it stands in the file, cut off where it is long, with nothing in it that could upset a screen."""
    if isinstance(value, str):
        return f'"{printable(value)}"'
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list"
    return printable(json.dumps(value))


def printable(text: str, longest: int = LONGEST_VALUE) -> str:
    """Printable characters as they are, all others as escapes, cut off after the longest a line can bear."""
    safe = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text[: longest + 1])
    return safe if len(safe) <= longest else f"{safe[: longest - 1]}…"


def _said(value: Any) -> str:
    return ", ".join(value) if isinstance(value, (list, tuple)) else printable(str(value))
