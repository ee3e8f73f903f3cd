"""Shares, differences and positions as people say them: words first, and the number in brackets behind them."""

from coprod_ui.words import Words, of_100

_PARTS = ((85, "nearly"), (60, "most"), (40, "half"), (20, "some"), (1, "little"), (0, "hardly"))
_EXACT = 1e-9
_LITTLE, _MUCH = 5, 20
_LIKELY, _MAY = 0.65, 0.35


def part_word(share: float) -> str:
    """The name of the band a share falls in, by the number that would be shown; all and none only when that is so."""
    if share >= 1 - _EXACT:
        return "all"
    if share <= _EXACT:
        return "none"
    shown = of_100(share)
    return next(word for least, word in _PARTS if shown >= least)


def part(share: float, words: Words, table: str = "parts") -> str:
    """`ongeveer de helft`, in bold."""
    return f"**{words.choice(table, part_word(share))}**"


def number(share: float, words: Words, digits: bool) -> str:
    """` (54 van de 100)` to stand behind a sentence; nothing without digits."""
    return f" {words('parts.number', number=of_100(share))}" if digits else ""


def plain_part(share: float, words: Words, digits: bool, table: str = "parts") -> str:
    """`54 van de 100` or `ongeveer de helft`, where there is room for one of the two: a table, a bar."""
    if digits:
        return words(f"{table}.digits", number=of_100(share))
    return words.choice(table, part_word(share))


def change_numbers(before: float, after: float, words: Words, digits: bool) -> str:
    """` (45 → 76)` to stand behind a sentence; nothing without digits."""
    if not digits:
        return ""
    return " " + words("say_change.numbers", before=of_100(before), after=of_100(after))


def how_much(points: int, words: Words) -> str:
    """`iets ` up to 5 of 100, `veel ` above 20, nothing between."""
    size = "little" if abs(points) <= _LITTLE else "much" if abs(points) > _MUCH else "plain"
    return words.choice("say_change.how", size)


def side(position: float) -> str:
    """Which of the three words a position has: for, divided (exactly 0), against."""
    return "for" if position > 0 else "against" if position < 0 else "divided"


def reach_word(reach: float, declined: bool, words: Words) -> str:
    """How likely a group is to come if it is asked; blank where nobody filled that in (exactly 1)."""
    if declined or reach <= 0:
        return words.choice("reach_words", "declined")
    if reach >= 1:
        return ""
    return words.choice("reach_words", "likely" if reach >= _LIKELY else "may" if reach >= _MAY else "hard")
