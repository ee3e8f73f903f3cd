"""What registers and the forms of Factor C ask of a party, as the fields of the power map that a web has for it.

A word counts as it is written; numbers of power count by the scale of their own column. What is not known to be one of
the answers is no answer: it stays empty, is named with its cell, and is kept in the notes of the party. Nothing is
guessed from a name, and what a register calls influence is power: never how much a seat counts.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from coprod_core.exchange.tables import Cell
from coprod_core.web.asked import Attitude, NetworkRole, Power, Ring, Trust

Answer = Power | Trust | NetworkRole | Attitude | Ring
Scale = tuple[float, float]

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "power": "power",
        "trust": "trust",
        "role": "network_role",
        "attitude": "attitude",
        "ring_now": "ring_now",
        "ring_ours": "ring_ours",
        "ring_theirs": "ring_theirs",
        "quadrant": "trust",
    }
)
"""The field of a party that each role of a column fills in. A quadrant of the matrix of trust says as much of trust,
where no column says it itself.
"""

NOT_ASKED = frozenset(
    ("?", "onbekend", "unknown", "zwart", "black", "weten we niet", "nog niet gevraagd", "not asked yet")
)
"""Words for what nobody has asked, or knows."""


def _words(said: Mapping[Answer, str]) -> Mapping[str, Answer]:
    return {word: answer for answer, words in said.items() for word in words.split("|")}


_RINGS = _words(
    {
        Ring.OUTSIDE: "buiten de ringen|outside the rings|outside",
        Ring.KNOW: "meeweten|weten|informeren|inform|informed|know",
        Ring.THINK: "meedenken|denken|raadplegen|adviseren|consult|advise|thinking along|think",
        Ring.WORK: "meewerken|werken|coproduceren|coproductie|co-produce|coproduce|working along|work",
        Ring.DECIDE: "meebeslissen|meebepalen|beslissen|decide|decide along|deciding|deciding along",
    }
)
ANSWERS: Mapping[str, Mapping[str, Answer]] = MappingProxyType(
    {
        "power": _words(
            {
                Power.MUCH: "a|veel|hoog|groot|zeer hoog|zeer groot|veel macht|much|high|large|much power|very high",
                Power.SOME: "b|redelijk|midden|gemiddeld|middel|redelijk machtig|some|medium|average|some power",
                Power.LITTLE: "c|weinig|laag|klein|zeer laag|zeer klein|weinig macht|little|low|small|little power"
                "|very low",
            }
        ),
        "trust": _words(
            {
                Trust.GOOD: "wel|goed|ja|hoog|good|yes|high",
                Trust.WEAK: "geen|slecht|weinig|nee|laag|moet groeien|none|bad|poor|little|no|low|weak|has to grow",
            }
        ),
        "role": _words(
            {
                NetworkRole.DECIDER: "beslisser|beslissers|beslist|decider|deciders|decides",
                NetworkRole.INFLUENCER: "beïnvloeder|beïnvloeders|beinvloeder|beinvloeders|oefent invloed uit"
                "|influencer|influencers|has influence",
                NetworkRole.SUPPLIER: "leverancier|leveranciers|toeleverancier|toeleveranciers|uitvoerder|uitvoerders"
                "|levert of voert uit|supplier|suppliers|supplies or carries out",
                NetworkRole.USER: "gebruiker|gebruikers|afnemer|afnemers|merkt de gevolgen|user|users"
                "|feels the effects",
            }
        ),
        "attitude": _words(
            {
                Attitude.POSITIVE: "groen|positief|voor|voorstander|steun|green|positive|for|pro|support|+",
                Attitude.NEUTRAL: "oranje|neutraal|verdeeld|orange|neutral|divided",
                Attitude.NEGATIVE: "rood|negatief|tegen|tegenstander|oppositie|red|negative|against|contra|opposition"
                "|-|−|–",
            }
        ),
        "ring_now": _RINGS,
        "ring_ours": _RINGS,
        "ring_theirs": _RINGS,
        "quadrant": _words(
            {
                Trust.GOOD: "vrienden|vriend|tegenspelers|tegenspeler|friends|counterparts",
                Trust.WEAK: "coalitiegenoten|coalitiegenoot|tegenstanders|tegenstander|coalition partners|opponents",
            }
        ),
    }
)
"""What each role can say, by the words for it."""

GO_TOGETHER: Mapping[str, bool] = MappingProxyType(
    {
        **dict.fromkeys(
            ("vrienden", "vriend", "friends", "coalitiegenoten", "coalitiegenoot", "coalition partners"), True
        ),
        **dict.fromkeys(("tegenspelers", "tegenspeler", "counterparts"), False),
        **dict.fromkeys(("tegenstanders", "tegenstander", "opponents"), False),
    }
)
"""What a quadrant says of interests, which the web knows better: told where it says otherwise, and never kept."""

_SCALES: tuple[Scale, ...] = ((0, 1), (1, 3), (1, 5), (1, 10), (0, 100))
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_BESIDE = re.compile(r"\s*\(.*?\)\s*")
_RING = re.compile(
    r"(?P<ours>gewenste?|wanted|desired)?\s*(?:ring|betrokkenheid|niveau|participatieniveau|level of participation)"
    r"\s*(?:nu|now|(?P<theirs>\(?(?:die )?zij willen\)?|\(?they want\)?)"
    r"|(?P<ours_too>\(?(?:die )?wij willen\)?|\(?we want\)?|\(?gewenst\)?|\(?wanted\)?))?"
)


def ring_in(title: str) -> str | None:
    """The role of a column whose title names a ring of influence, None where it names none."""
    found = _RING.fullmatch(" ".join(title.lower().split()))
    if found is None:
        return None
    return "ring_theirs" if found["theirs"] else "ring_ours" if found["ours"] or found["ours_too"] else "ring_now"


def says_rings(column: Iterable[Cell]) -> bool:
    """Whether any cell of a column names a ring of influence."""
    return any(_plain(cell) in _RINGS for cell in column)


def goes_together(quadrant: Cell) -> bool | None:
    """Whether interests go together by the quadrant that a cell names; None where it names none."""
    return GO_TOGETHER.get(_plain(quadrant))


def scale_of(column: Iterable[Cell]) -> Scale | None:
    """The scale that the numbers of a column stand on: the smallest that holds them all; None where there is none."""
    numbers = [number for cell in column if (number := _number(cell)) is not None]
    if not numbers:
        return None
    return next((scale for scale in _SCALES if all(scale[0] <= number <= scale[1] for number in numbers)), None)


def is_blank(cell: Cell) -> bool:
    """Whether a cell says that nobody asked, or knows."""
    return _plain(cell) in NOT_ASKED


def answer(role: str, cell: Cell, scale: Scale | None) -> Answer | None:
    """What a cell of a column of that role says; None where it is no answer that we know. `scale`: of its numbers."""
    number = _number(cell)
    if role == "power" and number is not None:
        return None if scale is None else _by_thirds(number, scale)
    return ANSWERS[role].get(_plain(cell)) or ANSWERS[role].get(_BESIDE.sub(" ", _plain(cell)).strip())


def _by_thirds(number: float, scale: Scale) -> Power:
    """Which third of its scale a number stands in; the ends of the middle third belong to it."""
    low, high = scale
    if 3 * (number - low) < high - low:
        return Power.LITTLE
    return Power.MUCH if 3 * (number - low) > 2 * (high - low) else Power.SOME


def _plain(cell: Cell) -> str:
    return " ".join(str(cell).lower().split())


def _number(cell: Cell) -> float | None:
    if isinstance(cell, (int, float)):
        return None if isinstance(cell, bool) else float(cell)
    text = str(cell).strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
