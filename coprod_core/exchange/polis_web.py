"""A Pol.is conversation as a web: opinion groups are parties, statements interests, agreement positions.

Every count that comes out of it rests on at least five people, by the rules of docs/decisions/0006: groups of fewer are
shown together, where they are five together, or not at all. How it is done, and why: docs/decisions/0012.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from coprod_core.checked.fields import HIDDEN, LONGEST_NAME, LONGEST_TEXT, Text
from coprod_core.exchange.brought import Brought, Note, NoteCode
from coprod_core.exchange.limits import refused
from coprod_core.exchange.polis_export import Export
from coprod_core.exchange.polis_votes import NO_VOTE, Votes
from coprod_core.web.conventions import DESIGN
from coprod_core.web.model import Provenance, Sphere
from coprod_core.web.privacy import personal_data_hints

LEAST = 5
"""The fewest people any group, and any of its opinions, rests on."""

USUAL_STATEMENTS = 12
MOST_STATEMENTS = 60

By = Literal["most_voted", "most_dividing"]

Mask = npt.NDArray[np.bool_]

_HIDDEN = re.compile(f"[{HIDDEN}\ud800-\udfff]")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Names:
    """What to call what the export gives no name. `group` holds `{letter}`."""

    title: str
    group: str
    others: str
    everyone: str
    notes: str = ""


@dataclass(frozen=True, eq=False)
class Group:
    """People who vote alike, as the export says, or everybody where it says nothing. `members`: a mask of people."""

    name: str
    members: Mask


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a group makes of one statement; `agreed`, `disagreed`, `asked` count people."""

    agreed: int
    disagreed: int
    asked: int

    @property
    def known(self) -> bool:
        """Whether it rests on enough people to tell."""
        return self.asked >= LEAST

    @property
    def position(self) -> float:
        """The share that agrees minus the share that does not, of those who took a side (-1..1); 0 where none did."""
        sided = self.agreed + self.disagreed
        return (self.agreed - self.disagreed) / sided if sided else 0.0

    @property
    def weight(self) -> float:
        """How important: a word, not a measure. Votes say what people want; where Pol.is asked how much something
        matters, that is told and not counted, for who marked nothing may not have been asked.

        It affects plans where half or more of those asked took a side, they notice it where fewer did, and it does not
        affect them where nobody did. Home, health or livelihood is never said: no vote shows that.
        """
        sided = self.agreed + self.disagreed
        if not sided:
            return 0.0
        return DESIGN.weight_plans if 2 * sided >= self.asked else DESIGN.weight_notices


def groups_of(export: Export, names: Names) -> tuple[tuple[Group, ...], tuple[Note, ...]]:
    """The groups that can be shown, and what to know about the others. Raises `FileError` where nobody can be.

    Without groups in the export everybody is one group: groups are not made up here.
    """
    took_part = (export.votes != NO_VOTE).any(axis=1) | _writers(export)
    if export.groups is None:
        if took_part.sum() < LEAST:
            raise refused("too_few_people", least=LEAST)
        return (Group(names.everyone, took_part),), (Note("polis_no_groups"),)
    of = np.array(export.groups)
    ids = sorted({id_ for id_ in export.groups if id_}, key=lambda id_: (len(id_), id_))
    masks = {id_: (of == id_) & took_part for id_ in ids}
    shown = [
        Group(export.called.get(id_) or _named(id_, names), mask) for id_, mask in masks.items() if mask.sum() >= LEAST
    ]
    notes = [Note("polis_small_groups")] if len(shown) < len(ids) else []
    rest = took_part & ~np.any([group.members for group in shown], axis=0) if shown else took_part
    if rest.sum() >= LEAST:
        shown.append(Group(names.others, rest))
        notes.append(Note("polis_others", {"count": int(rest.sum())}))
    elif rest.any():
        notes.append(Note("polis_left_out_people", {"least": LEAST}))
    if not shown:
        raise refused("too_few_people", least=LEAST)
    return tuple(shown), tuple(notes)


def _named(id_: str, names: Names) -> str:
    """Pol.is shows its first group as A, while its files call it 0."""
    number = id_.removesuffix(".0")
    letter = _LETTERS[int(number)] if number.isdecimal() and int(number) < len(_LETTERS) else clean(id_)
    return names.group.format(letter=letter)


def _writers(export: Export) -> Mask:
    authors = {statement.author for statement in export.statements if statement.author}
    return np.array([person in authors for person in export.people], dtype=bool)


def opinion(votes: Votes, agree: int, members: Mask, statement: int) -> Opinion:
    """What some of the people make of one statement."""
    said = votes[members, statement]
    return Opinion(int((said == agree).sum()), int((said == -agree).sum()), int((said != NO_VOTE).sum()))


# -- which statements -----------------------------------------------------------------------------------------------


def chosen(export: Export, groups: Sequence[Group], most: int, by: By) -> tuple[list[int], int]:
    """The statements to take, by their place, and how many of those that could be are left out.

    Left aside are the ones a moderator rejected and those no group can be told of. Most voted: how many were asked.
    Most dividing: how far the groups lie apart in agreement; with one group, how evenly it is split.
    """
    everyone = np.any([group.members for group in groups], axis=0)
    found: list[tuple[float, float, int]] = []
    for nth, statement in enumerate(export.statements):
        opinions = [opinion(export.votes, 1, group.members, nth) for group in groups]
        known = [said for said in opinions if said.known]
        if not known or statement.rejected or Text(filled=True).faults(clean(statement.text)):
            continue
        asked = float((export.votes[everyone, nth] != NO_VOTE).sum())
        divides = _divides(known, len(groups))
        found.append((asked, divides, nth) if by == "most_voted" else (divides, asked, nth))
    found.sort(key=lambda one: (-one[0], -one[1], one[2]))
    return [nth for *_, nth in found[:most]], max(0, len(found) - most)


def _divides(known: Sequence[Opinion], groups: int) -> float:
    positions = [said.position for said in known if said.agreed + said.disagreed]
    if groups == 1:
        return 1 - abs(positions[0]) if positions else 0.0
    return max(positions) - min(positions) if len(positions) > 1 else 0.0


# -- the web --------------------------------------------------------------------------------------------------------


def polis_web(export: Export, agree: int, most: int, by: By, names: Names) -> Brought:
    """What a conversation brings: parties with their people and seats, interests, and what is at stake.

    `agree`: the vote that means agreeing, 1 or -1. `most`: how many statements at most. The people of a party voted or
    wrote; its seats are those who wrote. A pair of which fewer than five were asked is unknown. Raises `FileError`.
    """
    groups, notes = groups_of(export, names)
    taken, left_out = chosen(export, groups, most, by)
    if not taken:
        raise refused("polis_without_statements")
    writers = _writers(export)
    data: dict[str, Any] = {
        "title": clean(export.topic or names.title),
        "notes": names.notes,
        "actors": [_party(nth, group, writers) for nth, group in enumerate(groups, 1)],
        "interests": [_interest(export, nth) for nth in taken],
        "stakes": [],
        "unknown": [],
    }
    for number, group in enumerate(groups, 1):
        for nth in taken:
            pair = {"actor": f"g{number}", "interest": f"s{export.statements[nth].id}"}
            stake = _stake(export.votes, agree, group.members, writers, nth)
            data["stakes" if stake else "unknown"].append({**pair, **stake})
    return Brought(data, notes=(*notes, *_about(export, data, left_out)))


def _party(number: int, group: Group, writers: Mask) -> dict[str, Any]:
    return {
        "id": f"g{number}",
        "name": clean(group.name),
        "sphere": str(Sphere.CITIZENS),
        "people": int(group.members.sum()),
        "seats": int((group.members & writers).sum()),
    }


def _interest(export: Export, nth: int) -> dict[str, Any]:
    statement = export.statements[nth]
    whole = _HIDDEN.sub("", statement.text)[:LONGEST_TEXT]
    name = clean(statement.text)
    is_cut = name.endswith("…") and not whole.rstrip().endswith("…")
    return {"id": f"s{statement.id}", "name": name, "notes": whole if is_cut else ""}


def _stake(votes: Votes, agree: int, members: Mask, writers: Mask, nth: int) -> dict[str, Any]:
    """What a statement is to a group, empty where too few were asked; and what those who wrote make of it.

    The latter only where both they and the others of the group are five or more: the two can be told apart.
    """
    everyone, wrote = (opinion(votes, agree, mask, nth) for mask in (members, members & writers))
    if not everyone.known:
        return {}
    stake: dict[str, Any] = {
        "weight": everyone.weight,
        "position": everyone.position,
        "provenance": str(Provenance.DATA),
    }
    if wrote.known and everyone.asked - wrote.asked >= LEAST:
        stake |= {"table_weight": wrote.weight, "table_position": wrote.position}
    return stake


def _about(export: Export, data: dict[str, Any], left_out: int) -> Iterator[Note]:
    """What to know of the statements that were taken and of those that were not."""
    rejected = sum(statement.rejected for statement in export.statements)
    personal = sum(bool(personal_data_hints(interest["name"])) for interest in data["interests"])
    counts: dict[NoteCode, int] = {
        "polis_left_out_statements": left_out,
        "polis_rejected": rejected,
        "polis_unknown": len(data["unknown"]),
        "polis_personal": personal,
    }
    yield from (Note(code, {"count": count}) for code, count in counts.items() if count)
    if export.by_group:
        yield Note("polis_by_group")
    if export.important is not None:
        yield Note("polis_importance", {"count": export.important})


def clean(text: str) -> str:
    """A person's words as a name on one line, without the full stop behind them, cut off where it is too long."""
    line = " ".join(_HIDDEN.sub("", text).split())
    line = line if line.endswith("..") else line.removesuffix(".")
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"
