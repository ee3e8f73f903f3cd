"""A dilemma of one's own on one line: `Huurders of kopers? | huurders: kopers, rust | kopers: huurders, kou; kinderen`.

Between bars the question, and then each choice; after a colon what is lost by it, with a semicolon between. Who loses
stands first, before a comma, where that is the name of a party of the web; otherwise all of it is words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coprod_core.acts.ids import new_id
from coprod_core.checked.errors import CoprodError
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.web.own_dilemmas import LEAST_WAYS, MOST_LOSSES, MOST_WAYS, Loss, OwnDilemma, OwnWay
from coprod_ui.typed_line.reading import tidy

BAR, COLON, BETWEEN, COMMA = "|", ":", ";", ","
Parties = Mapping[str, str]
"""The parties of the web by id, with their names."""


def read_dilemma(line: str, parties: Parties) -> OwnDilemma:
    """The dilemma that a line says. Raises `CoprodError`, which says what is wrong with it and where."""
    question, *said = map(tidy, line.split(BAR))
    if not question:
        raise CoprodError("own_without_question")
    ways = tuple(_way(each, parties) for each in said if each)
    return made(new_id("d"), question, ways)


def made(id_: str, question: str, ways: tuple[OwnWay, ...], notes: str = "") -> OwnDilemma:
    """A dilemma, once there is a question and there are choices enough. Raises `CoprodError`."""
    if not question:
        raise CoprodError("own_without_question")
    if len(ways) < LEAST_WAYS:
        raise CoprodError("own_too_few_ways", count=len(ways), least=LEAST_WAYS)
    if len(ways) > MOST_WAYS:
        raise CoprodError("own_too_many_ways", count=len(ways), most=MOST_WAYS)
    return OwnDilemma(id_, fitting(question), ways, notes)


def _way(said: str, parties: Parties) -> OwnWay:
    text, _, losses = said.partition(COLON)
    return way(new_id("w"), text, losses.split(BETWEEN), parties)


def way(id_: str, text: str, losses: Sequence[str], parties: Parties, known: Iterable[Loss] = ()) -> OwnWay:
    """A choice and what is lost by it, each in words; `known`: what was lost by it before. Raises `CoprodError`."""
    text, found = tidy(text), tuple(_losses(losses, parties, {loss_line(loss, parties): loss for loss in known}))
    if not text:
        raise CoprodError("own_way_without_words", part="; ".join(map(tidy, losses)))
    if len(found) > MOST_LOSSES:
        raise CoprodError("own_too_many_losses", way=text, count=len(found), most=MOST_LOSSES)
    return OwnWay(id_, fitting(text), found)


def loss_line(loss: Loss, parties: Parties) -> str:
    """A loss as it is typed: who, a comma, what."""
    who = [parties[loss.actor]] if loss.actor else []
    return tidy(f"{COMMA} ".join([*who, *([loss.what] if loss.what.strip() else [])]))


def _losses(lines: Iterable[str], parties: Parties, known: Mapping[str, Loss]) -> Iterator[Loss]:
    """One per line; a line that says what was lost before stays that loss, whoever else has that name by now."""
    for line in filter(None, map(tidy, lines)):
        yield known.get(line) or _loss(line, parties)


def _loss(line: str, parties: Parties) -> Loss:
    named = {id_: tidy(name) for id_, name in parties.items() if _begins_with(line, tidy(name))}
    if not named:
        return Loss(what=fitting(line))
    longest = max(map(len, named.values()))
    found = [id_ for id_, name in named.items() if len(name) == longest]
    if len(found) > 1:
        raise CoprodError("own_party_unclear", name=named[found[0]])
    return Loss(found[0], fitting(line[longest:].lstrip(f"{COMMA} ")))


def _begins_with(line: str, name: str) -> bool:
    """Whether a line is this name, or begins with it before a comma."""
    return f"{line.casefold()}{COMMA}".startswith(f"{name.casefold()}{COMMA}")


def fitting(text: str) -> str:
    """Text that fits on one line of a dilemma. Raises `CoprodError` where it is longer."""
    if len(text) > LONGEST_NAME:
        raise CoprodError("own_text_too_long", part=text, length=len(text), longest=LONGEST_NAME)
    return text
