"""What groups placed in a picture of the power map, in words: what there is to talk about first."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coprod_core.workshop.placements import CELLS, Placed, according_to_web, placements, plan_placed_for, to_place
from coprod_core.workshop.values import Place
from coprod_ui.words import Words, literal
from coprod_ui.workshop import session
from coprod_ui.workshop.session import Session

_WORDS: Mapping[int, str] = {1: "powers", 2: "power_map.stance", 4: "rings"}
"""By picture, the table with the words of its cells."""


class Differing(NamedTuple):
    """A party to talk about: by the word of each cell who placed it there, and where the web has it, once that is told
    and known.
    """

    name: str
    cells: Mapping[str, Sequence[str]]
    web: str


class Told(NamedTuple):
    """What was placed at a step. `shared`: by the word of a cell the parties that stand there for every group that
    placed them; `not_known`: those to talk about that the web cannot place, once that is told. Nothing is counted.
    """

    differing: Sequence[Differing]
    shared: Sequence[tuple[str, Sequence[str]]]
    not_known: Sequence[str]


def asked(now: Session, step: Place, words: Words) -> str:
    """What a step asks of each party."""
    readings = session.shown_path(now).readings
    plan = plan_placed_for(step, readings)
    if plan is None:
        return words(f"place_questions.{step.picture}")
    return words("place_ask.plan", plan=literal(readings.weights.web.option_by_id[plan].name))


def cell_words(step: Place, words: Words) -> Mapping[str, str]:
    """The cells of the picture of a step, in its order, each in words."""
    return {cell: words.choice(_WORDS[step.picture], cell) for cell in CELLS[step.picture]}


def parties(now: Session, step: Place) -> Mapping[str, str]:
    """The names of the parties that are placed at a step, by id."""
    return {party.id: party.name for party in to_place(step, session.shown_path(now).web)}


def is_ours_told(now: Session, step: Place) -> bool:
    """Whether what the web says stands beside what groups placed."""
    return step.id in now.running.ours


def told(now: Session, step: Place, words: Words) -> Told:
    """What was placed at a step, as far as it is told."""
    path, said, named = session.shown_path(now), cell_words(step, words), parties(now, step)
    ours = according_to_web(step, path.readings) if is_ours_told(now, step) else {}
    groups = {each.meeting: each.name or words("workshop.together") for each in now.paths}
    held = now.running.placed.get(step.id, {})
    found = placements(step, path.web, {group: held.get(group, {}) for group in groups})
    differing = [one for one in found if _to_talk_about(one, ours)]
    return Told(
        [
            Differing(
                named[one.party],
                {word: [groups[group] for group in one.cells.get(cell, ())] for cell, word in said.items()},
                said.get(ours.get(one.party, ""), ""),
            )
            for one in differing
        ],
        _shared([one for one in found if one not in differing], named, said),
        [named[one.party] for one in differing if one.party not in ours] if is_ours_told(now, step) else [],
    )


def _to_talk_about(one: Placed, ours: Mapping[str, str]) -> bool:
    """Whether groups differ about a party, or those that placed it from the web."""
    cell = ours.get(one.party)
    return one.differs or (cell is not None and bool(one.cells) and cell not in one.cells)


def _shared(
    same: Sequence[Placed], named: Mapping[str, str], said: Mapping[str, str]
) -> Sequence[tuple[str, Sequence[str]]]:
    by_cell = {cell: [named[one.party] for one in same if cell in one.cells] for cell in said}
    return [(said[cell], names) for cell, names in by_cell.items() if names]
