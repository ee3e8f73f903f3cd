"""From workshop files of version 1: no roles were played then, and a debrief was one list of questions."""

from collections.abc import Mapping
from typing import Any

from coprod_core.web.conventions import WAYS
from coprod_core.workshop.values import MOST_ASKED

BEATS: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "nl": (
        ("Wat voelde u?", ("Welk woord past bij u, vanuit uw rol?",)),
        ("Wat gebeurde er?", ("Wat zag u met iemand gebeuren?",)),
        ("Wat doet u morgen?", ("Wat doet u anders, en met wie?",)),
    ),
    "en": (
        ("What did you feel?", ("Which word fits you, from your role?",)),
        ("What happened?", ("What did you see happen to someone?",)),
        ("What will you do tomorrow?", ("What will you do differently, and with whom?",)),
    ),
}
"""The beats by language, each with its question where a file has none of its own."""

_OTHERWISE = "en"
_USUAL_MINUTES = 5.0


def from_1(body: dict[str, Any]) -> dict[str, Any]:
    """The data of version 2; what is not sound stays, to be told as a fault."""
    steps = body.get("steps")
    if not isinstance(steps, list):
        return body
    language = body.get("language", "nl")
    beats = BEATS.get(language if isinstance(language, str) else "", BEATS[_OTHERWISE])
    return {**body, "steps": [_step(step, beats) if isinstance(step, dict) else step for step in steps]}


def _step(step: dict[str, Any], beats: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Any]:
    match step.get("kind"):
        case "predict":
            return _without_ways_out(step)
        case "choose":
            return _with_roles(step)
        case "debrief":
            return _in_beats(step, beats)
    return step


def _without_ways_out(step: dict[str, Any]) -> dict[str, Any]:
    """No role is ranked any more: what asked which costs least has no answer; what guesses a role has other ids."""
    ranked = step.get("asks") == "least_costly_role"
    named: dict[str, Any] = {"asks": "named", "answer": ""} if ranked else {}
    guesses = step.get("guesses")
    if isinstance(guesses, list):
        named["guesses"] = [_renamed(guess, "id") for guess in guesses]
    return {**step, **named, **_renamed({**step, **named}, "answer")}


def _renamed(data: Any, key: str) -> Any:
    return {**data, key: f"guess_{data[key]}"} if isinstance(data, dict) and data.get(key) in WAYS else data


def _with_roles(step: dict[str, Any]) -> dict[str, Any]:
    """A way whose id is a role takes that role."""
    ways = step.get("ways")
    if not isinstance(ways, list):
        return step
    return {**step, "ways": [{**way, "role": way["id"]} if _is_a_role(way) else way for way in ways]}


def _is_a_role(way: Any) -> bool:
    return isinstance(way, dict) and way.get("id") in WAYS


def _in_beats(step: dict[str, Any], beats: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Any]:
    """The questions of a debrief come last, as many as fit; the others stay with the step."""
    minutes, asked = step.get("minutes", _USUAL_MINUTES), step.get("questions", [])
    if not isinstance(minutes, (int, float)) or not isinstance(asked, list) or not all(map(_is_text, asked)):
        return {**step, "beats": []}
    filled = [question for question in asked if question.strip()]
    questions = [*(list(ours) for _, ours in beats[:-1]), filled[:MOST_ASKED] or list(beats[-1][1])]
    each = minutes // 3 or minutes / 3
    parts = [each, each, minutes - 2 * each]
    held = [
        {"heading": heading, "questions": part, "minutes": time}
        for (heading, _), part, time in zip(beats, questions, parts, strict=True)
    ]
    return {**step, "minutes": sum(parts), "questions": filled[MOST_ASKED:], "beats": held}


def _is_text(question: Any) -> bool:
    return isinstance(question, str)
