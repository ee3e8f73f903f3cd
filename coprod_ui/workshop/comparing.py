"""Comparing: for each group whom it invited, what it chose, where that leads and who loses; then what all share."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coprod_core.comparing.conclusions import conclusions
from coprod_core.comparing.consequences import Consequences
from coprod_core.workshop.values import OWN
from coprod_ui.sentences import consequences as say_consequences
from coprod_ui.sentences import names
from coprod_ui.sentences import scenarios as say_scenarios
from coprod_ui.words import Words, literal
from coprod_ui.workshop import effects
from coprod_ui.workshop.session import Path, Session

LONGEST = 50
"""The most of an own way that stands in a cell with room for one name; the step itself shows it whole."""


class Table(NamedTuple):
    """What stands in the heads of the columns, and by group its name and what stands in them, in Markdown."""

    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]


def table(now: Session, words: Words, most: int = 3) -> Table:
    """The groups beside each other; a column that says nothing of any of them is left out. `most`: the most names in a
    cell.
    """
    found = [(literal(path.name) or words("workshop.together"), _row(now, path, words, most)) for path in now.paths]
    kept = [column for column in _COLUMNS if any(row[column] for _, row in found)]
    empty = words("compared.none")
    return Table(
        [words(f"compared.{column}") for column in kept],
        [(name, [row[column] or empty for column in kept]) for name, row in found],
    )


_COLUMNS = ("invited", "role", "own_way", "plan", "loses", "heard")


def _row(now: Session, path: Path, words: Words, most: int) -> dict[str, str]:
    done = list(_done(now, path))
    web, stands = path.web, effects.stands(now, path)
    seated = [each.party for found in done for each in found.seats if not each.before]
    new = dict.fromkeys(id_ for found in done for id_ in (*found.first_heard, *found.better_heard))
    heard = [id_ for id_ in new if id_ in web.interest_by_id]
    own = [chosen.text for step in now.choices if (chosen := path.chose(step)) and chosen.id == OWN]
    still = [id_ for id_ in dict.fromkeys(seated) if id_ in web.actor_by_id and web.actor_by_id[id_].seated]
    return {
        "invited": names.some_listed((names.actor(web, id_) for id_ in still), words, most) or words("compared.nobody"),
        "role": words.choice("roles_short", stands.role) if stands.role else "",
        "own_way": " · ".join(literal(names.shortened(text, LONGEST if most == 1 else None)) for text in own),
        "plan": "" if stands.plan is None else f"*{names.plan(web, stands.plan, words)}*",
        "loses": say_consequences.losers(effects.bill(now, path), web, words, most),
        "heard": names.some_listed(
            (names.interest(web, id_) for id_ in heard if id_ in web.interest_by_id), words, most
        ),
    }


def _done(now: Session, path: Path) -> Iterator[Consequences]:
    """What each choice did on a path."""
    for step in now.choices:
        done = effects.of_step(now, path, step)
        if done is not None:
            yield done[0]


def found(now: Session, words: Words) -> tuple[list[str], list[str]]:
    """What holds in every path, and what depends on the choice, in sentences."""
    asked = [each for each in conclusions([path.readings for path in now.paths]) if not each.about]
    webs = {path.name: path.web for path in now.paths}
    same = [say_scenarios.holds(each, list(webs.values()), words) for each in asked]
    other = [say_scenarios.depends(each, webs, words) for each in asked]
    return [line for line in same if line], [line for line in other if line]
