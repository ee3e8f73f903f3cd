"""A picture in words, for who cannot see it: every cell with who stands there. Official words stay out of it."""

from collections.abc import Iterator, Mapping

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map.attitudes import Stance
from coprod_ui.charts.power_map.bands import bands, columns
from coprod_ui.charts.power_map.cards import Card
from coprod_ui.charts.power_map.choices import Choices, Picture
from coprod_ui.charts.power_map.places import Placed
from coprod_ui.words import Words
from coprod_ui.words.plain_text import writable


def title(readings: Readings, choices: Choices, say: Words) -> str:
    """What the picture is called: its own name, and what the meeting is about."""
    project = writable(readings.weights.web.title.strip()) or say("frame.untitled")
    return say("power_map_drawn.alt_title", name=say.choice("power_map.picture", choices.picture), project=project)


def described(placed: Placed, choices: Choices, cards: Mapping[str, Card], say: Words) -> str:
    """Who stands where, cell by cell."""
    told = [
        _capital(say("power_map_drawn.in_cell", cell=cell, parties=_parties(parties, cards, say)))
        for cell, parties in _cells(placed, choices.picture, say)
        if parties
    ]
    if placed.beside is not None:
        told.insert(0, say("power_map_drawn.alt_viewpoint", name=cards[placed.beside].name))
    return " ".join(told)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _parties(parties: tuple[str, ...], cards: Mapping[str, Card], say: Words) -> str:
    return ", ".join(_party(cards[id_], say) for id_ in parties)


def _cells(placed: Placed, picture: Picture, say: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    named = columns(picture, placed, say)
    for band in bands(picture, placed, say):
        if band.tray:
            yield band.label[0], band.cells[0].parties
            continue
        for (column, _), cell in zip(named, band.cells, strict=True):
            yield ", ".join(part for part in (band.label[0], column) if part), cell.parties


def _party(card: Card, say: Words) -> str:
    said = [card.badge] if card.badge else []
    if card.stance is not None:
        said.append(say.choice("power_map.stance", card.stance))
    said += [noted(card, say)] if card.to else []
    return say("power_map_drawn.party", name=card.name, said=", ".join(said)) if said else card.name


def noted(card: Card, say: Words) -> str:
    """To which ring a party should go; "" where nowhere else."""
    return say("power_map_drawn.to_ring", ring=say.choice("rings", card.to)) if card.to else ""


def ring_sign(name: str, say: Words) -> str:
    """What a sign in the rings says."""
    return say("power_map.differs") if name == "differs" else say.choice("power_map_drawn.ring_signs", name)


def with_official(stance: Stance, say: Words) -> str:
    """How a party stands to a plan, with the official name of its colour."""
    return say(
        "power_map.with_official",
        said=say.choice("power_map.stance", stance),
        official=say.choice("power_map.official", stance),
    )
