"""The words a board shows, and the quiet hints beside what people typed."""

from collections.abc import Iterator
from typing import Any

from coprod_core.web.model import Web
from coprod_ui.sentences.hints import looks_like_a_value, personal_data
from coprod_ui.served.board.facts import Facts, itself
from coprod_ui.words import Words, catalogue

TABLES = frozenset(
    {
        "asked", "attitudes", "board", "canvas", "compatibility", "delegated", "dilemma_poles", "dilemmas", "drawing",
        "effects", "force",
        "frame", "gap_parts", "initiative", "inspector", "invitation", "levels", "list", "lists",
        "network_roles", "numbers", "plans",
        "positions", "power_map", "powers", "process", "provenance", "quick", "rings", "roles_short", "rules",
        "say_act",
        "spheres", "strip", "terms", "trusts", "values", "weights", "zones",
    }
)  # fmt: skip
"""The tables of the catalogue of which a board shows words."""

ALSO = frozenset({"errors.changed_elsewhere_too"})
"""Words it shows of other tables."""


def words_of_board(words: Words) -> dict[str, str]:
    """Every text of those tables by its key; names in braces are filled in by the board."""
    return words_of(words, TABLES, ALSO)


def words_of(words: Words, tables: frozenset[str], also: frozenset[str] = frozenset()) -> dict[str, str]:
    """Every text of some tables by its key, and a few more, with the language they are in."""
    shown = {
        key: text for key, text in catalogue(words.language).items() if key in also or key.partition(".")[0] in tables
    }
    return {"language": words.language, **shown}


def hints_of(web: Web, words: Words) -> Facts:
    """Per party, interest, link, plan or rule the sentence for each of its fields that seems to need one."""
    return {f"hint:{key}": (itself, said) for key, texts in _typed(web) if (said := _hints(texts, words))}


def _hints(texts: dict[str, str], words: Words) -> dict[str, str]:
    said = {name: personal_data(text, words) for name, text in texts.items() if name != "value"}
    if looks_like_a_value(texts.get("value", "")):
        said["value"] = words("values.note")
    return {name: hint for name, hint in said.items() if hint}


def _typed(web: Web) -> Iterator[tuple[str, dict[str, str]]]:
    for actor in web.actors:
        yield f"actor:{actor.id}", _texts(actor, "name", "notes")
    for interest in web.interests:
        yield f"interest:{interest.id}", {**_texts(interest, "name", "spoken_by", "notes"), "value": interest.name}
    for stake in web.stakes:
        if stake.notes:
            yield f"stake:{stake.actor}|{stake.interest}", _texts(stake, "notes")
    for relation in web.relations:
        if relation.notes:
            yield f"relation:{relation.a}|{relation.b}", _texts(relation, "notes")
    for option in web.options:
        yield f"option:{option.id}", _texts(option, "name", "description", "costs", "notes")
    for rule in web.rules:
        yield f"rule:{rule.id}", _texts(rule, "name", "notes")


def _texts(item: Any, *fields: str) -> dict[str, str]:
    return {name: getattr(item, name) for name in fields}
