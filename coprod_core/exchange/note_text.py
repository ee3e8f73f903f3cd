"""Notes about files as English lines, for the command line. The screens have words of their own, in two languages."""

from collections.abc import Mapping

from coprod_core.exchange.brought import Note

LINES: Mapping[str, str] = {
    "assumed_for": "{count} links do not say for or against: taken as for",
    "assumed_parties": "{count} elements were taken for parties, the others for interests",
    "assumed_sphere": "{count} parties do not say what they are: taken for residents",
    "assumed_weight": "{count} links do not say how important they are: taken as affecting plans",
    "left_out_between_parties": "{count} links between two parties were left out",
    "left_out_doubles": "{count} links stood there twice and were left out",
    "left_out_history": "{count} steps of the history were left behind; this is where they led",
    "left_out_loops": "{count} links from something to itself were left out",
    "unknown_relation": "{count} links between interests do not say whether they help or hinder: taken as neither",
}
"""A line for every note an import can make, by its code."""

CANNOT_HOLD: Mapping[str, str] = {
    "approach_and_conventions": "the approach and the conventions",
    "conditions": "the conditions for working together",
    "population": "who lives in the neighbourhood",
    "at_the_table": "what those at the table say now",
    "details_of_parties": "the details of parties and interests",
    "places_on_canvas": "the places on the canvas",
    "plans_and_rules": "plans and rules",
    "relations": "how interests get along",
    "story": "the title, the story and the notes",
}
"""What a format may not hold, by its code."""


def line(note: Note) -> str:
    """One line."""
    return LINES[note.code].format_map(note.params)
