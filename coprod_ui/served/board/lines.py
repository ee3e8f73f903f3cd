"""What a person types in the board's line, read: what it will do, and what of it is not understood."""

from typing import Any

from coprod_core.acts.ids import new_id
from coprod_core.checked.errors import CoprodError
from coprod_core.files.log_format import act_to_data
from coprod_ui.meeting import current
from coprod_ui.sentences.errors import error as sentence
from coprod_ui.sentences.typed import will_do
from coprod_ui.served.board.pictures import Seen
from coprod_ui.typed_line.doing import Preview, PreviewedRelation
from coprod_ui.typed_line.several import Misread, typed
from coprod_ui.words import Words


def read(text: str, seen: Seen) -> dict[str, Any]:
    """The parties and relations the lines will make or change, in words too, and the act to ask for: None where
    something is not understood, or nothing would change. Places in a line count as JavaScript counts them.
    """
    web = current.store().load(seen.meeting, up_to_damage=True).history.web
    found = typed(text, web, new_id)
    lines = text.splitlines()
    return {
        "parties": [_party(shown) for shown in found.previews if isinstance(shown, Preview)],
        "relations": [_relation(shown) for shown in found.previews if isinstance(shown, PreviewedRelation)],
        "not_understood": [_misread(one, lines[one.line], seen.words) for one in found.misread],
        "sentence": will_do(found, web, seen.words),
        "act": None if found.act is None else act_to_data(found.act),
    }


def _party(shown: Preview) -> dict[str, Any]:
    return {
        "name": shown.party,
        "known": not shown.new_party,
        "sphere": None if shown.sphere is None else str(shown.sphere),
        "people": shown.people,
        "seats": shown.seats,
        "stakes": [
            {
                "interest": stake.interest,
                "known": not stake.new_interest,
                "weight": stake.weight,
                "position": stake.position,
                "unknown": stake.weight is None,
            }
            for stake in shown.stakes
        ],
    }


def _relation(shown: PreviewedRelation) -> dict[str, Any]:
    return {"a": shown.a, "b": shown.b, "compatibility": shown.compatibility}


def _misread(one: Misread, line: str, words: Words) -> dict[str, Any]:
    start, end = (_units(line[:place]) for place in (one.start, one.end))
    return {"line": one.line, "from": start, "to": end, "code": one.error.code, "why": _why(one.error, words)}


def _why(error: CoprodError, words: Words) -> str:
    return sentence(error.code, error.params, words)


def _units(text: str) -> int:
    """How long a text is to JavaScript, which counts what lies outside the basic plane double."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
