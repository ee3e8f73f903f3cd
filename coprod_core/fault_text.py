"""Faults as English lines, for the command line. The screens have words of their own, in two languages."""

import json
from collections.abc import Mapping
from typing import Any

from coprod_core.errors import Fault

LONGEST_VALUE = 60
LONGEST_PLACE = 200

LINES: Mapping[str, str] = {
    "act_not_in_a_step": "{act} is no act for a step of a workshop",
    "act_with_other_fields": "the act {act} has other fields than it should",
    "act_with_unfit_values": "the act {act} has values of the wrong kind",
    "blank": "must be filled in",
    "cannot_read_file": "cannot be read: {reason}",
    "cannot_write_file": "cannot be written: {reason}",
    "column_missing": "the column {column} is not there",
    "damaged_archive": "this zip file cannot be unpacked ({reason})",
    "damaged_packing": "this packed text cannot be unpacked",
    "damaged_table": "this table cannot be read: {reason}",
    "damaged_workbook": "this workbook cannot be opened ({reason})",
    "duplicate_entry": "{id} stands before, at {first}",
    "duplicate_headcount": "{id}: this value stands before, at {first}",
    "duplicate_id": "{id} is used before, at {first}",
    "duplicate_key": "{key} stands here more than once",
    "duplicate_relation": "{id}: this pair stands before, at {first}",
    "duplicate_stake": "{id}: this pair stands before, at {first}",
    "duplicate_unknown": "{id}: this pair stands before, at {first}",
    "empty_table": "there is nothing in this table",
    "engaged_with_itself": "{id} cannot be its own partner",
    "exists_already": "{id} exists already",
    "file_too_large": "this file is too large, more than {most} bytes",
    "formula": "holds a formula; put its value there instead",
    "gone": "{id} is not there (any more)",
    "hidden_character": "holds a character that cannot be shown: {character}",
    "id_with_bar": "{id} may not contain |",
    "locked": "this file is locked with a password",
    "log_without_opening": "the first entry does not open a web",
    "missing": "{key} is required",
    "more_faults": "and at least {count} more",
    "must_be_above": "{value} is not above {low}",
    "nested_too_deep": "lists and objects are nested too deep to be a web",
    "newer_version": "made by a newer version of Belangenweb: {value}, this one reads up to {version}",
    "no_party_or_interest": "the first row names no column party or interest",
    "no_such_bookmark": "entry {seq} has no bookmark",
    "no_such_element": "{id} is not in this file",
    "no_such_moment": "there is no entry {seq}",
    "no_such_relation": "{a} and {b} are not related",
    "no_such_stake": "{interest} is not at stake for {actor}",
    "no_such_statement": "there is no statement {id}",
    "no_such_weighing": "entry {seq} holds no weighing",
    "not_a_day": "{value} is not a day such as 2026-03-04",
    "not_a_flag": "{value} is not true or false",
    "not_a_list": "{value} is not a list",
    "not_a_number": "{value} is not a number",
    "not_a_place": "{value} does not say where a value stands",
    "not_a_rule": "{id} is not a rule",
    "not_a_time": "{value} is not a time with its distance from UTC",
    "not_a_version": "{value} is not a version",
    "not_a_vote": "{value} is not a vote: 1, -1, 0 or nothing",
    "not_an_actor": "{id} is not an actor",
    "not_an_answer": "{id} is none of the answers",
    "not_an_interest": "{id} is not an interest",
    "not_an_object": "{value} is not an object",
    "not_finite": "must be an ordinary number, not NaN, infinite or this large",
    "not_in_the_web": "{id} is not in the web",
    "not_json": "this is not JSON, at line {line}, column {column}: {reason}",
    "not_one_graph": "holds {count} graphs instead of one",
    "not_rising": "{value} is not above {low}, the level of the word before it",
    "not_text": "{value} is not text",
    "not_text_file": "this is not a text file",
    "not_utf8": "this is not UTF-8 text, at byte {byte}",
    "not_whole": "{value} is not a whole number",
    "not_xml": "this is not XML, at line {line}, column {column}",
    "nothing_in_it": "there is nothing in this file",
    "nothing_to_redo": "there is nothing to redo",
    "nothing_to_undo": "there is nothing to undo",
    "out_of_range": "{value} is not from {low} to {high}",
    "polis_sign_unclear": "the totals of the statements do not tell which vote means that somebody agrees",
    "polis_without_statements": "there is no table of statements with votes (comments.csv)",
    "polis_without_votes": "there are no votes (votes.csv or participants-votes.csv)",
    "relation_to_itself": "{id} cannot be related to itself",
    "row_too_long": "this row has {count} cells, the first one {most}",
    "same_table_twice": "this is the same table as {name}",
    "too_few": "holds {count}, at least {least}",
    "too_few_people": "fewer than {least} people took part, so nobody can be shown",
    "too_long": "is {length} characters long, at most {longest}",
    "too_low": "{value} is below {low}",
    "too_many": "holds {count}, at most {most}",
    "too_many_columns": "{count} columns, at most {most}",
    "too_many_rows": "more than {most} rows",
    "too_many_votes": "{count} places for votes, at most {most}",
    "unknown_act": "{act} is not a known act",
    "unknown_choice": "{value} is not one of {choices}",
    "unknown_format": "this is none of the kinds of file Belangenweb reads",
    "unknown_key": "{key} is not a known key",
    "unpacks_too_large": "this file unpacks to {size} bytes, more than {most}",
    "wrong_ends": "a link of the kind {kind} does not go between these two",
    "wrong_format": "{value} is not {format}",
    "wrong_place_in_log": "{value} stands where entry {seq} should be",
    "xml_with_declarations": "this XML declares things of its own, which a web never does",
}
"""A line for every fault the core finds, by its code."""

_BARE = frozenset({"character", "choices", "first", "reason"})  # our own words, not a person's: without quotes


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
